/** Projects geometry to the Mercator plane and clips it, without the traps of planar clipping. */
import { geoMercator, geoStream, type GeoStream } from 'd3-geo';
import type { Geometry, MultiLineString, MultiPolygon, Position } from 'geojson';
import type { PlaneBounds } from '#model/projection.ts';

/** Lines and areas of the plane; points are dropped. */
export type PlaneGeometry = MultiPolygon | MultiLineString;

/**
 * Projects and clips in one go on the sphere. World data is stitched across the antimeridian: clipping such
 * rings in the plane silently loses Iceland and a band of the far north, so d3-geo has to cut them first.
 */
export function toPlane(geometry: Geometry, clip: PlaneBounds): PlaneGeometry | null {
  const [left, top, right, bottom] = clip;
  const projection = geoMercator()
    .scale(1800 / Math.PI)
    .translate([0, 0])
    .precision(0)
    .clipExtent([
      [left, top],
      [right, bottom],
    ]);
  const lines: Position[][] = [];
  const rings: Position[][] = [];
  let line: Position[] = [];
  let inPolygon = false;
  const sink: GeoStream = {
    point: (x, y) => void line.push([x, y]),
    lineStart: () => void (line = []),
    lineEnd: () => void (inPolygon ? rings : lines).push(line),
    polygonStart: () => void (inPolygon = true),
    polygonEnd: () => void (inPolygon = false),
  };
  geoStream(geometry, projection.stream(sink));
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') {
    return lines.length ? { type: 'MultiLineString', coordinates: lines } : null;
  }
  const closed = rings
    .filter((ring) => ring.length > 2)
    .map((ring) => [...ring, ring[0] as Position])
    .filter((ring) => ringArea(ring) !== 0);
  return closed.length ? { type: 'MultiPolygon', coordinates: assemble(closed) } : null;
}

/** Signed area of a closed ring, square plane units; the sign tells shells from holes. */
export function ringArea(ring: readonly Position[]): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}

/** Even-odd test of a point against closed rings. */
export function inRings([x, y]: readonly [number, number], rings: readonly (readonly Position[])[]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1] as [number, number];
      const [bx, by] = ring[i] as [number, number];
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
    }
  }
  return inside;
}

/** Clipping returns loose rings: the clockwise ones (on screen) are shells, and each hole goes to its shell. */
function assemble(rings: Position[][]): Position[][][] {
  const shells = rings.filter((ring) => ringArea(ring) > 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => ringArea(ring) < 0)) {
    const within = shells.filter(([shell]) => inRings(hole[0] as [number, number], [shell as Position[]]));
    const owner = within.sort((a, b) => ringArea(a[0]!) - ringArea(b[0]!))[0];
    if (owner) owner.push(hole);
    else shells.push([[...hole].reverse()]);
  }
  return shells;
}
