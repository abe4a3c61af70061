/** Reading a series at a date: what had been announced by then, and on which basis. */
import type { Series, SeriesPoint } from './story.ts';

/** As much of a series as reading it takes. */
export interface Readable {
  kind: Series['kind'];
  unit: Series['unit'];
  mark: Series['mark'];
  points: readonly Pick<SeriesPoint, 'date' | 'value' | 'approximate'>[];
}

/** A figure as it stood on some day. */
export interface Reading<S extends Readable> {
  series: S;
  point: S['points'][number];
}

/** The last point on or before a civil date (`YYYY-MM-DD`); of two on the same day the one listed later. */
export function latestPoint<P extends { date: string }>(
  { points }: { points: readonly P[] },
  on: string,
): P | undefined {
  let latest: P | undefined;
  for (const point of points) {
    if (point.date <= on && (!latest || point.date >= latest.date)) latest = point;
  }
  return latest;
}

/**
 * The announced figures to read out on a day, in the order of their series: what stands first, stays first. Series drawn
 * with a cross are stray figures on a basis of their own: they speak only until the regular series begin.
 */
export function readings<S extends Readable>(all: readonly S[], on: string): Reading<S>[] {
  const found = all.flatMap((series) => {
    const point = series.kind === 'announced' ? latestPoint<S['points'][number]>(series, on) : undefined;
    return point ? [{ series, point }] : [];
  });
  const regular = found.filter(({ series }) => series.mark !== 'cross');
  const stray = newest(found);
  return regular.length > 0 || !stray ? regular : [stray];
}

/** The reading of the latest day; of several of that day the first. */
export function newest<R extends { point: { date: string } }>(found: readonly R[]): R | undefined {
  let latest: R | undefined;
  for (const reading of found) if (!latest || reading.point.date > latest.point.date) latest = reading;
  return latest;
}

/** The first day on which an announced series reached the whole (100 percent), if one did. */
export function completedOn(all: readonly Readable[]): string | undefined {
  let first: string | undefined;
  for (const { kind, unit, points } of all) {
    if (kind !== 'announced' || unit !== 'percent') continue;
    for (const { date, value } of points) {
      if (value >= 100 && (first === undefined || date < first)) first = date;
    }
  }
  return first;
}

/** “4.1”, or “4” for a figure that was itself approximate: no more digits than it deserves. */
export function formatValue(point: Pick<SeriesPoint, 'value' | 'approximate'>): string {
  return String(point.approximate ? Math.round(point.value) : point.value);
}
