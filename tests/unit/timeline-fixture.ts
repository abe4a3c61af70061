/** A busy invented timeline: five lanes, points, ranges, approximate days and deadlines, close together. */
import { DAY_MS, parseDate } from '#model/dates.ts';
import type { Scene } from '#model/scene.ts';
import { NO_FILTER } from '#model/scene.ts';
import type { StoryEvent, Thread } from '#model/story.ts';
import { timelineData, type TimelineData } from '#stage/timeline/timeline-data.ts';

export const threads: Thread[] = [
  { id: 'attack', label: 'Attack', colour: 'red', mark: 'triangle', muted: false },
  { id: 'diplomacy', label: 'Diplomacy', colour: 'blue', mark: 'circle', muted: false },
  { id: 'removal', label: 'Removal', colour: 'green', mark: 'square', muted: false },
  { id: 'talks', label: 'Geneva talks', colour: 'ochre', mark: 'diamond', muted: false },
  { id: 'context', label: 'Context', colour: 'grey', mark: 'bar', muted: true },
];

export function event(id: string, date: string, more: Partial<StoryEvent> = {}): StoryEvent {
  return {
    id,
    kind: 'event',
    date: parseDate(date),
    title: id,
    what: `${id} happens.`,
    thread: 'removal',
    places: [],
    actors: [],
    links: [],
    details: [],
    disputed: [],
    sources: ['a-source'],
    grade: 'A',
    rank: 2,
    ...more,
  };
}

export function deadline(id: string, date: string, met: 'yes' | 'no', outcomeDate?: string): StoryEvent {
  return event(id, date, {
    kind: 'deadline',
    deadline: {
      setBy: 'a council',
      setOn: parseDate('2013-11-15'),
      requirement: 'Everything.',
      met,
      outcome: 'As it was.',
      ...(outcomeDate && { outcomeDate: parseDate(outcomeDate) }),
    },
  });
}

/** Deterministic numbers in [0, 1). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const WORDS =
  'council talks vote report ships leave attack plan “no progress” Munich Latakia chemicals removed'.split(
    ' ',
  );
const DAY0 = Date.UTC(2013, 6, 1) / DAY_MS;

/** `count` marks of every kind over 400 days. */
export function busy(count: number, seed = 7): TimelineData {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const day = (offset: number): string => new Date((DAY0 + offset) * DAY_MS).toISOString().slice(0, 10);
  const events = Array.from({ length: count }, (_, n) => {
    // Half of it happens in one crowded month.
    const offset = Math.floor(next() < 0.5 ? 190 + next() * 30 : next() * 400);
    const title = Array.from({ length: 1 + Math.floor(next() * 5) }, () => pick(WORDS))
      .join(' ')
      .slice(0, 40);
    const more = {
      title,
      thread: pick(threads).id,
      rank: pick([1, 2, 3] as const),
      links: n > 3 ? [`e${n - 3}`] : [],
    };
    const form = next();
    if (form < 0.1) return { ...deadline(`e${n}`, day(offset), pick(['yes', 'no'])), ...more };
    if (form < 0.2)
      return event(`e${n}`, `${day(offset)}/${day(offset + 3 + Math.floor(next() * 20))}`, more);
    return event(`e${n}`, form < 0.3 ? `${day(offset)}~` : day(offset), more);
  });
  return timelineData({ threads, events });
}

export function scene(at: string, from: string, to: string, focus: string[] = []): Scene {
  const { start, offset } = parseDate(at);
  return {
    at: { ms: start, offset },
    span: [parseDate(from).start, parseDate(to).end],
    camera: 'world',
    focus,
    filter: NO_FILTER,
    panel: 'map',
  };
}
