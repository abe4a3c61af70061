/** What follows the date cursor on a map that is laid out: cheap enough for every frame of a scroll. */
import type { PlanePoint } from '#model/projection.ts';
import type { Instant } from '#model/scene.ts';
import { grown } from './arcs.ts';
import type { MapData } from './map-data.ts';
import type { DrawnArea, DrawnRoute, DrawnSlot, MapLayout } from './layout.ts';
import type { PlacedLabel } from './labels.ts';
import { namesOf, sailedAt, type Ship } from './ships.ts';
import { slotAt } from './timetable.ts';

export interface Moment {
  /** The same lists for as long as nothing begins or ends. */
  routes: readonly DrawnRoute[];
  calls: readonly { id: string; point: PlanePoint }[];
  areas: readonly DrawnArea[];
  areaIds: DrawnSlot['areaIds'];
  /** Share (0–1) of the way sailed, of voyages that are not over. */
  sailed: ReadonlyMap<string, number>;
  ships: readonly Ship[];
  /** Names of ships that found room. */
  names: readonly PlacedLabel[];
  /** How far each of the layout's arcs has grown, 0–1. */
  arcs: readonly number[];
}

export function momentOf(data: Pick<MapData, 'voyages' | 'areas'>, layout: MapLayout, at: Instant): Moment {
  const { routes, calls, areas, areaIds, afloat } = layout.drawn(slotAt(data, at.ms));
  const { ships, names } = namesOf(afloat, at, layout);
  return {
    routes,
    calls,
    areas,
    areaIds,
    sailed: new Map(afloat.map((one) => [one.voyage.id, sailedAt(one, at)])),
    ships,
    names,
    arcs: layout.arcs.map((arc) => grown(arc, at)),
  };
}
