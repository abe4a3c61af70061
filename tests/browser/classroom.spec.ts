/** The teacher's page: what a class does with the quiz, by keyboard, by pointer, and without scripts. */
import type { Locator, Page } from '@playwright/test';
import { actorName, firstOf, inOrder, lesson, lettered, placeName, quiz } from './support/classroom.ts';
import { plain, readChapters } from './support/content.ts';
import { sidewaysScroll } from './support/page.ts';
import { expect, test } from './support/test.ts';

const total = quiz.length;

/** Opens the page and waits until the quiz is alive. */
async function open(page: Page): Promise<void> {
  await page.goto('classroom/');
  // The script takes the folded answers out of the page.
  await expect(page.locator('[data-quiz-item] details')).toHaveCount(0);
}

const item = (page: Page, id: string): Locator => page.locator(`#quiz-${id}`);
const verdict = (question: Locator): Locator => question.locator('[data-verdict]');
const check = (question: Locator): Locator => question.locator('[data-check]');
const count = (page: Page, answered: number, right: number): Promise<void> =>
  expect(page.locator('[data-quiz-count]')).toHaveText(`${answered} of ${total} answered, ${right} right`);

/** What an item says once it is answered. */
async function explains(question: Locator, right: boolean, answer?: string): Promise<void> {
  await expect(verdict(question)).toContainText(right ? 'Right.' : 'Not right.');
  if (answer) expect(plain(await verdict(question).innerText())).toContain(plain(answer));
  const source = question.locator('.source-lines a').first();
  await expect(source).toBeVisible();
  expect(await source.getAttribute('href')).toMatch(/^\.\.\/sources\/#source-[a-z0-9-]+$/);
}

test.describe('one of several', () => {
  const choice = firstOf('choice');
  const right = choice.options.indexOf(choice.right);

  test('by keyboard: chosen with the arrows, checked, cleared, with the focus kept', async ({ page }) => {
    await open(page);
    const question = item(page, choice.id);
    const radios = question.getByRole('radio');
    await expect(radios).toHaveCount(choice.options.length);
    await radios.first().focus();
    await page.keyboard.press('Space');
    for (let press = 0; press < right; press += 1) await page.keyboard.press('ArrowDown');
    await expect(radios.nth(right)).toBeChecked();
    await page.keyboard.press('Tab');
    await expect(check(question)).toBeFocused();
    await page.keyboard.press('Enter');
    await explains(question, true, choice.why);
    await count(page, 1, 1);

    await expect(check(question)).toHaveText('Try again');
    await expect(check(question)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(verdict(question)).toBeEmpty();
    await expect(question.locator('.source-lines')).toHaveCount(0);
    await expect(question.getByRole('radio', { checked: true })).toHaveCount(0);
    await count(page, 0, 0);
  });

  test('by pointer: a wrong answer names the right one; another choice takes the verdict back', async ({
    page,
  }) => {
    await open(page);
    const question = item(page, choice.id);
    await check(question).click();
    await expect(verdict(question)).toContainText('Choose an answer first.');
    await count(page, 0, 0);
    const wrong = right === 0 ? 1 : 0;
    await question.getByRole('radio').nth(wrong).click();
    await expect(verdict(question)).toBeEmpty();
    await check(question).click();
    await explains(question, false, choice.right);
    await count(page, 1, 0);
    await question.getByRole('radio').nth(right).click();
    await expect(verdict(question)).toBeEmpty();
    await count(page, 0, 0);
    await check(question).click();
    await explains(question, true);
    await count(page, 1, 1);
  });
});

test('who said it: the quotation, and the actors to choose from', async ({ page }) => {
  const who = firstOf('who');
  await open(page);
  const question = item(page, who.id);
  await expect(question.locator('blockquote')).toContainText(who.quote);
  await question.getByText(actorName(who.right), { exact: true }).click();
  await expect(question.getByRole('radio', { name: actorName(who.right) })).toBeChecked();
  await page.keyboard.press('Enter');
  await explains(question, true, who.why);
  await count(page, 1, 1);
});

test.describe('in order of time', () => {
  const order = firstOf('order');
  const right = inOrder(order.events);
  const events = (question: Locator): Promise<(string | null)[]> =>
    question
      .locator('li[data-event]')
      .evaluateAll((all) => all.map((line) => line.getAttribute('data-event')));

  test('by keyboard: what is moved keeps the focus and says where it stands', async ({ page }) => {
    await open(page);
    const question = item(page, order.id);
    expect(await events(question)).toEqual(order.events);
    for (const [place, id] of right.entries()) {
      const up = question.locator(`[data-event="${id}"] [data-move="-1"]`);
      await up.focus();
      for (let at = (await events(question)).indexOf(id); at > place; at -= 1) {
        await page.keyboard.press('Enter');
        await expect(up).toBeFocused();
        await expect(question.locator('[data-moved]')).toContainText(`now ${at} of ${right.length}`);
      }
    }
    expect(await events(question)).toEqual(right);
    const first = question.locator('[data-move="-1"]').first();
    await expect(first).toHaveAttribute('aria-disabled', 'true');
    await first.focus();
    await page.keyboard.press('Enter');
    await expect(question.locator('[data-moved]')).toContainText('is already first');
    expect(await events(question)).toEqual(right);

    await check(question).focus();
    await page.keyboard.press('Enter');
    await explains(question, true, order.why);
    await expect(question.getByText('right place', { exact: true })).toHaveCount(right.length);
    await count(page, 1, 1);
  });

  test('by pointer: a line is dragged to its place; what stands wrong is told in words', async ({ page }) => {
    await open(page);
    const question = item(page, order.id);
    const lines = question.locator('li[data-event]');
    const from = await lines.first().locator('[data-grip]').boundingBox();
    await lines.last().scrollIntoViewIfNeeded();
    const grip = (await lines.first().locator('[data-grip]').boundingBox()) ?? from;
    const to = await lines.last().boundingBox();
    if (!grip || !to) throw new Error('the list is not drawn');
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(grip.x + 10, to.y + to.height - 4, { steps: 12 });
    await page.mouse.up();
    const moved = [...order.events.slice(1), order.events[0]];
    expect(await events(question)).toEqual(moved);
    await expect(question.locator('[data-moved]')).toContainText(`now ${moved.length} of ${moved.length}`);

    await check(question).click();
    const placed = moved.filter((id, index) => right[index] === id).length;
    expect(placed, 'the drag alone must not solve it').toBeLessThan(right.length);
    await explains(question, false);
    await expect(verdict(question)).toContainText(`${placed} of ${right.length}`);
    await expect(question.getByText(/^belongs /)).toHaveCount(right.length - placed);
    await expect(verdict(question).locator('ol li')).toHaveCount(right.length);
    // Trying again goes on from where one was.
    await check(question).click();
    expect(await events(question)).toEqual(moved);
    await expect(question.getByText(/^belongs /)).toHaveCount(0);
  });
});

test.describe('on the map', () => {
  const place = firstOf('place');
  const points = lettered(place.options);
  const right = points.indexOf(place.right);

  test('prints no name, and no button gives one away', async ({ page }) => {
    await open(page);
    for (const { id, options } of quiz.filter((one) => one.kind === 'place')) {
      const question = item(page, id);
      const printed = await question.locator('[data-quiz-map]').innerText();
      expect(printed.replaceAll(/[A-E]|[\d,\s]|km/g, '')).toBe('');
      for (const words of await question.locator('.points li').allInnerTexts())
        expect(words).toMatch(/^Point [A-E], in the [a-z-]+ of the map, \d+\.\d°\s[NS], \d+\.\d°\s[EW]$/);
      const fieldset = await question.locator('fieldset').evaluate((node) => node.outerHTML);
      for (const name of options.map(placeName)) expect(fieldset).not.toContain(name.split(',')[0]);
      for (const option of options) expect(fieldset).not.toContain(option);
      const shapes = await question
        .locator('[data-quiz-map] svg use')
        .evaluateAll((uses) => uses.map((use) => (use as SVGUseElement).getBBox().width));
      expect(Math.max(...shapes), 'a real map').toBeGreaterThan(50);
    }
  });

  test('by keyboard', async ({ page }) => {
    await open(page);
    const question = item(page, place.id);
    const radios = question.getByRole('radio');
    await radios.first().focus();
    await page.keyboard.press('Space');
    for (let press = 0; press < right; press += 1) await page.keyboard.press('ArrowRight');
    await expect(radios.nth(right)).toBeChecked();
    await expect(radios.nth(right)).toHaveAccessibleName(/^Point [A-E], in the .* of the map, .*°/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await explains(question, true, placeName(place.right));
    await count(page, 1, 1);
  });

  test('by pointer, on the map and in the list of points', async ({ page }) => {
    await open(page);
    const question = item(page, place.id);
    const wrong = right === 0 ? 1 : 0;
    const letter = (index: number): string => 'ABCDE'[index] as string;
    await question.locator('.badge').nth(wrong).click();
    await expect(question.getByRole('radio').nth(wrong)).toBeChecked();
    await check(question).click();
    await explains(question, false, `Point ${letter(right)}, ${placeName(place.right)}`);
    await question
      .getByText(`Point ${letter(right)}`, { exact: true })
      .first()
      .click();
    await expect(question.getByRole('radio').nth(right)).toBeChecked();
    await check(question).click();
    await explains(question, true);
    await count(page, 1, 1);
  });
});

test('the whole quiz is done without a request, and leaves nothing behind', async ({ page, context }) => {
  await open(page);
  await page.waitForLoadState('networkidle');
  // The page is saved for use without a network once it is idle.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/assets/save-')),
  );
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const address = page.url();
  for (const { id, kind } of quiz) {
    const question = item(page, id);
    if (kind !== 'order') await question.getByRole('radio').first().check({ force: true });
    await check(question).click();
    await expect(verdict(question)).toContainText(/Right\.|Not right\./);
  }
  await expect(page.locator('[data-quiz-count]')).toContainText(`${total} of ${total} answered`);
  const left = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    cookie: document.cookie,
  }));
  expect(left).toEqual({ local: 0, session: 0, databases: 0, cookie: '' });
  expect(await context.cookies()).toEqual([]);
  expect(requests).toEqual([]);
  expect(page.url()).toBe(address);

  await page.locator('[data-quiz-restart]').click();
  await count(page, 0, 0);
  await expect(page.locator('[data-verdict]:not(:empty)')).toHaveCount(0);
  await expect(page.locator('[data-quiz] input:checked')).toHaveCount(0);
});

test('plans add up and lead to the slides and the steps', async ({ page }) => {
  await open(page);
  const steps = new Set(readChapters().flatMap((chapter) => chapter.steps.map(({ id }) => id)));
  for (const path of lesson.paths) {
    const section = page.locator(`#path-${path.id}`);
    await expect(section.locator('tbody tr')).toHaveCount(path.slides.length);
    const minutes = await section.locator('tbody td:last-child').allInnerTexts();
    expect(minutes.map(Number)).toEqual(
      path.slides.map((_, index) =>
        path.slides.slice(0, index + 1).reduce((sum, slide) => sum + slide.minutes, 0),
      ),
    );
    expect(Number(minutes.at(-1))).toBe(path.minutes);
    await expect(section.locator(`a[href="../present/?path=${path.id}"]`)).toHaveCount(1);
    const told = await section
      .locator('tbody a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(told).toEqual(path.slides.flatMap(({ step }) => (step ? [`../#${step}`] : [])));
  }
  const dead = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
      .map((link) => link.hash.slice(1))
      .filter((id) => !document.getElementById(id)),
  );
  expect(dead).toEqual([]);
  const toStory = await page
    .locator('main a[href^="../#"]')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).hash.slice(1)));
  expect(toStory.filter((id) => !steps.has(id) && !/^(event|place|actor|term|voyage)-/.test(id))).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('nothing sticks out, and letters of a map are apart and as large as a finger', async ({ page }) => {
    await open(page);
    expect(await sidewaysScroll(page)).toEqual([]);
    for (const { id, kind } of quiz) {
      if (kind !== 'place') continue;
      const [frame, ...badges] = await item(page, id)
        .locator('[data-quiz-map], [data-quiz-map] input')
        .evaluateAll((all) =>
          all.map((node) => {
            const { left, top, right, bottom } = node.getBoundingClientRect();
            return { left, top, right, bottom };
          }),
        );
      if (!frame) throw new Error('no map');
      badges.forEach((badge, index) => {
        expect(badge.right - badge.left).toBeGreaterThanOrEqual(24);
        expect(badge.bottom - badge.top).toBeGreaterThanOrEqual(24);
        expect(badge.left, id).toBeGreaterThanOrEqual(frame.left);
        expect(badge.right, id).toBeLessThanOrEqual(frame.right);
        expect(badge.top, id).toBeGreaterThanOrEqual(frame.top);
        expect(badge.bottom, id).toBeLessThanOrEqual(frame.bottom);
        for (const other of badges.slice(index + 1)) {
          const across = Math.min(badge.right, other.right) - Math.max(badge.left, other.left);
          const down = Math.min(badge.bottom, other.bottom) - Math.max(badge.top, other.top);
          expect(Math.min(across, down), `two letters of ${id}`).toBeLessThanOrEqual(0);
        }
      });
    }
    const order = item(page, firstOf('order').id);
    const before = await order.locator('li[data-event]').first().getAttribute('data-event');
    await order.locator('[data-move="1"]').first().tap();
    await expect(order.locator('li[data-event]').nth(1)).toHaveAttribute('data-event', before ?? '');
    for (const path of ['handout/', 'key/']) {
      await page.goto(`classroom/${path}`);
      expect(await sidewaysScroll(page)).toEqual([]);
    }
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('questions can be read, and answers only where they are asked for', async ({ page }) => {
    await page.goto('classroom/');
    await expect(page.locator('[data-quiz-item]')).toHaveCount(total);
    for (const { id, kind, why } of quiz) {
      const question = item(page, id);
      await expect(question.locator('legend')).toBeVisible();
      const before = plain(await question.innerText());
      const reason = plain(why).slice(0, 40);
      if (!/[{[]/.test(why.slice(0, 40))) expect(before).not.toContain(reason);
      await expect(question.locator('details')).not.toHaveAttribute('open');
      await expect(question.locator('.explained')).toBeHidden();
      const offered = question.locator(kind === 'order' ? '.order li' : '.options li');
      expect(await offered.count()).toBeGreaterThan(1);
      await expect(offered.first()).toBeVisible();
    }
    for (const control of await page.locator('[data-quiz] :is(input, button), [data-quiz-count]').all())
      await expect(control).toBeHidden();

    const place = firstOf('place');
    await item(page, place.id).locator('summary').click();
    await expect(item(page, place.id).locator('.explained')).toBeVisible();
    await expect(item(page, place.id).locator('.explained')).toContainText(placeName(place.right));
    const order = firstOf('order');
    await item(page, order.id).locator('summary').click();
    await expect(item(page, order.id).locator('.explained ol li')).toHaveCount(order.events.length);
  });
});
