/**
 * The one Mercator plane that base map, routes and pins share, and the views onto it.
 *
 * Plane units are tenths of a degree of longitude: x = 10 · longitude, y = −10 · Mercator latitude, so y grows
 * southwards as on a screen. Pure arithmetic; nothing here needs a projection library in the browser.
 */
import type { Camera, LonLat } from './scene.ts';

/** A point of the plane, in plane units. */
export type PlanePoint = readonly [x: number, y: number];
/** West, south, east, north in WGS84 degrees. */
export type LonLatBounds = readonly [west: number, south: number, east: number, north: number];
/** Left, top, right, bottom in plane units. */
export type PlaneBounds = readonly [left: number, top: number, right: number, bottom: number];

/** Where a map of a known size looks: plane point at its middle, and CSS px per plane unit. */
export interface View {
  x: number;
  y: number;
  /** CSS px per plane unit; ten times this is px per degree of longitude. */
  k: number;
}

/** CSS px. */
export interface Size {
  width: number;
  height: number;
}

/** CSS px to keep free on each side. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

/** Plane units per radian of longitude. */
const UNITS = 1800 / Math.PI;
/** Beyond this latitude the Mercator plane is cut, as everywhere on the web. */
const MAX_LAT = 85.05;
/** Mean radius of the Earth, km. */
const EARTH_KM = 6371.0088;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** WGS84 degrees to plane units. */
export function project([lon, lat]: LonLat): PlanePoint {
  const phi = radians(Math.max(-MAX_LAT, Math.min(MAX_LAT, lat)));
  return [lon * 10, -UNITS * Math.log(Math.tan(Math.PI / 4 + phi / 2))];
}

/** Plane units to WGS84 degrees. */
export function unproject([x, y]: PlanePoint): LonLat {
  return [x / 10, ((2 * Math.atan(Math.exp(-y / UNITS)) - Math.PI / 2) * 180) / Math.PI];
}

/** The plane rectangle of a lon/lat rectangle. */
export function projectBounds([west, south, east, north]: LonLatBounds): PlaneBounds {
  const [left, top] = project([west, north]);
  const [right, bottom] = project([east, south]);
  return [left, top, right, bottom];
}

/** The closest view in which all of `bounds` is visible inside the padding, its middle in the free part. */
export function fit(bounds: PlaneBounds, size: Size, padding: Insets = NO_INSETS): View {
  const [left, top, right, bottom] = bounds;
  const freeWidth = Math.max(1, size.width - padding.left - padding.right);
  const freeHeight = Math.max(1, size.height - padding.top - padding.bottom);
  const k = Math.min(freeWidth / Math.max(1e-6, right - left), freeHeight / Math.max(1e-6, bottom - top));
  return {
    x: (left + right) / 2 + (padding.right - padding.left) / 2 / k,
    y: (top + bottom) / 2 + (padding.bottom - padding.top) / 2 / k,
    k,
  };
}

/**
 * The view of a scene's camera. A name stands for everything inside its bounds; an unknown name for the first
 * camera (the content check refuses unknown names, an address typed by hand may hold one). A free camera
 * `{ centre, width }` shows `width` degrees of longitude across the free part.
 */
export function viewFor(
  camera: Camera,
  cameras: readonly { id: string; bounds: LonLatBounds }[],
  size: Size,
  padding: Insets = NO_INSETS,
): View {
  if (typeof camera === 'string') {
    const named = cameras.find(({ id }) => id === camera) ?? cameras[0];
    if (!named) throw new RangeError('the map has no cameras');
    return fit(projectBounds(named.bounds), size, padding);
  }
  const [x, y] = project(camera.centre);
  const half = camera.width * 5;
  return fit([x - half, y, x + half, y], size, padding);
}

/** Plane point to CSS px from the top left corner of a map of that size. */
export function toScreen(view: View, size: Size, [x, y]: PlanePoint): [left: number, top: number] {
  return [(x - view.x) * view.k + size.width / 2, (y - view.y) * view.k + size.height / 2];
}

/** The plane rectangle a map of that size shows. */
export function visibleBounds(view: View, size: Size): PlaneBounds {
  const halfWidth = size.width / 2 / view.k;
  const halfHeight = size.height / 2 / view.k;
  return [view.x - halfWidth, view.y - halfHeight, view.x + halfWidth, view.y + halfHeight];
}

/** Great-circle distance, km. */
export function distanceKm(a: LonLat, b: LonLat): number {
  const phi1 = radians(a[1]);
  const phi2 = radians(b[1]);
  const h =
    Math.sin((phi2 - phi1) / 2) ** 2 +
    Math.cos(phi1) * Math.cos(phi2) * Math.sin(radians(b[0] - a[0]) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** How many plane units one km is at a latitude (degrees): Mercator enlarges towards the poles. */
export function unitsPerKm(lat: number): number {
  return UNITS / (EARTH_KM * Math.cos(radians(lat)));
}

/** The largest of 1, 2, 5, 10, 20, 50 … that is at most `limit`. */
export function roundDown125(limit: number): number {
  const power = 10 ** Math.floor(Math.log10(limit));
  const lead = limit / power;
  return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
}

/** A scale bar at most `maxPx` long: whole km (1, 2 or 5 times a power of ten), true at the view's centre. */
export function scaleBar(view: View, maxPx: number): { km: number; px: number } {
  const pxPerKm = unitsPerKm(unproject([view.x, view.y])[1]) * view.k;
  const km = roundDown125(maxPx / pxPerKm);
  return { km, px: km * pxPerKm };
}
