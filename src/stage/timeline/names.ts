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

/** The name of a drawn mark, whatever the date: how many events it gathers, each with its date, and the lane. */
export function markName(
  placed: Pick<PlacedMark, 'mark' | 'gathered'>,
  data: TimelineData,
  words: TimelineStrings,
): string {
  const events = eventsAt(placed, data, false).map(({ title, date }) => `${title}, ${date}`);
  const count = events.length > 1 ? `${words.events(events.length)}: ` : '';
  return `${count}${events.join('; ')}, ${data.threads[placed.mark.thread]?.label ?? ''}`;
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
