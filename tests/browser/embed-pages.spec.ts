/** The embeds by themselves: what their address asks for, their size, their weight, their form without scripts. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { violations } from './support/accessibility.ts';
import { DIST } from './support/built.ts';
import { readChapters } from './support/content.ts';
import { faintTexts } from './support/contrast.ts';
import { embedIn, own, post, test as onHosts } from './support/hosts.ts';
import { differentPixels } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

interface Piece {
  path: string;
  title: string;
  height: number;
}
interface Listed {
  views: Piece[];
  events: Piece[];
}

const listed = (): Listed => JSON.parse(readFileSync(join(DIST, 'data/embeds.json'), 'utf8')) as Listed;
const pageOf = (path: string): string => readFileSync(join(DIST, path, 'index.html'), 'utf8');
const VIEWS = ['story', 'map', 'timeline', 'chart'];
const EVENT = 'event/ghouta-attack';
/** kB of 1000 bytes, brotli. */
const BUDGET: Record<string, number> = { story: 250, map: 130, timeline: 100, chart: 100, event: 40 };
const steps = readChapters().flatMap((chapter) => chapter.steps);
const titleOf = (id: string): string => steps.find((step) => step.id === id)?.title ?? '';

test('each embed is one file within its budget, which asks nobody for anything', () => {
  for (const view of VIEWS) {
    const html = pageOf(`embed/${view}`);
    expect(brotliCompressSync(html).byteLength / 1000, view).toBeLessThanOrEqual(BUDGET[view]!);
  }
  const events = readdirSync(join(DIST, 'embed/event'));
  expect(events.length).toBeGreaterThan(100);
  for (const path of [...VIEWS, ...events.map((id) => `event/${id}`)]) {
    const html = pageOf(`embed/${path}`);
    if (path.startsWith('event/'))
      expect(brotliCompressSync(html).byteLength / 1000, path).toBeLessThanOrEqual(BUDGET['event']!);
    expect(html, path).not.toMatch(
      /<script[^>]+src=|<link[^>]+rel="(?:stylesheet|preload|modulepreload)"|@import|type="module"/,
    );
    expect(html, path).toContain('<meta name="robots" content="noindex">');
    // No unit of the window's height: a host that follows the height would let it grow without end.
    const sheet = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(sheet.length, path).toBeGreaterThan(1000);
    expect(sheet.match(/[\d.]+[sld]?vh\b/g) ?? [], path).toEqual([]);
  }
});

test('whose lines the map draws is said once', async ({ page }) => {
  for (const view of ['story', 'map']) {
    await page.goto(`embed/${view}/`);
    await expect(page.locator('[data-map] [data-label]').first()).toBeVisible();
    await expect(page.getByText(/Natural Earth/).filter({ visible: true }), view).toHaveCount(1);
  }
});

test('the script is the same in every embed of a view, and its hash is in the policy', () => {
  const hashes = new Set<string>();
  for (const id of readdirSync(join(DIST, 'embed/event'))) {
    const html = pageOf(`embed/event/${id}`);
    const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, code]) => code as string);
    expect(scripts).toHaveLength(2);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    for (const code of scripts) {
      const hash = createHash('sha256').update(code).digest('base64');
      expect(policy).toContain(`'sha256-${hash}'`);
      hashes.add(hash);
    }
  }
  expect(hashes.size).toBe(2);
});

for (const width of [320, 700, 960]) {
  test(`views are as high as their code says, and nothing is wider than the frame: ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    for (const { path, height } of listed().views) {
      await page.goto(path);
      await expect(page.locator('main')).toBeVisible();
      expect(await page.locator('main').evaluate((main) => main.getBoundingClientRect().height), path).toBe(
        height,
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(width);
      // With its title or without, the view fills the frame.
      await page.goto(`${path}?chrome=0`);
      await expect(page.locator('h1')).toBeHidden();
      expect(await page.locator('main').evaluate((main) => main.getBoundingClientRect().height), path).toBe(
        height,
      );
    }
  });
}

for (const width of [320, 390]) {
  test(`the chart of the story has room to be read on a phone: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto('embed/story/?step=half-by-either-count');
    const levels = page
      .locator('[data-view="chart"] [data-label]')
      .filter({ hasText: /^(0|25|50|75|100\s%)$/ });
    await expect(levels).toHaveCount(5);
    const middles = (await levels.evaluateAll((all) => all.map((one) => one.getBoundingClientRect())))
      .map(({ top, height }) => top + height / 2)
      .sort((one, other) => one - other);
    // Letters 12 px high.
    const apart = middles.slice(1).map((middle, index) => middle - middles[index]!);
    expect(Math.min(...apart)).toBeGreaterThan(11);
  });
}

test('a card is no higher in an article than its code says, and little lower', async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 700 });
  const { events } = listed();
  const misfits: string[] = [];
  for (const { path, height } of events.filter((_, i) => i % 6 === 0)) {
    await page.goto(path);
    const real = await page.locator('main').evaluate((main) => main.getBoundingClientRect().height);
    if (real > height || real < height - 90) misfits.push(`${path}: ${real} px, said ${height}`);
  }
  expect(misfits).toEqual([]);
});

test('the address of the story says where to begin and how it looks', async ({ page }) => {
  const html = page.locator('html');
  await page.goto('embed/story/?step=montreux&theme=dark&chrome=0&lang=en');
  await expect(html).toHaveAttribute('data-step', 'montreux');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('heading', { name: titleOf('montreux') })).toBeVisible();
  await expect(page.locator('article:visible')).toHaveCount(1);
  await page.goto('embed/story/?event=ghouta-attack');
  await expect(html).toHaveAttribute('data-step', 'rockets-before-dawn');
  await page.goto('embed/story/?at=2014-01-22');
  await expect(html).toHaveAttribute('data-at', '2014-01-22');
});

test('the address of a view sets its date, its period and what is chosen', async ({ page }) => {
  const html = page.locator('html');
  const slider = page.getByRole('slider', { name: 'Date' });
  await page.goto('embed/map/?step=fleet-at-limassol');
  await expect(html).toHaveAttribute(
    'data-camera',
    steps.find(({ id }) => id === 'fleet-at-limassol')!.scene.camera as string,
  );
  await page.goto('embed/map/?at=2014-06-28&from=2014-06-01&to=2014-07-31');
  await expect(html).toHaveAttribute('data-at', '2014-06-28');
  await expect(slider).toHaveAttribute('aria-valuetext', '28 June 2014');
  await expect(slider).toHaveAttribute('max', String(Date.parse('2014-07-30T00:00Z') / 86_400_000));
  await page.goto('embed/timeline/?event=ghouta-attack');
  await expect(html).toHaveAttribute('data-at', '2013-08-21');
  await page.goto('embed/chart/?at=2014-03-20');
  await expect(page.locator('.chart-view')).toContainText('49.3');
});

test('what is wrong in an address is passed over', async ({ page }) => {
  const bad = ['x', '', '%00', '<script>alert(1)</script>', '2014-02-31', '../..', 'a'.repeat(300)];
  for (const path of ['embed/map/', 'embed/timeline/', 'embed/chart/', 'embed/story/', `embed/${EVENT}/`]) {
    await page.goto(path);
    const usual = await page.locator('html').getAttribute('data-at');
    for (const value of bad) {
      const query = new URLSearchParams(
        ['theme', 'step', 'at', 'from', 'to', 'event', 'chrome', 'mode', 'lang'].map((name) => [name, value]),
      );
      await page.goto(`${path}?${query}`);
      expect(await page.locator('html').getAttribute('data-at'), `${path} ${value}`).toBe(usual);
      expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
      await expect(page.locator('h1')).toBeVisible();
    }
  }
});

test('step by step: by buttons and by choice, to the ends; the host’s history stays as it is', async ({
  page,
}) => {
  await page.goto('embed/story/');
  const before = await page.evaluate(() => history.length);
  const html = page.locator('html');
  const next = page.getByRole('button', { name: 'Next step' });
  for (let i = 1; i <= 20; i++) {
    await next.click();
    await expect(html).toHaveAttribute('data-step', steps[i]!.id);
    await expect(page.locator(`article[data-step="${steps[i]!.id}"] h2`)).toBeVisible();
  }
  await page.getByRole('combobox', { name: 'Step' }).selectOption({ label: steps.at(-1)!.title });
  await expect(html).toHaveAttribute('data-step', steps.at(-1)!.id);
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('notes and names open in the story’s embed; a mark opens its card on the timeline', async ({ page }) => {
  await page.goto('embed/story/?step=nine-containers');
  await page.locator('article:visible a.cite').first().click();
  await expect(page.locator('#note-card')).toBeVisible();
  await expect(page.locator('#note-card .title')).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await expect(page.locator('#note-card')).toBeHidden();
  await page.goto('embed/timeline/?from=2013-08-01&to=2013-10-31');
  await page
    .getByRole('button', { name: /Sarin attack on Ghouta/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#note-card .title')).toHaveText('Sarin attack on Ghouta');
});

test('a timeline too narrow for names beside its lanes has them above it; a wide one has each once', async ({
  page,
}) => {
  const key = page.getByRole('group', { name: 'Signs of the timeline' });
  const beside = page.locator('[data-live] svg.timeline .name');
  await page.setViewportSize({ width: 390, height: 440 });
  await page.goto('embed/timeline/');
  await expect(key.getByRole('listitem')).toHaveText([
    'Attack',
    'Diplomacy',
    'Removal',
    'Geneva talks',
    'Context',
  ]);
  await expect(beside).toHaveCount(0);
  const [above, picture] = await Promise.all([
    key.boundingBox(),
    page.locator('[data-live] svg.timeline').boundingBox(),
  ]);
  expect(above!.y + above!.height).toBeLessThanOrEqual(picture!.y);
  await page.setViewportSize({ width: 760, height: 440 });
  await expect(beside).toHaveText(['Attack', 'Diplomacy', 'Removal', 'Geneva talks', 'Context']);
  await expect(key).toBeHidden();
});

test('the port that all loads left from has its name on the map, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 560 });
  await page.goto('embed/map/');
  await expect(page.locator('[data-label]').filter({ hasText: /^Latakia$/ })).toBeVisible();
});

test('the map’s legend, longer than its panel, is shaded at the edge past which there is more', async ({
  page,
}) => {
  await page.goto('embed/map/');
  await page.locator('[data-map] button').first().waitFor({ state: 'attached' });
  await page.getByText('Legend', { exact: true }).click();
  const sheet = page.getByRole('group', { name: 'Map legend' }).locator('..');
  await expect(sheet).toBeVisible();
  const box = (await sheet.boundingBox())!;
  // Beside the text, past the round corner.
  const edge = (y: number): Promise<Buffer> =>
    page.screenshot({ clip: { x: box.x + 8, y, width: 6, height: 6 } });
  const [above, below] = [box.y, box.y + box.height - 6];
  const plain = await edge(box.y + box.height / 2);
  expect(differentPixels(plain, await edge(above))).toBe(0);
  expect(differentPixels(plain, await edge(below))).toBeGreaterThan(0);
  await sheet.evaluate((node) => node.scrollTo(0, node.scrollHeight));
  await expect(sheet.getByText(/Natural Earth \(public domain\)/)).toBeInViewport();
  expect(differentPixels(plain, await edge(above))).toBeGreaterThan(0);
  expect(differentPixels(plain, await edge(below))).toBe(0);
});

test('the date of a view moves by keyboard, and what is drawn moves with it', async ({ page }) => {
  await page.goto('embed/chart/');
  const slider = page.getByRole('slider', { name: 'Date' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(page.locator('.chart-view .head')).not.toContainText('100');
  await page.keyboard.press('End');
  await expect(page.locator('.chart-view .head')).toContainText('100');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a still and the text', async ({ page }) => {
    for (const view of VIEWS) {
      await page.goto(`embed/${view}/`);
      const picture = page.locator('.still svg').first();
      await expect(picture).toBeVisible();
      const box = await picture.boundingBox();
      expect(box?.width, view).toBeGreaterThan(300);
      await expect(page.locator('.still svg path').first()).toBeAttached();
      await expect(page.getByRole('link', { name: /the whole story/ })).toBeVisible();
    }
    await page.goto('embed/story/');
    await expect(page.locator('article:visible')).toHaveCount(steps.length);
    await page.goto(`embed/${EVENT}/`);
    await expect(page.getByText('Rockets carrying sarin')).toBeVisible();
  });
});

onHosts(
  'a sandbox that allows no window shows the address in place of a dead link',
  async ({ page, hosts, site, problems }) => {
    // The browser says so too.
    problems.allow(/Blocked opening '\S+' in a new window/);
    await page.goto(`${hosts.url}sandbox.html`);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('link', { name: /the whole story/ }).click();
    await expect(frame.getByRole('textbox')).toHaveValue(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await frame.getByRole('textbox').inputValue()).toBe(site.url);
  },
);

for (const sandbox of ['', 'allow-scripts']) {
  onHosts(
    `unrolled, the host scrolls and the stage follows${sandbox && ', in a sandbox too'}`,
    async ({ page, hosts }) => {
      await page.goto(`${hosts.url}scroll.html`);
      const element = page.locator('iframe');
      if (sandbox)
        await element.evaluate((iframe, tokens) => {
          iframe.setAttribute('sandbox', tokens);
          iframe.setAttribute('src', iframe.getAttribute('src') ?? '');
        }, sandbox);
      const { frame } = await embedIn(element);
      await expect.poll(() => element.evaluate((iframe) => iframe.clientHeight)).toBeGreaterThan(20_000);
      const html = frame.locator('html');
      for (const i of [3, 11, 22, 30, 43]) {
        const { id } = steps[i]!;
        // Where the step's text stands in the middle of the window.
        const inside = await frame
          .locator(`article[data-step="${id}"] h2`)
          .evaluate((heading) => heading.getBoundingClientRect().top);
        await element.evaluate((iframe, y) => {
          scrollTo(0, iframe.getBoundingClientRect().top + scrollY + y - innerHeight * 0.45);
        }, inside);
        await expect(html).toHaveAttribute('data-step', id);
        // The stage is in what the reader sees, whole.
        await expect
          .poll(async () => {
            const top = await element.evaluate((iframe) => iframe.getBoundingClientRect().top);
            const stage = await frame.locator('[data-live]').evaluate((node) => node.getBoundingClientRect());
            const height = page.viewportSize()?.height ?? 0;
            return top + stage.top >= -1 && top + stage.bottom <= height + 1;
          })
          .toBe(true);
      }
    },
  );
}

onHosts('printed with its host, a frame shows what was to be seen in it', async ({ page, hosts }) => {
  await page.goto(`${hosts.url}print.html`);
  const embed = await embedIn(page.locator('iframe').last());
  const { frame } = embed;
  await expect(frame.locator('html')).toHaveAttribute('data-step', 'montreux');
  await page.emulateMedia({ media: 'print' });
  await expect(frame.locator('article:visible h2')).toHaveText(titleOf('montreux'));
  await expect(frame.locator('[data-live]')).toBeVisible();
  // The whole of the longest steps, though the frame can be made no higher.
  const lengths = await frame.evaluate(() =>
    [...document.querySelectorAll('article')].map(({ id, textContent }) => ({
      id,
      length: textContent?.length ?? 0,
    })),
  );
  const longest = lengths.sort((a, b) => b.length - a.length).slice(0, 4);
  for (const { id } of longest) {
    await page.emulateMedia({ media: 'screen' });
    await post(embed, own({ type: 'goto', step: id }));
    await expect(frame.locator('html')).toHaveAttribute('data-step', id);
    const over = (): Promise<number> =>
      frame.locator('[data-stepper="text"]').evaluate((text) => text.scrollHeight - text.clientHeight);
    expect(await over(), id).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(over, id).toBe(0);
  }
});

test('on paper an embed shows the whole of itself', async ({ page }) => {
  await page.goto('embed/story/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('article:visible')).toHaveCount(steps.length);
  await expect(page.locator('.still svg').first()).toBeVisible();
  for (const view of ['map', 'timeline', 'chart']) {
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`embed/${view}/`);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('[data-live]')).toBeVisible();
    await expect(page.getByRole('slider')).toBeHidden();
  }
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any embed: ${theme}`, async ({ page }) => {
    for (const path of [...VIEWS, EVENT]) {
      await page.goto(`embed/${path}/?theme=${theme}`);
      await expect(page.locator('main')).toBeVisible();
      expect(await violations(page, { theme }), path).toEqual([]);
      expect(await faintTexts(page, 'body'), path).toEqual([]);
    }
  });
}
