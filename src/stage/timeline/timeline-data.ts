/** What the timeline needs of a story, small enough to stand inside the page. */
import { DAY_MS, formatDate } from '#model/dates.ts';
import type { MarkShape, Story, StoryEvent, Thread } from '#model/story.ts';
import { dateWords } from './when.ts';

/**
 * One mark. Times are *civil days*: days since 1970-01-01 by the clock of the event's own place, with fractions,
 * so that what happened at 02:30 in Damascus stands on the day that Damascus wrote.
 */
export interface TimelineMark {
  id: string;
  title: string;
  /** Index in `threads`. */
  thread: number;
  kind: 'point' | 'range' | 'deadline';
  /** First civil day covered. */
  from: number;
  /** First civil day no longer covered; absent for points and deadlines. */
  to?: number;
  /** The day is not exactly known (“about”, or only a month or a year). */
  approximate?: true;
  /** The date as the content spells it, where days alone would say it otherwise (a month, a year). */
  edtf?: string;
  rank: 1 | 2 | 3;
  /** Indices in `marks` of what led to this one. */
  links?: number[];
  /** Of a deadline: what became of it. */
  met?: 'yes' | 'no' | 'withdrawn' | 'not-established';
  /** Of a deadline: the civil day from which that was known. */
  known?: number;
}

export interface TimelineData {
  threads: Thread[];
  /** In order of time. */
  marks: TimelineMark[];
}

/** The shape that stands for a thread: in lanes, lists and legends alike. */
export type { MarkShape };

/** The civil day (days since 1970-01-01, with fractions) of an instant, by the clock `offset` minutes east of UTC. */
export function civilDay(ms: number, offset = 0): number {
  return (ms + offset * 60_000) / DAY_MS;
}

export function timelineData(story: Pick<Story, 'threads' | 'events'>): TimelineData {
  const events = [...story.events].sort(
    (a, b) => civilDay(a.date.start, a.date.offset) - civilDay(b.date.start, b.date.offset),
  );
  const threadIndex = new Map(story.threads.map(({ id }, index) => [id, index]));
  const eventIndex = new Map(events.map(({ id }, index) => [id, index]));
  return {
    threads: story.threads.map(({ id, label, colour, mark, muted }) => ({ id, label, colour, mark, muted })),
    marks: events.map((event) => {
      const links = event.links.flatMap((id) => eventIndex.get(id) ?? []);
      const { start, end, offset, precision } = event.date;
      const from = short(civilDay(start, offset));
      const approximate = event.date.approximate || precision === 'month' || precision === 'year';
      const lasting =
        !event.deadline && (precision === 'interval' || precision === 'month' || precision === 'year');
      const days = {
        from,
        ...(lasting && { to: short(civilDay(end, offset)) }),
        ...(approximate && { approximate: true as const }),
      };
      const saysItself = dateWords(days) === formatDate(event.date);
      return {
        id: event.id,
        title: event.title,
        thread: threadIndex.get(event.thread) ?? 0,
        kind: event.deadline ? 'deadline' : lasting ? 'range' : 'point',
        ...days,
        ...(!saysItself && { edtf: event.date.edtf }),
        rank: event.rank,
        ...(links.length > 0 && { links }),
        ...(event.deadline && { met: event.deadline.met, known: outcomeDay(event) }),
      };
    }),
  };
}

/** Met or withdrawn: known on the day it was done. Missed: known once the day is over, whatever came later. */
function outcomeDay({ date, deadline }: StoryEvent): number {
  const over = civilDay(date.end, date.offset);
  const done = deadline?.outcomeDate;
  if (!done || deadline.met === 'no') return short(over);
  return short(Math.min(over, civilDay(done.start, done.offset)));
}

/** A minute's precision is plenty, and whole days stay whole numbers. */
function short(day: number): number {
  return Math.round(day * 1440) === day * 1440 ? day : Math.round(day * 1000) / 1000;
}
