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
  /** Width, px, where the text is not set in the label face. */
  width?: number;
  /** Left out rather than laid over a line. */
  clear?: boolean;
  /** Where its middle may be instead of beside a mark: px from `x` and `y`, best first. */
  shifts?: readonly (readonly [x: number, y: number])[];
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
export const ANCHORS: readonly (readonly [x: number, y: number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
];

/** The box of a text beside a mark: at an anchor (see above), a reach away from its edge; px. */
export function boxAround(
  x: number,
  y: number,
  [rx, ry]: readonly [x: number, y: number],
  [ax, ay]: readonly [x: number, y: number],
  reach: number,
  width: number,
  size: number,
): Box {
  // At a corner the round mark is farther away than its box.
  const near = ax && ay ? 0.65 : 1;
  const height = size * LEADING;
  const cx = x + ax * ((rx + reach) * near + width / 2);
  const cy = y + ay * ((ry + reach) * near + height / 2);
  return { x0: cx - width / 2, y0: cy - height / 2, x1: cx + width / 2, y1: cy + height / 2 };
}

/** All boxes a label may take, best first. */
function candidates({ x, y, radius, size, shifts }: LabelRequest, width: number): Box[] {
  if (shifts) {
    return shifts.map(([dx, dy]) => boxAround(x + dx, y + dy, [0, 0], [0, 0], 0, width, size));
  }
  const reachOf = typeof radius === 'number' ? ([radius, radius] as const) : radius;
  const around = REACHES.flatMap((reach) =>
    ANCHORS.map((anchor) => boxAround(x, y, reachOf, anchor, reach, width, size)),
  );
  if (typeof radius === 'number') return around;
  const above = around.filter((_, i) => ANCHORS[i % ANCHORS.length]![0] === 0);
  const middle = boxAround(x, y, [0, 0], [0, 0], 0, width, size);
  return width < 2 * reachOf[0] || reachOf[0] === 0 ? [middle, ...above, ...around] : [...above, ...around];
}

/** Side of the squares in which points of lines are looked up, px. */
const CELL = 32;

/** Counts the points of lines in a box. */
function crossingsOf(lines: NonNullable<Surroundings['lines']>): (box: Box) => number {
  const cells = new Map<number, (readonly [number, number])[]>();
  const key = (column: number, row: number): number => column * 4096 + row;
  for (const point of lines) {
    const at = key(Math.floor(point[0] / CELL), Math.floor(point[1] / CELL));
    const cell = cells.get(at);
    if (cell) cell.push(point);
    else cells.set(at, [point]);
  }
  return ({ x0, y0, x1, y1 }) => {
    let count = 0;
    for (let column = Math.floor(x0 / CELL); column <= x1 / CELL; column++) {
      for (let row = Math.floor(y0 / CELL); row <= y1 / CELL; row++) {
        for (const [x, y] of cells.get(key(column, row)) ?? [])
          if (x > x0 && x < x1 && y > y0 && y < y1) count++;
      }
    }
    return count;
  };
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
  const crossings = crossingsOf(lines);
  for (const request of [...requests].sort((a, b) => b.priority - a.priority)) {
    const { id, text, size, weight = 400 } = request;
    let best: Box | undefined;
    let least = Infinity;
    candidates(request, request.width ?? measure(text, size, weight)).forEach((box, rank) => {
      // The rank alone is already dearer than what was found.
      if (rank >= least) return;
      const wide = grow(box, GAP);
      if (!within(box, frame)) return;
      if (placed.some((other) => overlaps(wide, other.box))) return;
      if (obstacles.some((other) => other.owner !== id && overlaps(wide, other))) return;
      const crossed = crossings(box);
      if (request.clear && crossed > 0) return;
      const cost = rank + 4 * crossed;
      if (cost < least) [best, least] = [box, cost];
    });
    if (best) placed.push({ id, text, size, weight, box: best });
  }
  return placed;
}
