/** The one state that drives map, timeline and chart. A stage draws a scene; hosts produce scenes. */

/** Longitude and latitude in WGS84 degrees. */
export type LonLat = readonly [lon: number, lat: number];

/** A moment: UTC milliseconds, and the offset (minutes east of UTC) of the place it is told from. */
export interface Instant {
  ms: number;
  offset: number;
}

/** A named camera of `map.yaml`, or a free one: centre and width of the view in degrees of longitude. */
export type Camera = string | { centre: LonLat; width: number };

/** The id of an event, a place, a voyage or a position; they share one namespace, which the content check enforces. */
export type Ref = string;

export interface Filter {
  threads: string[];
  actors: string[];
  places: string[];
  text: string;
}

/** What the stage gives most room to. */
export type Panel = 'map' | 'timeline' | 'chart' | 'positions' | 'guess' | 'tonnes';
export const PANELS: readonly Panel[] = ['map', 'timeline', 'chart', 'positions', 'guess', 'tonnes'];

export interface Scene {
  /** The date cursor: ships, readouts and the chart follow it. */
  at: Instant;
  /** What the timeline shows: UTC ms, `[from, to)`, `from < to`. */
  span: readonly [number, number];
  camera: Camera;
  /** Emphasised events, places and voyages, with the links between the events; and the positions of that panel. */
  focus: Ref[];
  /** Empty lists and empty text mean: everything. The story's scenes leave it empty. */
  filter: Filter;
  panel: Panel;
}

export const NO_FILTER: Filter = { threads: [], actors: [], places: [], text: '' };
