/** The quiz as pages show it: names for ids, right answers as positions, points with letters. Pure. */
import { formatDate } from '#model/dates.ts';
import type { QuizItem } from '#model/lesson.ts';
import type { Source, Story } from '#model/story.ts';
import { foreignLanguage } from '../sources/listing.ts';
import { quizMap, type QuizMapView } from './quiz-map.ts';
import type { MapLevel } from '#stage/map/map-data.ts';

interface ViewBase {
  id: string;
  /** From 1. */
  number: number;
  kind: QuizItem['kind'];
  /** HTML. */
  question: string;
  why: string;
  sources: Source[];
  step: { id: string; title: string };
}

/** One of several. Options are HTML. */
export interface ChoiceView extends ViewBase {
  kind: 'choice' | 'who';
  options: string[];
  /** Index of the right one. */
  right: number;
  quote?: { text: string; language: string | undefined };
}

export interface OrderView extends ViewBase {
  kind: 'order';
  /** In the order they are offered. */
  events: { id: string; title: string; date: string }[];
  /** Ids by date. */
  right: string[];
}

export interface PlaceView extends ViewBase {
  kind: 'place';
  map: QuizMapView;
  /** Index of the right point. */
  right: number;
  name: string;
}

export type QuizView = ChoiceView | OrderView | PlaceView;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Every item of the quiz, in the order of the content.
 * @param levels the base map's levels of detail
 * @throws where an item names what the story does not have; the content check refuses that
 */
export function quizViews(story: Story, levels: readonly MapLevel[]): QuizView[] {
  return (story.classroom?.quiz ?? []).map((item, index) => view(item, index + 1, story, levels));
}

function find<T extends { id: string }>(list: readonly T[], id: string): T {
  const found = list.find((entry) => entry.id === id);
  if (!found) throw new RangeError(`the quiz names “${id}”, which is not there`);
  return found;
}

function view(item: QuizItem, number: number, story: Story, levels: readonly MapLevel[]): QuizView {
  const steps = story.chapters.flatMap((chapter) => chapter.steps);
  const { id, question, why } = item;
  // Whose words a quotation is has a source of its own.
  const ids = new Set([...(item.kind === 'who' ? [item.quoted] : []), ...item.sources]);
  const base = {
    id,
    number,
    question,
    why,
    sources: [...ids].map((source) => find(story.sources, source)),
    step: { id: item.step, title: find(steps, item.step).title },
  };
  switch (item.kind) {
    case 'choice':
      return {
        ...base,
        kind: 'choice',
        options: item.options.map(({ html }) => html),
        right: item.options.findIndex(({ right }) => right),
      };
    case 'who': {
      const { language } = find(story.sources, item.quoted);
      const foreign = foreignLanguage(language, story.meta.language) ? language : undefined;
      return {
        ...base,
        kind: 'who',
        quote: { text: item.quote, language: foreign },
        options: item.options.map((actor) => escape(find(story.actors, actor).name)),
        right: item.options.indexOf(item.answer),
      };
    }
    case 'order': {
      const events = item.events.map((event) => find(story.events, event));
      return {
        ...base,
        kind: 'order',
        events: events.map(({ id: event, title, date }) => ({ id: event, title, date: formatDate(date) })),
        right: events.toSorted((a, b) => a.date.start - b.date.start).map((event) => event.id),
      };
    }
    case 'place': {
      const map = quizMap(story, levels, item.camera, item.options);
      return {
        ...base,
        kind: 'place',
        map,
        right: map.points.findIndex(({ place }) => place === item.answer),
        name: find(story.places, item.answer).name,
      };
    }
  }
}
