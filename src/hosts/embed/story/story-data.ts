/** What the story's embed hands its script. The prose is not in it: it stands in the page. */
import { formatDate } from '#model/dates.ts';
import type { Story } from '#model/story.ts';
import type { StageData } from '#stage/stage-data.ts';
import type { CardTexts } from '../../story/card-texts.ts';
import { referenced } from '../../story/referenced.ts';
import type { SceneTexts } from '../../story/scene-texts.ts';
import type { EmbedData } from '../embed-data.ts';

/** A source as its card names it. */
export interface SourceText {
  /** Publisher and date. */
  kicker: string;
  title: string;
  address?: string;
  /** Language of the title and the quotation, where it is not the story's. */
  language?: string;
  quotes: string[];
}

export interface StoryEmbedData extends EmbedData {
  stage: StageData;
  texts: CardTexts;
  scenes: SceneTexts;
  /** Of every source that a note names. */
  sources: Record<string, SourceText>;
  /** Names and descriptions of the people and the terms in the text. */
  entries: Record<string, { title: string; text: string }>;
  root: string;
}

/** At most so many quotations of one source are shown. */
const QUOTES = 2;

/** The sources of the notes, with what their cards say. */
export function sourceTexts(story: Story): Record<string, SourceText> {
  const noted = new Set(story.notes.map(({ source }) => source));
  return Object.fromEntries(
    story.sources
      .filter(({ id }) => noted.has(id))
      .map((source) => [
        source.id,
        {
          kicker: source.date ? `${source.publisher}, ${formatDate(source.date)}` : source.publisher,
          title: source.title,
          ...(source.url !== undefined && { address: source.url }),
          ...(source.language !== story.meta.language && { language: source.language }),
          quotes: source.quotes.slice(0, QUOTES),
        },
      ]),
  );
}

/** People and terms of the text, by the ids that its links name. */
export function entryTexts(story: Story): StoryEmbedData['entries'] {
  const { actors, terms } = referenced(story);
  return Object.fromEntries([
    ...actors.map(
      ({ id, name, description }) => [`actor-${id}`, { title: name, text: description }] as const,
    ),
    ...terms.map(({ id, term, plain }) => [`term-${id}`, { title: term, text: plain }] as const),
  ]);
}
