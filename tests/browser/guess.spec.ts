/** Drawing a guess: by mouse, finger, keys and numbers the same; nothing is lost, nothing is kept. */
import type { Page } from '@playwright/test';
import { bringIntoBand, openStory, settled, sidewaysScroll } from './support/page.ts';
import { expect, test } from './support/test.ts';

const STEP = 'before-the-curve';

/** Percent by slider, the first being the first date that can be set; in fives, and straight in between. */
const GUESS: [slider: number, value: number][] = [
  [0, 10],
  [1, 40],
  [3, 60],
  [7, 100],
  [11, 100],
];
const SENTENCE =
  'Of the chemicals that were to be shipped out, you had about 43\u202f% out by 5 February, when the plan wanted everything out. ' +
  'A figure for 29 January was about 4\u202f%, but of the roughly 1,300 tonnes declared (unnamed sources of Reuters). ' +
  'You had everything out by 1 May; it was out on 23 June, 53 days later by our arithmetic.';

const view = (page: Page) => page.getByRole('region', { name: 'Draw your guess' });
const sliders = (page: Page) => view(page).getByRole('slider');
const status = (page: Page) => view(page).getByRole('status');
const show = (page: Page) => view(page).getByRole('button', { name: 'Show what happened' });
const numbers = (page: Page) => view(page).locator('.numbers');
const fields = (page: Page) => view(page).getByRole('spinbutton');

async function open(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await openStory(page);
  await bringIntoBand(page, STEP);
  await expect(view(page)).toBeVisible();
  await settled(page);
}

/** Where in the window a slider's date and a percent lie. */
async function place(page: Page, slider: number, value: number): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ([index, percent]) => {
      const plot = document.querySelector('section.guess .plot') as HTMLElement;
      const handle = plot.querySelectorAll('[role="slider"]')[index as number] as HTMLElement;
      const box = handle.getBoundingClientRect();
      // The grid's lowest line is 0, its highest 100 percent.
      const lines = [...plot.querySelectorAll('.grid path')].map((line) => line.getBoundingClientRect());
      const level = lines.filter(({ width: long }) => long > 50).map(({ top }) => top);
      const [top, foot] = [Math.min(...level), Math.max(...level)];
      return { x: box.x + box.width / 2, y: foot - ((percent as number) / 100) * (foot - top) };
    },
    [slider, value],
  );
}

async function byMouse(page: Page): Promise<void> {
  for (const [index, [slider, value]] of GUESS.entries()) {
    const { x, y } = await place(page, slider, value);
    await page.mouse.move(x, y, { steps: 7 });
    if (index === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

async function byTouch(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  for (const [index, [slider, value]] of GUESS.entries()) {
    const point = await place(page, slider, value);
    const type = index === 0 ? 'touchStart' : 'touchMove';
    await cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [point] });
  }
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

async function byKeys(page: Page): Promise<void> {
  await sliders(page).first().focus();
  let at = 0;
  for (const [slider, value] of GUESS) {
    for (; at < slider; at += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Home');
    for (let up = 0; up + 20 <= value; up += 20) await page.keyboard.press('PageUp');
    for (let up = 0; up < value % 20; up += 5) await page.keyboard.press('ArrowUp');
  }
}

async function byNumbers(page: Page): Promise<void> {
  await numbers(page).click();
  for (const [slider, value] of GUESS) await fields(page).nth(slider).fill(String(value));
  await page.keyboard.press('Enter');
}

const WAYS = { mouse: byMouse, touch: byTouch, keys: byKeys, numbers: byNumbers };

for (const { width, height } of [
  { width: 1280, height: 800 },
  { width: 320, height: 568 },
]) {
  test.describe(`at ${width} px`, () => {
    test.use({ hasTouch: true });

    for (const [way, draw] of Object.entries(WAYS)) {
      test(`a guess by ${way} is drawn, and the difference said`, async ({ page }) => {
        await open(page, width, height);
        const before = await page.evaluate(() => scrollY);
        await expect(show(page)).toHaveAttribute('aria-disabled', 'true');
        await draw(page);
        await expect(sliders(page).last()).toHaveAttribute('aria-valuetext', '30 June: 100 percent');
        await expect(show(page)).toHaveAttribute('aria-disabled', 'false');
        await show(page).click();
        await expect(status(page)).toHaveText(SENTENCE);
        await expect(view(page).locator('svg.actual')).toHaveAccessibleName(/26\s%, 4 March/);
        await expect(view(page).getByRole('button', { name: 'Try again' })).toBeFocused();
        expect(await page.evaluate(() => scrollY), 'drawing does not scroll').toBe(before);
        expect(await cut(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toEqual([]);
      });
    }

    test('what is no guess is answered with what to do', async ({ page }) => {
      await open(page, width, height);
      // It looks as if it were not ready, and says why when pressed.
      await show(page).click({ force: true });
      await expect(status(page)).toContainText('Draw a line first');
      await numbers(page).click();
      await view(page).getByRole('button', { name: 'Done' }).click();
      await expect(status(page)).toContainText('All fields are empty');
      await expect(fields(page).last()).toBeFocused();
      for (const [typed, answer] of [
        ['-5', 'For 30 June, please write a number from 0 (nothing had left) to 100 (all had left).'],
        ['300', 'For 30 June, please write a number from 0 (nothing had left) to 100 (all had left).'],
        ['e', 'For 30 June, please write a number from 0 to 100, such as 40.'],
      ] as const) {
        await fields(page).last().press('ControlOrMeta+a');
        await fields(page).last().pressSequentially(typed);
        await page.keyboard.press('Enter');
        await expect(status(page)).toHaveText(answer);
        expect(await cut(page)).toEqual([]);
      }
      await page.keyboard.press('Escape');
      await expect(numbers(page)).toBeFocused();
      await expect(sliders(page).last()).toHaveAttribute('aria-valuetext', '30 June: not drawn yet');
    });
  });
}

test('it can be skipped, tried again, and is still there when the reader comes back', async ({ page }) => {
  await open(page, 1280, 800);
  await view(page).getByRole('button', { name: 'Skip: show me' }).click();
  await expect(status(page)).toContainText('Everything was out on 23 June, 138 days after the plan’s date');
  await view(page).getByRole('button', { name: 'Try again' }).click();
  await expect(status(page)).toHaveText('');
  await expect(sliders(page).first()).toBeFocused();
  await byKeys(page);
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(SENTENCE);

  await bringIntoBand(page, 'nine-containers');
  await expect(view(page)).toHaveCount(0);
  await bringIntoBand(page, STEP);
  await expect(status(page)).toHaveText(SENTENCE);

  // Kept nowhere: not in the browser, not in the address.
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await page.reload();
  await openStory(page);
  await bringIntoBand(page, STEP);
  await expect(sliders(page).last()).toHaveAttribute('aria-valuetext', '30 June: not drawn yet');
});

test('by keyboard one tab stop holds all dates, and Escape leaves it', async ({ page }) => {
  await open(page, 1280, 800);
  await sliders(page).first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await expect(sliders(page).nth(1)).toHaveAttribute('aria-valuetext', '1 February: 5 percent');
  await expect(sliders(page).nth(1)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(show(page)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(sliders(page).nth(1)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sliders(page).nth(1)).not.toBeFocused();
});

test('what happened draws itself, unless motion is unwelcome', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page, 1280, 800);
  const moving = () =>
    view(page)
      .locator('svg.actual')
      .evaluate((picture) => picture.getAnimations().length);
  await view(page).getByRole('button', { name: 'Skip: show me' }).click();
  expect(await moving()).toBe(1);
  await view(page).getByRole('button', { name: 'Try again' }).click();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await view(page).getByRole('button', { name: 'Skip: show me' }).click();
  expect(await moving()).toBe(0);
});

/** Words of the view that are cut or lie on each other, in words. */
function cut(page: Page): Promise<string[]> {
  return view(page).evaluate((root) => {
    const defects: string[] = [];
    const outer = root.getBoundingClientRect();
    const words = [...root.querySelectorAll('.head > *, .controls button, .plot')].filter(
      (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0,
    );
    const box = (element: Element) => element.getBoundingClientRect();
    const name = (element: Element): string =>
      element.textContent?.trim().slice(0, 30) || (element.getAttribute('class') ?? element.localName);
    words.forEach((element, index) => {
      const own = box(element);
      if (own.left < outer.left || own.right > outer.right + 1 || own.bottom > outer.bottom + 1)
        defects.push(`“${name(element)}” leaves the view`);
      // The handles of a plot's outermost knots reach over its edge.
      if (
        !element.matches('.plot') &&
        element.scrollWidth > element.clientWidth + 1 &&
        element.clientWidth > 0
      )
        defects.push(`“${name(element)}” is cut`);
      if (element.matches('button') && own.height < 24)
        defects.push(`“${name(element)}” is only ${own.height} px high`);
      for (const other of words.slice(index + 1)) {
        const its = box(other);
        // A line of the result and the button that ends it share a box.
        if (other.matches('.again') && element.matches('.said')) continue;
        const across = Math.min(own.right, its.right) - Math.max(own.left, its.left);
        const down = Math.min(own.bottom, its.bottom) - Math.max(own.top, its.top);
        if (across > 1 && down > 1) defects.push(`“${name(element)}” and “${name(other)}” overlap`);
      }
    });
    return defects;
  });
}
