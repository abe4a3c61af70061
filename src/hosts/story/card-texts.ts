/** What the cards of events, places, voyages and figures say, fetched on first use as `data/cards.json`. */
import { formatCivil, formatDate } from '#model/dates.ts';
import type { Position, Source, Story } from '#model/story.ts';
import { eventSteps } from './event-steps.ts';
import { strings } from './strings.ts';

export interface EventText {
  /** With its precision: “about 10 April 2014”. */
  date: string;
  place?: string;
  title: string;
  what: string;
  note?: string;
  /** The lane, as its label says. */
  thread: string;
  /** Ids of positions on what is disputed about it. */
  positions?: string[];
  sources: string[];
  /** The step that tells of it. */
  step?: string;
}

export interface PlaceText {
  name: string;
  /** Country, and that the position is approximate where it is; of an area, why there is no position. */
  where: string;
  /** Ids of what happened there, in order of time. */
  events: string[];
}

export interface VoyageText {
  title: string;
  dates: string;
  /** What the ship was. */
  ship: string;
  note?: string;
  sources: string[];
}

export interface PositionText {
  question: string;
  sides: { who: string; text: string; date: string; sources: string[] }[];
  established: string;
  /** The step that shows it in full. */
  step?: string;
}

export interface CardTexts {
  events: Record<string, EventText>;
  places: Record<string, PlaceText>;
  voyages: Record<string, VoyageText>;
  positions: Record<string, PositionText>;
  /** “Reuters, 27 Feb 2014”, of every source the others name. */
  sources: Record<string, string>;
  /** Keyed as in the prose: a quantity's id, or `series@day`. */
  figures: Record<string, { basis: string; date?: string; by: string; derived: boolean }>;
}

/** All card texts of a story. */
export function cardTexts(story: Story): CardTexts {
  const used = new Set<string>();
  const cited = (ids: readonly string[]): string[] => {
    ids.forEach((id) => used.add(id));
    return [...ids];
  };
  const events = eventTexts(story, cited);
  const places = placeTexts(story);
  const voyages = voyageTexts(story, cited);
  const positions = positionTexts(story, cited);
  return {
    events,
    places,
    voyages,
    positions,
    sources: Object.fromEntries(
      story.sources.filter(({ id }) => used.has(id)).map((source) => [source.id, sourceName(source)]),
    ),
    figures: figureTexts(story),
  };
}

function sourceName({ publisher, date }: Source): string {
  return date ? `${publisher}, ${formatDate(date, true)}` : publisher;
}

function eventTexts(story: Story, cited: (ids: readonly string[]) => string[]): CardTexts['events'] {
  const places = new Map(story.places.map((place) => [place.id, place.label]));
  const threads = new Map(story.threads.map(({ id, label }) => [id, label]));
  const told = eventSteps(story);
  return Object.fromEntries(
    story.events.map((event) => {
      const place = places.get(event.places[0] ?? '');
      const step = told.get(event.id);
      const text: EventText = {
        date: formatDate(event.date),
        ...(place !== undefined && { place }),
        title: event.title,
        what: event.what,
        ...(event.note !== undefined && { note: event.note }),
        thread: threads.get(event.thread) ?? '',
        ...(event.disputed.length > 0 && { positions: event.disputed }),
        sources: cited(event.sources),
        ...(step !== undefined && { step }),
      };
      return [event.id, text];
    }),
  );
}

function placeTexts(story: Story): CardTexts['places'] {
  const events = [...story.events].sort((a, b) => a.date.start - b.date.start);
  const areas = story.areas.map(
    ({ id, label, note }) => [id, { name: label, where: note, events: [] }] as const,
  );
  return Object.fromEntries([
    ...areas,
    ...story.places.map((place): [string, PlaceText] => [
      place.id,
      {
        name: place.name,
        where: [place.country, place.at ? (place.approximate ? strings.approximate : '') : strings.notPlotted]
          .filter(Boolean)
          .join(' · '),
        events: events.filter((event) => event.places.includes(place.id)).map(({ id }) => id),
      },
    ]),
  ]);
}

function voyageTexts(story: Story, cited: (ids: readonly string[]) => string[]): CardTexts['voyages'] {
  const ships = new Map(story.ships.map((ship) => [ship.id, ship]));
  return Object.fromEntries(
    story.voyages.map((voyage) => [
      voyage.id,
      {
        title: voyage.title,
        dates: `${voyage.depart ? formatDate(voyage.depart) : strings.noDate} – ${voyage.arrive ? formatDate(voyage.arrive) : strings.noDate}`,
        ship: ships.get(voyage.ship)?.role ?? '',
        ...(voyage.note !== undefined && { note: voyage.note }),
        sources: cited(voyage.sources),
      },
    ]),
  );
}

function positionTexts(story: Story, cited: (ids: readonly string[]) => string[]): CardTexts['positions'] {
  const names = new Map(story.actors.map(({ id, name }) => [id, name]));
  const shown = new Map(
    story.chapters.flatMap(({ steps }) =>
      steps.flatMap(({ id, positions }) => positions.map((position) => [position, id] as const)),
    ),
  );
  const wanted = new Set(story.events.flatMap(({ disputed }) => disputed));
  const text = (position: Position): PositionText => {
    const step = shown.get(position.id);
    return {
      question: position.question,
      sides: position.statements.map(({ holders, text, stated, sources }) => ({
        who: holders.map((holder) => names.get(holder) ?? holder).join(', '),
        text,
        date: formatDate(stated, true),
        sources: cited(sources),
      })),
      established: position.established,
      ...(step !== undefined && { step }),
    };
  };
  return Object.fromEntries(
    story.positions.filter(({ id }) => wanted.has(id)).map((position) => [position.id, text(position)]),
  );
}

function figureTexts(story: Story): CardTexts['figures'] {
  const publishers = new Map(story.sources.map((source) => [source.id, source.publisher]));
  const named = (ids: string[]): string => [...new Set(ids.map((id) => publishers.get(id) ?? id))].join(', ');
  const figures: CardTexts['figures'] = {};
  for (const quantity of story.quantities) {
    figures[quantity.id] = {
      basis: quantity.basis,
      ...(quantity.date ? { date: formatDate(quantity.date) } : {}),
      by: named(quantity.sources),
      derived: quantity.derived,
    };
  }
  for (const series of story.series) {
    for (const point of series.points) {
      figures[`${series.id}@${point.date}`] = {
        basis: series.basis,
        date: formatCivil(point.date),
        by: point.by,
        derived: series.kind === 'derived',
      };
    }
  }
  return figures;
}
