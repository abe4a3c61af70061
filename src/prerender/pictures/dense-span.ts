/** The period in which most of a story happens: what a picture of its time has room for. */
import { DAY_MS } from '#model/dates.ts';
import type { Story } from '#model/story.ts';

/** Share of the marks that it holds. */
const SHARE = 0.75;

/** The shortest stretch with three quarters of the marks, UTC ms, with some air at both ends. */
export function denseSpan({ events }: Pick<Story, 'events'>): [from: number, to: number] {
  const starts = events.map(({ date }) => date.start).sort((a, b) => a - b);
  const count = Math.max(1, Math.ceil(starts.length * SHARE));
  let best: [number, number] = [starts[0] ?? 0, starts.at(-1) ?? 0];
  for (let first = 0; first + count <= starts.length; first++) {
    const [from, to] = [starts[first]!, starts[first + count - 1]!];
    if (to - from < best[1] - best[0]) best = [from, to];
  }
  const air = Math.max(DAY_MS, (best[1] - best[0]) * 0.05);
  return [best[0] - air, best[1] + air];
}
