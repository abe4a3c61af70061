/** Opened at its top, the story is laid out in pieces while it arrives. Nobody is to notice, but by its speed. */
import type { Page } from '@playwright/test';
import { readChapters } from './support/content.ts';
import { alive, holdFonts, openStory } from './support/page.ts';
import { expect, test } from './support/test.ts';

const chapters = readChapters();
const last = chapters.at(-1)?.steps.at(-1)?.id as string;

/** Keeps the fonts back, and with them all pieces but the first, until the returned function is called. */
async function keepBack(page: Page): Promise<() => void> {
  const release = await holdFonts(page);
  // Nor does the page get tired of waiting for them.
  await page.addInitScript(() => {
    const own = window.setTimeout.bind(window);
    Object.defineProperty(window, 'setTimeout', {
      value: (run: TimerHandler, ms?: number, ...given: unknown[]) =>
        ms === 2000 ? 0 : own(run, ms, ...given),
    });
  });
  return release;
}

/** Whether the text of a step is laid out, in sight or not. */
const laidOut = (page: Page, id: string): Promise<boolean> =>
  page.locator(`#${id} h3`).evaluate((heading) => heading.checkVisibility({ contentVisibilityAuto: true }));
const inPieces = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.classList.contains('in-pieces'));

/** How far from the window's upper edge a chapter's title stands, px. */
const titleAt = (page: Page, index: number): Promise<number> =>
  page
    .locator('.chapter h2')
    .nth(index)
    .evaluate((title) => title.getBoundingClientRect().top);

for (const { width, height } of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('the beginning is there first, then the rest, and nothing of it is left', async ({ page }) => {
      const release = await keepBack(page);
      await page.goto('', { waitUntil: 'domcontentloaded' });
      const first = chapters[0]?.steps[0]?.id as string;
      await expect(page.locator(`#${first} h3`)).toBeVisible();
      expect(await laidOut(page, first)).toBe(true);
      expect(await laidOut(page, last)).toBe(false);
      expect(await inPieces(page)).toBe(true);
      release();
      await alive(page);
      expect(await laidOut(page, last)).toBe(true);
      expect(await inPieces(page)).toBe(false);
      const left = await page
        .locator('[data-piece]')
        .evaluateAll((pieces) => pieces.map((piece) => getComputedStyle(piece).contentVisibility));
      expect(left.length).toBeGreaterThan(chapters.length);
      expect([...new Set(left)]).toEqual(['visible']);
      expect(await page.locator('[data-piece][style*="content"]').count()).toBe(0);
    });

    test('the first picture of the stage is whole, or waits', async ({ page }) => {
      const release = await keepBack(page);
      await page.goto('', { waitUntil: 'domcontentloaded' });
      const strip = page.locator('.stage [data-view="timeline"]');
      const timeline = strip.locator('svg.timeline');
      const small = width < 560;
      expect(await timeline.isVisible()).toBe(!small);
      expect(await page.locator('.stage .readout').isVisible()).toBe(!small);
      const [outer, inner] = await Promise.all([strip.boundingBox(), timeline.boundingBox()]);
      expect(inner?.y).toBeGreaterThanOrEqual(outer?.y as number);
      expect((inner?.y ?? 0) + (inner?.height ?? 0)).toBeLessThanOrEqual(
        (outer?.y ?? 0) + (outer?.height ?? 0) + 1.5,
      );
      release();
    });

    test('who jumps before that arrives, and stays there', async ({ page }) => {
      const release = await keepBack(page);
      await page.goto('', { waitUntil: 'domcontentloaded' });
      expect(await inPieces(page)).toBe(true);
      const index = chapters.length - 2;
      await page.locator('[popovertarget="chapter-menu"]').click();
      await page.locator('#chapter-menu ol a').nth(index).click();
      await expect(page.locator('.chapter h2').nth(index)).toBeInViewport({ ratio: 1 });
      expect(await laidOut(page, last)).toBe(true);
      const before = await titleAt(page, index);
      release();
      await alive(page);
      // Browsers keep what is topmost in its place: on a phone that lies under the stage, a few lines above the title.
      const most = width < 960 ? 40 : 2;
      await expect.poll(async () => Math.abs((await titleAt(page, index)) - before)).toBeLessThan(most);
      await expect(page.locator('.chapter h2').nth(index)).toBeInViewport({ ratio: 1 });
      await expect(page.locator('html')).toHaveAttribute(
        'data-step',
        chapters[index]?.steps[0]?.id as string,
      );
    });

    test('what is in sight does not move while it arrives', async ({ page }) => {
      await page.addInitScript(() => {
        const moved: number[] = [];
        Object.assign(window, { moved });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) moved.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await openStory(page);
      await page.waitForLoadState('networkidle');
      const sum = await page.evaluate(() =>
        (window as unknown as { moved: number[] }).moved.reduce((total, value) => total + value, 0),
      );
      expect(sum, 'layout shift').toBeLessThanOrEqual(0.01);
    });
  });
}

test('with larger letters, too, the stage has its tools and its timeline once it is alive', async ({
  page,
}) => {
  for (const width of [390, 600, 820]) {
    await page.setViewportSize({ width, height: 1100 });
    await openStory(page);
    await page.evaluate(() => (document.documentElement.style.fontSize = '24px'));
    for (const part of ['.tools', '.readout', 'svg.timeline']) {
      await expect(page.locator(`.stage ${part}`).first(), `${part} at ${width} px`).toBeVisible();
    }
  }
});

test('opened at a step, or reloaded, all is laid out at once', async ({ page }) => {
  const release = await keepBack(page);
  await page.goto(`#${last}`, { waitUntil: 'domcontentloaded' });
  expect(await inPieces(page)).toBe(false);
  await page.goto('sources/', { waitUntil: 'domcontentloaded' });
  await page.goto('', { waitUntil: 'domcontentloaded' });
  expect(await inPieces(page)).toBe(true);
  await page.reload({ waitUntil: 'domcontentloaded' });
  expect(await inPieces(page)).toBe(false);
  release();
  await alive(page);
});

test('where the script cannot be had, all is laid out all the same', async ({ page, problems }) => {
  problems.allow(/story-[^/]*\.js|ERR_FAILED/);
  await page.route(/\/assets\/story-[^/]*\.js$/, (route) => route.abort());
  await page.goto('');
  await expect(page.locator('html')).not.toHaveClass(/(^| )js( |$)/);
  await expect.poll(() => laidOut(page, last)).toBe(true);
});
