import { EMBED_PAGES } from './embeds/page.ts';

/** What the two builds start from: scripts for the browser, pages for the server renderer. */
export const CLIENT_ENTRIES = {
  story: 'src/hosts/story/client.ts',
  sources: 'src/hosts/sources/client.ts',
} as const;

/**
 * One entry a page, so that each page carries its own styles only; `files` makes everything that is no page, `offline`
 * the file with all of them.
 */
export const SERVER_ENTRIES = {
  story: 'src/prerender/pages/story.ts',
  sources: 'src/prerender/pages/sources.ts',
  files: 'src/prerender/files.ts',
  offline: 'src/prerender/offline/assemble.ts',
  ...Object.fromEntries(Object.entries(EMBED_PAGES).map(([view, entry]) => [`embed-${view}`, entry])),
} as const;

export type ClientEntry = keyof typeof CLIENT_ENTRIES;
export type PageEntry = 'story' | 'sources';

/** Sheets that are no component's; the development server links them, builds find them by their imports. */
export const GLOBAL_STYLES = [
  'src/site/tokens.css',
  'src/site/fallback-fonts.css',
  'src/site/base.css',
  'src/site/card.css',
  'src/stage/map/basemap.css',
];

/** Where each page stands in `dist/`, and how it reaches the root from there. */
export const PAGES: Record<
  PageEntry,
  { path: string; root: string; client: ClientEntry; fetches: readonly string[] }
> = {
  story: { path: 'index.html', root: './', client: 'story', fetches: ['./data/stage.json'] },
  sources: { path: 'sources/index.html', root: '../', client: 'sources', fetches: [] },
};
