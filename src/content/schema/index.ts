/** The files of a content folder, with the schema of each. The manual's tables are made from this list. */
import type { z } from 'zod';
import * as classroom from './classroom.ts';
import * as events from './events.ts';
import * as people from './people-and-places.ts';
import * as removal from './removal.ts';
import * as story from './story.ts';
import * as trust from './trust.ts';

/** Files that are one record. */
export const SINGLE = {
  'story.yaml': story.story,
  'map.yaml': story.map,
} as const;

/** Files of lists: each list has the schema of one entry. Together they name every kind of entry. */
export const LISTS = {
  events: { file: 'events.yaml', entry: events.event },
  movements: { file: 'movements.yaml', entry: events.movement },
  deadlines: { file: 'deadlines.yaml', entry: events.deadline },
  places: { file: 'places.yaml', entry: people.place },
  actors: { file: 'actors.yaml', entry: people.actor },
  positions: { file: 'positions.yaml', entry: people.position },
  terms: { file: 'glossary.yaml', entry: people.term },
  ships: { file: 'voyages.yaml', entry: removal.ship },
  voyages: { file: 'voyages.yaml', entry: removal.voyage },
  areas: { file: 'voyages.yaml', entry: removal.area },
  series: { file: 'series.yaml', entry: removal.oneSeries },
  quantities: { file: 'quantities.yaml', entry: removal.quantity },
  sites: { file: 'destruction.yaml', entry: removal.site },
  sources: { file: 'sources.yaml', entry: trust.source },
  discrepancies: { file: 'discrepancies.yaml', entry: trust.discrepancy },
  claims: { file: 'claims.yaml', entry: trust.claim },
  corrections: { file: 'corrections.yaml', entry: trust.correction },
  paths: { file: 'classroom/lesson.yaml', entry: classroom.path },
  polls: { file: 'classroom/lesson.yaml', entry: classroom.onePoll },
  analyses: { file: 'classroom/lesson.yaml', entry: classroom.oneAnalysis },
  quiz: { file: 'classroom/quiz.yaml', entry: classroom.quizItem },
} as const;

export type ListName = keyof typeof LISTS;
/** One entry of a list, as validated. */
export type EntryOf<L extends ListName> = z.output<(typeof LISTS)[L]['entry']>;
export type StoryFile = z.output<typeof story.story>;
export type MapFile = z.output<typeof story.map>;
export type SceneSpec = z.output<typeof story.scene>;
export type FrontMatter = z.output<typeof story.frontMatter>;

/** Whole list files. */
export const LIST_FILES = {
  'events.yaml': events.events,
  'movements.yaml': events.movements,
  'deadlines.yaml': events.deadlines,
  'places.yaml': people.places,
  'actors.yaml': people.actors,
  'positions.yaml': people.positions,
  'glossary.yaml': people.glossary,
  'voyages.yaml': removal.voyages,
  'series.yaml': removal.series,
  'quantities.yaml': removal.quantities,
  'destruction.yaml': removal.destruction,
  'sources.yaml': trust.sources,
  'discrepancies.yaml': trust.discrepancies,
  'claims.yaml': trust.claims,
  'corrections.yaml': trust.corrections,
  'classroom/lesson.yaml': classroom.lesson,
  'classroom/quiz.yaml': classroom.quiz,
} as const;

/** Without these there is no story; the others may be left out. */
export const REQUIRED_FILES = ['story.yaml', 'map.yaml', 'sources.yaml'] as const;
export const DATA_FILES: Record<string, z.ZodType> = { ...SINGLE, ...LIST_FILES };

/** The teacher's guide, which is Markdown. */
export const GUIDE_FILE = 'classroom/guide.md';

export const { scene, frontMatter } = story;
/** The quiz's entries by kind; each has a table of its own in the manual. */
export const QUIZ_KINDS = {
  choice: classroom.choice,
  order: classroom.order,
  place: classroom.place,
  who: classroom.who,
} as const;
