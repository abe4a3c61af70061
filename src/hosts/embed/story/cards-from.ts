/** The cards of the story's embed: the same as on the story's page, from inline data. */
import type { CardTextsFrom, Entry } from '../../story/cards.ts';
import { element, link } from '../../story/elements.ts';
import type { StoryEmbedData } from './story-data.ts';

/** Where cards have their texts from, when everything is in the page. */
export function inlineCards({ texts, sources, entries, root }: StoryEmbedData): CardTextsFrom {
  const entry = (id: string): Entry | undefined => {
    const content = element('div', 'copy');
    const named = entries[id];
    if (named) {
      content.append(element('p', 'title', named.title), element('p', '', named.text));
      return { content };
    }
    const key = id.replace(/^source-/, '');
    const source = sources[key];
    if (!source) return undefined;
    const title = element('p', 'title');
    if (source.language !== undefined) {
      title.lang = source.language;
      title.dir = 'auto';
    }
    title.append(source.address === undefined ? source.title : link(source.address, source.title));
    content.append(element('p', 'kicker', source.kicker), title);
    return { content, source: key };
  };
  const quotes = Object.fromEntries(Object.entries(sources).map(([id, source]) => [id, source.quotes]));
  return {
    quotes: () => Promise.resolve({ quotes, addresses: {} }),
    texts: () => Promise.resolve(texts),
    entry,
    root,
  };
}
