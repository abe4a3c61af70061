/** The timeline as a table: one row for each event, load and deadline. */
import type { Story, StoryEvent } from '#model/story.ts';
import { table, type TableColumn } from './csv.ts';
import { byDate, plainDate } from './dates.ts';
import type { Download } from './types.ts';

export function eventsCsv(story: Story): Download[] {
  const file = {
    path: 'data/events.csv',
    title: 'Events as a table',
    describes: 'One row for each event, load and deadline of the timeline, in order of date.',
  };
  const inOrder = story.events.toSorted((a, b) => byDate(a.date, b.date));
  return table(story, file, columns(story), inOrder);
}

/** Columns that tell when, shared by the tables of dated things. */
export function dateColumns<T extends { date: StoryEvent['date'] }>(): TableColumn<T>[] {
  return [
    {
      name: 'date',
      description: 'The date with its precision, as ISO 8601-2 (EDTF) spells it; ~ means about',
      cell: ({ date }) => date.edtf,
    },
    {
      name: 'first_day',
      description: 'First day covered, local to the place',
      datatype: 'date',
      cell: ({ date }) => plainDate(date).first,
    },
    {
      name: 'last_day',
      description: 'Last day covered, local to the place',
      datatype: 'date',
      cell: ({ date }) => plainDate(date).last,
    },
    {
      name: 'date_approximate',
      description: 'true where the date is “about”',
      datatype: 'boolean',
      cell: ({ date }) => date.approximate,
    },
  ];
}

function columns(story: Story): TableColumn<StoryEvent>[] {
  const placeNames = new Map(story.places.map(({ id, name }) => [id, name]));
  const actorNames = new Map(story.actors.map(({ id, name }) => [id, name]));
  const named = (ids: string[], names: Map<string, string>): string[] => ids.map((id) => names.get(id) ?? id);
  return [
    { name: 'id', description: 'Stable id', cell: ({ id }) => id },
    { name: 'kind', description: 'event, movement (a load that left) or deadline', cell: ({ kind }) => kind },
    ...dateColumns<StoryEvent>(),
    { name: 'title', description: 'Short label', cell: ({ title }) => title },
    { name: 'what', description: 'What happened, in one sentence', cell: ({ what }) => what },
    { name: 'thread', description: 'The line of the story it belongs to', cell: ({ thread }) => thread },
    {
      name: 'places',
      description: 'Names of the places',
      list: true,
      cell: ({ places }) => named(places, placeNames),
    },
    { name: 'place_ids', description: 'Ids of the places', list: true, cell: ({ places }) => places },
    {
      name: 'actors',
      description: 'Names of those who acted',
      list: true,
      cell: ({ actors }) => named(actors, actorNames),
    },
    {
      name: 'causes',
      description: 'Ids of earlier events that led to this one according to the sources',
      list: true,
      cell: ({ links }) => links,
    },
    {
      name: 'due',
      description: 'For deadlines: what was due on the date',
      cell: ({ deadline }) => deadline?.requirement,
    },
    {
      name: 'met',
      description: 'For deadlines: yes, no, withdrawn or not-established',
      cell: ({ deadline }) => deadline?.met,
    },
    {
      name: 'outcome',
      description: 'For deadlines: what came of it',
      cell: ({ deadline }) => deadline?.outcome,
    },
    { name: 'note', description: 'A caveat to keep with the event', cell: ({ note }) => note },
    {
      name: 'sources',
      description: 'Ids of sources.bib and sources.csl.json',
      list: true,
      cell: ({ sources }) => sources,
    },
    {
      name: 'grade',
      description: 'A: official or primary text read; B: reputable secondary source read',
      cell: ({ grade }) => grade,
    },
  ];
}
