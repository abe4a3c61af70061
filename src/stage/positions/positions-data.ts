/** Disputed questions as the stage shows them: each side with its date and sources, then what is established. */
import { civilDate, formatDate } from '#model/dates.ts';
import type { Position, Story } from '#model/story.ts';

export interface Side {
  /** Who holds it, by name. */
  who: string[];
  text: string;
  /** Civil date for `<time datetime>`. */
  datetime: string;
  /** The date in words. */
  date: string;
  /** Notes of the page: number and source id. */
  notes: { number: number; source: string }[];
}

export interface ShownPosition {
  id: string;
  question: string;
  order: Position['order'];
  sides: Side[];
  established: string;
}

/** The positions that scenes show in their own panel, and no others: the rest of the data is not the stage’s. */
export function positionsData(
  story: Pick<Story, 'positions' | 'chapters' | 'actors' | 'notes'>,
): ShownPosition[] {
  const wanted = new Set(
    story.chapters
      .flatMap(({ steps }) => steps)
      .filter(({ scene }) => scene.panel === 'positions')
      .flatMap(({ scene }) => scene.focus),
  );
  const names = new Map(story.actors.map(({ id, name }) => [id, name]));
  const numbers = new Map(story.notes.map(({ number, source }) => [source, number]));
  return story.positions
    .filter(({ id }) => wanted.has(id))
    .map(({ id, question, order, statements, established }) => ({
      id,
      question,
      order,
      sides: statements.map(({ holders, text, stated, sources }) => ({
        who: holders.map((holder) => names.get(holder) ?? holder),
        text,
        datetime: civilDate(stated.start, stated.offset),
        date: formatDate(stated, true),
        notes: sources.flatMap((source) => {
          const number = numbers.get(source);
          return number === undefined ? [] : [{ number, source }];
        }),
      })),
      established,
    }));
}
