/** The lines of voyages and the places of ships at a date. */
import { project, toScreen, type PlanePoint, type Size, type View } from '#model/projection.ts';
import type { Instant } from '#model/scene.ts';
import { positionAt, stretch, track, voyageState, type Track } from '#model/voyage-track.ts';
import type { MapData, MapVoyage } from './map-data.ts';

/** Every how many px along a line a label looks whether it would cover it. */
const LINE_STEP = 6;

export interface RoutePiece {
  /** SVG path in plane units. */
  d: string;
  part: 'sailed' | 'ahead';
  river: boolean;
}

export interface DrawnRoute {
  id: string;
  focused: boolean;
  underWay: boolean;
  pieces: RoutePiece[];
}

/** What is the same from frame to frame while the date moves, kept per voyage. */
export interface Kept {
  line: Track;
  /** The shares of the way (0–1) between which the line is drawn: outside areas that stand for no known position. */
  shown: readonly [from: number, to: number];
  /** The pieces of the whole line, all ahead or all sailed. */
  ahead?: RoutePiece[];
  sailed?: RoutePiece[];
  /** Points on the screen, for one view of one size. */
  onScreen?: { key: string; points: [number, number][] };
}
const kept = new WeakMap<MapVoyage, Kept>();

export function keptOf(voyage: MapVoyage, areas: MapData['areas']): Kept {
  let known = kept.get(voyage);
  if (!known) {
    const line = track(voyage.route, voyage);
    kept.set(voyage, (known = { line, shown: outsideAreas(voyage, line, areas) }));
  }
  return known;
}

/** A line that begins or ends in an area begins or ends at the area’s edge: a point inside would be made up. */
function outsideAreas({ from, to }: MapVoyage, line: Track, areas: MapData['areas']): [number, number] {
  const inside = (id: string): ((t: number) => boolean) => {
    const ring = areas.find((area) => area.id === id)?.ring.map(project);
    return (t) => ring !== undefined && inRing(positionAt(line, t).point, ring);
  };
  const edge = (isInside: (t: number) => boolean, steps: readonly number[]): number =>
    steps.find((t) => !isInside(t)) ?? steps[0]!;
  const steps = Array.from({ length: 401 }, (_, i) => i / 400);
  return [edge(inside(from), steps), edge(inside(to), steps.toReversed())];
}

function inRing([x, y]: PlanePoint, ring: readonly PlanePoint[]): boolean {
  return ring.reduce((within, [ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!;
    return ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay) ? !within : within;
  }, false);
}

/** SVG path text of points of the plane. */
export const svgPath = (points: readonly PlanePoint[], close = false): string =>
  points.length < 2
    ? ''
    : `M${points.map(([x, y]) => `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`).join('L')}${close ? 'Z' : ''}`;

/** A voyage's line, if the scene shows it, and its ship, if its place is known. */
export function drawVoyage(
  voyage: MapVoyage,
  known: Kept,
  at: Instant,
  focused: boolean,
  whole: boolean,
): { route?: DrawnRoute; ship?: { id: string; name: string; point: PlanePoint; heading: number } } {
  const state = voyageState(voyage, at);
  const underWay = state.kind === 'under-way';
  if (!focused && !underWay && !(state.kind === 'arrived' && whole)) return {};
  const sailed = underWay ? state.t : state.kind === 'arrived' ? 1 : 0;
  const route = { id: voyage.id, focused, underWay, pieces: routePieces(known, sailed) };
  // On its day of arrival a ship is still shown, in port; later its place is not known.
  const moored = state.kind === 'arrived' && voyage.depart && voyage.arrive && at.ms < voyage.arrive.end;
  const placed = (underWay || moored) && sailed >= known.shown[0] && sailed <= known.shown[1];
  if (!placed) return { route };
  return { route, ship: { id: voyage.id, name: voyage.shipName, ...positionAt(known.line, sailed) } };
}

/** A line cut where the ship is and where rivers end and begin. */
function routePieces(known: Kept, sailed: number): RoutePiece[] {
  const whole = sailed === 0 ? 'ahead' : sailed === 1 ? 'sailed' : undefined;
  if (whole && known[whole]) return known[whole];
  const { line, shown } = known;
  const { riverTo, riverFrom } = line;
  const cuts = [...new Set([...shown, riverTo, riverFrom, sailed])]
    .filter((cut) => cut >= shown[0] && cut <= shown[1])
    .sort((a, b) => a - b);
  const pieces = cuts.slice(1).flatMap((to, i): RoutePiece[] => {
    const from = cuts[i]!;
    const d = svgPath(stretch(line, from, to));
    return d
      ? [{ d, part: to <= sailed ? 'sailed' : 'ahead', river: to <= riverTo || from >= riverFrom }]
      : [];
  });
  if (whole) known[whole] = pieces;
  return pieces;
}

/** Points along a drawn route on the screen. */
export function along(known: Kept, view: View, size: Size): [number, number][] {
  const key = [view.x, view.y, view.k, size.width, size.height].join();
  if (known.onScreen?.key !== key) known.onScreen = { key, points: pointsAlong(known.line, view, size) };
  return known.onScreen.points;
}

function pointsAlong(line: Track, view: View, size: Size): [number, number][] {
  const points = line.points.map((point) => toScreen(view, size, point));
  const out = (a: number, b: number, limit: number): boolean => (a < 0 && b < 0) || (a > limit && b > limit);
  return points.flatMap(([x, y], i) => {
    const [nx, ny] = points[i + 1] ?? [x, y];
    if (out(x, nx, size.width) || out(y, ny, size.height)) return [];
    const steps = Math.max(1, Math.ceil(Math.hypot(nx - x, ny - y) / LINE_STEP));
    return Array.from({ length: steps }, (_, s): [number, number] => [
      x + ((nx - x) * s) / steps,
      y + ((ny - y) * s) / steps,
    ]);
  });
}
