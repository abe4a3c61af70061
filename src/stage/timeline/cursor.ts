/** What follows the date: the cursor's place and what is past, present and still to come. */
import { tenth, type Box } from '#model/boxes.ts';
import { DAY_MS } from '#model/dates.ts';
import type { Instant } from '#model/scene.ts';
import { textWidth } from '#model/text-width.ts';
import type { Frame } from './geometry.ts';
import type { TimelineStrings } from './strings.ts';
import type { Tick } from './ticks.ts';
import { TICK_INSET } from './ticks.ts';
import { civilDay, type TimelineMark } from './timeline-data.ts';

export interface Cursor {
  /** Of the line, px; held at the edge when the date lies outside the span. */
  x: number;
  outside: boolean;
  /** Where the date lies outside the span: before it, after it. */
  beyond: -1 | 0 | 1;
  label: string;
  /** The chip that holds the label. */
  chip: Box;
}

/** What a cursor needs of a frame; the chart's will do as well as the timeline's. */
export type CursorFrame = Pick<
  Frame,
  'x' | 'x0' | 'x1' | 'from' | 'to' | 'px' | 'width' | 'height' | 'compact'
>;

/** Width of the arrow that points to a date outside the span, with the air beside it, px. */
export const ARROW = 12;

export function placeCursor(
  at: Instant,
  frame: CursorFrame,
  words: Pick<TimelineStrings, 'day' | 'months'>,
): Cursor {
  const day = civilDay(at.ms, at.offset);
  const x = tenth(Math.min(Math.max(frame.x(day), frame.x0), frame.x1));
  const date = new Date(Math.floor(day) * DAY_MS);
  const label = words.day(
    date.getUTCDate(),
    words.months[date.getUTCMonth()] as string,
    date.getUTCFullYear(),
  );
  const beyond = day < frame.from ? -1 : day > frame.to ? 1 : 0;
  const width = chipWidth(date.getUTCFullYear(), frame.px, words) + (beyond === 0 ? 0 : ARROW);
  const height = frame.px + 7;
  const x0 = tenth(Math.min(Math.max(x - width / 2, 1), frame.width - width - 1));
  const y0 = tenth(frame.height - height - (frame.compact ? 0.5 : 2));
  return {
    x,
    outside: beyond !== 0,
    beyond,
    label,
    chip: { x0, y0, x1: x0 + width, y1: y0 + height },
  };
}

/** Room for the longest date of a year, so that the chip does not change its width from day to day. */
function chipWidth(year: number, px: number, words: Pick<TimelineStrings, 'day' | 'months'>): number {
  return Math.max(...words.months.map((month) => textWidth(words.day(28, month, year), px, 600))) + 14;
}

/** Whether the cursor's chip covers a tick's name. */
export function covered(tick: Tick, { chip }: Cursor): boolean {
  const start = tick.x + TICK_INSET;
  return start < chip.x1 + 4 && start + tick.width > chip.x0 - 4;
}

/**
 * The last moment up to `day` at which a mark turned from future to past, or the outcome of a deadline became known:
 * what a date divides stays the same from one such moment to the next, however often the date moves between.
 * @param moments ascending
 */
export function lastMoment(moments: readonly number[], day: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] as number) <= day) low = middle + 1;
    else high = middle;
  }
  return moments[low - 1] ?? -Infinity;
}

/** All such moments of some marks, ascending. */
export function momentsOf(marks: readonly Pick<TimelineMark, 'from' | 'known'>[]): number[] {
  return marks
    .flatMap(({ from, known }) => (known === undefined ? [from] : [from, known]))
    .sort((a, b) => a - b);
}

export type Outcome = 'open' | 'met' | 'missed' | 'withdrawn' | 'unknown';

/** What was known of a deadline on a civil day. */
export function outcome(mark: Pick<TimelineMark, 'met' | 'known'>, day: number): Outcome {
  if (mark.known === undefined || day < mark.known) return 'open';
  return ({ yes: 'met', no: 'missed', withdrawn: 'withdrawn', 'not-established': 'unknown' } as const)[
    mark.met ?? 'not-established'
  ];
}
