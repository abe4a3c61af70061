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
  /** “3 events”, where a mark gathers several; else empty. */
  count: string;
  /** Its own event and those it gathers, in order of time. */
  events: NamedEvent[];
  /** Its thread and, of a deadline, what became of it. */
  rest: string;
}

/** The name of a drawn mark; `moment` is the civil day up to which outcomes are known. */
export function markName(
  { mark, gathered }: Pick<PlacedMark, 'mark' | 'gathered'>,
  data: TimelineData,
  moment: number,
  words: TimelineStrings,
): MarkName {
  const thread = data.threads[mark.thread]?.label ?? '';
  const rest = mark.kind === 'deadline' ? `${thread}, ${words.deadline[outcome(mark, moment)]}` : thread;
  return {
    count: gathered.length > 0 ? words.events(gathered.length + 1) : '',
    events: eventsAt({ mark, gathered }, data, false),
    rest,
  };
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
