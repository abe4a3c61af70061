/** What a reader downloads before touching anything, and when: the budgets of the page. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { DIST } from './support/built.ts';
import { plain, readChapters } from './support/content.ts';
import { openStory } from './support/page.ts';
import { expect, test } from './support/test.ts';

/** kB of 1000 bytes, as transferred. */
const BUDGET = { scripts: 60, document: 100, fonts: 110, data: 20 };

const brotli = (bytes: Buffer): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength;
const kB = (bytes: number): number => Math.round(bytes / 100) / 10;

test('the story stays within its budgets', async ({ page, context }) => {
  const loaded: { type: string; url: string; bytes: number }[] = [];
  const reading: Promise<void>[] = [];
  context.on('response', (response) => {
    const type = response.request().resourceType();
    reading.push(
      response.body().then((body) => {
        // Fonts are compressed already.
        loaded.push({ type, url: response.url(), bytes: type === 'font' ? body.byteLength : brotli(body) });
      }),
    );
  });
  // The last script comes by itself, some time after the page.
  const last = page.waitForResponse(/\/assets\/save-[^/]*\.js/);
  await openStory(page);
  await last;
  await page.waitForLoadState('networkidle');
  await Promise.all(reading);

  const sum = (...types: string[]): number =>
    kB(loaded.filter(({ type }) => types.includes(type)).reduce((total, { bytes }) => total + bytes, 0));
  expect(sum('script'), 'JavaScript').toBeGreaterThan(0);
  expect(sum('font'), 'fonts').toBeGreaterThan(0);
  expect(sum('script'), 'kB of JavaScript').toBeLessThanOrEqual(BUDGET.scripts);
  expect(sum('document', 'stylesheet'), 'kB of HTML and CSS').toBeLessThanOrEqual(BUDGET.document);
  expect(sum('font'), 'kB of fonts').toBeLessThanOrEqual(BUDGET.fonts);
  // What the stage draws from, and its scenes in words; it is data, and comes after the first paint like the scripts.
  const data = loaded.filter(({ url }) => /\/data\/(stage|scenes)\.json\?/.test(url));
  expect(kB(data.reduce((total, { bytes }) => total + bytes, 0)), 'kB of data').toBeLessThanOrEqual(
    BUDGET.data,
  );
  const others = loaded.filter(
    ({ type, url }) =>
      !['script', 'document', 'stylesheet', 'font'].includes(type) &&
      !/favicon|manifest|\/data\/(stage|scenes)\.json\?/.test(url),
  );
  expect(
    others.map(({ type, url }) => `${type} ${url}`),
    'nothing else is fetched before it is needed',
  ).toEqual([]);
});

test('scripts and fonts start after the first paint', async ({ page }) => {
  await openStory(page);
  await page.waitForLoadState('networkidle');
  const { paint, starts } = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
    starts: (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => /\.(js|woff2?|css|json)(\?|$)/.test(name))
      .map(({ name, startTime }) => ({ name, startTime })),
  }));
  for (const kind of [/\.js$/, /\.woff2$/, /\.json\?/]) {
    expect(
      starts.some(({ name }) => kind.test(name)),
      String(kind),
    ).toBe(true);
  }
  const early = starts.filter(({ startTime }) => startTime < paint);
  expect(early, `before the first paint at ${paint.toFixed(0)} ms`).toEqual([]);
});

/** The scripts in `assets/` that one of them imports, and that these import; not those loaded on first use. */
function importsOf(file: string, found = new Set<string>()): Set<string> {
  const code = readFileSync(join(DIST, 'assets', file), 'utf8');
  for (const [, next = ''] of code.matchAll(/\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
    if (!found.has(next)) importsOf(next, found.add(next));
  }
  return found;
}

test('the modules of a script are asked for together with it', async ({ page }) => {
  await openStory(page);
  const starts = await page.evaluate(() =>
    Object.fromEntries(
      performance
        .getEntriesByType('resource')
        .map(({ name, startTime }) => [new URL(name).pathname.replace('/assets/', ''), startTime]),
    ),
  );
  const script = Object.keys(starts).find((file) => /^story-[^/]*\.js$/.test(file)) as string;
  const modules = [...importsOf(script)];
  expect(modules.length).toBeGreaterThan(2);
  for (const file of modules) expect(starts[file], file).toBeLessThanOrEqual(starts[script] as number);
});

/** Everything but pages that the story's own code may read: scripts, and the data they start from. */
const scripts = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.m?js$|^data[\\/]stage\.json$/.test(file))
  .map((file) => ({ file, code: readFileSync(join(DIST, file), 'utf8') }));

/** A library and words of its own that survive minifying; its own file proves that they are still its words. */
const LIBRARIES = [
  {
    name: 'marked',
    file: 'node_modules/marked/lib/marked.esm.js',
    words: 'Please report this to https://github.com/markedjs/marked',
  },
  { name: 'yaml', file: 'node_modules/yaml/dist/errors.js', words: 'YAMLParseError' },
  { name: 'zod', file: 'node_modules/zod/v4/core/errors.js', words: 'unrecognized_keys' },
];
for (const { name, file, words } of LIBRARIES) {
  test(`${name} does not reach the browser`, () => {
    const own = name === 'zod' ? 'node_modules/zod/v4/core/schemas.js' : file;
    expect(readFileSync(own, 'utf8'), `${name} still has these words`).toContain(words);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter(({ code }) => code.includes(words)).map((script) => script.file)).toEqual([]);
  });
}

test.describe('the narrative', () => {
  test.use({ javaScriptEnabled: false });

  test('is in no script', async ({ page }) => {
    await page.goto('');
    const sentences = await page.locator('article.step').evaluateAll((articles) =>
      articles.map((article) => {
        const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
        let longest = '';
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if ((node.textContent ?? '').length > longest.length) longest = node.textContent ?? '';
        }
        return { id: article.id, text: longest };
      }),
    );
    expect(sentences).toHaveLength(readChapters().flatMap((chapter) => chapter.steps).length);
    const all = plain(scripts.map(({ code }) => code).join('\n'));
    for (const { id, text } of sentences) {
      const words = plain(text).slice(0, 60);
      expect(words.length, `a run of text in ${id}`).toBeGreaterThan(25);
      expect(all.includes(words), `“${words}” of ${id} in a script`).toBe(false);
    }
  });
});
