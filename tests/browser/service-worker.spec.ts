/** The hosted site without a network: what was opened once opens again, and what is new is never kept from readers. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serveStatic } from '../../scripts/serve-static.mjs';
import { DIST } from './support/built.ts';
import { quotedCitation, readChapters, readYaml } from './support/content.ts';
import { alive, bringIntoBand, citation, openStory } from './support/page.ts';
import { expect, test as base } from './support/test.ts';

const steps = readChapters().flatMap((chapter) => chapter.steps);
const charted = steps.find(({ scene }) => scene.panel === 'chart')!;
const last = steps.at(-1)!;
const { title } = readYaml<{ title: string }>('story.yaml');
const quoted = quotedCitation();
const SAVED = 'Saved offline ✓';

interface Host {
  /** Of the site, which lies in a folder of its host. */
  url: string;
  /** The files that are served. */
  folder: string;
  stop(): Promise<void>;
  /** Serves again what is in the folder, at the same address. */
  start(): Promise<void>;
}

const test = base.extend<{ host: Host }>({
  host: async ({ problems }, use) => {
    // Without a host, what asks it anew (the worker for its own newer version, the page's icon) fails.
    problems.allow(/ERR_CONNECTION_REFUSED|ERR_FAILED|An unknown error occurred when fetching the script/);
    const folder = mkdtempSync(join(tmpdir(), 'host-'));
    cpSync(DIST, folder, { recursive: true, filter: (path) => !/[\\/](cards|pictures)$/.test(path) });
    let server: Awaited<ReturnType<typeof serveStatic>> | undefined = await serveStatic({
      folder,
      base: '/a/b/',
    });
    const { url } = server;
    const stop = async (): Promise<void> => {
      await server?.close();
      server = undefined;
    };
    const start = async (): Promise<void> => {
      server = await serveStatic({ folder, base: '/a/b/', port: Number(new URL(url).port) });
    };
    await use({ url, folder, stop, start });
    await stop();
    rmSync(folder, { recursive: true });
  },
});
test.use({ serviceWorkers: 'allow' });

const saved = (page: Page): Promise<void> => expect(page.locator('[data-saved]')).toHaveText(SAVED);

/** The page named by its address is there, alive, without a host. */
async function readsStory(page: Page): Promise<void> {
  await alive(page);
  await expect(page.locator('h1')).toHaveText(title);
  await bringIntoBand(page, charted.id);
  await expect(page.locator('.stage [data-view="chart"] svg').first()).toBeVisible();
}

/** Lays a new build over the old one, as a deployment does: other scripts, data and words; the old files are gone. */
function deploy({ folder }: Host, words: string): void {
  const [, build = ''] = /"build":"(\w+)"/.exec(readFileSync(join(folder, 'sw.js'), 'utf8')) ?? [];
  const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
  const renewed = (name: string): string => name.replace('.js', 'x.js');
  for (const name of scripts) renameSync(join(folder, 'assets', name), join(folder, 'assets', renewed(name)));
  for (const name of [
    'sw.js',
    'index.html',
    'sources/index.html',
    ...scripts.map((s) => `assets/${renewed(s)}`),
  ]) {
    const text = readFileSync(join(folder, name), 'utf8');
    writeFileSync(
      join(folder, name),
      scripts
        .reduce((all, script) => all.replaceAll(script, renewed(script)), text)
        .replaceAll(build, [...build].reverse().join(''))
        .replace(/(<h1[^>]*>)[^<]*/, `$1${words}`)
        // It names the hash of a script that has the build in it.
        .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
        .replaceAll(/("url":"\.\/(?:sources\/)?","revision":")\w+/g, '$1another'),
    );
  }
}

/** The story is read and saved; then its host has another build. */
async function readBeforeNewBuild(page: Page, host: Host): Promise<void> {
  await openStory(page, host.url);
  await saved(page);
  await host.stop();
  deploy(host, 'A newer title');
  await host.start();
}

/** The worker that waits and the one in charge. */
const workers = (page: Page): Promise<Record<'waiting' | 'active', string | undefined>> =>
  page.evaluate(async () => {
    const { waiting, active } = (await navigator.serviceWorker.getRegistration())!;
    return { waiting: waiting?.state, active: active?.state };
  });
const TAKEN_OVER = { waiting: undefined, active: 'activated' };

test('opens every page without its host, after one visit', async ({ page, host }) => {
  await openStory(page, host.url);
  await saved(page);
  await host.stop();
  // The page that is open: what it has not needed so far.
  await bringIntoBand(page, quoted.step.id);
  await (await citation(page, quoted.step.id, quoted.source.id)).click();
  await expect(page.locator('#note-card blockquote').first()).toBeVisible();

  await page.goto(`${host.url}#${last.id}`);
  await page.reload();
  await readsStory(page);
  await page.getByRole('link', { name: 'Sources' }).first().click();
  await expect(page).toHaveURL(`${host.url}sources/`);
  await expect(page.locator('[data-source]').first()).toBeVisible();
  await page.locator('[name="q"]').fill('OPCW');
  await expect(page).toHaveURL(/q=OPCW/);
  await page.reload();
  await expect(page.locator('[name="q"]')).toHaveValue('OPCW');
  // Addresses that the host would lead on from.
  await page.goto(`${host.url}sources`);
  await expect(page).toHaveURL(`${host.url}sources/`);
  await page.goto(`${host.url}s/${last.id}/`);
  await expect(page).toHaveURL(`${host.url}#${last.id}`);
});

test('says nothing while not all is saved', async ({ page, host }) => {
  rmSync(join(host.folder, 'data/quotes.json'));
  await host.stop();
  await host.start();
  // Told as it is registered: its end may come soon after.
  await page.addInitScript(() => {
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = async function (...asked) {
      const registration = await register.apply(this, asked);
      const { installing } = registration;
      const tell = (state: string): void => void (document.documentElement.dataset['worker'] = state);
      if (installing) installing.addEventListener('statechange', () => tell(installing.state));
      else if (!registration.waiting && !registration.active) tell('redundant');
      return registration;
    };
  });
  await openStory(page, host.url);
  await expect(page.locator('html')).toHaveAttribute('data-worker', 'redundant');
  await expect(page.locator('[data-saved]')).toHaveText('');
});

test('shows a new build at once, and leaves the page that is being read as it is', async ({
  page,
  context,
  host,
}) => {
  await readBeforeNewBuild(page, host);

  const newer = await context.newPage();
  await openStory(newer, host.url);
  await expect(newer.locator('h1')).toHaveText('A newer title');
  await saved(newer);
  // Two pages are open, one of the build before: it goes on, with parts and data that the host no longer has.
  await readsStory(page);
  await bringIntoBand(page, quoted.step.id);
  await (await citation(page, quoted.step.id, quoted.source.id)).click();
  await expect(page.locator('#note-card blockquote').first()).toBeVisible();

  // Once that page is closed, the new build is what is there without the host.
  await page.close();
  await openStory(newer, host.url);
  await expect.poll(() => workers(newer), { timeout: 15_000 }).toEqual(TAKEN_OVER);
  await host.stop();
  await newer.reload();
  await alive(newer);
  await expect(newer.locator('h1')).toHaveText('A newer title');
  await bringIntoBand(newer, charted.id);
  await expect(newer.locator('.stage [data-view="chart"] svg').first()).toBeVisible();
});

test('a new build takes over as soon as its page is the only one, and never from a page of the build before', async ({
  page,
  context,
  host,
}) => {
  await readBeforeNewBuild(page, host);
  const visit = async (): Promise<Page> => {
    const newer = await context.newPage();
    await openStory(newer, host.url);
    await saved(newer);
    return newer;
  };

  // The page of the new build is closed first: the other one goes on.
  await (await visit()).close();
  await readsStory(page);
  expect(await workers(page)).toEqual({ waiting: 'installed', active: 'activated' });

  // The other one is closed first: no further visit is needed.
  const newer = await visit();
  await page.close();
  await expect.poll(() => workers(newer), { timeout: 15_000 }).toEqual(TAKEN_OVER);
});

test('saves again what was cleared', async ({ page, host }) => {
  await openStory(page, host.url);
  await saved(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await alive(page);
  await saved(page);
  await host.stop();
  await page.reload();
  await readsStory(page);
});

test('is none of the embeds’ business', async ({ page, host }) => {
  await page.goto(`${host.url}embed/map/`);
  await expect(page.locator('[data-map]')).toBeVisible();
  await openStory(page, host.url);
  await saved(page);
  await host.stop();
  const kept = await page.evaluate(async () =>
    (
      await Promise.all(
        (await caches.keys()).map(async (name) =>
          (await (await caches.open(name)).keys()).map(({ url }) => url),
        ),
      )
    ).flat(),
  );
  const others = kept.filter((url) =>
    /\/(embed|cards|pictures|oembed|v)\/|offline|events\.|embeds\.json/.test(url),
  );
  expect(kept.length).toBeGreaterThan(10);
  expect(others).toEqual([]);
});
