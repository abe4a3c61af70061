/** An event's card: it stands as it is and only tells its host how high it is. */
import { startEmbed } from '../start.ts';

startEmbed<null>({
  ids: () => ({ steps: new Set(), events: new Set() }),
  run: () => () => undefined,
});
