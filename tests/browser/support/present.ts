/** The wall and the speaker's window, on the site and in the file: one list of checks runs on both. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DeckData, PathData } from '#hosts/present/deck.ts';
import type { LessonNotes } from '#hosts/present/notes.ts';
import { DIST } from './built.ts';
import { test as fileTest } from './offline.ts';
import { expect, test as siteTest } from './test.ts';
import { rootHas, until } from './until.ts';

export { expect };

const read = <T>(path: string): T => JSON.parse(readFileSync(join(DIST, path), 'utf8')) as T;

/** What the scripts are given: every path with its slides, and the teacher's notes. */
export const deck = read<DeckData>('data/present.json');
export const notes = read<LessonNotes>('data/lesson.json');
export const pathOf = (id: string): PathData => deck.paths.find((path) => path.id === id)!;
/** Every step in order. */
export const whole = pathOf('').slides;
/** The path with most activities. */
export const longest = deck.paths.toSorted((a, b) => {
  const activities = ({ slides }: PathData): number => slides.filter(({ kind }) => kind !== 'step').length;
  return activities(b) - activities(a);
})[0]!;

type PageName = '' | 'present' | 'speaker' | 'classroom-handout' | 'classroom-key';
/** The address of a page, with a query without its question mark, and a fragment without its hash. */
export type AddressOf = (page: PageName, rest?: { query?: string; hash?: string }) => string;

const FOLDERS: Record<PageName, string> = {
  '': '',
  present: 'present/',
  speaker: 'present/speaker/',
  'classroom-handout': 'classroom/handout/',
  'classroom-key': 'classroom/key/',
};
const joined = (address: string, query: string[], hash = ''): string =>
  address + (query.some(Boolean) ? `?${query.filter(Boolean).join('&')}` : '') + (hash && `#${hash}`);

const onSite = siteTest.extend<{ address: AddressOf }>({
  address: async ({ site }, use) =>
    use((page, { query = '', hash } = {}) => joined(site.url + FOLDERS[page], [query], hash)),
});
const inFile = fileTest.extend<{ address: AddressOf }>({
  address: async ({ stick }, use) =>
    use((page, { query = '', hash } = {}) => joined(stick(), [page && `page=${page}`, query], hash)),
});

export const ORIGINS = [
  { origin: 'on the site', test: onSite },
  // Its fixtures are those of the other and one more, which only `address` asks for.
  { origin: 'in the file', test: inFile as unknown as typeof onSite },
] as const;

/** Resolves when a wall takes keys. */
export async function wallReady(page: Page): Promise<void> {
  await until(
    page,
    'the wall has its tools',
    () => document.querySelector('[data-tools]')?.checkVisibility(),
    null,
  );
  await rootHas(page, 'data-panel');
}

/** Opens a wall. */
export async function openWall(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await wallReady(page);
}

/** Resolves when a speaker's window knows of its wall. */
export async function speakerReady(page: Page): Promise<void> {
  await until(
    page,
    'the speaker’s window knows of its wall',
    () =>
      document.querySelector('[data-company="true"]')?.checkVisibility() &&
      document.querySelector('#desk :is(.notes, .none)')?.checkVisibility(),
    null,
  );
}

/** The speaker's window that S opens. */
export async function openSpeaker(wall: Page): Promise<Page> {
  const [speaker] = await Promise.all([wall.waitForEvent('popup'), wall.keyboard.press('s')]);
  await speakerReady(speaker);
  return speaker;
}

export const slideOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['slide']);

export const onSlide = (page: Page, id: string): Promise<void> => rootHas(page, 'data-slide', id);

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** What both windows of a lesson must agree on. The camera that a hand has moved is not told apart here. */
export interface Seen {
  slide: string;
  step: string;
  at: string;
  camera: string;
  panel: string;
  cover: string;
  /** How many lines are drawn on the stage. */
  lines: number;
  /** Of a poll, counted hands by option. */
  hands: string;
}

export const seenOn = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const { dataset } = document.documentElement;
    const { slide = '', step = '', at = '', camera = '', panel = '', cover = '' } = dataset;
    const hands = [...document.querySelectorAll('[data-tally] output')].filter((one) =>
      one.checkVisibility(),
    );
    return {
      ...{ slide, step, at, camera, panel, cover },
      lines: document.querySelectorAll('.ink .line').length,
      hands: hands.map(({ textContent }) => textContent).join(),
    };
  });

/** The session as a window keeps it for a reload: the free camera, what is drawn, shown and counted are in it. */
export const keptBy = (page: Page): Promise<unknown> =>
  page.evaluate(() => (history.state as { session?: unknown } | null)?.session);

/** Sentences of a text, without typography that rendering may change. */
export const sentences = (html: string): string[] =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.?!:]) /)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 30);

/** What only the teacher may see of a slide: its notes, and its question unless the class works on it there. */
export function keptBack(id: string, kind: string): string[] {
  const { ask, answer, point, misunderstanding, notes: more = [] } = notes[id]!;
  const all = [answer, point, misunderstanding, ...more.map(({ html }) => html), kind === 'pause' ? '' : ask];
  return all.flatMap((html) => sentences(html ?? ''));
}
