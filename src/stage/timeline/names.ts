/** What marks are called where they are read out, not seen. */
import { outcome } from './cursor.ts';
import type { PlacedMark } from './marks.ts';
import type { TimelineStrings } from './strings.ts';
import type { TimelineData } from './timeline-data.ts';
import { dateWords, machineDateOf } from './when.ts';

export interface NamedEvent {
  id: string;
  title: string;
  /** The date in words. */
  date: string;
  /** For `<time datetime>`. */
  datetime: string;
}

export interface MarkName {
  /** “3 events: ”, where a mark gathers several; else empty. */
  count: string;
  /** Its own event and those it gathers, in order of time. */
  events: NamedEvent[];
  thread: string;
}

/** The name of a drawn mark, whatever the date. */
export function markName(
  placed: Pick<PlacedMark, 'mark' | 'gathered'>,
  data: TimelineData,
  words: TimelineStrings,
): MarkName {
  return {
    count: placed.gathered.length > 0 ? `${words.events(placed.gathered.length + 1)}: ` : '',
    events: eventsAt(placed, data, false),
    thread: data.threads[placed.mark.thread]?.label ?? '',
  };
}

/** What is known of a deadline by the civil day `moment`, to close its name: “, missed”; of other marks nothing. */
export function outcomeWords(
  { mark }: Pick<PlacedMark, 'mark'>,
  moment: number,
  words: TimelineStrings,
): string {
  return mark.kind === 'deadline' ? `, ${words.deadline[outcome(mark, moment)]}` : '';
}

/** The events that stand at one mark, in order of time. */
export function eventsAt(
  { mark, gathered }: Pick<PlacedMark, 'mark' | 'gathered'>,
  data: TimelineData,
  short: boolean,
): NamedEvent[] {
  const marks =
    gathered.length > 0 ? data.marks.filter(({ id }) => id === mark.id || gathered.includes(id)) : [mark];
  return marks.map((one) => ({
    id: one.id,
    title: one.title,
    date: dateWords(one, short),
    datetime: machineDateOf(one),
  }));
}
