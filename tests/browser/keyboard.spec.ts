/** Everything by keyboard: what has focus can be seen, and looking does not move the story. */
import { readChapters } from './support/content.ts';
import { bringIntoBand, openStory } from './support/page.ts';
import { expect, test } from './support/test.ts';

const steps = readChapters().flatMap((chapter) => chapter.steps);
const step = steps[Math.floor(steps.length / 3)] as (typeof steps)[number];

for (const { width, height } of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test(`what has focus is in sight, not under header or stage, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openStory(page, `#${step.id}`);
    await expect(page.locator(`#${step.id} h3`)).toBeFocused();
    const hidden: string[] = [];
    for (let press = 0; press < 25; press += 1) {
      await page.keyboard.press('Tab');
      const trouble = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement;
        const name = `${focused.localName} “${focused.textContent?.trim().slice(0, 30)}”`;
        // A link that breaks over two lines is seen if one of its pieces is.
        const seen = [...focused.getClientRects()].some((box) => {
          const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          return top !== null && (focused.contains(top) || top.contains(focused));
        });
        if (!seen) return `${name} has focus out of sight`;
        const { outlineStyle, outlineWidth } = getComputedStyle(focused);
        return outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? `${name} shows no focus ring` : '';
      });
      if (trouble) hidden.push(trouble);
    }
    expect(hidden).toEqual([]);
  });
}

test('going through the header leaves the story where it is', async ({ page }) => {
  await openStory(page);
  await bringIntoBand(page, step.id);
  const before = await page.evaluate(() => scrollY);
  const controls = page.locator('.site-header :is(a, button)');
  for (const control of await controls.all()) {
    if (!(await control.isVisible())) continue;
    await control.evaluate((element: HTMLElement) => element.focus());
    expect(await page.evaluate(() => scrollY), (await control.textContent()) ?? '').toBe(before);
  }
  await expect(page.locator('html')).toHaveAttribute('data-step', step.id);
});

test('letters and arrows do nothing but what the browser does', async ({ page }) => {
  await openStory(page);
  await bringIntoBand(page, step.id);
  const before = await page.evaluate(() => scrollY);
  for (const key of ['j', 'k', 'n', 'p', 's', 'f', '?', '1']) await page.keyboard.press(key);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await expect(page.locator('html')).toHaveAttribute('data-step', step.id);
});

test('nothing moves that the reader did not move', async ({ page }) => {
  await openStory(page);
  await bringIntoBand(page, step.id);
  const moving = await page.evaluate(
    () => document.getAnimations().filter((animation) => animation.playState === 'running').length,
  );
  expect(moving).toBe(0);
});

test('scrolling announces nothing', async ({ page }) => {
  await openStory(page);
  await page.evaluate(() => {
    const live = document.querySelectorAll('[aria-live], [role="status"], [role="alert"], [role="log"]');
    document.documentElement.dataset['announced'] = '0';
    const count = (): void => {
      const { dataset } = document.documentElement;
      dataset['announced'] = String(Number(dataset['announced']) + 1);
    };
    for (const region of live)
      new MutationObserver(count).observe(region, { childList: true, characterData: true, subtree: true });
  });
  for (const { id } of steps.slice(0, 12)) await bringIntoBand(page, id);
  await expect(page.locator('html')).toHaveAttribute('data-announced', '0');
});

test('at 400 % zoom the text reads without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await openStory(page, `#${step.id}`);
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBe(0);
  await expect(page.locator(`#${step.id} h3`)).toBeInViewport();
});
