/** The frame of the chart: a band of deadlines above, the percentages below, time across. */
import { tenth } from '#model/boxes.ts';
import { DAY_MS } from '#model/dates.ts';
import { textWidth } from '#model/text-width.ts';
import type { ChartData } from './chart-data.ts';

export interface ChartSize {
  /** CSS px. */
  width: number;
  height: number;
  /** Of labels, px; never under 12. */
  fontSize?: number;
  /** By default, below 640 px. */
  compact?: boolean;
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
export const APART = 4;
/** Room after the last date, as a share of the whole, so that its mark and name are not at the very edge. */
const TAIL = 0.04;

export function chartFrame(data: ChartData, legendRows: number, size: ChartSize): ChartFrame {
  const compact = isCompact(size);
  const px = fontSizeOf(size);
  const x0 = Math.ceil(textWidth('100 %', px)) + 8;
  const x1 = size.width - (compact ? 6 : 12);
  const first = dayOf(data.from);
  const last = dayOf(data.to);
  const from = first - Math.max(2, (last - first) * 0.01);
  const to = last + Math.max(2, (last - first) * TAIL);
  const row = Math.round(px * 1.9);
  const band = 4;
  // Under the last row there is a line's room for a figure that stands on the 100 percent line.
  const rows = data.deadlines.length;
  const y0 = Math.ceil((rows > 0 ? rowMiddle(band, row, rows - 1) + APART + px * 0.55 : band) + px * 1.1 + 8);
  const y1 = size.height - AXIS - (legendRows > 0 ? legendRows * (px + 8) + 4 : 0);
  return {
    width: size.width,
    height: size.height,
    px,
    compact,
    x0,
    x1,
    band,
    row,
    y0,
    y1,
    from,
    to,
    x: (day) => tenth(x0 + ((day - from) / (to - from)) * (x1 - x0)),
    y: (value) => tenth(y1 - (value / 100) * (y1 - y0)),
  };
}

/** Middle of a row of the band of deadlines, px. */
export function rowMiddle(band: number, row: number, index: number): number {
  return band + (index + 0.42) * row;
}

export function isCompact({ compact, width }: ChartSize): boolean {
  return compact ?? width < 640;
}

/** Of labels, px. */
export function fontSizeOf(size: ChartSize): number {
  return Math.max(12, size.fontSize ?? (isCompact(size) ? 12 : 14));
}

/** Civil days since 1970-01-01 of a civil date. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00Z`) / DAY_MS;
}
