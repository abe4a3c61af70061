/** The marks as the list of links that keyboards and screen readers use. */
import { civilDate, formatDate } from '#model/dates.ts';
import type { Story } from '#model/story.ts';
import { civilDay } from './timeline-data.ts';

export interface ListedMark {
  id: string;
  title: string;
  /** Civil date for `<time datetime>`. */
  datetime: string;
  /** The date in words. */
  date: string;
  /** One sentence. */
  what: string;
}

/** All marks in order of their civil dates. */
export function timelineList(story: Pick<Story, 'events'>): ListedMark[] {
  return [...story.events]
    .sort((a, b) => civilDay(a.date.start, a.date.offset) - civilDay(b.date.start, b.date.offset))
    .map(({ id, title, date, what }) => ({
      id,
      title,
      datetime: datetime(date.edtf, civilDate(date.start, date.offset)),
      date: formatDate(date, true),
      what,
    }));
}

/** `<time>` knows years, months and days, but neither “about” nor intervals: those give their first day. */
function datetime(edtf: string, first: string): string {
  return /^\d{4}(-\d{2}){0,2}$/.test(edtf) ? edtf : first;
}
