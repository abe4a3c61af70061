/** How high an event's card is in an article column, reckoned without a browser: the frame's height where no script can tell it. */
import type { Story, StoryEvent } from '#model/story.ts';
import { textWidth } from '#model/text-width.ts';

/** CSS px: those of the card's style sheet in a column of 700 px. */
const COLUMN = 700 - 2 * 20;
const LINE = { title: 30, text: 25, small: 21 };
/** Everything that is not text: borders, gaps, the line of credit. */
const FRAME = 130;
/** Text breaks at words, so lines are a little shorter than the column. */
const RAGGED = 0.94;

/** Lines that a text takes at a font size of `px`. */
function lines(text: string, px: number, weight = 400): number {
  return Math.max(1, Math.ceil(textWidth(text, px, weight) / (COLUMN * RAGGED)));
}

/** CSS px, a little more rather than less; a test compares it with what a browser lays out. */
export function cardHeight(story: Story, event: StoryEvent): number {
  const names = new Map(story.sources.map(({ id, publisher }) => [id, publisher]));
  // Each source stands with its date.
  const sources = event.sources.map((id) => `${names.get(id) ?? id}, 30 Nov 2014 · `).join('');
  return Math.ceil(
    FRAME +
      lines(event.title, 24, 700) * LINE.title +
      lines(event.what, 17) * LINE.text +
      (event.note === undefined ? 0 : lines(event.note, 14) * LINE.small + 8) +
      event.disputed.length * 32 +
      lines(sources, 14) * LINE.small,
  );
}
