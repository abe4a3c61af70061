/** What citation popovers load on first use: the quotations and addresses, by source. */
import type { Story } from '#model/story.ts';
import { QUOTATIONS } from './licence.ts';
import type { Download } from './types.ts';

/** The form of `data/quotes.json`. */
export interface QuotesFile {
  rights: string;
  /** Verbatim quotations by source id; sources without one are left out. */
  quotes: Record<string, string[]>;
  /** Where the source is to be read, by its id; sources seen only as a copy have no address. */
  addresses: Record<string, string>;
}

export function quotesJson(story: Story): Download {
  const file: QuotesFile = {
    rights: `Verbatim, at most 30 words each, quoted to show what a source says. ${QUOTATIONS}`,
    quotes: Object.fromEntries(
      story.sources.filter(({ quotes }) => quotes.length > 0).map(({ id, quotes }) => [id, quotes]),
    ),
    addresses: Object.fromEntries(story.sources.flatMap(({ id, url }) => (url ? [[id, url]] : []))),
  };
  return {
    path: 'data/quotes.json',
    type: 'application/json',
    title: 'Quotations and addresses by source',
    describes:
      'Short verbatim quotations from the sources, which belong to their owners and are not under our licence.',
    body: JSON.stringify(file),
  };
}
