/** `index.html` and nothing else: no JavaScript, no fonts, no other file. It must read from end to end. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST } from './support/built.ts';
import { plain, readChapters, readYaml } from './support/content.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'page-alone-'));
  copyFileSync(join(DIST, 'index.html'), join(folder, 'index.html'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.beforeEach(async ({ page, problems }) => {
  problems.allow(/ERR_FILE_NOT_FOUND|ERR_FAILED|request failed/);
  // Even what an absolute address would reach stays out.
  await page.route(/^https?:/, (route) => route.abort());
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
});

const chapters = readChapters();
const steps = chapters.flatMap((chapter) => chapter.steps);

test('has every chapter and step in order, each with its text', async ({ page }) => {
  const shown = await page.locator('article.step').evaluateAll((articles) =>
    articles.map((article) => ({
      id: article.id,
      title: article.querySelector('h3')?.textContent ?? '',
      words: (article as HTMLElement).innerText.split(/\s+/).length,
    })),
  );
  expect(shown.map(({ id, title }) => [id, plain(title)])).toEqual(steps.map(({ id, title }) => [id, title]));
  for (const { id, words } of shown) expect(words, `words in ${id}`).toBeGreaterThan(25);

  const titles = await page.locator('.chapter h2').allInnerTexts();
  expect(titles.map(plain)).toEqual(chapters.map((chapter) => plain(chapter.title)));
  await expect(page.locator('h1')).toHaveText(readYaml<{ title: string }>('story.yaml').title);
});

test('shows a picture in every chapter: maps with their routes, the timeline, the chart', async ({
  page,
}) => {
  const stills = page.locator('figure.still');
  await expect(stills).toHaveCount(chapters.length);
  for (const still of await stills.all()) {
    await expect(still).toBeVisible();
    await expect(still.locator('figcaption')).not.toBeEmpty();
    const pictures = await still.locator('svg').evaluateAll((all) =>
      all.map((svg) => {
        const box = svg.getBoundingClientRect();
        return {
          wide: box.width,
          high: box.height,
          shapes: svg.querySelectorAll('path, rect, circle, use, line').length,
        };
      }),
    );
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) {
      expect(picture.wide).toBeGreaterThan(300);
      expect(picture.high).toBeGreaterThan(80);
      expect(picture.shapes).toBeGreaterThan(3);
    }
  }
  const routes = stills.locator('svg g[data-voyage] path');
  expect(await routes.count(), 'sea routes drawn as paths').toBeGreaterThan(0);
  const longest = await routes.evaluateAll((paths) =>
    Math.max(
      ...paths.map((path) => {
        const { width, height } = path.getBoundingClientRect();
        return Math.hypot(width, height);
      }),
    ),
  );
  expect(longest, 'a route crosses some of the map, px').toBeGreaterThan(40);
  await expect(page.locator('.chart svg').first()).toBeVisible();
  expect(await page.locator('svg [data-event]').count(), 'marks on the timelines').toBeGreaterThan(20);
});

test('has the chart’s numbers in a table, the loads in another', async ({ page }) => {
  interface Point {
    date: string;
    value: number;
  }
  const { series } = readYaml<{ series: { id: string; kind: string; charted?: boolean; points: Point[] }[] }>(
    'series.yaml',
  );
  const table = page
    .locator('table')
    .filter({ has: page.locator('caption, th') })
    .first();
  await expect(table).toBeVisible();
  const cells = (await page.locator('table td, table th').allInnerTexts()).join(' | ');
  for (const { id, points } of series.filter(
    ({ kind, charted }) => kind === 'announced' && charted !== false,
  )) {
    for (const { value } of points) expect(cells, `${id}: ${value}`).toContain(String(value));
  }
});

test('lists every event by date', async ({ page }) => {
  const { events } = readYaml<{ events: { id: string; title: string }[] }>('events.yaml');
  const items = page.locator('nav[aria-label="Timeline"] ol li');
  for (const { id } of events)
    await expect(page.locator(`nav[aria-label="Timeline"] li#event-${id}`)).toHaveCount(1);
  const days = await items
    .locator('time')
    .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
  for (const day of days) expect(day).toMatch(/^\d{4}(-\d{2}){0,2}/);
});

test('leads every citation to its note, and the note back', async ({ page }) => {
  const dead = await page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    return links
      .map((link) => link.getAttribute('href') as string)
      .filter((href) => !document.getElementById(decodeURIComponent(href.slice(1))));
  });
  expect(dead, 'links within the page that lead nowhere').toEqual([]);

  const step = steps.find(({ cites }) => cites.length > 0);
  const cite = page.locator(`#${step?.id} a.cite`).first();
  const number = await cite.innerText();
  await cite.click();
  await expect(page).toHaveURL(/#note-\d+$/);
  const note = page.locator(':target');
  await expect(note).toBeInViewport();
  expect(page.url()).toContain(`#note-${number.replaceAll(/\D/g, '')}`);
  await note.locator(`a[href="#${step?.id}"]`).click();
  await expect(page.locator(`#${step?.id}`)).toBeInViewport();
});

test('every source a step cites stands among the notes', async ({ page }) => {
  const wrong = await page.evaluate(
    (expected) =>
      expected.flatMap(({ id, cites }) => {
        const numbers = [...document.querySelectorAll(`#${id} a.cite`)].map(
          (link) => link.getAttribute('href')?.slice(1) ?? '',
        );
        const sources = numbers.map((note) => document.getElementById(note)?.dataset['source']);
        return cites.filter((cite) => !sources.includes(cite)).map((cite) => `${id} cites ${cite}`);
      }),
    steps.map(({ id, cites }) => ({ id, cites })),
  );
  expect(wrong).toEqual([]);
});

test('shows nothing that needs scripts, and does not scroll sideways', async ({ page }) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await expect(page.locator('[data-theme-toggle]')).toBeHidden();
    await expect(page.locator('.stage')).toBeHidden();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
  }
});

test('on a phone no line ends between two notes at one place', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const several = page.locator('.prose sup:has(a + a)');
  expect(await several.count()).toBeGreaterThan(20);
  const parted = await several.evaluateAll((all) =>
    all
      .filter((sup) => new Set([...sup.querySelectorAll('a')].map(({ offsetTop }) => offsetTop)).size > 1)
      .map((sup) => `${sup.closest('[data-step]')?.id}: ${sup.textContent}`),
  );
  expect(parted).toEqual([]);
});

test('no line begins with the dot between a step’s date and its place', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 844 });
  const lines = await page.locator('[data-step] .kicker:has(time)').evaluateAll((all) =>
    all.flatMap((line) => {
      const time = line.querySelector('time') as Element;
      const rest = time.nextSibling;
      const dot = rest?.textContent?.indexOf('·') ?? -1;
      if (!rest || dot < 0) return [];
      const range = document.createRange();
      range.setStart(rest, dot);
      range.setEnd(rest, dot + 1);
      const last = [...time.getClientRects()].at(-1) as DOMRect;
      return [
        {
          text: line.textContent,
          lines: Math.round(line.getBoundingClientRect().height / last.height),
          begins: range.getBoundingClientRect().left < last.right,
        },
      ];
    }),
  );
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((one) => one.lines > 1).length, 'of two lines').toBeGreaterThan(0);
  expect(lines.filter(({ begins }) => begins).map(({ text }) => text)).toEqual([]);
});
