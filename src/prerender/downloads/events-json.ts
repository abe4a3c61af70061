/** Every event, load and deadline with all it is known by, and the lists its ids point into. */
import type { Source, Story, StoryEvent } from '#model/story.ts';
import { plainDate } from './dates.ts';
import { jsonHeader } from './licence.ts';
import type { Column, Download } from './types.ts';

export function eventsJson(story: Story): Download {
  const body = {
    ...jsonHeader(story),
    fields: Object.fromEntries(FIELDS.map(({ name, description }) => [name, description])),
    threads: story.threads.map(({ id, label }) => ({ id, label })),
    events: story.events.map(publicEvent),
    places: story.places.map(({ id, name, country, at, precision, approximate }) => ({
      id,
      name,
      country,
      lonLat: at,
      precision,
      approximate,
    })),
    actors: story.actors.map(({ id, name, type, description }) => ({ id, name, type, description })),
    sources: story.sources.map(publicSource),
  };
  return {
    path: 'data/events.json',
    type: 'application/json',
    title: 'Events as JSON',
    describes:
      'Every event, load and deadline of the timeline with its details, links and caveats, and the places, ' +
      'actors and sources that they name by id.',
    columns: FIELDS,
    body: `${JSON.stringify(body, null, 1)}\n`,
  };
}

const FIELDS: Column[] = [
  { name: 'id', description: 'Stable id; the same as in links, in events.csv and in story.geojson' },
  { name: 'kind', description: 'event, movement (a load that left) or deadline' },
  {
    name: 'date',
    description:
      'edtf: the date as ISO 8601-2 (EDTF) spells it; first, last: the days it covers, local to the place',
  },
  { name: 'title', description: 'Short label' },
  { name: 'what', description: 'What happened, in one sentence' },
  { name: 'thread', description: 'The line of the story it belongs to: an id of threads' },
  { name: 'places, actors', description: 'Ids of places and of actors' },
  { name: 'causes', description: 'Ids of earlier events that led to this one according to the sources' },
  { name: 'details', description: 'Further facts, each with the ids of its sources' },
  { name: 'sources', description: 'Ids of sources' },
  { name: 'grade', description: 'A: official or primary text read; B: reputable secondary source read' },
  { name: 'note', description: 'A caveat to keep with the event' },
  { name: 'movement', description: 'For loads: number, ships, escorts, cargo, and how firmly each is known' },
  { name: 'deadline', description: 'For deadlines: who set it and when, what was due, whether it was met' },
];

function publicEvent(event: StoryEvent): object {
  const { movement, deadline } = event;
  return {
    id: event.id,
    kind: event.kind,
    date: plainDate(event.date),
    title: event.title,
    what: event.what,
    thread: event.thread,
    places: event.places,
    actors: event.actors,
    causes: event.links,
    details: event.details,
    sources: event.sources,
    grade: event.grade,
    note: event.note,
    movement,
    deadline: deadline && {
      ...deadline,
      setOn: plainDate(deadline.setOn),
      outcomeDate: deadline.outcomeDate && plainDate(deadline.outcomeDate),
    },
  };
}

/** Quotations stay out: they are not ours to license. */
function publicSource(source: Source): object {
  const { id, publisher, title, author, date, url, language, kind, grade } = source;
  return { id, publisher, title, author, date: date?.edtf, url, language, kind, grade };
}
