/** Where the lanes run and how time maps to px: the frame of the timeline, before any mark is set. */
import { tenth } from '#model/boxes.ts';
import { textWidth } from '#model/text-width.ts';
import type { TimelineData, TimelineMark } from './timeline-data.ts';

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
  /** High enough for the flags of deadlines to hang above its line. */
  tall: boolean;
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
  /** End of the room for lane names, px; 0 where lanes are coloured ticks. */
  gutter: number;
  /** Of marks, px. */
  radius: { plain: number; focus: number; small: number };
  /** Civil day to px. */
  x: (day: number) => number;
  from: number;
  to: number;
}

/** Radius of a mark, px: plain, in focus, and at the edge of a name. */
export const RADIUS = { plain: 4, focus: 6, small: 2.5 } as const;
/** On a strip this high, px, marks are larger by the factor. */
const HIGH = 300;
const LARGER = 1.25;
/** Size of the number in a cluster's badge, px. */
export const BADGE_TEXT = 12;
const LANE_NAME_WEIGHT = 600;
/** From this height on a lane has room for flags above its line, px. */
const TALL = 26;

/** `focus`: ids of what is emphasised, which on a phone gets more of the little room there is. */
export function frameOf(
  data: TimelineData,
  [from, to]: readonly [from: number, to: number],
  size: TimelineSize,
  focus: readonly string[] = [],
): Frame {
  const compact = size.compact ?? size.width < 640;
  const px = Math.max(12, size.fontSize ?? (compact ? 12 : 13));
  const names = data.threads.map(({ label }) => textWidth(label, px, LANE_NAME_WEIGHT));
  const x0 = compact ? 14 : Math.ceil(Math.max(0, ...names)) + 30;
  const x1 = size.width - (compact ? 10 : 16);
  const y0 = compact ? 3 : 6;
  const y1 = size.height - (compact ? 21 : 26);
  const weights = compact ? shownWeights(data, from, to, focus) : steadyWeights(data);
  const unit = (y1 - y0) / (weights.reduce((sum, weight) => sum + weight, 0) || 1);
  const holdsDeadlines = deadlineLanes(data);
  let top = y0;
  const lanes = weights.map((weight, thread) => {
    const height = weight * unit;
    const tall = holdsDeadlines.has(thread) && height >= TALL;
    const lane = { thread, top, height, y: tenth(top + height * (tall || !compact ? 0.62 : 0.5)), tall };
    top += height;
    return lane;
  });
  const perDay = (x1 - x0) / (to - from);
  const x = (day: number): number => tenth(x0 + (day - from) * perDay);
  const gutter = compact ? 0 : x0 - 12;
  const scale = size.height >= HIGH ? LARGER : 1;
  const radius = {
    plain: RADIUS.plain * scale,
    focus: RADIUS.focus * scale,
    small: RADIUS.small * scale,
  };
  return {
    width: size.width,
    height: size.height,
    px,
    radius,
    compact,
    x0,
    x1,
    y0,
    y1,
    lanes,
    gutter,
    x,
    from,
    to,
  };
}

function deadlineLanes({ marks }: TimelineData): Set<number> {
  return new Set(marks.filter(({ kind }) => kind === 'deadline').map(({ thread }) => thread));
}

/** The same in every scene, so that a lane is found where it was: a lane with deadlines also carries their flags. */
function steadyWeights(data: TimelineData): number[] {
  const deadlines = deadlineLanes(data);
  return data.threads.map(({ muted }, thread) => (muted ? 0.72 : deadlines.has(thread) ? 1.3 : 1));
}

/** On a phone the lanes share what little height there is by what they show. */
function shownWeights(data: TimelineData, from: number, to: number, focus: readonly string[]): number[] {
  const shown = data.marks.filter((mark) => touches(mark, from, to));
  return data.threads.map((_, thread) => {
    const own = shown.filter((mark) => mark.thread === thread);
    if (own.length === 0) return 0.35;
    const focused = own.some(({ id }) => focus.includes(id));
    const deadlines = own.some(({ kind }) => kind === 'deadline');
    return (focused ? 1.5 : 0.9) + (deadlines ? 0.5 : 0);
  });
}

/** Whether a mark's time touches a stretch of civil days. */
export function touches(mark: Pick<TimelineMark, 'from' | 'to'>, from: number, to: number): boolean {
  return mark.from < to && (mark.to ?? mark.from + 1e-6) > from;
}
