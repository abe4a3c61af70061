import { EMBED_PAGES } from './embeds/page.ts';

/** What the two builds start from: scripts for the browser, pages for the server renderer. */
export const CLIENT_ENTRIES = {
  story: 'src/hosts/story/client.ts',
  sources: 'src/hosts/sources/client.ts',
  present: 'src/hosts/present/client.svelte.ts',
  speaker: 'src/hosts/present/speaker/client.svelte.ts',
  classroom: 'src/hosts/classroom/client.ts',
  'classroom-sheet': 'src/hosts/classroom/sheets/client.ts',
} as const;

/**
 * One entry a page, so that each page carries its own styles only; `files` makes everything that is no page, `offline`
 * the file with all of them.
 */
export const SERVER_ENTRIES = {
  story: 'src/prerender/pages/story.ts',
  sources: 'src/prerender/pages/sources.ts',
  present: 'src/prerender/pages/present.ts',
  speaker: 'src/prerender/pages/speaker.ts',
  classroom: 'src/prerender/pages/classroom.ts',
  'classroom-handout': 'src/prerender/pages/classroom-handout.ts',
  'classroom-key': 'src/prerender/pages/classroom-key.ts',
  files: 'src/prerender/files.ts',
  offline: 'src/prerender/offline/assemble.ts',
  ...Object.fromEntries(Object.entries(EMBED_PAGES).map(([view, entry]) => [`embed-${view}`, entry])),
} as const;

export type ClientEntry = keyof typeof CLIENT_ENTRIES;
export type PageEntry =
  'story' | 'sources' | 'present' | 'speaker' | 'classroom' | 'classroom-handout' | 'classroom-key';

/** Sheets that are no component's; the development server links them, builds find them by their imports. */
export const GLOBAL_STYLES = [
  'src/site/tokens.css',
  'src/site/fallback-fonts.css',
  'src/site/base.css',
  'src/site/card.css',
  'src/site/pieces.css',
  'src/stage/map/basemap.css',
];

/** Where each page stands in `dist/`, and how it reaches the root from there. A page may decline to be made. */
export const PAGES: Record<
  PageEntry,
  { path: string; root: string; client: ClientEntry; fetches: readonly string[] }
> = {
  story: { path: 'index.html', root: './', client: 'story', fetches: ['./data/stage.json'] },
  sources: { path: 'sources/index.html', root: '../', client: 'sources', fetches: [] },
  present: {
    path: 'present/index.html',
    root: '../',
    client: 'present',
    fetches: ['../data/stage.json', '../data/present.json'],
  },
  speaker: {
    path: 'present/speaker/index.html',
    root: '../../',
    client: 'speaker',
    fetches: ['../../data/stage.json', '../../data/present.json', '../../data/lesson.json'],
  },
  classroom: { path: 'classroom/index.html', root: '../', client: 'classroom', fetches: [] },
  'classroom-handout': {
    path: 'classroom/handout/index.html',
    root: '../../',
    client: 'classroom-sheet',
    fetches: [],
  },
  'classroom-key': {
    path: 'classroom/key/index.html',
    root: '../../',
    client: 'classroom-sheet',
    fetches: [],
  },
};
