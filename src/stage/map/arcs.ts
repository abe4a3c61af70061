/** Arcs between cities, from what was said in one to what it led to in another. */
import type { Size, View } from '#model/projection.ts';
import type { Instant, Ref } from '#model/scene.ts';
import type { ThreadColour } from '#model/story.ts';
import type { MapArc } from './arc-data.ts';

export interface DrawnArc {
  id: string;
  /** Ids of the events. */
  from: Ref;
  to: Ref;
  /** SVG paths in plane units: the line, and the two strokes of its head. */
  d: string;
  head: string;
  colour: ThreadColour;
  /** UTC ms: begins to grow, has arrived. */
  start: number;
  end: number;
  /** px along the line, for names to keep off. */
  points: [number, number][];
}

/** Shorter than this, px, an arc says no more than the two names beside each other. */
const SHORTEST = 30;
/** More than these are a thicket. */
const MOST = 6;
/** Height of the bow as a share of the distance, and at most, px. */
const BOW = 0.16;
const HIGHEST = 64;
/** Between an arc's end and the edge of the place's mark, px. */
const GAP = 4;
/** Length of the head's strokes, px. */
const HEAD = 6;
const PIECES = 24;

interface End {
  id: string;
  x: number;
  y: number;
  radius: number;
}

/** @param pins the marks that stand for places, by the place's id; an arc needs both of its own */
export function drawArcs(
  arcs: readonly MapArc[],
  focus: ReadonlySet<Ref>,
  pins: ReadonlyMap<string, End>,
  view: View,
  size: Size,
): DrawnArc[] {
  const drawn: DrawnArc[] = [];
  const pairs = new Set<string>();
  for (const { from, to, a, b, start, end, colour } of arcs) {
    if (drawn.length === MOST) break;
    const cause = pins.get(a);
    const effect = pins.get(b);
    if (!focus.has(from) || !focus.has(to) || !cause || !effect) continue;
    if (pairs.has(`${cause.id}>${effect.id}`)) continue;
    const length = Math.hypot(effect.x - cause.x, effect.y - cause.y);
    if (length - cause.radius - effect.radius < SHORTEST) continue;
    pairs.add(`${cause.id}>${effect.id}`);
    const curve = bow(cause, effect, pairs.has(`${effect.id}>${cause.id}`));
    const toPlane = ([x, y]: Point): string =>
      [(x - size.width / 2) / view.k + view.x, (y - size.height / 2) / view.k + view.y]
        .map(hundredth)
        .join(' ');
    const [p0, c, p1] = curve;
    const angle = Math.atan2(p1[1] - c[1], p1[0] - c[0]);
    const barb = (turn: number): Point => [
      p1[0] - HEAD * Math.cos(angle + turn),
      p1[1] - HEAD * Math.sin(angle + turn),
    ];
    drawn.push({
      id: `${from}>${to}:${a}`,
      from,
      to,
      d: `M${toPlane(p0)}Q${toPlane(c)} ${toPlane(p1)}`,
      head: `M${toPlane(barb(0.5))}L${toPlane(p1)}L${toPlane(barb(-0.5))}`,
      colour,
      start,
      end,
      points: Array.from({ length: PIECES + 1 }, (_, i) => on(curve, i / PIECES)),
    });
  }
  return drawn;
}

/** How much of an arc has grown at a date, 0–1. */
export function grown({ start, end }: Pick<DrawnArc, 'start' | 'end'>, at: Instant): number {
  if (at.ms >= end) return 1;
  return at.ms <= start ? 0 : (at.ms - start) / (end - start);
}

type Point = readonly [x: number, y: number];
type Curve = readonly [from: Point, control: Point, to: Point];

const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** Bowed northwards, as the shortest way over a globe is on this map; the way back, if both are drawn, southwards. */
function bow(a: End, b: End, back: boolean): Curve {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy);
  const height = Math.min(HIGHEST, BOW * length);
  // Square to the line; upwards, or to the right where the line itself runs up and down.
  const side = (dx > 0 || (dx === 0 && dy < 0) ? 1 : -1) * (back ? -1 : 1);
  const control: Point = [
    (a.x + b.x) / 2 + (side * dy * 2 * height) / length,
    (a.y + b.y) / 2 - (side * dx * 2 * height) / length,
  ];
  const towards = (from: End): Point => {
    const [cx, cy] = [control[0] - from.x, control[1] - from.y];
    const reach = (from.radius + GAP) / Math.hypot(cx, cy);
    return [from.x + cx * reach, from.y + cy * reach];
  };
  return [towards(a), control, towards(b)];
}

function on([p0, c, p1]: Curve, t: number): [number, number] {
  const s = 1 - t;
  return [0, 1].map((i) => s * s * p0[i]! + 2 * s * t * c[i]! + t * t * p1[i]!) as [number, number];
}
