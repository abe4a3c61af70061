/** The date of a mark in words and for machines, made from its civil days. */
import { civilDate, DAY_MS, formatDate, parseDate } from '#model/dates.ts';
import type { TimelineMark } from './timeline-data.ts';

type Dated = Pick<TimelineMark, 'from' | 'to' | 'approximate' | 'edtf'>;

function onDay(day: number): string {
  return civilDate(Math.floor(day) * DAY_MS);
}

/** The mark's date in EDTF, to the day; its own spelling where it is another than its days would give. */
export function edtfOf({ from, to, approximate, edtf }: Dated): string {
  if (edtf) return edtf;
  const about = approximate ? '~' : '';
  return to === undefined ? onDay(from) + about : `${onDay(from)}${about}/${onDay(Math.ceil(to) - 1)}`;
}

/** “7 January 2014”, “about 10 April 2014”, “20 March – 4 April 2014”; `short` gives “7 Jan 2014”. */
export function dateWords(mark: Dated, short = false): string {
  return formatDate(parseDate(edtfOf(mark)), short);
}

/** For `<time datetime>`, which knows years, months and days, but neither “about” nor intervals: their first day. */
export function machineDate(edtf: string, first: string): string {
  return /^\d{4}(-\d{2}){0,2}$/.test(edtf) ? edtf : first;
}

/** {@link machineDate} of a mark. */
export function machineDateOf(mark: Dated): string {
  return machineDate(edtfOf(mark), onDay(mark.from));
}
