/** All pages in one file, opened from a disk: it needs no server, no network and no other file. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocumentProxy } from 'unpdf';
import { civilAt, plain, quotedCitation, readChapters, readYaml } from './support/content.ts';
import { DIST } from './support/built.ts';
import { expect, OFFLINE_FILE, test } from './support/offline.ts';
import { bringIntoBand, citation, openStory, settled, stageDefects } from './support/page.ts';
import { differentPixels } from './support/pictures.ts';
import { build } from './support/vite.ts';

const steps = readChapters().flatMap((chapter) => chapter.steps);
const middle = steps[Math.floor(steps.length / 2)]!;
const charted = steps.find(({ scene }) => scene.panel === 'chart')!;
/** Another place on the map than where the story begins. */
const elsewhere = steps.find(
  ({ scene }) => scene.camera !== steps[0]?.scene.camera && (scene.panel ?? 'map') === 'map',
)!;
const quoted = quotedCitation();
const html = readFileSync(join(DIST, OFFLINE_FILE), 'utf8');

test('is at most 3 MB and names nothing that a browser would fetch', () => {
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(3_000_000);
  // The file's own script and data are no markup; the pages that wait in it are.
  const markup = html
    .replaceAll(/<script>[^]*?<\/script>/g, '')
    .replaceAll(/<script type="application\/json"[^>]*>[^]*?<\/script>/g, '');
  const named = [...markup.matchAll(/<([a-z]+)\b[^>]*?\s(src|href|srcset|poster|action)="([^"]*)"/gi)].filter(
    ([, tag, , address]) => !/^(#|\?|data:)/.test(address!) && !(tag === 'a' && /^https?:/.test(address!)),
  );
  expect(named.map(([tag]) => tag)).toEqual([]);
  expect([...html.matchAll(/url\((?!['"]?(data:|#))[^)]*\)/g)].map(([address]) => address)).toEqual([]);
  expect(html).not.toMatch(/<link\b(?![^>]*href="data:)/);
  expect(html).not.toMatch(/@import|import\.meta/);
  // The map's shape is the largest thing in it.
  expect(html.split('id="coast-').length - 1).toBe(
    readFileSync(join(DIST, 'index.html'), 'utf8').split('id="coast-').length - 1,
  );
});

test('the story scrolls and the stage moves with it', async ({ page, stick }) => {
  await openStory(page, stick());
  const seen: Buffer[] = [];
  for (const step of [steps[0]!, elsewhere, charted]) {
    await bringIntoBand(page, step.id);
    await expect(page.locator('html')).toHaveAttribute('data-at', civilAt(step.scene.at));
    await settled(page);
    expect(await stageDefects(page, step.id)).toEqual([]);
    seen.push(await page.locator('#stage').screenshot());
  }
  await expect(page.locator('.stage [data-view="chart"] svg').first()).toBeVisible();
  expect(differentPixels(seen[0]!, seen[1]!)).toBeGreaterThan(20_000);
  expect(differentPixels(seen[1]!, seen[2]!)).toBeGreaterThan(20_000);
});

test('a step’s address opens at the step, and quotations open in place', async ({ page, stick }) => {
  await openStory(page, stick(`#${quoted.step.id}`));
  await expect(page.locator('html')).toHaveAttribute('data-step', quoted.step.id);
  await expect(page.locator(`#${quoted.step.id} h3`)).toBeInViewport();
  await (await citation(page, quoted.step.id, quoted.source.id)).click();
  await expect(page.locator('#note-card blockquote').first()).toBeVisible();
  // What the card's script links to is in the file too.
  await page.locator('#note-card').getByRole('link', { name: 'In the list of sources' }).click();
  await expect(page).toHaveURL(stick(`?page=sources#source-${quoted.source.id}`));
  await expect(page.locator(`#source-${quoted.source.id}`)).toBeInViewport();
});

test('goes to the sources and back to where the reader was', async ({ page, stick }) => {
  await openStory(page, stick());
  await bringIntoBand(page, middle.id);
  await expect(page).toHaveURL(stick(`#${middle.id}`));
  const offset = await page.evaluate(() => scrollY);
  await page.getByRole('link', { name: 'Sources' }).first().click();
  await expect(page.locator('.sources-page h1')).toBeVisible();
  await expect(page).toHaveTitle(/^Sources/);
  await expect(page.locator('.stage')).toHaveCount(0);
  expect(await page.locator('html').getAttribute('data-step')).toBeNull();
  // The page's own script runs, and keeps what it keeps in the address.
  await page.locator('[name="q"]').fill('OPCW');
  await expect(page).toHaveURL(/\?page=sources&q=OPCW$/);
  await page.reload();
  await expect(page.locator('[name="q"]')).toHaveValue('OPCW');
  await page.goBack();
  await expect(page.locator('html')).toHaveAttribute('data-step', middle.id);
  await expect.poll(() => page.evaluate((before) => Math.abs(scrollY - before), offset)).toBeLessThan(24);
  await page.goForward();
  await page.getByRole('link', { name: 'Story' }).click();
  await expect(page.locator('h1')).toHaveText(readYaml<{ title: string }>('story.yaml').title);
  await expect(page.locator('html')).toHaveAttribute('data-step', steps[0]!.id);
});

test('offers nothing that needs the site', async ({ page, stick }) => {
  await openStory(page, stick());
  await expect(page.locator('[data-embed-open]').first()).toBeHidden();
  const share = page.locator('[popovertarget="share-card"]');
  await expect(share).toBeHidden();
  // Made with the site's address, it shares that one.
  await page.evaluate(() => (document.documentElement.dataset['offline'] = 'https://example.org/a'));
  await share.click();
  await expect(page.locator('[data-share-link]')).toHaveValue(`https://example.org/a/s/${steps[0]!.id}/`);
  await page.goto(stick('?page=sources#downloads'));
  await expect(page.locator('#downloads')).toBeInViewport();
  await expect(page.locator('#downloads')).toContainText('events.csv');
  await expect(page.locator('#downloads a[download]')).toHaveCount(0);
  await expect(page.locator('#downloads .one-file-only')).toBeVisible();
});

test('a page that is not in it is the story', async ({ page, stick }) => {
  await openStory(page, stick('?page=nothing'));
  await expect(page.locator('main#story')).toBeVisible();
});

test('goes on paper, every step', async ({ page, stick }) => {
  await openStory(page, stick());
  const document = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const sheets: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    sheets.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  const letters = (text: string): string =>
    plain(text.normalize('NFKC'))
      .replaceAll(/[\s\u00AD-]/g, '')
      .toLowerCase();
  const all = letters(sheets.join(' '));
  expect(steps.filter(({ title }) => !all.includes(letters(title))).map(({ id }) => id)).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the story reads', async ({ page, stick }) => {
    await page.goto(stick());
    await expect(page.locator('article.step')).toHaveCount(steps.length);
    await expect(page.locator(`#${middle.id} h3`)).toBeVisible();
    await expect(page.locator('.sources-page')).toHaveCount(0);
  });
});

test('of any story, `npm run build:offline` makes this one file', async ({ page }) => {
  const story = 'tests/fixtures/second-story';
  const out = mkdtempSync(join(tmpdir(), 'offline of another story '));
  try {
    await build(story, out, {}, ['--mode', 'offline']);
    expect(readdirSync(out)).toEqual([OFFLINE_FILE]);
    await openStory(page, pathToFileURL(join(out, OFFLINE_FILE)).href);
    await expect(page.locator('h1')).toHaveText(readYaml<{ title: string }>('story.yaml', story).title);
  } finally {
    rmSync(out, { recursive: true });
  }
});
