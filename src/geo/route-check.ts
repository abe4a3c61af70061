/** Checks that sea routes keep off the land, segment by segment against every edge of a coast. */
import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { distanceKm, unproject, type PlanePoint } from '#model/projection.ts';
import type { LonLat } from '#model/scene.ts';
import type { Track } from '#model/voyage-track.ts';

/** A coast ready to be asked, in plane units. */
export interface CoastIndex {
  /** The edges that a segment crosses: one crossing point each. */
  crossings(a: PlanePoint, b: PlanePoint): PlanePoint[];
  edges: number;
}

/** Indexes lines of a coast, given in plane units. */
export function indexCoast(lines: readonly (readonly Position[])[]): CoastIndex {
  const edges = lines.reduce((sum, line) => sum + Math.max(0, line.length - 1), 0);
  if (edges === 0) return { edges, crossings: () => [] };
  const ends = new Float64Array(edges * 4);
  const tree = new Flatbush(edges);
  let n = 0;
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [ax, ay] = line[i - 1] as [number, number];
      const [bx, by] = line[i] as [number, number];
      ends.set([ax, ay, bx, by], n * 4);
      tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
      n++;
    }
  }
  tree.finish();
  return {
    edges,
    crossings([ax, ay], [bx, by]) {
      const near = tree.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
      return near.flatMap((edge): PlanePoint[] => {
        const [cx, cy, dx, dy] = ends.subarray(edge * 4, edge * 4 + 4) as unknown as [
          number,
          number,
          number,
          number,
        ];
        const det = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
        if (det === 0) return [];
        const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / det;
        const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / det;
        return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? [[ax + (bx - ax) * t, ay + (by - ay) * t]] : [];
      });
    },
  };
}

/**
 * Where a route's drawn line meets the coast, away from its ends. River stretches are left out: they are meant to
 * lie on land.
 * @param portRadius km round both ends, and round the mouth of a river, within which land may be touched
 * @returns the meeting points in WGS84 degrees; none for a sound route
 */
export function landCrossings(line: Track, coast: CoastIndex, portRadius: number): LonLat[] {
  const { points, lengths, length, riverTo, riverFrom } = line;
  const shareAt = (i: number): number => (lengths[i] as number) / (length || 1);
  // Rounding must not turn the river's first point into the sea's.
  const atSea = points.map((_, i) => shareAt(i) >= riverTo - 1e-9 && shareAt(i) <= riverFrom + 1e-9);
  const sea = points.filter((_, i) => atSea[i]);
  const ports = [sea[0], sea[sea.length - 1]].map((point) => unproject(point as PlanePoint));
  return sea.slice(1).flatMap((point, i) =>
    coast
      .crossings(sea[i] as PlanePoint, point)
      .map(unproject)
      .filter((at) => ports.every((port) => distanceKm(port, at) > portRadius)),
  );
}
