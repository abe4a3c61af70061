/** Arcs from cause to consequence, for what is in focus or lit. */
import { overlaps, tenth, type Box } from '#model/boxes.ts';
import type { PlacedMark } from './marks.ts';

export interface Arc {
  id: string;
  /** Ids of cause and consequence. */
  from: string;
  to: string;
  /** An SVG path from the cause to the consequence. */
  d: string;
  /** Its arrowhead, apart: a line that draws itself would draw the head too early. */
  head: string;
  /** Both ends are in focus. */
  strong: boolean;
  /** What the curve passes through, in pieces, for names to keep off. */
  boxes: Box[];
}

/** Nearer than this, px, an arc would be a blot; one with an end out of focus needs more room to be worth it. */
const NEAREST = 18;
const NEAREST_WEAK = 40;
/** A cause in focus shows its consequences that are not only if they are this few: else they are a thicket. */
const FEW = 3;
const HEAD = 4;
const PIECES = 12;

interface Pair {
  cause: PlacedMark;
  consequence: PlacedMark;
}

/**
 * The arcs of the marks in focus.
 * @param names what the curves would rather not pass under, px
 */
export function placeArcs(marks: readonly PlacedMark[], names: readonly Box[] = []): Arc[] {
  const pairs = pairsOf(marks).filter(({ cause, consequence }) =>
    farEnough(cause, consequence, cause.focused && consequence.focused ? NEAREST : NEAREST_WEAK),
  );
  const fanOut = new Map<PlacedMark, number>();
  for (const { cause, consequence } of pairs) {
    if (!consequence.focused) fanOut.set(cause, (fanOut.get(cause) ?? 0) + 1);
  }
  return pairs
    .filter(
      ({ cause, consequence }) => consequence.focused || (cause.focused && (fanOut.get(cause) ?? 0) <= FEW),
    )
    .map((pair) => arc(pair, names));
}

/** All arcs that begin or end at one of `ids`, for as long as those are lit. */
export function arcsOf(marks: readonly PlacedMark[], ids: ReadonlySet<string>): Arc[] {
  if (ids.size === 0) return [];
  return pairsOf(marks)
    .filter(
      ({ cause, consequence }) =>
        (ids.has(cause.mark.id) || ids.has(consequence.mark.id)) && farEnough(cause, consequence, NEAREST),
    )
    .map((pair) => arc(pair, []));
}

/** Every drawn mark with each drawn mark that led to it. */
function pairsOf(marks: readonly PlacedMark[]): Pair[] {
  const byIndex = new Map(marks.map((mark) => [mark.index, mark]));
  return marks.flatMap((consequence) =>
    (consequence.mark.links ?? []).flatMap((index) => {
      const cause = byIndex.get(index);
      return cause ? [{ cause, consequence }] : [];
    }),
  );
}

function farEnough(cause: PlacedMark, consequence: PlacedMark, nearest: number): boolean {
  return consequence.x - cause.x >= nearest;
}

/** Of the curves an arc may take the first that passes under fewest names. */
function arc({ cause, consequence }: Pair, names: readonly Box[]): Arc {
  let best: Pick<Arc, 'd' | 'head' | 'boxes'> | undefined;
  let least = Infinity;
  for (const points of curves(cause, consequence)) {
    const boxes = pieces(points);
    // Out of the strip is as bad as under a name.
    const under = boxes.filter((box) => box.y0 < 0 || names.some((name) => overlaps(box, name))).length;
    if (under >= least) continue;
    least = under;
    const [start, first, second, end] = points.map(([x, y]) => `${tenth(x)} ${tenth(y)}`);
    const [[cx, cy], [x1, y1]] = [points[2], points[3]];
    best = {
      d: `M${start}C${first} ${second} ${end}`,
      head: head(x1, y1, Math.atan2(y1 - cy, x1 - cx)),
      boxes,
    };
    if (under === 0) break;
  }
  return {
    id: `${cause.mark.id}>${consequence.mark.id}`,
    from: cause.mark.id,
    to: consequence.mark.id,
    strong: cause.focused && consequence.focused,
    ...(best as Pick<Arc, 'd' | 'head' | 'boxes'>),
  };
}

type Point = readonly [x: number, y: number];
type Curve = readonly [Point, Point, Point, Point];

/** Leaves and arrives level between lanes, sooner or later; within a lane it bows upwards, or downwards. */
function curves(cause: PlacedMark, consequence: PlacedMark): Curve[] {
  const leave = cause.length > 0 ? Math.min(cause.length, consequence.x - cause.x - NEAREST) : cause.r + 1;
  const x0 = cause.x + leave;
  const x1 = consequence.x - (consequence.length > 0 ? 1 : consequence.r + 2);
  const [y0, y1] = [cause.y, consequence.y];
  const dx = x1 - x0;
  const curve = (first: number, last: number, bow: number): Curve => [
    [x0, y0],
    [x0 + first, y0 - bow],
    [x1 - last, y1 - bow],
    [x1, y1],
  ];
  if (Math.abs(y1 - y0) >= 12) {
    const reach = Math.max(dx * 0.5, Math.min(dx, 10));
    return [
      curve(reach, reach, 0),
      curve(dx * 0.2, dx * 0.85, 0),
      curve(dx * 0.85, dx * 0.2, 0),
      curve(dx * 0.05, dx * 0.95, 0),
      curve(dx * 0.95, dx * 0.05, 0),
    ];
  }
  const bow = Math.min(16, 5 + dx / 14);
  return [bow, -bow, bow * 1.6, -bow * 1.6].map((height) => curve(dx * 0.3, dx * 0.3, height));
}

/** A cubic Bézier curve cut into boxes. */
function pieces([[ax, ay], [bx, by], [cx, cy], [dx, dy]]: Curve): Box[] {
  const boxes: Box[] = [];
  let [x0, y0] = [ax, ay];
  for (let piece = 1; piece <= PIECES; piece += 1) {
    const t = piece / PIECES;
    const s = 1 - t;
    const x1 = s * s * s * ax + 3 * s * s * t * bx + 3 * s * t * t * cx + t * t * t * dx;
    const y1 = s * s * s * ay + 3 * s * s * t * by + 3 * s * t * t * cy + t * t * t * dy;
    boxes.push({
      x0: Math.min(x0, x1),
      y0: Math.min(y0, y1) - 1,
      x1: Math.max(x0, x1),
      y1: Math.max(y0, y1) + 1,
    });
    [x0, y0] = [x1, y1];
  }
  return boxes;
}

/** Two short strokes that point along `angle`. */
function head(x: number, y: number, angle: number): string {
  const barb = (turn: number): string =>
    `${tenth(x - HEAD * Math.cos(angle + turn))} ${tenth(y - HEAD * Math.sin(angle + turn))}`;
  return `M${barb(0.6)}L${tenth(x)} ${tenth(y)}L${barb(-0.6)}`;
}
