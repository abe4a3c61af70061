/** What the dialog chooses from; fetched when it is opened for the first time. */
import { formatDate } from '#model/dates.ts';
import type { Story } from '#model/story.ts';
import { cards, views, type Piece } from '../pieces.ts';

/** Where it lies, from the root of the site. */
export const DIALOG_DATA = 'data/embeds.json';

export interface DialogData {
  /** The story's title. */
  credit: string;
  views: Piece[];
  /** In order of time, each with its date in words. */
  events: (Piece & { date: string })[];
  chapters: { title: string; steps: { id: string; title: string }[] }[];
  /** Numbers of the frozen versions, oldest first. */
  versions: number[];
}

/** @param versions numbers of the frozen versions */
export function dialogData(story: Story, versions: readonly number[]): DialogData {
  const dates = new Map(story.events.map(({ id, date }) => [id, date]));
  const start = (piece: Piece): number => dates.get(piece.event ?? '')?.start ?? 0;
  return {
    credit: story.meta.title,
    views: views(story),
    events: cards(story)
      .sort((a, b) => start(a) - start(b))
      .map((piece) => {
        const date = dates.get(piece.event ?? '');
        return { ...piece, date: date ? formatDate(date, true) : '' };
      }),
    chapters: story.chapters.map(({ title, steps }) => ({
      title,
      steps: steps.map(({ id, title: name }) => ({ id, title: name })),
    })),
    versions: [...versions],
  };
}
