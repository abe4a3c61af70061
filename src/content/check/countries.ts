/** Whether a point lies in a country, by Natural Earth's own 1:10 million borders. Build time only. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoContains } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { LonLat } from '#model/scene.ts';

type Country = Feature<Polygon | MultiPolygon>;

/**
 * Coasts at this scale, harbours built into the sea and lines in dispute are a few kilometres off; a point this
 * near to its country is taken to be in it. In km.
 */
const TOLERANCE = 15;

/** Usual names for what Natural Earth abbreviates or calls otherwise. */
const ALIASES: Record<string, string> = {
  'United States': 'United States of America',
  'United States of America': 'United States of America',
  USA: 'United States of America',
  UK: 'United Kingdom',
  'Great Britain': 'United Kingdom',
  'Russian Federation': 'Russia',
  'Syrian Arab Republic': 'Syria',
  'The Netherlands': 'Netherlands',
  Türkiye: 'Turkey',
  'Bosnia and Herzegovina': 'Bosnia and Herz.',
  'Central African Republic': 'Central African Rep.',
  'Czech Republic': 'Czechia',
  'Côte d’Ivoire': "Côte d'Ivoire",
  'Ivory Coast': "Côte d'Ivoire",
  'Democratic Republic of the Congo': 'Dem. Rep. Congo',
  'Dominican Republic': 'Dominican Rep.',
  'Equatorial Guinea': 'Eq. Guinea',
  'North Macedonia': 'Macedonia',
  Eswatini: 'eSwatini',
  'South Sudan': 'S. Sudan',
  'Western Sahara': 'W. Sahara',
  'Solomon Islands': 'Solomon Is.',
  'Faroe Islands': 'Faeroe Is.',
};

interface Atlas {
  topology: Topology;
  shapes: Map<string, GeometryObject[]>;
}
let atlas: Atlas | undefined;

function readAtlas(): Atlas {
  if (atlas) return atlas;
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology;
  const shapes = new Map<string, GeometryObject[]>();
  for (const shape of (topology.objects['countries'] as GeometryCollection).geometries) {
    const name = (shape.properties as { name?: string } | undefined)?.name ?? '';
    shapes.set(name, [...(shapes.get(name) ?? []), shape]);
  }
  atlas = { topology, shapes };
  return atlas;
}

/** A story needs few of the world's outlines, and each takes time to draw. */
const outlines = new Map<string, Country[]>();

function outlineOf(name: string): Country[] {
  const known = outlines.get(name);
  if (known) return known;
  const { topology, shapes } = readAtlas();
  const drawn = (shapes.get(name) ?? []).map((shape) => feature(topology, shape) as Country);
  outlines.set(name, drawn);
  return drawn;
}

/** All names a place's `country` may have. */
export function countryNames(): string[] {
  return [...readAtlas().shapes.keys(), ...Object.keys(ALIASES)];
}

/** The name Natural Earth uses. */
function ownName(name: string): string | undefined {
  const { shapes } = readAtlas();
  return [name, ALIASES[name]].find((each) => each !== undefined && shapes.has(each));
}

export const isCountry = (name: string): boolean => ownName(name) !== undefined;

const KM_PER_DEGREE = 111.2;

/** Distance in km from a point to a segment, good for distances of some dozen kilometres. */
function toSegment([lon, lat]: LonLat, a: Position, b: Position): number {
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const x = (p: Position): number => ((((p[0] as number) - lon + 540) % 360) - 180) * squeeze;
  const y = (p: Position): number => (p[1] as number) - lat;
  const [ax, ay, bx, by] = [x(a), y(a), x(b), y(b)];
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / length));
  return Math.hypot(ax + t * (bx - ax), ay + t * (by - ay)) * KM_PER_DEGREE;
}

function distanceTo(country: Country, point: LonLat): number {
  const polygons =
    country.geometry.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry.coordinates;
  let best = Infinity;
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      best = Math.min(best, toSegment(point, ring[i - 1] as Position, ring[i] as Position));
    }
  }
  return best;
}

/** Verdicts are kept: the dev server asks the same questions after every edit. */
const verdicts = new Map<string, number>();

/** How far outside the country the point lies, in km; 0 when it lies in it or near enough. */
export function kmOutside(name: string, point: LonLat): number {
  const question = `${name} ${point.join(' ')}`;
  const known = verdicts.get(question);
  if (known !== undefined) return known;
  const parts = outlineOf(ownName(name) ?? '');
  let km = 0;
  if (!parts.some((country) => geoContains(country, [...point] as [number, number]))) {
    const distance = Math.min(...parts.map((country) => distanceTo(country, point)));
    km = distance <= TOLERANCE ? 0 : distance;
  }
  verdicts.set(question, km);
  return km;
}

/** The country a point lies in, if any. */
export function countryAt(point: LonLat): string | undefined {
  for (const name of readAtlas().shapes.keys()) {
    if (outlineOf(name).some((country) => geoContains(country, [...point] as [number, number]))) return name;
  }
  return undefined;
}

/** Great-circle distance in km. */
export function kmBetween([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}
