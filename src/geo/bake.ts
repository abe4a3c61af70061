/**
 * Bakes the base map: each level of detail becomes a few SVG paths on the one Mercator plane, once, at build
 * time. The browser only moves them.
 */
import type { Feature, FeatureCollection, MultiLineString, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryObject, Topology } from 'topojson-specification';
import { project, projectBounds, type PlaneBounds, type PlanePoint } from '#model/projection.ts';
import type { DisputedConfig, LevelConfig, MapConfig } from './config.ts';
import { lighten } from './lighten.ts';
import { PathText } from './path-text.ts';
import { inRings, ringArea, toPlane, type PlaneGeometry } from './plane.ts';
import { locate, readGeometries, type NamedGeometry } from './read.ts';

/** What the browser needs to know of a level beside its paths. */
export interface LevelMeta {
  id: string;
  /** Drawn from this many CSS px per degree on. */
  minScale: number;
  /** Plane units. */
  bounds: PlaneBounds;
}

export interface BakedLevel extends LevelMeta {
  /** Plane units per step of the paths. */
  grid: number;
  /** Path text of the land. */
  land: string;
  /** `<path>`s over the land, with the classes highlight, lake, river, border and disputed. */
  svg: string;
  /** The drawn coast, closed rings in plane units, for the route check. */
  coast: Position[][];
}

export interface Basemap {
  levels: BakedLevel[];
}

/** Plane units by which data reaches beyond the drawn bounds, so that the cut edges are never seen. */
const MARGIN = 1;
/** Plane units between a level's edge and its sea. */
const INSET = 0.4;
/** Borders nearer to a disputed line than this many times the simplification’s own error give way to it. */
const ALONG = 2;

type Named = { name: string };

/** A level's geometry after projection and simplification. */
interface Shapes {
  land: Position[][];
  countries: Map<string, Position[][]>;
  /** Borders between countries, with the names on both sides. */
  borders: { line: Position[]; between: [string, string] }[];
  lakes: Position[][];
  rivers: Position[][];
}

/**
 * @param map what map.yaml says
 * @param contentFolder where paths in it start
 * @throws {Error} naming the file that is missing or the country the data does not have
 */
export function bakeBasemap(map: MapConfig, contentFolder: string): Basemap {
  const disputed = map.disputed ?? [];
  const known = new Set(map.levels.map(({ id }) => id));
  for (const { id, from } of disputed) {
    if (!known.has(from))
      throw new Error(`map.yaml: disputed ${id} is drawn from level “${from}”, which does not exist`);
  }
  const drawnFrom = (entry: DisputedConfig): number => map.levels.findIndex(({ id }) => id === entry.from);
  const shapes = map.levels.map((level) => shapesOf(level, contentFolder));

  return {
    levels: map.levels.map((level, i) => {
      const here = shapes[i] as Shapes;
      const grid = gridOf(level.weight);
      const bounds = projectBounds(level.bounds);
      const claims = disputed.filter((entry) => drawnFrom(entry) <= i);
      const parts: [name: string, lines: Position[][], closed: boolean][] = [
        ['highlight', highlightOf(map, shapes.slice(i)), true],
        ['lake', here.lakes, true],
        ['river', here.rivers, false],
        ['border', bordersOf(here, claims, ALONG * Math.sqrt(level.weight)), false],
        ['disputed', claims.flatMap(({ line }) => (line ? [line.map((p) => [...project(p)])] : [])), false],
      ];
      const svg = parts
        .map(([name, lines, closed]) => [name, pathText(lines, closed, grid)] as const)
        .flatMap(([name, d]) => (d ? [`<path class="${name}" d="${d}"/>`] : []))
        .join('');
      const land = pathText(here.land, true, grid);
      return { id: level.id, minScale: level.minScale, bounds, grid, land, svg, coast: here.land };
    }),
  };
}

function pathText(lines: readonly Position[][], closed: boolean, grid: number): string {
  const text = new PathText(grid);
  for (const line of lines) text.add(line, closed);
  return text.toString();
}

/** Steps fine enough that rounding moves a point less than the simplification does. */
function gridOf(weight: number): number {
  const wanted = Math.sqrt(weight) / 2;
  return [0.5, 0.25, 0.2, 0.1, 0.05, 0.02, 0.01].find((step) => step <= wanted) ?? 0.01;
}

function shapesOf(level: LevelConfig, contentFolder: string): Shapes {
  const [left, top, right, bottom] = projectBounds(level.bounds);
  const clip: PlaneBounds = [left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN];
  const read = (name: string, wanted: string): NamedGeometry[] =>
    readGeometries(locate(name, contentFolder), wanted);
  const collect = (geometries: NamedGeometry[]): FeatureCollection<PlaneGeometry, Named> => ({
    type: 'FeatureCollection',
    features: geometries.flatMap(({ name, geometry }): Feature<PlaneGeometry, Named>[] => {
      const plane = toPlane(geometry, clip);
      return plane ? [{ type: 'Feature', properties: { name }, geometry: plane }] : [];
    }),
  });
  const water = collect((level.water ?? []).flatMap((name) => read(name, 'water')));
  const whole = topology(
    {
      land: collect(read(level.land, 'land')),
      countries: collect(level.borders === undefined ? [] : read(level.borders, 'countries')),
      water,
    },
    1e6,
  ) as unknown as Topology;
  const light = lighten(whole, level.weight);
  const features = (name: string): Feature<PlaneGeometry, Named>[] =>
    (feature(light, light.objects[name]!) as unknown as FeatureCollection<PlaneGeometry, Named>).features;
  // An islet smaller than the triangles that are cut away everywhere else is cut away too.
  const rings = (geometry: PlaneGeometry): Position[][] =>
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates.flat().filter((ring) => Math.abs(ringArea(ring)) >= level.weight)
      : [];
  const countries = new Map<string, Position[][]>();
  for (const { properties, geometry } of features('countries')) {
    countries.set(properties.name, [...(countries.get(properties.name) ?? []), ...rings(geometry)]);
  }
  const drawnWater = features('water').map(({ geometry }) => geometry);
  return {
    land: features('land').flatMap(({ geometry }) => rings(geometry)),
    countries,
    borders: bordersBetween(light),
    lakes: drawnWater.flatMap(rings),
    rivers: drawnWater.flatMap((geometry) =>
      geometry.type === 'MultiLineString' ? geometry.coordinates : [],
    ),
  };
}

function bordersBetween(light: Topology): Shapes['borders'] {
  const found = new Map<string, [string, string]>();
  const nameOf = (geometry: GeometryObject): string => (geometry.properties as Named | undefined)?.name ?? '';
  const countries = light.objects['countries'] as never;
  // The first pass only lists the neighbours; each pair is then meshed alone so that its names stay known.
  mesh(light, countries, (a, b) => {
    if (a !== b) {
      const pair = [nameOf(a), nameOf(b)].sort() as [string, string];
      found.set(pair.join('\n'), pair);
    }
    return false;
  });
  return [...found.values()].flatMap((between) =>
    (
      mesh(
        light,
        countries,
        (a, b) => a !== b && [nameOf(a), nameOf(b)].sort().join('\n') === between.join('\n'),
      ) as MultiLineString
    ).coordinates.map((line) => ({ line, between })),
  );
}

/** The highlighted country, with the areas tinted as its own; borrowed from a finer level that knows countries. */
function highlightOf(map: MapConfig, shapes: Shapes[]): Position[][] {
  const { highlight } = map;
  if (highlight === undefined) return [];
  const informed = shapes.filter(({ countries }) => countries.size > 0);
  const found = informed.find(({ countries }) => countries.has(highlight));
  if (!found) {
    if (informed.length === 0) return [];
    const names = [...informed[0]!.countries.keys()].sort().join(', ');
    throw new Error(
      `map.yaml highlights “${highlight}”, which the borders file does not have; it has ${names}`,
    );
  }
  const own = found.countries.get(highlight)!;
  const rings = (map.disputed ?? []).flatMap(({ tint, ring }) =>
    ring && tint === highlight ? [ring.map(project)] : [],
  );
  // Where the data already gives the area to the country, a second ring could cancel the first.
  const added = rings.filter((ring) => !inRings(middleOf(ring), own));
  return [...own, ...added.map((ring) => ring.map((point) => [...point]))];
}

/**
 * The borders to draw. A disputed line replaces what runs along it; and an area tinted as a country's own is not
 * parted from it by the border the data draws round it.
 */
function bordersOf({ borders, countries }: Shapes, claims: DisputedConfig[], near: number): Position[][] {
  const joined = claims.flatMap(({ ring, tint }) => {
    if (!ring || tint === undefined) return [];
    const inner = middleOf(ring.map(project));
    return [...countries]
      .filter(([name, rings]) => name !== tint && inRings(inner, rings))
      .map(([name]) => [name, tint].sort().join('\n'));
  });
  const lines = claims.flatMap(({ line }) => (line ? [line.map(project)] : []));
  return borders
    .filter(({ between }) => !joined.includes(between.join('\n')))
    .flatMap(({ line }) => without(line, (p) => lines.some((other) => distanceTo(p, other) < near)));
}

/** A point inside a ring: the middle of its longest horizontal run at half height. */
function middleOf(ring: readonly PlanePoint[]): PlanePoint {
  const ys = ring.map(([, y]) => y);
  const y = (Math.min(...ys) + Math.max(...ys)) / 2 + 1e-7;
  const crossings = ring
    .flatMap(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length] as PlanePoint;
      return ay > y !== by > y ? [ax + ((bx - ax) * (y - ay)) / (by - ay)] : [];
    })
    .sort((a, b) => a - b);
  let best: [number, number] = [0, 0];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const run: [number, number] = [crossings[i] as number, crossings[i + 1] as number];
    if (run[1] - run[0] > best[1] - best[0]) best = run;
  }
  return [(best[0] + best[1]) / 2, y];
}

/** The stretches of a line whose segments' middles do not satisfy `unwanted`. */
function without(line: Position[], unwanted: (p: PlanePoint) => boolean): Position[][] {
  const kept: Position[][] = [];
  let run: Position[] = [];
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as [number, number];
    const b = line[i] as [number, number];
    if (unwanted([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])) {
      if (run.length) kept.push(run);
      run = [];
    } else {
      if (!run.length) run.push(a);
      run.push(b);
    }
  }
  if (run.length) kept.push(run);
  return kept;
}

/** From a point to the nearest point of a line, plane units. */
function distanceTo([x, y]: PlanePoint, line: readonly PlanePoint[]): number {
  let best = Infinity;
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1] as PlanePoint;
    const [bx, by] = line[i] as PlanePoint;
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = length ? Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) : 0;
    best = Math.min(best, Math.hypot(ax + (bx - ax) * t - x, ay + (by - ay) * t - y));
  }
  return best;
}

/**
 * The markup of all levels, coarse to fine. Each lies in an inner `<svg>`, which clips it to its bounds without
 * references; the wrapping group is what is shown or hidden, so that `<use href="#basemap-l1">` works either way.
 * The coast is drawn three times from one path: two faint wide strokes, as the waterlines of engraved maps, and
 * the land itself.
 */
export function basemapMarkup({ levels }: Basemap): string {
  return levels
    .map(({ id, bounds: [left, top, right, bottom], grid, land, svg }) => {
      const round = (value: number): number => Math.round(value * 100) / 100;
      const box = [left, top, right - left, bottom - top];
      const [x, y, width, height] = box.map(round);
      const steps = box.map((value) => round(value / grid));
      // The sea ends a little before the clip does: its soft edge would show as a seam across the land below.
      const sea = [left + INSET, top + INSET, right - left - 2 * INSET, bottom - top - 2 * INSET].map(
        (value) => round(value / grid),
      );
      const coast = `coast-${id}`;
      return (
        `<g class="level" data-level="${id}"><g id="basemap-${id}">` +
        `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${steps.join(' ')}" preserveAspectRatio="none">` +
        `<rect class="sea" x="${sea[0]}" y="${sea[1]}" width="${sea[2]}" height="${sea[3]}"/>` +
        `<defs><path id="${coast}" vector-effect="non-scaling-stroke" d="${land}"/></defs>` +
        ['waterline-outer', 'waterline', 'land']
          .map((name) => `<use class="${name}" href="#${coast}"/>`)
          .join('') +
        `${svg}</svg></g></g>`
      );
    })
    .join('');
}
