/** Moving a view by hand: pure arithmetic on px and the plane. */
import { projectBounds, type PlaneBounds, type PlanePoint, type Size, type View } from '#model/projection.ts';
import type { MapData } from '../map-data.ts';
import { keepBetween, sceneView } from '../view.ts';

/** A point of the map, px from its top left corner. */
export type Point = readonly [x: number, y: number];

/** How far a hand may go. */
export interface Limits {
  /** px per plane unit: the widest view and the closest. */
  least: number;
  most: number;
  /** What there is to see, plane units; and the middle for a view that is larger. */
  bounds: PlaneBounds;
  middle: PlanePoint;
}

/** The narrowest view, degrees of longitude. */
const NARROWEST = 0.2;

/** No wider than the widest camera, no closer than a fifth of a degree, and where there is a map. */
export function limitsOf({ cameras, levels }: Pick<MapData, 'cameras' | 'levels'>, size: Size): Limits {
  const views = cameras.map(({ id, bounds }) => ({
    bounds: projectBounds(bounds),
    k: sceneView({ cameras, levels }, { camera: id }, size).k,
  }));
  const widest = views.reduce((a, b) => (b.k < a.k ? b : a));
  const [left, top, right, bottom] = widest.bounds;
  return {
    least: widest.k,
    most: Math.max(widest.k, size.width / (NARROWEST * 10)),
    bounds: levels[0]?.bounds ?? widest.bounds,
    middle: [(left + right) / 2, (top + bottom) / 2],
  };
}

/** The nearest view that is allowed. */
export function clampView(view: View, size: Size, { least, most, bounds, middle }: Limits): View {
  const k = Math.max(least, Math.min(most, view.k));
  const [left, top, right, bottom] = bounds;
  return {
    x: keepBetween(view.x, left, right, size.width / 2 / k, middle[0]),
    y: keepBetween(view.y, top, bottom, size.height / 2 / k, middle[1]),
    k,
  };
}

/** Closer by a factor (farther below 1) as far as allowed; what is under the point stays there. */
export function zoomAt(view: View, size: Size, [px, py]: Point, factor: number, limits: Limits): View {
  const k = Math.max(limits.least, Math.min(limits.most, view.k * factor));
  const apart = 1 / view.k - 1 / k;
  return clampView(
    { x: view.x + (px - size.width / 2) * apart, y: view.y + (py - size.height / 2) * apart, k },
    size,
    limits,
  );
}

/**
 * The view when one or two points of the map have been taken from `from` to `to`, px: what was under them goes with
 * them. Two that turn about one another do not turn the map.
 */
export function dragged(
  view: View,
  size: Size,
  from: readonly Point[],
  to: readonly Point[],
  limits: Limits,
): View {
  const [a, b] = [middleOf(from), middleOf(to)];
  const moved = { ...view, x: view.x - (b[0] - a[0]) / view.k, y: view.y - (b[1] - a[1]) / view.k };
  const spread = spreadOf(from);
  // Fingers on one another have no spread to compare with.
  return spread < 1 ? clampView(moved, size, limits) : zoomAt(moved, size, b, spreadOf(to) / spread, limits);
}

const middleOf = (points: readonly Point[]): Point => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];
const spreadOf = ([a, b]: readonly Point[]): number => (a && b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : 0);

/** The factor of one turn of a wheel, or of a pinch on a trackpad, which browsers tell as a wheel with Ctrl. */
export function wheelFactor(event: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  // Lines, pages, px.
  const unit = event.deltaMode === 1 ? 0.05 : event.deltaMode === 2 ? 1 : 0.002;
  const power = -event.deltaY * unit * (event.ctrlKey ? 5 : 1);
  return 2 ** Math.max(-1, Math.min(1, power));
}
