/** Dates as the downloads give them: the EDTF spelling, and plain first and last days for everything else. */
import { civilDate, type StoryDate } from '#model/dates.ts';

export interface PlainDate {
  /** EDTF (ISO 8601-2): `2014-02`, `2014-04-10~`, `2014-01-24/2014-01-31`, `2013-08-21T02:30+03:00`. */
  edtf: string;
  /** First and last civil day covered, `YYYY-MM-DD`, local to the place. */
  first: string;
  last: string;
  precision: StoryDate['precision'];
  approximate: boolean;
}

export function plainDate(date: StoryDate): PlainDate {
  const { edtf, start, end, offset, precision, approximate } = date;
  // `end` is the first instant no longer covered; a millisecond earlier is still inside the last day.
  return { edtf, first: civilDate(start, offset), last: civilDate(end - 1, offset), precision, approximate };
}

/** Year, month and day as far as they are known: what bibliographies take. */
export function dateParts(date: StoryDate): number[] {
  const depth = { year: 1, month: 2, day: 3, minute: 3, interval: 3 }[date.precision];
  return civilDate(date.start, date.offset).split('-').slice(0, depth).map(Number);
}

/** Like {@link dateParts}, for the last day covered. */
export function lastDateParts(date: StoryDate): number[] {
  return plainDate(date).last.split('-').map(Number);
}

/** Compares by the day a date begins, for sorting; undated entries go last. */
export function byDate(a: StoryDate | undefined, b: StoryDate | undefined): number {
  return (a?.start ?? Infinity) - (b?.start ?? Infinity) || 0;
}
