/** The marks as the list of links that keyboards and screen readers use. */
import { civilDate, formatDate } from '#model/dates.ts';
import type { Story } from '#model/story.ts';
import { civilDay } from './timeline-data.ts';
import { machineDate } from './when.ts';

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
      datetime: machineDate(date.edtf, civilDate(date.start, date.offset)),
      date: formatDate(date, true),
      what,
    }));
}
