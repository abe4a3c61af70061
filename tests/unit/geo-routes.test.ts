import { existsSync, readFileSync } from 'node:fs';
import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bakeBasemap } from '#geo/bake.ts';
import { readMapConfig } from '#geo/config.ts';
import { locate } from '#geo/read.ts';
import { indexCoast, landCrossings } from '#geo/route-check.ts';
import { loadStory } from '#content/load.ts';
import { project, unproject, type PlanePoint } from '#model/projection.ts';
import type { LonLat } from '#model/scene.ts';
import { positionAt, track, type Track } from '#model/voyage-track.ts';
import { mapData } from '#stage/map/map-data.ts';
import { inRing, keptOf } from '#stage/map/routes.ts';
import { pathPoints } from './map-paths.ts';

interface Leg {
  id: string;
  from: string;
  to: string;
  route: LonLat[];
  riverFrom?: number;
}

const { voyages, areas } = parse(readFileSync('content/voyages.yaml', 'utf8')) as {
  voyages: Leg[];
  areas: { id: string; ring: LonLat[] }[];
};
const { places } = parse(readFileSync('content/places.yaml', 'utf8')) as {
  places: { id: string; at?: LonLat }[];
};
const rivers = new Set(
  voyages.flatMap(({ route, riverFrom }) =>
    riverFrom === undefined ? [] : route.slice(riverFrom).map(String),
  ),
);
const legs = voyages.map((leg) => {
  const { route, riverFrom } = leg;
  const riverTo = route.findIndex((point) => !rivers.has(String(point))) - 1;
  return { ...leg, line: track(route, { riverFrom, riverTo: Math.max(0, riverTo) }) };
});
/** The very lines that the map draws: sea and river pieces, outside areas. */
const drawnLines = mapData(loadStory('content').story, []);

const real = JSON.parse(readFileSync('tests/fixtures/geo/coast.json', 'utf8')) as Topology & {
  along: LonLat[][];
};
const along = real.along.map((route) => track(route));
const coast = feature(real, real.objects['coast']!) as unknown as { geometry: { coordinates: LonLat[][] } };
const coast10m = indexCoast(
  coast.geometry.coordinates.map((line) => line.map((point) => [...project(point)])),
);
const config = readMapConfig('content');
const drawn = bakeBasemap(config, 'content').levels.map(({ id, coast: lines }) => ({
  id,
  coast: indexCoast(lines),
}));
const world = locate('package:world-atlas/land-50m.json', 'content');
const atlas = JSON.parse(readFileSync(world, 'utf8')) as Topology;
const land = feature(atlas, atlas.objects['land']!);

describe('the coast to check against', () => {
  it('is there in full detail', () => {
    expect(existsSync('tests/fixtures/geo/coast.json')).toBe(true);
    expect(coast10m.edges).toBeGreaterThan(10_000);
  });

  it('notices a route across Sicily', () => {
    const wrong = track([
      [13.5, 39],
      [14.5, 36],
    ]);
    expect(landCrossings(wrong, coast10m, 6).length).toBeGreaterThanOrEqual(2);
  });
});

/** Degrees of longitude from a point of the plane to a line. */
function away([x, y]: PlanePoint, { points }: Track): number {
  return Math.min(
    ...points.slice(1).map(([bx, by], i) => {
      const [ax, ay] = points[i]!;
      const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
      const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
      return Math.hypot(ax + (bx - ax) * t - x, ay + (by - ay) * t - y) / 10;
    }),
  );
}

describe('the routes to check', () => {
  it('are all there are, and the levels all that the camera can draw', () => {
    expect(legs.map(({ id }) => id)).toEqual(drawnLines.voyages.map(({ id }) => id));
    expect(drawn.map(({ id }) => id)).toEqual(config.levels.map(({ id }) => id));
    for (const { coast: level } of drawn) expect(level.edges).toBeGreaterThan(500);
  });
});

/** From a point of the plane to the edge of a ring, plane units. */
function fromEdge(point: PlanePoint, ring: readonly PlanePoint[]): number {
  return 10 * away(point, { points: [...ring, ring[0]!] } as unknown as Track);
}

describe.each(legs)('$id', ({ id, from, to, line }) => {
  const voyage = drawnLines.voyages.find((one) => one.id === id)!;
  const { line: onMap, shown, pieces } = keptOf(voyage, drawnLines.areas);

  it('is drawn as it is checked, smoothing and all, to a hundredth of a unit', () => {
    expect(onMap.points).toEqual(line.points);
    expect([onMap.riverTo, onMap.riverFrom]).toEqual([line.riverTo, line.riverFrom]);
    for (const { d } of pieces) {
      for (const point of pathPoints(d)) expect(10 * away(point, line)).toBeLessThan(0.01);
    }
    // One after the other, from end to end.
    pieces.forEach((piece, i) => expect(piece.from).toBe(i === 0 ? shown[0] : pieces[i - 1]!.to));
    expect(pieces.at(-1)!.to).toBe(shown[1]);
  });

  it.each([
    ['begins', from, 0],
    ['ends', to, 1],
  ] as const)('%s at the point of %s, or at the edge of its area', (_, where, end) => {
    const { point } = positionAt(line, shown[end]);
    const port = places.find((place) => place.id === where);
    const area = areas.find((one) => one.id === where);
    if (port) {
      expect(shown[end]).toBe(end);
      expect(Math.hypot(point[0] - project(port.at!)[0], point[1] - project(port.at!)[1])).toBeLessThan(0.01);
    } else {
      const ring = area!.ring.map(project);
      expect(fromEdge(point, ring)).toBeLessThan(0.01);
      // Nothing of the line is drawn inside.
      for (let i = 1; i < 100; i++) {
        const share = shown[0] + ((shown[1] - shown[0]) * i) / 100;
        expect(inRing(positionAt(line, share).point, ring)).toBe(false);
      }
    }
  });

  it('lies where the coast to check against was kept (else run src/geo/extract.ts again)', () => {
    for (const point of line.points)
      expect(Math.min(...along.map((kept) => away(point, kept)))).toBeLessThan(0.5);
  });

  it('keeps off the real coast', () => {
    expect(landCrossings(line, coast10m, 6)).toEqual([]);
  });

  it.each(config.levels)('keeps off the coast as drawn at level $id', ({ id, portRadius }) => {
    expect(landCrossings(line, drawn.find((level) => level.id === id)!.coast, portRadius)).toEqual([]);
  });

  it('is at sea half-way', () => {
    const { point } = positionAt(line, (line.riverTo + line.riverFrom) / 2);
    expect(geoContains(land as never, [...unproject(point)] as [number, number])).toBe(false);
  });
});
