/** Whatever comes between: the stage goes on, and the text is never hurt. Here things move. */
import type { Page } from '@playwright/test';
import { bringIntoBand, flightsOver, openStory, settled } from './support/page.ts';
import { differentPixels } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/** Where the story opens: no flight leads there. */
const FIRST = 'request-in-munich';
/** Two steps with cameras far apart. */
const [HERE, THERE] = ['on-time-so-far', 'timetable-without-a-place'];

/** Goes to a step and returns as soon as the camera flies there: what comes next comes in mid-flight. */
async function setOff(page: Page, id: string): Promise<void> {
  const flies = await page.evaluate(
    (step) =>
      new Promise<boolean>((done) => {
        const map = document.querySelector('[data-map]') as HTMLElement;
        document.getElementById(step)?.scrollIntoView({ block: 'start', behavior: 'instant' });
        const before = performance.now();
        const look = (): void => {
          const flying = map.hasAttribute('data-flying');
          if (flying || performance.now() - before > 5000) done(flying);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    id,
  );
  expect(flies, `the camera flies to ${id}`).toBe(true);
}

async function take(page: Page, id: string): Promise<void> {
  await page.evaluate(
    (step) => document.getElementById(step)?.scrollIntoView({ block: 'start', behavior: 'instant' }),
    id,
  );
  await expect(page.locator('html')).toHaveAttribute('data-step', id);
}

/** Where the map's pins are, to tell one view from another. */
const view = (page: Page): Promise<string> =>
  page.locator('[data-map]').evaluate((map) =>
    [...map.querySelectorAll('[data-level]')]
      .map((level) => (level.closest('g[transform]') as Element).getAttribute('transform'))
      .concat(
        [...map.querySelectorAll<HTMLElement>('button[data-place]')].map((pin) => {
          const { x, y } = pin.getBoundingClientRect();
          return `${pin.dataset['place']} ${Math.round(x)},${Math.round(y)}`;
        }),
      )
      .join('\n'),
  );

async function rested(page: Page, id: string): Promise<string> {
  await take(page, id);
  await flightsOver(page);
  await settled(page);
  return view(page);
}

test('a flight lasts 0.9 to 2.6 s, and reversing it in the middle ends where it began', async ({ page }) => {
  await openStory(page, `#${HERE}`);
  const home = await rested(page, HERE);
  const lasted = await page.evaluate(async (id) => {
    const map = document.querySelector('[data-map]') as HTMLElement;
    document.getElementById(id)?.scrollIntoView({ block: 'start', behavior: 'instant' });
    const until = (flying: boolean): Promise<number> =>
      new Promise((done) => {
        const look = (now: number): void => {
          if (map.hasAttribute('data-flying') === flying) done(now);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
    return (await until(true)) && -performance.now() + (await until(false));
  }, THERE);
  expect(lasted).toBeGreaterThan(700);
  expect(lasted).toBeLessThan(4000);
  await setOff(page, HERE);
  await take(page, THERE);
  await take(page, HERE);
  await flightsOver(page);
  await settled(page);
  expect(await view(page)).toBe(home);
});

test('resized in mid-flight it lands where it would have', async ({ page }) => {
  await page.setViewportSize({ width: 1100, height: 760 });
  await openStory(page, `#${THERE}`);
  const wanted = await rested(page, THERE);
  await page.setViewportSize({ width: 1280, height: 800 });
  await rested(page, HERE);
  await setOff(page, THERE);
  await page.setViewportSize({ width: 1100, height: 760 });
  await take(page, THERE);
  await flightsOver(page);
  await expect.poll(() => view(page)).toBe(wanted);
});

test('the theme switched in mid-flight changes colours and nothing else', async ({ page }) => {
  await openStory(page, `#${HERE}`);
  const wanted = await rested(page, THERE);
  await rested(page, HERE);
  await setOff(page, THERE);
  await page.locator('[data-theme-toggle]').evaluate((button: HTMLElement) => button.click());
  await flightsOver(page);
  await settled(page);
  expect(await view(page)).toBe(wanted);
});

test('after a flight the coast, now drawn in pieces, looks as before', async ({ page }) => {
  await openStory(page);
  const map = page.locator('[data-map]');
  const whole = page.locator('[data-level] svg:not(.cut)');
  await rested(page, FIRST);
  await expect(whole).not.toHaveCount(0);
  const before = await map.screenshot();
  await setOff(page, HERE);
  await expect(whole).toHaveCount(0);
  await rested(page, FIRST);
  const drawn = map.locator('g.pieces path').filter({ visible: true });
  expect(await drawn.count()).toBeGreaterThan(100);
  // On a busy machine the last frame of the way back may come after all else is at rest: it is waited for.
  const different = async (): Promise<number> => differentPixels(before, await map.screenshot());
  await expect.poll(different).toBeLessThan(1000);
  const show = (shown: boolean): Promise<void> =>
    map
      .locator('g.pieces')
      .evaluateAll(
        (all, display) => all.forEach((one) => one.setAttribute('style', display)),
        shown ? '' : 'display: none',
      );
  await show(false);
  const without = await different();
  expect(without).toBeGreaterThan(1000);
  await show(true);
  await expect.poll(different).toBeLessThan(without / 10);
});

test('hidden in mid-flight and shown again, it has landed', async ({ page, context }) => {
  await openStory(page, `#${HERE}`);
  const wanted = await rested(page, THERE);
  await rested(page, HERE);
  await setOff(page, THERE);
  const other = await context.newPage();
  await other.goto('about:blank');
  await other.bringToFront();
  await page.bringToFront();
  await other.close();
  await flightsOver(page);
  await settled(page);
  expect(await view(page)).toBe(wanted);
});

test('flung through the whole story and back, it ends at rest at the first step', async ({ page }) => {
  await openStory(page);
  const home = await rested(page, FIRST);
  await page.evaluate(async () => {
    const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => done()));
    const end = document.documentElement.scrollHeight;
    for (let y = 0; y < end; y += 2400) {
      scrollTo({ top: y, behavior: 'instant' });
      await frame();
    }
    for (let y = end; y > 0; y -= 2400) {
      scrollTo({ top: y, behavior: 'instant' });
      await frame();
    }
  });
  expect(await rested(page, FIRST)).toBe(home);
});

type Data = Record<string, object>;
const SPOILT: [name: string, spoil: (stage: Data) => object][] = [
  ['timeline', (stage) => ({ ...stage, timeline: { threads: [{}], marks: null } })],
  ['chart', (stage) => ({ ...stage, chart: { ...stage['chart'], series: [null] } })],
  ['map', (stage) => ({ ...stage, map: { ...stage['map'], places: null } })],
];
for (const [name, spoil] of SPOILT) {
  test(`an error in the ${name} leaves the other views and the text as they are`, async ({
    page,
    problems,
  }) => {
    problems.allow(/./);
    await page.route('**/data/stage.json?*', async (route) => {
      const data = (await (await route.fetch()).json()) as { stage: Data };
      await route.fulfill({ json: { ...data, stage: spoil(data.stage) } });
    });
    await openStory(page);
    const step = name === 'chart' ? 'half-by-either-count' : 'nine-containers';
    await bringIntoBand(page, step);
    await expect(page.locator(`#${step} h3`)).toBeInViewport();
    await expect(page.locator('html')).toHaveClass(/\bjs\b/);
    if (name !== 'map') await expect(page.locator('[data-map] [data-level]').first()).toBeAttached();
    if (name !== 'timeline') {
      await expect(page.locator('[data-view="timeline"] svg [data-event]').first()).toBeVisible();
    }
    // Citations open as ever.
    await page.locator(`#${step} .cite`).first().click();
    await expect(page.locator('#note-card')).toBeVisible();
    // In the view's place stands what happened, with a way back.
    const again = page.locator(`[data-view="${name}"] [role="note"] button`);
    await expect(again).toBeVisible();
    if (name === 'chart') return;
    // Under the view that comes next it is not to be tabbed to.
    const reached = (): Promise<boolean> => again.evaluate((one) => !one.closest('[inert]'));
    expect(await reached()).toBe(true);
    await bringIntoBand(page, 'toll-without-a-total');
    await expect.poll(reached).toBe(false);
  });
}

test('a legend that cannot be had is tried again, and explains what is on the map', async ({
  page,
  problems,
}) => {
  problems.allow(/Failed to load resource|StageLegend/);
  const asset = /StageLegend[^/]*\.js$/;
  await page.route(asset, (route) => route.abort());
  await openStory(page);
  const menu = page.locator('.tools details').filter({ hasText: 'Legend' });
  await expect(menu.getByRole('group', { name: 'Legend' })).toHaveCount(0);
  await menu.locator('summary').click();
  await expect(menu).toContainText('could not be drawn');
  await page.unroute(asset);
  await menu.getByRole('button', { name: 'Try again' }).click();
  await expect(menu.getByRole('group', { name: 'Legend' })).toContainText('Natural Earth');
  await expect(menu).not.toContainText('could not be drawn');
  await page.keyboard.press('Escape');
  await expect(menu.locator('.sheet')).toBeHidden();
});

test('a map that another view covers is left alone, out of reach, and takes up the step it is shown at', async ({
  page,
}) => {
  await openStory(page);
  // A step whose map is as large as it is behind the chart.
  const mapped = 'fleet-at-limassol';
  const before = await rested(page, mapped);
  await take(page, 'half-by-either-count');
  await expect(page.locator('[data-view="chart"] svg').first()).toBeVisible();
  await flightsOver(page);
  await settled(page);
  const map = page.locator('[data-map]');
  // What is on it is neither to be tabbed to nor read out.
  const buttons = map.locator('button');
  expect(await buttons.count()).toBeGreaterThan(0);
  expect(await buttons.evaluateAll((all) => all.filter((one) => !one.closest('[inert]')).length)).toBe(0);
  await expect(map.locator('svg[role="img"]')).toHaveAttribute('aria-hidden', 'true');
  // It has not even flown there.
  expect(await view(page)).toBe(before);

  // Back through the step the date runs: the chart follows, and nothing changes on the map under it.
  const changes = await page.evaluate(async () => {
    const counted = { map: 0, chart: 0 };
    for (const name of ['map', 'chart'] as const) {
      const view = document.querySelector(`[data-view="${name}"]`);
      if (!view) throw new Error(`no ${name}`);
      const observer = new MutationObserver((records) => (counted[name] += records.length));
      observer.observe(view, { subtree: true, childList: true, attributes: true, characterData: true });
    }
    const { step } = document.documentElement.dataset;
    for (;;) {
      const last = { ...counted };
      scrollBy({ top: -40, behavior: 'instant' });
      await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
      if (document.documentElement.dataset['step'] !== step) return last;
    }
  });
  expect(changes.map).toBe(0);
  expect(changes.chart).toBeGreaterThan(0);

  expect(await rested(page, mapped)).toBe(before);
  await expect(map.locator('svg[role="img"]')).not.toHaveAttribute('aria-hidden');
});

test('what lies over the map comes when the view before it has gone, and what is on it after that', async ({
  page,
}) => {
  await openStory(page);
  for (const [from, panel, to] of [
    ['where-the-tonnes-went', 'tonnes', 'chlorine'],
    ['two-loads-four-percent', 'chart', 'one-side-of-a-conversation'],
  ] as const) {
    await take(page, from);
    await expect(page.locator(`[data-view="${panel}"] svg`).first()).toBeVisible();
    await settled(page);
    const frames = await page.evaluate(
      async ([id, panel]) => {
        const stage = document.querySelector('.stage') as HTMLElement;
        const map = document.querySelector('[data-map]') as HTMLElement;
        const seen: string[] = [];
        document.getElementById(id)?.scrollIntoView({ block: 'start', behavior: 'instant' });
        for (let frame = 0; frame < 300 && !map.hasAttribute('data-flying'); frame += 1) {
          await new Promise((next) => requestAnimationFrame(next));
          const view = stage.querySelector(`[data-view="${panel}"]`) ? 'view' : '';
          const corner = stage.querySelector('.corner') ? 'corner' : '';
          const state = [view, corner, map.hasAttribute('data-flying') ? 'flight' : ''].join(' ').trim();
          if (state !== seen.at(-1)) seen.push(state);
        }
        return seen;
      },
      [to, panel] as const,
    );
    expect(frames, to).toEqual(['view', 'corner', 'corner flight']);
    await flightsOver(page);
  }
});

test('no view that comes before the map lays out the page', async ({ page }) => {
  await openStory(page);
  const devtools = await page.context().newCDPSession(page);
  type Traced = { name: string; args: { beginData?: { totalObjects?: number } } };
  let traced: Traced[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => traced.push(...(value as unknown as Traced[])));
  const elements = await page.locator('body *').count();
  for (const [from, id, panel] of [
    ['first-date-passes', 'before-the-curve', 'guess'],
    ['nine-containers', 'two-loads-four-percent', 'chart'],
    ['work-at-sea', 'where-the-tonnes-went', 'tonnes'],
    ['no-progress', 'four-answers', 'positions'],
  ] as const) {
    await rested(page, from);
    traced = [];
    await devtools.send('Tracing.start', { categories: 'devtools.timeline' });
    await take(page, id);
    await expect(page.locator(`[data-view="${panel}"]`)).toBeVisible();
    await settled(page);
    const whole = new Promise<void>((done) => devtools.once('Tracing.tracingComplete', () => done()));
    await devtools.send('Tracing.end');
    await whole;
    const laidOut = traced.flatMap(({ name, args }) =>
      name === 'Layout' ? (args.beginData?.totalObjects ?? []) : [],
    );
    expect(laidOut.length, panel).toBeGreaterThan(0);
    expect(Math.max(...laidOut), panel).toBeLessThan(elements / 2);
  }
});
