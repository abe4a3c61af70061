/** What overlays on the map leave free of it: for the names on it, and for its camera. */
import type { Box } from '#model/boxes.ts';
import { NO_INSETS, project, toScreen, type Insets } from '#model/projection.ts';
import type { Scene } from '#model/scene.ts';
import type { MapData } from './map/map-data.ts';
import { sceneView } from './map/view.ts';
import type { ElementSize } from './sized.ts';

/** A mark this close to the readout counts as hidden by it, px: its label needs room. */
const NEAR = 24;
/** The air around the tools, px. */
const AIR = 12;

/**
 * The corners of readout and tools, which labels keep clear of, px; the readout's comes first.
 * @param inset where the readout's corner is
 */
export function coveredCorners(
  width: number,
  card: ElementSize,
  tools: ElementSize,
  inset: { x: number; y: number },
): Box[] {
  const boxes =
    tools.width > 0 ? [{ x0: width - tools.width - AIR, y0: 0, x1: width, y1: tools.height + AIR }] : [];
  if (card.width === 0) return boxes;
  return [{ x0: inset.x, y0: inset.y, x1: inset.x + card.width, y1: inset.y + card.height }, ...boxes];
}

/**
 * What the camera keeps clear of: the strip, and the readout when that would hide a place the scene is about. Where a
 * hand has placed it, it stays.
 * @param below what the strip covers of the map, px
 */
export function insetsBeside(
  data: MapData,
  scene: Scene,
  size: ElementSize,
  readout: Box | undefined,
  below = 0,
): Insets {
  const free = below > 0 ? { ...NO_INSETS, bottom: below } : NO_INSETS;
  if (!readout || typeof scene.camera !== 'string') return free;
  const view = sceneView(data, scene, size, free);
  const about = new Set(scene.focus.flatMap((ref) => data.events[ref] ?? [ref]));
  const hidden = data.places.some(({ id, at: place }) => {
    if (!about.has(id)) return false;
    const [x, y] = toScreen(view, size, project(place));
    // Places outside the frame are no reason to move it.
    return x >= 0 && y >= 0 && x < readout.x1 + NEAR && y < readout.y1 + NEAR;
  });
  if (!hidden) return free;
  const beside = size.width - readout.x1 > size.height - below - readout.y1;
  return { ...free, ...(beside ? { left: readout.x1 } : { top: readout.y1 }) };
}
