/** What the base map needs of a story's map.yaml; src/content checks the file, this room only reads it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { LonLatBounds } from '#model/projection.ts';
import type { LonLat } from '#model/scene.ts';

export interface LevelConfig {
  id: string;
  /** A TopoJSON or GeoJSON file: `package:world-atlas/land-50m.json`, or a path in the content folder. */
  land: string;
  /** A file of countries, for borders and the highlighted country. */
  borders?: string | undefined;
  /** Files of lakes (areas) and rivers (lines). */
  water?: string[] | undefined;
  /** Clipped to west, south, east, north. */
  bounds: LonLatBounds;
  /** Smallest triangle kept by the simplification, square plane units. */
  weight: number;
  /** Drawn from this many CSS px per degree on. */
  minScale: number;
  /** km around ports in which routes may touch land at this level of detail. */
  portRadius: number;
}

export interface DisputedConfig {
  id: string;
  label: string;
  source: string;
  line?: readonly LonLat[] | undefined;
  ring?: readonly LonLat[] | undefined;
  tint?: string | undefined;
  from: string;
}

/** Structurally what the content schema makes of map.yaml, as far as the base map is concerned. */
export interface MapConfig {
  highlight?: string | undefined;
  levels: LevelConfig[];
  disputed?: DisputedConfig[] | undefined;
}

/** Reads map.yaml of a content folder, unchecked. */
export function readMapConfig(contentFolder: string): MapConfig {
  const file = join(contentFolder, 'map.yaml');
  if (!existsSync(file)) throw new Error(`${file}: not found; a story needs a map.yaml`);
  const config = parse(readFileSync(file, 'utf8')) as MapConfig | null;
  if (!config?.levels?.length) throw new Error(`${file}: has no levels; list at least one under “levels”`);
  return config;
}
