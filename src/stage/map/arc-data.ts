/**
 * Which events led to which others in another city, found once when the page is built.
 *
 * A line over a map into a country under attack reads as the path of a weapon, and one to a port as a voyage. So arcs
 * belong to threads that play in conference rooms: those nearly all of whose events happened in cities and
 * buildings. And both their ends are such places, in countries where no attack of the story happened.
 */
import { civilDate, type StoryDate } from '#model/dates.ts';
import type { Story, StoryEvent, ThreadColour } from '#model/story.ts';
import type { MapPlace } from './map-data.ts';

export interface MapArc {
  /** Ids of the events: cause and consequence; the same one twice for one event in several places. */
  from: string;
  to: string;
  /** Ids of their places. */
  a: string;
  b: string;
  /** UTC ms: the arc begins to grow on the cause's day, and has arrived on that of the consequence. */
  start: number;
  end: number;
  /** Of the consequence's thread. */
  colour: ThreadColour;
}

/** Share of a thread's places that must be cities or buildings. */
const NEARLY_ALL = 0.9;
const TALKING: readonly MapPlace['kind'][] = ['city', 'town', 'building'];

/** UTC ms of the civil day a date begins on: a scene of that day has all of it. */
const dayOf = ({ start, offset }: StoryDate): number => Date.parse(civilDate(start, offset));

/** @param places those on the map, by id */
export function storyArcs(
  { events, threads }: Pick<Story, 'events' | 'threads'>,
  places: ReadonlyMap<string, MapPlace>,
): MapArc[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const talks = (id: string): boolean => TALKING.includes(places.get(id)!.kind);
  const placesOf = (event: StoryEvent): string[] => event.places.filter((id) => places.has(id));
  const attacked = new Set(
    [...places.values()].flatMap(({ kind, country }) => (kind === 'attack-site' ? (country ?? []) : [])),
  );
  const calm = (id: string): boolean => talks(id) && !attacked.has(places.get(id)!.country ?? '');
  const colours = new Map<string, ThreadColour>();
  for (const { id, muted, colour } of threads) {
    const all = events.filter(({ thread }) => thread === id).flatMap(placesOf);
    if (!muted && all.length && all.filter(talks).length >= NEARLY_ALL * all.length) colours.set(id, colour);
  }
  return events.flatMap((event) => {
    const colour = colours.get(event.thread);
    const here = placesOf(event).filter(calm);
    const [b] = here;
    if (!colour || b === undefined) return [];
    const end = dayOf(event.date);
    const within = here
      .slice(1)
      .map((a): MapArc => ({ from: event.id, to: event.id, a, b, start: end, end, colour }));
    const causes = event.links.flatMap((id): MapArc[] => {
      const cause = byId.get(id);
      const a = cause && colours.has(cause.thread) ? placesOf(cause).find(calm) : undefined;
      if (!cause || a === undefined || a === b) return [];
      return [{ from: id, to: event.id, a, b, start: Math.min(dayOf(cause.date), end), end, colour }];
    });
    return [...causes, ...within];
  });
}
