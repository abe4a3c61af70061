/** A voyage's line on the plane, and where along it the ship is at a moment. */
import { project, type PlanePoint } from './projection.ts';
import type { Instant, LonLat } from './scene.ts';
import type { Voyage } from './story.ts';

/** A smoothed line with its running length, ready for look-ups. */
export interface Track {
  /** Plane units. */
  points: PlanePoint[];
  /** Length from the start to each point, plane units. */
  lengths: number[];
  /** Length of the whole, plane units. */
  length: number;
  /** Share of the length (0–1) up to which a river is followed at the start; 0 where there is none. */
  riverTo: number;
  /** Share of the length (0–1) from which on a river is followed at the end; 1 where there is none. */
  riverFrom: number;
}

export interface TrackPosition {
  point: PlanePoint;
  /** Degrees clockwise from north (up on the map; Mercator keeps angles). */
  heading: number;
}

/**
 * Chaikin's corner cutting: each round replaces a corner by points a quarter of the way along its two sides.
 * Ends stay where they are. Cutting happens inside the corners, so a smoothed line keeps to the sea side of
 * its waypoints; the route check tests the smoothed line, not the waypoints.
 */
export function smooth(points: readonly PlanePoint[], rounds = 3): PlanePoint[] {
  let line = [...points];
  for (let round = 0; round < rounds && line.length > 2; round++) {
    const first = line[0] as PlanePoint;
    const last = line[line.length - 1] as PlanePoint;
    const next: PlanePoint[] = [first];
    for (let i = 0; i + 1 < line.length; i++) {
      const [ax, ay] = line[i] as PlanePoint;
      const [bx, by] = line[i + 1] as PlanePoint;
      if (i > 0) next.push([ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25]);
      if (i + 2 < line.length) next.push([ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75]);
    }
    next.push(last);
    line = next;
  }
  return line;
}

/** Points this near to the line between their neighbours are not needed, plane units: some 50 m. */
const STRAIGHT = 0.005;

/** Without the points on straight stretches, of which corner cutting leaves many. */
export function straightened(points: readonly PlanePoint[]): PlanePoint[] {
  const kept: PlanePoint[] = [];
  points.forEach((point, i) => {
    const before = kept.at(-1);
    const after = points[i + 1];
    if (before && after) {
      const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
      const off =
        Math.abs(dx * (point[1] - before[1]) - dy * (point[0] - before[0])) / (Math.hypot(dx, dy) || 1);
      if (off < STRAIGHT) return;
    }
    kept.push(point);
  });
  return kept;
}

/** Which waypoints of a route lie on a river: those up to `riverTo`, those from `riverFrom` on (indices). */
export interface Rivers {
  riverTo?: number | undefined;
  riverFrom?: number | undefined;
}

/**
 * The drawn line of a route given in waypoints. River stretches keep their waypoints: corner cutting would carry
 * them off the river.
 */
export function track(route: readonly LonLat[], { riverTo, riverFrom }: Rivers = {}): Track {
  const waypoints = route.map(project);
  const start = Math.max(0, riverTo ?? 0);
  const end = Math.min(waypoints.length - 1, riverFrom ?? waypoints.length - 1);
  const sea = straightened(smooth(waypoints.slice(start, end + 1)));
  const points = [...waypoints.slice(0, start), ...sea, ...waypoints.slice(end + 1)];
  const lengths = [0];
  for (let i = 1; i < points.length; i++) {
    const [ax, ay] = points[i - 1] as PlanePoint;
    const [bx, by] = points[i] as PlanePoint;
    lengths.push((lengths[i - 1] as number) + Math.hypot(bx - ax, by - ay));
  }
  const length = lengths[lengths.length - 1] as number;
  const share = (index: number): number => (lengths[index] as number) / (length || 1);
  return {
    points,
    lengths,
    length,
    riverTo: share(start),
    riverFrom: riverFrom === undefined ? 1 : share(start + sea.length - 1),
  };
}

/** The index of the last point at or before a length, never the very last point. */
function segmentAt({ lengths }: Track, length: number): number {
  let low = 0;
  let high = lengths.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lengths[middle] as number) <= length) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** Where the ship is after a share `t` (0–1) of the way, and where it points. */
export function positionAt(line: Track, t: number): TrackPosition {
  const target = Math.max(0, Math.min(1, t)) * line.length;
  const i = segmentAt(line, target);
  const a = line.points[i] as PlanePoint;
  const b = line.points[i + 1] ?? a;
  const from = line.lengths[i] as number;
  const span = (line.lengths[i + 1] ?? from) - from;
  const part = span > 0 ? (target - from) / span : 0;
  return {
    point: [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part],
    heading: ((Math.atan2(b[0] - a[0], a[1] - b[1]) * 180) / Math.PI + 360) % 360,
  };
}

/** The stretch between two shares of the way. */
export function stretch(line: Track, from: number, to: number): PlanePoint[] {
  if (to <= from) return [];
  const start = from * line.length;
  const end = to * line.length;
  const inner = line.points.filter((_, i) => {
    const at = line.lengths[i] as number;
    return at > start && at < end;
  });
  return [positionAt(line, from).point, ...inner, positionAt(line, to).point];
}

export type VoyageState =
  | { kind: 'before' }
  /** `t`: share of the way, 0–1, at constant speed between the published days. */
  | { kind: 'under-way'; t: number }
  | { kind: 'arrived' }
  /** At sea, or not yet left, for all that was published: the ship is not placed on the line. */
  | { kind: 'unpublished' };

/**
 * How far a voyage has come. A published day counts from its start: on the day of arrival the ship has arrived.
 * Where either day was not published the ship is never placed on the line.
 */
export function voyageState(voyage: Pick<Voyage, 'depart' | 'arrive'>, at: Instant): VoyageState {
  const { depart, arrive } = voyage;
  if (depart && at.ms < depart.start) return { kind: 'before' };
  // A leg within one day arrives when the day ends.
  const arrival = arrive && (depart && arrive.start <= depart.start ? arrive.end : arrive.start);
  if (arrival !== undefined && at.ms >= arrival) return { kind: 'arrived' };
  if (!depart || arrival === undefined) return { kind: 'unpublished' };
  return { kind: 'under-way', t: (at.ms - depart.start) / (arrival - depart.start) };
}
