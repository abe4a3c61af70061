/** Where the lanes run and how time maps to px: the frame of the timeline, before any mark is set. */
import { tenth } from '#model/boxes.ts';
import { textWidth } from '#model/text-width.ts';
import type { TimelineData } from './timeline-data.ts';

export interface TimelineSize {
  /** CSS px. */
  width: number;
  height: number;
  /** Of labels, px; 13 by default, never under 12. */
  fontSize?: number;
  /** No room for lane names: they shrink to a coloured tick. By default, below 640 px. */
  compact?: boolean;
  /** Same-lane marks closer than this many px may be gathered into one; 10 by default, a finger's 24 in explore. */
  clusterWithin?: number;
}

export interface Lane {
  thread: number;
  top: number;
  height: number;
  /** The lane's own line, on which marks stand. */
  y: number;
}

export interface Frame {
  width: number;
  height: number;
  px: number;
  compact: boolean;
  /** Time runs from `x0` to `x1`; lanes from `y0` to `y1`; below are the names of the ticks. */
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  lanes: Lane[];
  /** Civil day to px. */
  x: (day: number) => number;
  from: number;
  to: number;
}

/** Radius of a mark, px, plain and in focus. */
export const RADIUS = { plain: 4, focus: 6 } as const;
/** Size of the number in a cluster's badge, px. */
export const BADGE_TEXT = 12;
/** A muted lane is narrower than the story's own, as a share. */
const MUTED = 0.72;
const LANE_NAME_WEIGHT = 600;

export function frameOf(
  data: TimelineData,
  [from, to]: readonly [from: number, to: number],
  size: TimelineSize,
): Frame {
  const compact = size.compact ?? size.width < 640;
  const px = Math.max(12, size.fontSize ?? (compact ? 12 : 13));
  const names = data.threads.map(({ label }) => textWidth(label, px, LANE_NAME_WEIGHT));
  const x0 = compact ? 14 : Math.ceil(Math.max(0, ...names)) + 30;
  const x1 = size.width - (compact ? 10 : 16);
  const y0 = compact ? 4 : 6;
  const y1 = size.height - (compact ? 21 : 26);
  const weights = data.threads.map(({ muted }) => (muted ? MUTED : 1));
  const unit = (y1 - y0) / (weights.reduce((sum, weight) => sum + weight, 0) || 1);
  let top = y0;
  const lanes = weights.map((weight, thread) => {
    const height = weight * unit;
    const lane = { thread, top, height, y: tenth(top + height * (compact ? 0.5 : 0.62)) };
    top += height;
    return lane;
  });
  const perDay = (x1 - x0) / (to - from);
  const x = (day: number): number => tenth(x0 + (day - from) * perDay);
  return { width: size.width, height: size.height, px, compact, x0, x1, y0, y1, lanes, x, from, to };
}
