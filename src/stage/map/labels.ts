/** Greedy placement of map labels: the important ones first, none over another, over a mark or cut by an edge. */
import { grow, overlaps, within, type Box } from '#model/boxes.ts';

export interface LabelRequest {
  id: string;
  text: string;
  /** Middle of the mark the label belongs to, px. */
  x: number;
  y: number;
  /** Radius of that mark, px; or half the width and height of an area, within which the label may lie. */
  radius: number | readonly [x: number, y: number];
  /** Higher goes first; equals keep their order. */
  priority: number;
  /** Text size, px. */
  size: number;
  /** Font weight, 400 by default. */
  weight?: number;
}

export interface PlacedLabel {
  id: string;
  text: string;
  size: number;
  weight: number;
  box: Box;
}

/** The width of a text in px. */
export type Measure = (text: string, px: number, weight?: number) => number;

export interface Surroundings {
  /** Labels stay inside: the map without what lies over its edges. */
  frame: Box;
  /** Marks and overlays no label may touch; a label may touch what it owns. */
  obstacles: readonly (Box & { owner?: string })[];
  /** Points of drawn lines, px: a label keeps off them where it can. */
  lines?: readonly (readonly [x: number, y: number])[];
}

/** Height of a line of text as a multiple of its size: ascenders to descenders, and the halo. */
const LEADING = 1.2;
/** Least distance between two labels, px. */
const GAP = 2;
/** Distance between mark and label, px: near, and farther where nothing near is free. */
const REACHES = [3, 10];

/** Where a label may stand around its mark, best first: −1, 0, 1 for left/middle/right and above/level/below. */
const ANCHORS: readonly (readonly [x: number, y: number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
];

/** All boxes a label may take, best first. */
function candidates({ x, y, radius, size }: LabelRequest, width: number): Box[] {
  const height = size * LEADING;
  const [rx, ry] = typeof radius === 'number' ? [radius, radius] : radius;
  const at = (cx: number, cy: number): Box => ({
    x0: cx - width / 2,
    y0: cy - height / 2,
    x1: cx + width / 2,
    y1: cy + height / 2,
  });
  const around = REACHES.flatMap((reach) =>
    ANCHORS.map(([ax, ay]) => {
      // At a corner the round mark is farther away than its box.
      const near = ax && ay ? 0.65 : 1;
      return at(x + ax * ((rx + reach) * near + width / 2), y + ay * ((ry + reach) * near + height / 2));
    }),
  );
  if (typeof radius === 'number') return around;
  const above = around.filter((_, i) => ANCHORS[i % ANCHORS.length]![0] === 0);
  return width < 2 * rx || rx === 0 ? [at(x, y), ...above, ...around] : [...above, ...around];
}

/**
 * Places each label where it disturbs least.
 * @returns the labels that found room, in order of placement; the others are left out
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  { frame, obstacles, lines = [] }: Surroundings,
  measure: Measure,
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const request of [...requests].sort((a, b) => b.priority - a.priority)) {
    const { id, text, size, weight = 400 } = request;
    let best: Box | undefined;
    let least = Infinity;
    candidates(request, measure(text, size, weight)).forEach((box, rank) => {
      // The rank alone is already dearer than what was found.
      if (rank >= least) return;
      const wide = grow(box, GAP);
      if (!within(box, frame)) return;
      if (placed.some((other) => overlaps(wide, other.box))) return;
      if (obstacles.some((other) => other.owner !== id && overlaps(wide, other))) return;
      const crossed = lines.filter(([x, y]) => overlaps(box, { x0: x, y0: y, x1: x, y1: y })).length;
      const cost = rank + 4 * crossed;
      if (cost < least) [best, least] = [box, cost];
    });
    if (best) placed.push({ id, text, size, weight, box: best });
  }
  return placed;
}
