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
  label: string;
  /** The chip that holds the label. */
  chip: Box;
}

/** What a cursor needs of a frame; the chart's will do as well as the timeline's. */
export type CursorFrame = Pick<
  Frame,
  'x' | 'x0' | 'x1' | 'from' | 'to' | 'px' | 'width' | 'height' | 'compact'
>;

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
  const width = textWidth(label, frame.px, 600) + 14;
  const height = frame.px + 7;
  const x0 = tenth(Math.min(Math.max(x - width / 2, 1), frame.width - width - 1));
  const y0 = tenth(frame.height - height - (frame.compact ? 0.5 : 2));
  return {
    x,
    outside: day < frame.from || day > frame.to,
    label,
    chip: { x0, y0, x1: x0 + width, y1: y0 + height },
  };
}

/** Whether the cursor's chip covers a tick's name. */
export function covered(tick: Tick, { chip }: Cursor): boolean {
  const start = tick.x + TICK_INSET;
  return start < chip.x1 + 4 && start + tick.width > chip.x0 - 4;
}

export type Outcome = 'open' | 'met' | 'missed' | 'withdrawn' | 'unknown';

/** What was known of a deadline on a civil day. */
export function outcome(mark: Pick<TimelineMark, 'met' | 'known'>, day: number): Outcome {
  if (mark.known === undefined || day < mark.known) return 'open';
  return ({ yes: 'met', no: 'missed', withdrawn: 'withdrawn', 'not-established': 'unknown' } as const)[
    mark.met ?? 'not-established'
  ];
}
