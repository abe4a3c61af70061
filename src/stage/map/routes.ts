/** The lines of voyages: worked out once for each voyage, whatever the date and the view. */
import { project, toScreen, type PlanePoint, type Size, type View } from '#model/projection.ts';
import { positionAt, stretch, track, type Track, type TrackPosition } from '#model/voyage-track.ts';
import type { MapData, MapVoyage } from './map-data.ts';

/** Every how many px along a line a label looks whether it would cover it. */
const LINE_STEP = 6;

/** A part of a line that is drawn in one way. `from` and `to` are shares (0–1) of the whole way. */
export interface RoutePiece {
  /** SVG path in plane units. */
  d: string;
  river: boolean;
  from: number;
  to: number;
}

/** What is the same from frame to frame and from scene to scene, kept per voyage. */
export interface Kept {
  line: Track;
  /** The shares of the way (0–1) between which the line is drawn: outside areas that stand for no known position. */
  shown: readonly [from: number, to: number];
  pieces: readonly RoutePiece[];
  /** Points on the screen, for one view of one size. */
  onScreen?: { key: string; points: [number, number][] };
}
const kept = new WeakMap<MapVoyage, Kept>();

export function keptOf(voyage: MapVoyage, areas: MapData['areas']): Kept {
  let known = kept.get(voyage);
  if (!known) {
    const line = track(voyage.route, voyage);
    const shown = outsideAreas(voyage, line, areas);
    kept.set(voyage, (known = { line, shown, pieces: routePieces(line, shown) }));
  }
  return known;
}

/** A line that begins or ends in an area begins or ends at the area’s edge: a point inside would be made up. */
function outsideAreas({ from, to }: MapVoyage, line: Track, areas: MapData['areas']): [number, number] {
  const edgeOf = (id: string, inner: 0 | 1): number => {
    const ring = areas.find((area) => area.id === id)?.ring.map(project);
    if (!ring || !inRing(positionAt(line, inner).point, ring)) return inner;
    let [inside, outside] = [inner as number, 1 - inner];
    // From the end the line leaves the area once; to a thousandth of a unit is closer than the eye sees.
    while (Math.abs(inside - outside) * line.length > 1e-3) {
      const middle = (inside + outside) / 2;
      if (inRing(positionAt(line, middle).point, ring)) inside = middle;
      else outside = middle;
    }
    return outside;
  };
  return [edgeOf(from, 0), edgeOf(to, 1)];
}

export function inRing([x, y]: PlanePoint, ring: readonly PlanePoint[]): boolean {
  return ring.reduce((within, [ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!;
    return ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay) ? !within : within;
  }, false);
}

/** SVG path text of points of the plane, in hundredths of a unit: steps from point to point, which are short. */
export function svgPath(points: readonly PlanePoint[], close = false): string {
  if (points.length < 2) return '';
  let [x, y] = [0, 0];
  const steps = points.map(([px, py]) => {
    const [nx, ny] = [Math.round(px * 100), Math.round(py * 100)];
    const step = `${short(nx - x)} ${short(ny - y)}`;
    [x, y] = [nx, ny];
    return step;
  });
  return `m${steps.join(' ').replaceAll(' -', '-')}${close ? 'z' : ''}`;
}

/** Hundredths as a number without a leading zero. */
const short = (hundredths: number): string => String(hundredths / 100).replace(/^(-?)0\./, '$1.');

/** A line cut where rivers end and begin. */
function routePieces(line: Track, shown: Kept['shown']): RoutePiece[] {
  const { riverTo, riverFrom } = line;
  const cuts = [...new Set([...shown, riverTo, riverFrom])]
    .filter((cut) => cut >= shown[0] && cut <= shown[1])
    .sort((a, b) => a - b);
  return cuts.slice(1).flatMap((to, i): RoutePiece[] => {
    const from = cuts[i]!;
    const d = svgPath(stretch(line, from, to));
    return d ? [{ d, river: to <= riverTo || from >= riverFrom, from, to }] : [];
  });
}

/** The ship's place after a share of the way, its bow along the mean of what lies `reach` units before and behind. */
export function placeOnLine(line: Track, t: number, reach: number): TrackPosition {
  const part = reach / (line.length || 1);
  const [ax, ay] = positionAt(line, t - part).point;
  const [bx, by] = positionAt(line, t + part).point;
  const { point } = positionAt(line, t);
  return { point, heading: ((Math.atan2(bx - ax, ay - by) * 180) / Math.PI + 360) % 360 };
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
