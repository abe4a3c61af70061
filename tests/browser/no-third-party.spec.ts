/** The site keeps to itself: one origin, no cookies, and it works from a sub-folder of any static server. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serveStatic } from '../../scripts/serve-static.mjs';
import { DIST } from './support/built.ts';
import { bringIntoBand, citation, openStory } from './support/page.ts';
import { quotedCitation, readChapters } from './support/content.ts';
import { expect, test, type Site } from './support/test.ts';

const steps = readChapters().flatMap((chapter) => chapter.steps);
const last = steps.at(-1)?.id as string;
const quoted = quotedCitation();

/** Reads the story to its last step, opens a note and a term, shares, and looks at the sources. */
async function lookRound(page: Page, site: Site): Promise<void> {
  await openStory(page, site.url);
  await bringIntoBand(page, last);
  await bringIntoBand(page, quoted.step.id);
  await (await citation(page, quoted.step.id, quoted.source.id)).click();
  await expect(page.locator('#note-card blockquote').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('[popovertarget="share-card"]').click();
  await expect(page.locator('#share-card')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('[data-theme-toggle]').click();
  await page.getByRole('link', { name: 'Sources' }).first().click();
  await expect(page).toHaveURL(`${site.url}sources/`);
  await expect(page.locator('[data-source]').first()).toBeVisible();
}

/** Every HTML file of the built site, as its address relative to the root. */
const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'));

/** Every address a page names in an attribute, made whole, without fragments. */
function addresses(html: string, page: string): string[] {
  const named = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) =>
    (match[1] as string).replaceAll('&amp;', '&'),
  );
  return [...new Set(named.map((address) => new URL(address, page).href.replace(/#.*/, '')))];
}

test('asks no other origin and sets no cookie', async ({ page, context, site }) => {
  const origins = new Set<string>();
  context.on('request', (request) => {
    if (!request.url().startsWith('data:')) origins.add(new URL(request.url()).origin);
  });
  await lookRound(page, site);
  expect([...origins]).toEqual([new URL(site.url).origin]);
  expect(await context.cookies()).toEqual([]);
  const stored = await page.evaluate(() => Object.keys(localStorage));
  expect(stored, 'only the chosen colours are kept, on this device').toEqual(['theme']);
});

test('works from /a/b/', async ({ page, context }) => {
  const server = await serveStatic({ folder: DIST, base: '/a/b/' });
  const outside: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith('data:') && !request.url().startsWith(server.url))
      outside.push(request.url());
  });
  await lookRound(page, server);
  await page.goto(`${server.url}s/${last}/`);
  await expect(page).toHaveURL(`${server.url}#${last}`);
  await expect(page.locator('html')).toHaveAttribute('data-step', last);
  expect(outside).toEqual([]);
  await server.close();
});

for (const base of ['/', '/a/b/']) {
  test(`no page names an address under ${base} that is not there`, async () => {
    const server = await serveStatic({ folder: DIST, base });
    const { origin } = new URL(server.url);
    const dead: string[] = [];
    const known = new Set<string>();
    for (const path of pages) {
      // The page for unknown addresses cannot know its folder; it says so.
      if (path === '404.html') continue;
      const html = readFileSync(join(DIST, path, path.endsWith('.html') ? '' : 'index.html'), 'utf8');
      for (const address of addresses(html, server.url + path)) {
        if (!address.startsWith(origin) || known.has(address)) continue;
        known.add(address);
        if (!address.startsWith(server.url)) dead.push(`${path} names ${address}, outside ${base}`);
        const { status } = await fetch(address);
        if (status !== 200) dead.push(`${path} names ${address}: ${status}`);
      }
    }
    await server.close();
    expect(pages.length).toBeGreaterThan(steps.length);
    expect(dead).toEqual([]);
  });
}

test('an unknown address leads back', async ({ page, site, problems }) => {
  problems.allow(/status of 404/);
  const response = await page.goto(`${site.url}no/such/page`);
  expect(response?.status()).toBe(404);
  await expect(page.locator('h1')).toBeVisible();
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('main#story')).toBeVisible();
});
