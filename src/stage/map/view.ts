/** Which view a scene asks for, and which levels of detail that view needs. */
import {
  NO_INSETS,
  unproject,
  viewFor,
  visibleBounds,
  type Insets,
  type Size,
  type View,
} from '#model/projection.ts';
import type { Scene } from '#model/scene.ts';
import type { MapCamera, MapData, MapLevel } from './map-data.ts';

/** Between a camera's bounds and the edge, px, so that a mark on the bounds is not cut. */
const PADDING = 14;

/** The camera a scene names, or nothing for a free one. */
export function namedCamera(
  { cameras }: Pick<MapData, 'cameras'>,
  scene: Pick<Scene, 'camera'>,
): MapCamera | undefined {
  return typeof scene.camera === 'string' ? cameras.find(({ id }) => id === scene.camera) : undefined;
}

/** A free view this much wider than a schematic's is none any more. */
const SCHEMATIC_REACH = 1.6;

/**
 * The camera whose labels and ways a view takes: the one a scene names. A free view inside a schematic's is drawn as
 * that schematic, for want of geography; any other names what the cameras name, the nearest in scale first.
 */
export function cameraOf(
  data: Pick<MapData, 'cameras'>,
  scene: Pick<Scene, 'camera'>,
  view: View,
  size: Size,
): MapCamera | undefined {
  if (typeof scene.camera === 'string') return namedCamera(data, scene);
  const wide = size.width / view.k;
  const [lon, lat] = scene.camera.centre;
  const schematic = data.cameras.find(
    ({ schematic, bounds: [west, south, east, north] }) =>
      schematic &&
      wide <= (east - west) * 10 * SCHEMATIC_REACH * Math.max(1, size.width / size.height) &&
      lon >= west &&
      lon <= east &&
      lat >= south &&
      lat <= north,
  );
  if (schematic) return schematic;
  const farness = ({ bounds: [west, , east] }: MapCamera): number =>
    Math.abs(Math.log(((east - west) * 10) / wide));
  const near = data.cameras.filter(({ schematic }) => !schematic).sort((a, b) => farness(a) - farness(b));
  const labels = [...new Set(near.flatMap((camera) => camera.labels))];
  return near[0] && { ...near[0], labels };
}

/**
 * The nearest to `value` whose reach of `half` to either side stays between two ends; `otherwise` where that finds no
 * room between them.
 */
export function keepBetween(
  value: number,
  from: number,
  to: number,
  half: number,
  otherwise: number,
): number {
  return to - from < 2 * half ? otherwise : Math.max(from + half, Math.min(to - half, value));
}

/**
 * The view a scene asks for on a map of that size. A named camera's is moved where a very wide map would show what
 * lies beyond the base map; a free camera's is as a hand left it, whatever lies over the map.
 */
export function sceneView(
  data: Pick<MapData, 'cameras' | 'levels'>,
  scene: Pick<Scene, 'camera'>,
  size: Size,
  insets: Insets = NO_INSETS,
): View {
  if (typeof scene.camera !== 'string') return viewFor(scene.camera, data.cameras, size);
  // On a tiny map padding must not eat the picture.
  const edge = Math.min(PADDING, size.width / 20, size.height / 20);
  const padding = {
    top: insets.top + edge,
    right: insets.right + edge,
    bottom: insets.bottom + edge,
    left: insets.left + edge,
  };
  const { x, y, k } = viewFor(scene.camera, data.cameras, size, padding);
  const [base] = data.levels;
  if (!base) return { x, y, k };
  const [left, top, right, bottom] = base.bounds;
  return {
    x: keepBetween(x, left, right, size.width / 2 / k, x),
    y: keepBetween(y, top, bottom, size.height / 2 / k, y),
    k,
  };
}

/**
 * The levels that a view needs: the finest that suits its scale, and coarser ones where that does not reach.
 * @param factor how much larger than laid out the map is drawn
 */
export function visibleLevels(levels: readonly MapLevel[], view: View, size: Size, factor = 1): string[] {
  const [left, top, right, bottom] = visibleBounds(view, size);
  const needed: string[] = [];
  for (const { id, minScale, bounds } of [...levels].reverse()) {
    if (minScale > view.k * 10 * factor) continue;
    const [l, t, r, b] = bounds;
    if (l >= right || r <= left || t >= bottom || b <= top) continue;
    needed.unshift(id);
    if (l <= left && r >= right && t <= top && b >= bottom) break;
  }
  return needed;
}

/** The view as a free camera: on a map of that size `sceneView` gives it back. */
export function viewAsCamera(view: View, size: Size): Exclude<Scene['camera'], string> {
  return { centre: unproject([view.x, view.y]), width: size.width / view.k / 10 };
}
