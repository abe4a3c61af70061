/** The frame of the chart: a headline, a band of deadlines, the percentages below, time across. */
import { tenth } from '#model/boxes.ts';
import { DAY_MS } from '#model/dates.ts';
import { textWidth } from '#model/text-width.ts';
import type { ChartData } from './chart-data.ts';
import { deadlineName, strings, type ChartStrings } from './strings.ts';

export interface ChartSize {
  /** CSS px. */
  width: number;
  height: number;
  /** Of labels, px; never under 12. */
  fontSize?: number;
  /** By default, below 640 px. */
  compact?: boolean;
  /** Room kept free above the band of deadlines, px: what stands there is not part of the picture. */
  head?: number;
}

export interface ChartFrame {
  width: number;
  height: number;
  px: number;
  compact: boolean;
  x0: number;
  x1: number;
  /** Top of the band of deadlines, px, and the height of each of its rows. */
  band: number;
  row: number;
  /** The names of the deadlines have room to the left of their flags; else they stand over their bars. */
  aside: boolean;
  /** 100 percent and 0 percent, px. */
  y0: number;
  y1: number;
  /** Civil days since 1970-01-01 at `x0` and `x1`. */
  from: number;
  to: number;
  x: (day: number) => number;
  /** Percent to px. */
  y: (value: number) => number;
}

/** Height of the names of the months, px. */
export const AXIS = 26;
/** A deadline that stands apart stands this much apart, px. */
export const APART = 5;
/** Radius of a deadline's flag, and the distance of its texts from its middle, px. */
export const FLAG = 6;
export const FLAG_GAP = 12;
/** Room after the last date, as a share of the whole, so that its mark and name are not at the very edge. */
const TAIL = 0.04;
/** Below this height small type leaves the plot its room, px. */
const LOW = 440;

export function chartFrame(
  data: ChartData,
  legendRows: number,
  size: ChartSize,
  words: ChartStrings = strings,
): ChartFrame {
  const compact = isCompact(size);
  const px = fontSizeOf(size);
  const x0 = Math.ceil(textWidth(words.percent('100'), px)) + 8;
  const x1 = size.width - (compact ? 6 : 12);
  const last = dayOf(data.to);
  // Small screens spend no room on the weeks between the plan and its first deadline.
  const first = compact ? Math.max(dayOf(data.from), dayOf(firstDue(data)) - LEAD) : dayOf(data.from);
  const from = first - Math.max(2, (last - first) * 0.01);
  const to = last + Math.max(2, (last - first) * TAIL);
  const x = (day: number): number => tenth(x0 + ((day - from) / (to - from)) * (x1 - x0));
  const aside = data.deadlines.every(({ due, title }) => {
    const { name, date } = deadlineName(title, due, words);
    return textWidth(name, px, 600) + textWidth(` ${date}`, px) + FLAG_GAP + 2 <= x(dayOf(due));
  });
  const row = Math.round(px * (aside ? 1.55 : 1.85));
  const band = (size.head ?? 0) + 4;
  const apart = data.deadlines.some(({ standsApart }) => standsApart) ? APART : 0;
  const rows = data.deadlines.length;
  // Under the last row there is a line's room for a figure that stands on the 100 percent line.
  const y0 = Math.ceil(band + rows * row + apart + px * 1.1 + 6);
  const y1 = size.height - AXIS - (legendRows > 0 ? legendRows * (px + 8) + 4 : 2);
  return {
    width: size.width,
    height: size.height,
    px,
    compact,
    x0,
    x1,
    band,
    row,
    aside,
    y0,
    y1,
    from,
    to,
    x,
    y: (value) => tenth(y1 - (value / 100) * (y1 - y0)),
  };
}

/** Days a small chart shows before its first deadline. */
const LEAD = 12;

function firstDue({ deadlines, from }: ChartData): string {
  return deadlines.map(({ due }) => due).sort()[0] ?? from;
}

/** Middle of the text of a row of the band of deadlines, px; what stands apart stands on top. */
export function rowMiddle({ band, row, aside }: ChartFrame, index: number, below: boolean): number {
  return tenth(band + (index + (aside ? 0.5 : 0.42)) * row + (below ? APART : 0));
}

export function isCompact({ compact, width }: ChartSize): boolean {
  return compact ?? width < 640;
}

/** Of labels, px. */
export function fontSizeOf(size: ChartSize): number {
  return Math.max(
    12,
    size.fontSize ?? (isCompact(size) ? 12 : size.height < LOW || size.width < 760 ? 13 : 14),
  );
}

/** Lines under the figures of the headline. */
export function headLines(size: ChartSize): number {
  return !isCompact(size) && size.height >= LOW ? 2 : 1;
}

/** Room for the headline, px. */
export function headOf(size: ChartSize): number {
  return isCompact(size) ? 42 : headLines(size) > 1 ? 70 : 54;
}

/** Civil days since 1970-01-01 of a civil date. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00Z`) / DAY_MS;
}
