/** A scene as a still: layout and moment together, for pictures that do not move and for tests. */
import { toScreen } from '#model/projection.ts';
import type { Instant, Scene } from '#model/scene.ts';
import { layoutMap, type DrawnLabel, type MapLayout, type MapOptions } from './layout.ts';
import type { MapData } from './map-data.ts';
import { momentOf, type Moment } from './moment.ts';
import type { Ship } from './ships.ts';

export interface SceneMap extends Omit<MapLayout, 'arcs'> {
  moment: Moment;
  arcs: (MapLayout['arcs'][number] & { grown: number })[];
  ships: (Ship & { x: number; y: number })[];
  /** Those of ships and of areas at that date included. */
  labels: DrawnLabel[];
}

/** @param at the date cursor, where it is not at the scene's own date */
export function sceneMap(data: MapData, scene: Scene, options: MapOptions, at: Instant = scene.at): SceneMap {
  const layout = layoutMap(data, scene, options);
  const moment = momentOf(data, layout, at);
  return {
    ...layout,
    moment,
    arcs: layout.arcs.map((arc, i) => ({ ...arc, grown: moment.arcs[i]! })),
    ships: moment.ships.map((ship) => {
      const [x, y] = toScreen(layout.view, layout.size, ship.point);
      return { ...ship, x: x + ship.dx, y };
    }),
    labels: [
      ...layout.labels.filter((label) => labelShown(label, moment)),
      ...moment.names.map((name) => ({ ...name, kind: 'ship' as const, focused: true })),
    ],
  };
}

/** An area that is not there yet, or no longer, has no name. */
export function labelShown({ id, kind }: DrawnLabel, { areaIds }: Pick<Moment, 'areaIds'>): boolean {
  return kind !== 'area' || areaIds.has(id.slice('area:'.length));
}
