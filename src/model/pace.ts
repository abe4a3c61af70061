/** At this pace: our arithmetic, and no forecast. */
import { civilDate, DAY_MS, daysBetween, formatCivil } from './dates.ts';

export interface Pace {
  /** Civil date on which the straight line reaches 100 percent. */
  exact: string;
  /** The same as coarsely as it deserves: “mid-2015”, “May 2014”, “late May 2014”. */
  text: string;
}

/**
 * A straight line from 0 on `start` through `value` percent on `asOf`, to 100.
 * Nothing when there is no line to draw (nothing done yet, all done) or when the line has already been overtaken
 * by the calendar: on `on` a date in the past would be no pace any more.
 */
export function pace(start: string, asOf: string, value: number, on: string): Pace | undefined {
  const elapsed = daysBetween(start, asOf);
  if (elapsed <= 0 || value <= 0 || value >= 100) return undefined;
  const exact = civilDate(Date.parse(`${start}T00:00Z`) + (elapsed / (value / 100)) * DAY_MS);
  if (exact <= on) return undefined;
  return { exact, text: coarse(exact, daysBetween(on, exact)) };
}

/** A date rounded to thirds of a year, to a month or to thirds of a month, by how far ahead it lies. */
function coarse(date: string, daysAhead: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const third = (part: number, of: number): string =>
    part <= of / 3 ? 'early' : part <= (2 * of) / 3 ? 'mid' : 'late';
  if (daysAhead > 180) return `${third(month, 12)}-${year}`.replace(/^(early|late)-/, '$1 ');
  const monthAndYear = formatCivil(date).replace(/^\d+ /, '');
  if (daysAhead > 45) return monthAndYear;
  return `${third(day, 30)}-${monthAndYear}`.replace(/^(early|late)-/, '$1 ');
}
