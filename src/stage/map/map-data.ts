/** What the map draws from, cut from the compiled story: plain JSON, small enough to be inlined in a page. */
import type { LonLatBounds, PlaneBounds } from '#model/projection.ts';
import type { LonLat } from '#model/scene.ts';
import type { Area, MapName, Place, Story, Voyage } from '#model/story.ts';
import { storyArcs, type MapArc } from './arc-data.ts';

export interface MapPlace {
  id: string;
  label: string;
  country?: string;
  at: LonLat;
  kind: Place['kind'];
  approximate: boolean;
}

/** A voyage with its ship's name; `route` holds the waypoints, not the smoothed line. */
export interface MapVoyage extends Pick<
  Voyage,
  'id' | 'from' | 'to' | 'title' | 'depart' | 'arrive' | 'route' | 'riverFrom' | 'escortsFrom'
> {
  ship: string;
  shipName: string;
  /** The first stretch, up to this waypoint, is a river. */
  riverTo?: number;
  /** Names of ships that sailed with her. */
  escorts?: string[];
}

export type MapArea = Pick<Area, 'id' | 'label' | 'ring' | 'from' | 'to'>;

export interface MapCamera {
  id: string;
  label: string;
  bounds: LonLatBounds;
  schematic: boolean;
  labels: string[];
}

/** A level of detail of the base map. */
export interface MapLevel {
  id: string;
  /** Drawn from this many CSS px per degree on. */
  minScale: number;
  /** Plane units. */
  bounds: PlaneBounds;
}

export interface MapData {
  places: MapPlace[];
  voyages: MapVoyage[];
  areas: MapArea[];
  /** The places on the map of each event that has any, by the event’s id. */
  events: Record<string, string[]>;
  /** What in one city led to something in another; drawn where both events are in focus. */
  arcs: MapArc[];
  cameras: MapCamera[];
  /** Coarse to fine. */
  levels: MapLevel[];
  /** Dashed lines, named in the legend. */
  disputed: { id: string; label: string }[];
  /** Seas and countries, most important first. */
  names: MapName[];
  credit: string;
  /** The page names it beside the map: it takes no corner of it. */
  creditBeside?: boolean;
  note: string;
}

/**
 * Takes from the story what the map needs.
 * @param levels the base map's levels of detail, of `virtual:basemap`
 */
export function mapData(story: Story, levels: readonly MapLevel[]): MapData {
  const mapped = new Map<string, MapPlace>();
  for (const place of story.places) {
    if (!place.at || !place.mapped) continue;
    const { id, label, country, at, kind, approximate } = place;
    mapped.set(id, { id, label, ...(country !== undefined && { country }), at, kind, approximate });
  }
  const ships = new Map(story.ships.map(({ id, name }) => [id, name]));
  const nameOf = (ship: string): string => ships.get(ship) ?? ship;
  const events: Record<string, string[]> = {};
  for (const { id, places: all } of story.events) {
    const here = all.filter((place) => mapped.has(place));
    if (here.length) events[id] = here;
  }
  // A leg that leaves where another one came up a river goes down the same river.
  const key = (point: LonLat): string => point.join();
  const river = new Set(
    story.voyages.flatMap(({ route, riverFrom }) =>
      riverFrom === undefined ? [] : route.slice(riverFrom).map(key),
    ),
  );
  const riverEnd = (route: readonly LonLat[]): number =>
    route.findIndex((point) => !river.has(key(point))) - 1;
  return {
    places: [...mapped.values()],
    voyages: story.voyages.map(
      ({ id, ship, title, from, to, depart, arrive, route, riverFrom, escorts, escortsFrom }) => ({
        id,
        ship,
        shipName: nameOf(ship),
        title,
        from,
        to,
        route,
        ...(depart && { depart }),
        ...(arrive && { arrive }),
        ...(riverFrom !== undefined && { riverFrom }),
        ...(riverEnd(route) > 0 && { riverTo: riverEnd(route) }),
        ...(escorts?.length && { escorts: escorts.map(nameOf) }),
        ...(escortsFrom && { escortsFrom }),
      }),
    ),
    areas: story.areas.map(({ id, label, ring, from, to }) => ({ id, label, ring, from, to })),
    events,
    arcs: storyArcs(story, mapped),
    cameras: story.cameras,
    levels: [...levels],
    disputed: story.meta.map.disputed,
    names: story.meta.map.names ?? [],
    credit: story.meta.map.credit,
    note: story.meta.map.note,
  };
}
