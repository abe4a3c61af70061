/**
 * Embeds in every kind of host, over two origins, with the hosts' own scripts: the frame is as high as what is in it,
 * also when that changes, and nothing scrolls inside. The pages are in tests/hosts.
 */
import { embedIn, expect, fits, heard, listen, pad, test } from './support/hosts.ts';

/** Pages with one embed, and what is different there. */
const PAGES: Record<string, { clamp?: boolean }> = {
  'pym-parent': {},
  'pym-auto': {},
  'pym-sandbox': {},
  'frames-framer': {},
  'frames-late': {},
  'frames-sandbox': {},
  'iframe-resizer': {},
  'iframe-resizer-late': {},
  'iframe-resizer-sandbox': {},
  'open-iframe-resizer': {},
  'open-iframe-resizer-legacy': {},
  'datawrapper-new': {},
  'datawrapper-old': {},
  medium: {},
  wordpress: { clamp: true },
  'wordpress-hash': { clamp: true },
  'wordpress-late': { clamp: true },
  script: {},
  element: {},
  scroll: {},
  api: {},
};

for (const [name, { clamp = false }] of Object.entries(PAGES)) {
  test(`${name}: high enough from the first, when it grows, shrinks, and in 340 px`, async ({
    page,
    hosts,
  }) => {
    await page.goto(`${hosts.url}${name}.html`);
    const embed = await embedIn(page.locator('iframe'));
    await fits(embed, clamp);
    await pad(embed, 230);
    await fits(embed, clamp);
    await pad(embed, 0);
    await fits(embed, clamp);
    await page.setViewportSize({ width: 340, height: 700 });
    await fits(embed, clamp);
  });
}

test('pym: what the host put behind the address is still there', async ({ page, hosts }) => {
  await page.goto(`${hosts.url}pym-auto.html`);
  const { frame } = await embedIn(page.locator('iframe'));
  const { searchParams, hash } = new URL(frame.url());
  expect(searchParams.get('theme')).toBe('dark');
  expect(searchParams.get('childId')).toMatch(/^pym-/);
  expect(hash).toBe('#montreux');
});

for (const name of ['wordpress', 'wordpress-hash', 'wordpress-late']) {
  test(`${name}: the embed takes the quotation's place`, async ({ page, hosts }) => {
    await page.goto(`${hosts.url}${name}.html`);
    await expect(page.locator('iframe')).toBeVisible();
    await expect(page.locator('blockquote')).toBeHidden();
  });
}

test('WordPress: a link to the story leads the reader there, out of a sandbox that opens no windows', async ({
  page,
  hosts,
  site,
}) => {
  await page.goto(`${hosts.url}wordpress.html`);
  const { frame } = await embedIn(page.locator('iframe'));
  await frame.locator('a[target="_blank"]').first().click();
  await page.waitForURL((url) => url.href.startsWith(site.url));
});

test('all parents on one page: each gets its heights, few messages, and none repeats itself', async ({
  page,
  hosts,
}) => {
  await page.clock.install();
  await listen(page);
  await page.goto(`${hosts.url}all-parents.html`);
  const frames = page.locator('iframe');
  await expect(frames).toHaveCount(8);
  for (const frame of await frames.all()) {
    const clamp = (await frame.getAttribute('title')) === 'WordPress';
    await fits(await embedIn(frame), clamp);
  }
  // Whoever polls would do so in this time.
  await page.clock.runFor(5000);
  const counts = new Map<string, number>();
  const all = await heard(page);
  // Parents of iframe-resizer that were there first need not wait until everything has loaded.
  expect(all.map(({ data }) => data)).toContain('[iFrameResizerChild]Ready');
  for (const { protocol, frame } of all) {
    const key = `${protocol} from frame ${frame}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  expect([...counts.keys()].some((key) => key.startsWith('datawrapper'))).toBe(true);
  expect([...counts].filter(([key, count]) => count > 2 || /unknown/.test(key))).toEqual([]);
});

test('four embeds: each resizes its own frame only', async ({ page, hosts }) => {
  await page.goto(`${hosts.url}four-embeds.html`);
  const ids = ['story', 'map', 'timeline', 'event'];
  const embeds = new Map(
    await Promise.all(ids.map(async (id) => [id, await embedIn(page.locator(`#${id}`))] as const)),
  );
  for (const embed of embeds.values()) await fits(embed);
  const heights = (): Promise<number[]> =>
    Promise.all([...embeds.values()].map(({ element }) => element.evaluate((frame) => frame.clientHeight)));
  for (const [index, id] of ids.entries()) {
    const before = await heights();
    const embed = embeds.get(id);
    if (!embed) continue;
    await embed.element.scrollIntoViewIfNeeded();
    await pad(embed, 111);
    await fits(embed);
    const grown = (await heights()).map((height, at) => height - (before[at] ?? 0));
    expect(grown).toEqual(ids.map((_, at) => (at === index ? 111 : 0)));
  }
});

test('in a sandbox with nothing but scripts it is there, silent, and stores nothing', async ({
  page,
  hosts,
}) => {
  // Any touch of a storage is logged, which fails the test.
  await page.addInitScript(() => {
    if (window === top) return;
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, { get: () => console.error(`${name} was used`) });
    }
    Object.defineProperty(document, 'cookie', { get: () => console.error('a cookie was read') });
  });
  const headers: Record<string, string>[] = [];
  page.on('response', async (response) => headers.push(await response.allHeaders()));
  await page.goto(`${hosts.url}sandbox.html`);
  const { frame } = await embedIn(page.locator('iframe'));
  await expect(frame.locator('main')).toBeVisible();
  expect(await frame.evaluate(() => origin)).toBe('null');
  expect(headers.length).toBeGreaterThan(1);
  for (const header of headers) {
    expect(header).not.toHaveProperty('access-control-allow-origin');
    expect(header).not.toHaveProperty('set-cookie');
  }
});

test('nothing of the host is kept or passed on: pym’s parentUrl stays where it is', async ({
  page,
  hosts,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${hosts.url}pym-parent.html`);
  const embed = await embedIn(page.locator('iframe'));
  await fits(embed);
  await page.locator('#goto').click();
  await expect(page.locator('#step')).toHaveText('montreux');
  const kept = [await page.context().storageState(), await embed.frame.evaluate(() => name)];
  expect(JSON.stringify(kept)).not.toMatch(/parentUrl|pym-parent/);
  const embeds = asked.filter((url) => new URL(url).searchParams.has('parentUrl'));
  expect(embeds, 'only the embed’s own page was asked for with it').toHaveLength(1);
});

test('a hidden tab: right when it is shown', async ({ page, hosts }) => {
  await listen(page);
  await page.goto(`${hosts.url}hidden-tab.html`);
  await expect(page.locator('iframe')).toHaveCount(3);
  await page.getByRole('button').click();
  for (const frame of await page.locator('iframe').all()) await fits(await embedIn(frame));
  // And once more, with other contents meanwhile.
  const embed = await embedIn(page.locator('#resizer'));
  await page.evaluate(() => document.querySelector('#tab')?.toggleAttribute('hidden'));
  await pad(embed, 90);
  await page.evaluate(() => document.querySelector('#tab')?.toggleAttribute('hidden'));
  // Browsers lay out a frame when it comes into sight.
  await embed.element.scrollIntoViewIfNeeded();
  await fits(embed);
  // Some browsers measure a hidden frame and find nothing in it.
  await embed.frame.evaluate(async () => {
    const frames = async (): Promise<void> => {
      for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame);
    };
    document.querySelector('main')?.style.setProperty('display', 'none');
    await frames();
    document.querySelector('main')?.style.removeProperty('display');
    await frames();
  });
  await fits(embed);
  // A host that was told nothing keeps the room it had.
  const nothing =
    /"value":0\b|"height":0\b|xPYMxheightxPYMx0|^"\[iFrameSizer\]\w+:0:\d+:(init|resizeObserver)/;
  const said = (await heard(page)).map(({ data }) => JSON.stringify(data));
  expect(said.length).toBeGreaterThan(3);
  expect(said.filter((message) => nothing.test(message))).toEqual([]);
});

test('far below: not loaded until it is near, then right', async ({ page, hosts }) => {
  await page.goto(`${hosts.url}lazy.html`);
  const iframe = page.locator('iframe');
  await expect(iframe).toHaveAttribute('loading', 'lazy');
  expect(page.frames().some((frame) => frame.url().includes('/embed/'))).toBe(false);
  await iframe.scrollIntoViewIfNeeded();
  await fits(await embedIn(iframe));
});

test('the wheel over a map scrolls the host', async ({ page, hosts }) => {
  await page.setViewportSize({ width: 900, height: 500 });
  await page.goto(`${hosts.url}plain.html`);
  const { element, frame } = await embedIn(page.locator('iframe'));
  const box = await element.boundingBox();
  if (!box) throw new Error('no frame');
  // The wheel goes to where the browser knows the pointer to be: in the embed, once the embed has felt it.
  await frame.evaluate(() =>
    addEventListener('pointermove', () => (document.documentElement.dataset['felt'] = ''), { once: true }),
  );
  let nudge = 0;
  await expect
    .poll(async () => {
      nudge = 1 - nudge;
      await page.mouse.move(box.x + box.width / 2 + nudge, Math.min(box.y + box.height / 2, 400));
      return frame.evaluate(() => 'felt' in document.documentElement.dataset);
    })
    .toBe(true);
  const before = await page.evaluate(() => scrollY);
  // A busy browser may drop a turn of the wheel; a map that keeps it for itself keeps every one.
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 120);
      return page.evaluate(() => scrollY);
    })
    .toBeGreaterThan(before + 100);
});

test('an embed opened by itself says and hears nothing', async ({ page, site }) => {
  await listen(page);
  await page.goto(`${site.url}embed/map/`);
  await expect(page.locator('main')).toBeVisible();
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  expect(await heard(page)).toEqual([]);
});
