/** What the folder `classroom/` of the content says, read without our compiler. */
import { parseDate } from '../../../src/model/dates.ts';
import { readYaml } from './content.ts';

interface Base {
  id: string;
  question: string;
  why: string;
  sources: string[];
}
export type QuizText = Base &
  (
    | { kind: 'choice'; options: string[]; right: string }
    | { kind: 'order'; events: string[] }
    | { kind: 'place'; camera: string; options: string[]; right: string }
    | { kind: 'who'; quote: string; quoted: string; options: string[]; right: string }
  );

export type PathText = {
  id: string;
  minutes: number;
  slides: { step?: string; pause?: string; poll?: string; analysis?: string; minutes: number }[];
};

interface LessonText {
  paths: PathText[];
  polls: { id: string; question: string; options: string[] }[];
  analyses: { id: string; excerpt: string; source: string }[];
}

export const lesson = readYaml<LessonText>('classroom/lesson.yaml');
export const { quiz } = readYaml<{ quiz: QuizText[] }>('classroom/quiz.yaml');

interface Named {
  id: string;
  name: string;
  at?: [number, number];
}
const places = readYaml<{ places: Named[] }>('places.yaml').places;
const actors = readYaml<{ actors: Named[] }>('actors.yaml').actors;

export const placeName = (id: string): string => places.find((place) => place.id === id)?.name ?? id;
export const actorName = (id: string): string => actors.find((actor) => actor.id === id)?.name ?? id;

/** The places of a question from west to east, as the map letters them. */
export function lettered(ids: string[]): string[] {
  const west = (id: string): number => places.find((place) => place.id === id)?.at?.[0] ?? NaN;
  return ids.toSorted((a, b) => west(a) - west(b));
}

/** Marks by date. */
export function inOrder(ids: string[]): string[] {
  const marks = ['events', 'movements', 'deadlines'].flatMap(
    (kind) => readYaml<Record<string, { id: string; date: string }[]>>(`${kind}.yaml`)[kind] ?? [],
  );
  const start = (id: string): number => {
    const mark = marks.find((one) => one.id === id);
    if (!mark) throw new Error(`no mark ${id}`);
    return parseDate(String(mark.date)).start;
  };
  return ids.toSorted((a, b) => start(a) - start(b));
}

/** The first question of a kind. */
export function firstOf<K extends QuizText['kind']>(kind: K): Extract<QuizText, { kind: K }> {
  const found = quiz.find((item) => item.kind === kind);
  if (!found) throw new Error(`the quiz has no question of the kind ${kind}`);
  return found as Extract<QuizText, { kind: K }>;
}
