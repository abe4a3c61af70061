/** Where the arrow keys lead among the marks: one tab stop, then left and right in time, up and down by lane. */
import type { PlacedMark } from './marks.ts';

/** What roving needs of a mark; the list is in order of time. */
export type RovingMark = Pick<PlacedMark, 'x'> & { mark: Pick<PlacedMark['mark'], 'id' | 'thread'> };

/** Id of the mark that `key` leads to from `id`; nothing for other keys, and at the ends. */
export function rove(marks: readonly RovingMark[], id: string, key: string): string | undefined {
  const here = marks.findIndex(({ mark }) => mark.id === id);
  const own = marks[here];
  switch (key) {
    case 'Home':
      return marks[0]?.mark.id;
    case 'End':
      return marks.at(-1)?.mark.id;
    case 'ArrowLeft':
      return marks[here - 1]?.mark.id;
    case 'ArrowRight':
      return marks[here + 1]?.mark.id;
    case 'ArrowUp':
      return own && inNextLane(marks, own, -1);
    case 'ArrowDown':
      return own && inNextLane(marks, own, 1);
    default:
      return undefined;
  }
}

/** The mark closest in time in the next lane up or down that has any. */
function inNextLane(marks: readonly RovingMark[], own: RovingMark, step: -1 | 1): string | undefined {
  const beyond = marks.filter(({ mark }) => (mark.thread - own.mark.thread) * step > 0);
  const [first, ...others] = beyond.sort(
    (a, b) => (a.mark.thread - b.mark.thread) * step || Math.abs(a.x - own.x) - Math.abs(b.x - own.x),
  );
  return first?.mark.id ?? others[0]?.mark.id;
}

/** The mark that Tab enters: the last one used if it still stands, else the first in focus, else the first. */
export function tabStop(
  marks: readonly Pick<PlacedMark, 'mark' | 'focused' | 'gathered'>[],
  last: string | undefined,
): string | undefined {
  const stop =
    marks.find(({ mark }) => mark.id === last) ??
    marks.find(({ gathered }) => last !== undefined && gathered.includes(last)) ??
    marks.find(({ focused }) => focused) ??
    marks[0];
  return stop?.mark.id;
}
