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

/** The view a scene asks for on a map of that size. */
export function sceneView(
  data: Pick<MapData, 'cameras'>,
  scene: Scene,
  size: Size,
  insets: Insets = NO_INSETS,
): View {
  // On a tiny map padding must not eat the picture.
  const edge = Math.min(PADDING, size.width / 20, size.height / 20);
  const padding = {
    top: insets.top + edge,
    right: insets.right + edge,
    bottom: insets.bottom + edge,
    left: insets.left + edge,
  };
  return viewFor(scene.camera, data.cameras, size, padding);
}

/** The levels that a view needs: the finest that suits its scale, and coarser ones where that does not reach. */
export function visibleLevels(levels: readonly MapLevel[], view: View, size: Size): string[] {
  const [left, top, right, bottom] = visibleBounds(view, size);
  const needed: string[] = [];
  for (const { id, minScale, bounds } of [...levels].reverse()) {
    if (minScale > view.k * 10) continue;
    const [l, t, r, b] = bounds;
    if (l >= right || r <= left || t >= bottom || b <= top) continue;
    needed.unshift(id);
    if (l <= left && r >= right && t <= top && b >= bottom) break;
  }
  return needed;
}

/** The view as a free camera, for addresses and for zooming from where one is. */
export function viewAsCamera(view: View, size: Size): Exclude<Scene['camera'], string> {
  return { centre: unproject([view.x, view.y]), width: size.width / view.k / 10 };
}
