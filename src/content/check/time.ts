/** Whether dates of different precision can stand in the order claimed. Compared by local civil time. */
import { DAY_MS, parseDate, type StoryDate } from '#model/dates.ts';

/** “About” a day may be this much off, in ms. */
const ABOUT = 7 * DAY_MS;

const local = (date: StoryDate, ms: number): number => ms + date.offset * 60_000;
const slack = (date: StoryDate): number => (date.approximate ? ABOUT : 0);

/** The earliest moment at which it can have begun. */
export function earliest(date: StoryDate): number {
  return local(date, date.start) - slack(date);
}

/** The first moment by which it has begun for certain: a month may begin on its last day, an interval not. */
export function latest(date: StoryDate): number {
  if (date.precision !== 'interval') return local(date, date.end) - 1 + slack(date);
  return latest(parseDate(date.edtf.split('/')[0] as string));
}

/** Whether `later` must have begun before `earlier` did. */
export function mustPrecede(later: StoryDate, earlier: StoryDate): boolean {
  return latest(later) < earliest(earlier);
}

/** Whether nobody can say which of two came first: the stretches they cover have something in common. */
export function overlap(a: StoryDate, b: StoryDate): boolean {
  const from = (date: StoryDate): number => local(date, date.start) - slack(date);
  const to = (date: StoryDate): number => local(date, date.end) + slack(date);
  return from(a) < to(b) && from(b) < to(a);
}
