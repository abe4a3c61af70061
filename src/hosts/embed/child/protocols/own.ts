/** Our own messages: objects `{ source: 'behind-schedule', v: 1, type, … }`, described in docs/embedding.md. */

const SOURCE = 'behind-schedule';
const VERSION = 1;

export type OwnType = 'ready' | 'height' | 'step' | 'select';

/** A message to the host. */
export const ownMessage = (type: OwnType, rest: Record<string, string | number>) => ({
  source: SOURCE,
  v: VERSION,
  type,
  ...rest,
});

/** Whether this is meant for us. */
export const isOwn = (data: Record<string, unknown>): boolean =>
  data['source'] === SOURCE && data['v'] === VERSION;
