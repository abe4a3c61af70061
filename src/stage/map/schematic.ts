/** What stands in for geography where there is none: circles of distance, and a small map of the surroundings. */
import { grow, type Box } from '#model/boxes.ts';
import {
  fit,
  project,
  projectBounds,
  roundDown125,
  toScreen,
  unitsPerKm,
  visibleBounds,
  type PlanePoint,
  type Size,
  type View,
} from '#model/projection.ts';
import type { MapCamera, MapData, MapPlace } from './map-data.ts';
import { visibleLevels } from './view.ts';

export interface DistanceRing {
  km: number;
  /** Plane units. */
  x: number;
  y: number;
  r: number;
}

export interface Locator {
  /** px of the map. */
  box: Box;
  view: View;
  levels: string[];
  /** What the map shows, px from the box's corner. */
  frame: Box;
}

/** Where on a distance ring its number stands, in order of preference: radians clockwise from north. */
const RING_ANGLES = [0, -30, 30, -60, 60, -90, 90, 120, -120].map((degrees) => (degrees * Math.PI) / 180);

/** A small map in the lower right corner, of the closest camera with geography that holds the whole view. */
export function locatorOf(
  { cameras, levels }: MapData,
  view: View,
  size: Size,
  frame: Box,
): Locator | undefined {
  const [left, top, right, bottom] = visibleBounds(view, size);
  const around = cameras
    .filter(({ schematic }) => !schematic)
    .map(({ bounds }) => projectBounds(bounds))
    .filter(([l, t, r, b]) => l < left && t < top && r > right && b > bottom)
    .sort((a, b) => (a[2] - a[0]) * (a[3] - a[1]) - (b[2] - b[0]) * (b[3] - b[1]))[0];
  const width = Math.round(Math.max(72, Math.min(150, size.width * 0.2)));
  if (!around || size.width < 2.5 * width) return undefined;
  const small: Size = { width, height: Math.round(width * 0.75) };
  const smallView = fit(around, small);
  const [x0, y0] = toScreen(smallView, small, [left, top]);
  const [x1, y1] = toScreen(smallView, small, [right, bottom]);
  return {
    box: {
      x0: frame.x1 - 6 - small.width,
      y0: frame.y1 - 6 - small.height,
      x1: frame.x1 - 6,
      y1: frame.y1 - 6,
    },
    view: smallView,
    levels: visibleLevels(levels, smallView, small),
    // At least 5 px, so that it is seen.
    frame: grow({ x0, y0, x1, y1 }, Math.max(0, (5 - (x1 - x0)) / 2)),
  };
}

/** The first place a schematic camera labels is what its distances start from. */
export function ringCentre(data: MapData, camera: MapCamera | undefined): MapPlace | undefined {
  const id = camera?.labels[0];
  return data.places.find((place) => place.id === id);
}

/** Three circles of distance, at most as wide as the picture. */
export function distanceRings(centre: MapPlace, view: View, size: Size): DistanceRing[] {
  const [x, y] = project(centre.at);
  const perKm = unitsPerKm(centre.at[1]);
  const step = roundDown125(Math.min(size.width, size.height) / 2 / view.k / perKm / 1.6);
  return [1, 2, 3].map((n) => ({ km: step * n, x, y, r: step * n * perKm }));
}

/** Where the number of a ring may stand inside the frame, px; nothing where no part of the ring is in view. */
export function numberOnRing(
  { x, y, r }: Omit<DistanceRing, 'km'>,
  screen: (point: PlanePoint) => [number, number],
  { x0, y0, x1, y1 }: Box,
): [number, number] | undefined {
  return RING_ANGLES.map((angle) => screen([x + r * Math.sin(angle), y - r * Math.cos(angle)])).find(
    ([px, py]) => px > x0 + 24 && px < x1 - 24 && py > y0 + 8 && py < y1 - 40,
  );
}
