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
import { project, unproject, type PlanePoint } from '#model/projection.ts';
import type { LonLat } from '#model/scene.ts';
import { positionAt, track, type Track } from '#model/voyage-track.ts';

interface Leg {
  id: string;
  route: LonLat[];
  riverFrom?: number;
}

const { voyages } = parse(readFileSync('content/voyages.yaml', 'utf8')) as { voyages: Leg[] };
const rivers = new Set(
  voyages.flatMap(({ route, riverFrom }) =>
    riverFrom === undefined ? [] : route.slice(riverFrom).map(String),
  ),
);
const legs = voyages.map(({ id, route, riverFrom }) => {
  const riverTo = route.findIndex((point) => !rivers.has(String(point))) - 1;
  return { id, line: track(route, { riverFrom, riverTo: Math.max(0, riverTo) }) };
});

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

describe.each(legs)('$id', ({ line }) => {
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
