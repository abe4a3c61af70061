/** The period the story dwells on, for the one timeline of the printed page. */
import type { Story } from '#model/story.ts';

/** From the first to the last of the middle nine tenths of the marks, UTC ms: outliers of later years stay out. */
export function mainSpan({ events }: Story): [number, number] {
  const starts = events.map(({ date }) => date.start).sort((a, b) => a - b);
  const at = (share: number): number => starts[Math.round(share * (starts.length - 1))] ?? 0;
  const [from, to] = [at(0.05), at(0.95)];
  const room = (to - from) * 0.03;
  return [from - room, to + room];
}
