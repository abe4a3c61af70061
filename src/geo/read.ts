/** Reads geometry files: TopoJSON or GeoJSON, from npm packages or the content folder. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { geoArea } from 'd3-geo';
import type {
  Feature,
  FeatureCollection,
  GeoJsonObject,
  Geometry,
  MultiPolygon,
  Polygon,
  Position,
} from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';

const require = createRequire(import.meta.url);

export interface NamedGeometry {
  name: string;
  geometry: Geometry;
}

/** Where a file named in map.yaml lies. */
export function locate(name: string, contentFolder: string): string {
  if (name.startsWith('package:')) {
    try {
      return require.resolve(name.slice('package:'.length));
    } catch {
      throw new Error(
        `map.yaml names ${name}, but no installed package has that file; check its spelling, or npm install`,
      );
    }
  }
  const file = resolve(contentFolder, name);
  if (!existsSync(file)) {
    throw new Error(
      `map.yaml names ${name}, but ${file} does not exist; write package:… for a file of an npm package`,
    );
  }
  return file;
}

/**
 * All geometries of a file, exploded to simple ones and named by their `name` property. In TopoJSON only the
 * object `wanted` is read if there is one of that name, else all.
 */
export function readGeometries(file: string, wanted: string): NamedGeometry[] {
  let data: GeoJsonObject | Topology;
  try {
    data = JSON.parse(readFileSync(file, 'utf8')) as GeoJsonObject | Topology;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
  if (data.type !== 'Topology') return explode(data as GeoJsonObject);
  const topology = data as Topology;
  const names = wanted in topology.objects ? [wanted] : Object.keys(topology.objects);
  return names.flatMap((name) => explode(feature(topology, topology.objects[name]!)));
}

function explode(data: GeoJsonObject): NamedGeometry[] {
  switch (data.type) {
    case 'FeatureCollection':
      return (data as FeatureCollection).features.flatMap(explode);
    case 'Feature': {
      const { geometry, properties } = data as Feature;
      if (!geometry) return [];
      return [{ name: String((properties ?? {})['name'] ?? ''), geometry: wound(geometry) }];
    }
    case 'GeometryCollection':
      return (data as GeoJsonObject & { geometries: Geometry[] }).geometries.flatMap(explode);
    default:
      return [{ name: '', geometry: wound(data as Geometry) }];
  }
}

/**
 * d3-geo takes the winding of a ring for its meaning: a polygon wound the other way is the rest of the globe.
 * No polygon of ours covers half the globe, so such a one is turned round.
 */
function wound(geometry: Geometry): Geometry {
  const turned = (rings: Position[][]): Position[][] =>
    geoArea({ type: 'Polygon', coordinates: rings }) > 2 * Math.PI
      ? rings.map((ring) => [...ring].reverse())
      : rings;
  if (geometry.type === 'Polygon') {
    return { type: 'Polygon', coordinates: turned(geometry.coordinates) } satisfies Polygon;
  }
  if (geometry.type === 'MultiPolygon') {
    return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(turned) } satisfies MultiPolygon;
  }
  return geometry;
}
