/** Arcs from cause to consequence, for what is in focus. */
import { tenth, type Box } from '#model/boxes.ts';
import type { PlacedMark } from './marks.ts';

export interface Arc {
  id: string;
  /** Ids of cause and consequence. */
  from: string;
  to: string;
  /** An SVG path, from the cause to the consequence, with a small head there. */
  d: string;
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

export function placeArcs(marks: readonly PlacedMark[]): Arc[] {
  const byIndex = new Map(marks.map((mark) => [mark.index, mark]));
  const pairs = marks.flatMap((consequence) =>
    (consequence.mark.links ?? []).flatMap((index) => {
      const cause = byIndex.get(index);
      if (!cause) return [];
      const nearest = cause.focused && consequence.focused ? NEAREST : NEAREST_WEAK;
      return consequence.x - cause.x >= nearest ? [{ cause, consequence }] : [];
    }),
  );
  const fanOut = new Map<PlacedMark, number>();
  for (const { cause, consequence } of pairs) {
    if (!consequence.focused) fanOut.set(cause, (fanOut.get(cause) ?? 0) + 1);
  }
  return pairs
    .filter(
      ({ cause, consequence }) => consequence.focused || (cause.focused && (fanOut.get(cause) ?? 0) <= FEW),
    )
    .map(({ cause, consequence }) => ({
      id: `${cause.mark.id}>${consequence.mark.id}`,
      from: cause.mark.id,
      to: consequence.mark.id,
      strong: cause.focused && consequence.focused,
      ...arcCurve(cause, consequence),
    }));
}

/** Leaves and arrives level between lanes; within a lane it bows upwards. */
function arcCurve(cause: PlacedMark, consequence: PlacedMark): Pick<Arc, 'd' | 'boxes'> {
  const leave = cause.length > 0 ? Math.min(cause.length, consequence.x - cause.x - NEAREST) : cause.r + 1;
  const x0 = cause.x + leave;
  const x1 = consequence.x - (consequence.length > 0 ? 1 : consequence.r + 2);
  const [y0, y1] = [cause.y, consequence.y];
  const dx = x1 - x0;
  const level = Math.abs(y1 - y0) >= 12;
  const bow = level ? 0 : Math.min(16, 5 + dx / 14);
  const reach = level ? Math.max(dx * 0.5, Math.min(dx, 10)) : dx * 0.3;
  const [cx, cy] = [x1 - reach, y1 - bow];
  const points = [
    [x0, y0],
    [x0 + reach, y0 - bow],
    [cx, cy],
    [x1, y1],
  ] as const satisfies Point[];
  const [start, first, second, end] = points.map(([x, y]) => `${tenth(x)} ${tenth(y)}`);
  const d = `M${start}C${first} ${second} ${end}${head(x1, y1, Math.atan2(y1 - cy, x1 - cx))}`;
  return { d, boxes: pieces(points) };
}

type Point = readonly [x: number, y: number];

/** A cubic Bézier curve cut into boxes. */
function pieces(points: readonly [Point, Point, Point, Point]): Box[] {
  const at = (t: number, axis: 0 | 1): number => {
    const [a, b, c, d] = points.map((point) => point[axis]) as [number, number, number, number];
    const s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  };
  return Array.from({ length: PIECES }, (_, index) => {
    const [t0, t1] = [index / PIECES, (index + 1) / PIECES];
    const [xa, xb, ya, yb] = [at(t0, 0), at(t1, 0), at(t0, 1), at(t1, 1)];
    return { x0: Math.min(xa, xb), y0: Math.min(ya, yb) - 1, x1: Math.max(xa, xb), y1: Math.max(ya, yb) + 1 };
  });
}

/** Two short strokes that point along `angle`. */
function head(x: number, y: number, angle: number): string {
  const barb = (turn: number): string =>
    `${tenth(x - HEAD * Math.cos(angle + turn))} ${tenth(y - HEAD * Math.sin(angle + turn))}`;
  return `M${barb(0.6)}L${tenth(x)} ${tenth(y)}L${barb(-0.6)}`;
}
