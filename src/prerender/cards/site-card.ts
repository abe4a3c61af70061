/** Which cards there are, and the words on them. */
import type { Chapter, Step, Story, Thread } from '#model/story.ts';
import { civilDate, formatCivil } from '#model/dates.ts';
import type { Card } from './card.ts';

/** Where the card of the whole site stands, from the root. */
export const SITE_CARD = 'cards/site.png';

/** Where a step's card stands, from the root. */
export function stepCardPath(stepId: string): string {
  return `cards/${stepId}.png`;
}

/** The card of the whole site. `motif` is a picture of the size of `MOTIF` in `card.ts`. */
export function siteCard(story: Story, motif?: string): Card {
  const { title, dek, direction } = story.meta;
  return { title, dek, direction, motif };
}

/** The card of one step, in the colour of the thread its first mark in focus belongs to, or of none. */
export function stepCard(story: Story, chapter: Chapter, step: Step, motif?: string): Card {
  const { ms, offset } = step.scene.at;
  return {
    title: step.title,
    kicker: chapter.number === undefined ? chapter.title : `${chapter.number} · ${chapter.title}`,
    dek: formatCivil(civilDate(ms, offset)),
    siteName: story.meta.title,
    about: story.meta.dek,
    direction: story.meta.direction,
    thread: threadOf(story, step),
    motif,
  };
}

/** What is to be seen on a step's card, in words. */
export function stepCardAlt(story: Story, chapter: Chapter, step: Step): string {
  const card = stepCard(story, chapter, step);
  return [card.title, card.kicker, card.dek, card.siteName].filter(Boolean).join('. ');
}

function threadOf(story: Story, step: Step): Thread | undefined {
  const events = new Map(story.events.map((event) => [event.id, event.thread]));
  const first = step.scene.focus.map((id) => events.get(id)).find((id) => id !== undefined);
  return story.threads.find(({ id }) => id === first);
}
