/** What the stage shows can be used: by pointer, by touch and by keyboard alone; names, marks and pins light together. */
import type { Locator, Page } from '@playwright/test';
import { readChapters } from './support/content.ts';
import { bringIntoBand, flightsOver, openStory, settled } from './support/page.ts';
import { expect, test } from './support/test.ts';

const steps = readChapters().flatMap((chapter) => chapter.steps);
const VOYAGE = 'nine-containers';
/** Who says what, over map and timeline. */
const SIDES = 'toll-without-a-total';

/** What assistive technology is told of an element's contents, by role and name, as the browser has it. */
async function told(page: Page, selector: string): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { nodes } = await devtools.send('Accessibility.queryAXTree', { nodeId });
  await devtools.detach();
  return nodes
    .filter(({ ignored, role }) => !ignored && role?.value !== 'generic')
    .map(({ role, name }) => `${role?.value} ${name?.value ?? ''}`.trim());
}

/** Resolves when the buttons are those of the marks that are drawn: they follow when the browser is idle. */
async function buttonsFollowed(page: Page): Promise<void> {
  const ids = async (of: string): Promise<string> =>
    (
      await page
        .locator(`[data-view="timeline"] ${of}`)
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-event') ?? '').sort())
    ).join();
  await expect.poll(async () => (await ids('nav button')) === (await ids('.lane [data-event]'))).toBe(true);
}

const card = (page: Page): Locator => page.locator('#note-card');
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { localName, dataset } = document.activeElement as HTMLElement;
    return `${localName} ${dataset['event'] ?? dataset['place'] ?? dataset['voyage'] ?? dataset['series'] ?? ''}`;
  });

/**
 * From the stop that has focus through all that its arrow keys lead to: row by row, each to both ends. In the page,
 * because there are hundreds of presses.
 */
async function walk(): Promise<string[]> {
  const name = ({ localName, dataset }: HTMLElement): string =>
    `${localName} ${dataset['event'] ?? dataset['place'] ?? dataset['voyage'] ?? dataset['series'] ?? ''}`;
  const here = (): HTMLElement => document.activeElement as HTMLElement;
  const press = (key: string): Promise<void> => {
    here().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    // Focus may follow once the page has taken in what was pressed.
    return new Promise((done) => setTimeout(done));
  };
  const names = new Set<string>();
  for (let row = 0; row < 6; row += 1) {
    for (const arrow of ['ArrowLeft', 'ArrowRight']) {
      const seen = new Set<Element>();
      while (!seen.has(here())) {
        seen.add(here());
        names.add(name(here()));
        await press(arrow);
      }
    }
    // Along a row one may come into another: up as many rows as have been walked.
    for (let up = 0; up <= row; up += 1) await press('ArrowUp');
  }
  return [...names];
}

test('a mark opens its card: title, date, sentence, sources, ways on', async ({ page }) => {
  await openStory(page);
  await bringIntoBand(page, VOYAGE);
  const mark = page.locator('[data-view="timeline"] button[data-event="load-01"]');
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(card(page)).toBeVisible();
  await expect(card(page)).toContainText('First load leaves Latakia');
  await expect(card(page)).toContainText('7 January 2014');
  await expect(card(page)).toContainText('Removal');
  await expect(
    card(page)
      .getByRole('link', { name: /Joint Mission|OPCW/ })
      .first(),
  ).toBeVisible();
  await expect(card(page).getByRole('link', { name: 'Read in the story' })).toHaveAttribute('href', /^#/);
  await expect(card(page).getByRole('button', { name: 'See on map' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(mark).toBeFocused();
});

test('a disputed event’s card shows each side', async ({ page }) => {
  await openStory(page);
  await bringIntoBand(page, 'half-by-either-count');
  await bringIntoBand(page, 'last-site');
  const link = page.locator('article [data-event]').first();
  await expect(link).toBeAttached();
  await bringIntoBand(page, 'rockets-before-dawn');
  await page.locator('[data-view="timeline"] button[data-event="ghouta-attack"]').focus();
  await page.keyboard.press('Enter');
  const sides = card(page).locator('details');
  await expect(sides.first()).toBeVisible();
  await sides.first().locator('summary').click();
  await expect(sides.first()).toContainText('Established');
});

test('what a card names is called up on the map, and Escape goes back to the step', async ({ page }) => {
  await openStory(page);
  await bringIntoBand(page, 'half-by-either-count');
  const camera = (): Promise<string | null> => page.locator('[data-map]').getAttribute('aria-label');
  await camera();
  await page.locator('#half-by-either-count a[data-event="load-11"]').click();
  await card(page).getByRole('button', { name: 'See on map' }).click();
  await expect(page.locator('[data-notice]')).toContainText('Eleventh load leaves Latakia');
  await expect(page.locator('[data-view="chart"]')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-notice]')).toHaveCount(0);
  await expect(page.locator('[data-view="chart"]')).toBeVisible();
  // Reading on ends it too.
  await page.locator('#half-by-either-count a[data-event="load-11"]').click();
  await card(page).getByRole('button', { name: 'See on map' }).click();
  await bringIntoBand(page, 'last-site');
  await expect(page.locator('[data-notice]')).toHaveCount(0);
});

test('a name, its mark and its pin light together, whichever is pointed at', async ({ page }) => {
  await openStory(page);
  await bringIntoBand(page, VOYAGE);
  await flightsOver(page);
  const name = page.locator(`#${VOYAGE} a[data-event="load-01"]`);
  const mark = page.locator('[data-view="timeline"] svg [data-event="load-01"]');
  const pin = page.locator('[data-map] .lit[data-place="latakia-port"]').first();
  await expect(pin).toHaveCount(0);
  await name.hover();
  await expect(name).toHaveClass(/\blit\b/);
  await expect(mark).toHaveClass(/\blit\b/);
  await expect(pin).toBeAttached();
  await page.locator(`#${VOYAGE} h3`).hover();
  await expect(mark).not.toHaveClass(/\blit\b/);
  await expect(pin).toHaveCount(0);
  // From the stage to the text.
  await page.locator('[data-map] button[data-place="latakia-port"]').focus();
  await expect(mark).toHaveClass(/\blit\b/);
  await expect(name).toHaveClass(/\blit\b/);
});

test('by keyboard alone every mark, pin and value is reached, no step changes, no trap', async ({ page }) => {
  await openStory(page);
  const trouble: string[] = [];
  for (const id of [VOYAGE, 'half-by-either-count', 'where-the-tonnes-went']) {
    await bringIntoBand(page, id);
    await flightsOver(page);
    const groups = await page.evaluate(() => {
      const all = [
        ...document.querySelectorAll<HTMLElement>(
          '#stage button[data-event], #stage button[data-place], #stage button[data-voyage], #stage button[data-series]',
        ),
      ];
      return all.filter((one) => !one.closest('[inert]')).length;
    });
    expect(groups, `things to use at ${id}`).toBeGreaterThan(5);
    await page.locator('#stage').evaluate((stage) => {
      stage.tabIndex = -1;
      stage.focus({ preventScroll: true });
    });
    const reached = new Set<string>();
    // Through the stops of the stage; within each, by the arrows to its last.
    for (let stop = 0; stop < 40; stop += 1) {
      await page.keyboard.press('Tab');
      if (!(await page.evaluate(() => document.getElementById('stage')?.contains(document.activeElement))))
        break;
      for (const name of await page.evaluate(walk)) reached.add(name);
      const step = await page.locator('html').getAttribute('data-step');
      if (step !== id) trouble.push(`${id}: focus on ${await focused(page)} went to ${step}`);
      if (stop === 39) trouble.push(`${id}: forty stops and no end`);
    }
    // The last stop leads on to the text of the step being read, not to the top of the page.
    await expect(page.locator('[data-to-text]')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator(`#${id} h3`)).toBeFocused();
    const missed = await page.evaluate(
      (seen) =>
        [
          ...document.querySelectorAll<HTMLElement>(
            '#stage button[data-event], #stage button[data-place], #stage button[data-voyage]',
          ),
        ]
          .filter((one) => !one.closest('[inert]') && one.checkVisibility())
          .map(
            ({ localName, dataset }) =>
              `${localName} ${dataset['event'] ?? dataset['place'] ?? dataset['voyage'] ?? ''}`,
          )
          .filter((name) => !seen.includes(name)),
      [...reached],
    );
    trouble.push(...missed.map((name) => `${id}: ${name} was not reached`));
  }
  expect(trouble).toEqual([]);
});

test('every step has its scene in words', async ({ page }) => {
  await openStory(page);
  await expect(page.locator('.scene-text')).toHaveCount(steps.length);
  const texts = await page.locator('.scene-text').allTextContents();
  for (const text of texts) expect(text.length).toBeGreaterThan(60);
  expect(new Set(texts).size).toBe(texts.length);
  const munich = await page.locator('#request-in-munich .scene-text').textContent();
  expect(munich).toContain('31 days late');
  expect(munich).toContain('31 January 2014');
});

test('steps go by button, focus stays on it, and where one is is said once', async ({ page }) => {
  await openStory(page);
  const next = page.getByRole('button', { name: 'Next step' });
  await next.focus();
  for (let press = 1; press <= 3; press += 1) {
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-step', steps[press]?.id ?? '');
    await expect(next).toBeFocused();
    await expect(page.locator('[data-step-nav] [role="status"]')).toContainText(
      `${press + 1} of ${steps.length}`,
    );
  }
  await page.getByRole('button', { name: 'Previous step' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-step', steps[2]?.id ?? '');
});

test('the reader chooses another view, for this step', async ({ page }) => {
  await openStory(page);
  await bringIntoBand(page, 'half-by-either-count');
  const views = page.getByRole('group', { name: 'View' });
  await expect(views.getByRole('button', { name: 'Chart' })).toHaveAttribute('aria-pressed', 'true');
  await views.getByRole('button', { name: 'Map' }).click();
  await expect(page.locator('[data-view="chart"]')).toHaveCount(0);
  await expect(views.getByRole('button', { name: 'Map' })).toBeFocused();
  await views.getByRole('button', { name: 'Chart' }).click();
  const strip = page.locator('[data-view="timeline"]');
  await page.getByRole('button', { name: 'Use the whole stage' }).click();
  // The picture takes its room, to the stage's foot; nothing under it is to be reached.
  const marks = strip.locator('nav');
  await expect(marks).toHaveJSProperty('inert', true);
  const covers = (): Promise<string[]> =>
    strip.evaluate((under) => {
      const { left, top, right, bottom } = under.getBoundingClientRect();
      const seen = new Set<string>();
      for (let x = left + 4; x < right; x += 12) {
        for (let y = top + 4; y < bottom; y += 12) {
          const over = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-view]');
          seen.add(over?.dataset['view'] ?? 'nothing');
        }
      }
      return [...seen];
    });
  expect(await covers()).toEqual(['chart']);
  await bringIntoBand(page, 'loads-of-april');
  await expect(marks).toHaveJSProperty('inert', false);
  expect(await covers()).toEqual(['timeline']);
});

test('however many sides there are, what is established is in sight', async ({ page }) => {
  await openStory(page);
  for (const { id } of steps.filter(({ scene }) => scene.panel === 'positions')) {
    await bringIntoBand(page, id);
    await expect(page.locator('[data-view="positions"] .established'), id).toBeInViewport({ ratio: 1 });
  }
});

test('sides beside one another: a comma between notes stands at the note before it', async ({ page }) => {
  await openStory(page);
  await bringIntoBand(page, 'four-answers');
  const said = page.locator('[data-view="positions"] .said');
  await expect(said.first()).toBeVisible();
  /** How far commas lie from the middle of the number before them, up or down, px. */
  const apart: number[] = [];
  // Where lines end hangs on the width.
  for (let width = 1120; width <= 1440; width += 20) {
    await page.setViewportSize({ width, height: 720 });
    apart.push(
      ...(await said.evaluateAll((all) =>
        all.flatMap((one) =>
          [...(one.querySelector('sup')?.childNodes ?? [])].flatMap((node) => {
            const before = node.previousSibling;
            if (!(node instanceof Text) || !(before instanceof Element)) return [];
            const range = document.createRange();
            range.setStart(node, 0);
            range.setEnd(node, 1);
            const [comma, number] = [range.getBoundingClientRect(), before.getBoundingClientRect()];
            return Math.abs((comma.top + comma.bottom - number.top - number.bottom) / 2);
          }),
        ),
      )),
    );
  }
  expect(apart.length).toBeGreaterThan(100);
  expect(Math.max(...apart)).toBeLessThan(4);
});

test('a mark pressed before its button has followed the picture opens its card', async ({ page }) => {
  await openStory(page);
  // A machine that is never idle.
  await page.evaluate((id) => {
    window.requestIdleCallback = () => 0;
    document.getElementById(id)?.scrollIntoView({ behavior: 'instant', block: 'center' });
  }, VOYAGE);
  await expect(page.locator('html')).toHaveAttribute('data-step', VOYAGE);
  await flightsOver(page);
  const strip = page.locator('[data-view="timeline"]');
  const first = await strip.evaluate((node) => {
    const without = (): string | undefined =>
      [...node.querySelectorAll<SVGElement>('svg [data-event]')]
        .map(({ dataset }) => dataset['event'])
        .find((id) => !node.querySelector(`nav [data-event="${id}"]`));
    // The picture follows the step some frames later.
    return new Promise<string>((found) => {
      const look = (): void => {
        const id = without();
        if (id) found(id);
        else requestAnimationFrame(look);
      };
      look();
    });
  });
  const mark = await strip.locator(`svg [data-event="${first}"]`).boundingBox();
  if (!mark) throw new Error('the mark is not drawn');
  await page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2);
  await expect(
    card(page)
      .or(page.getByRole('dialog', { name: /events/ }))
      .first(),
  ).toBeVisible();
});

test('a button pressed before it has followed the picture opens what is drawn by now', async ({ page }) => {
  await openStory(page);
  await page.evaluate((id) => {
    window.requestIdleCallback = () => 0;
    document.getElementById(id)?.scrollIntoView({ behavior: 'instant', block: 'center' });
  }, VOYAGE);
  // The button says that it gathers several events; the mark that is drawn stands for one.
  const stale = await page.locator('[data-view="timeline"]').evaluate(
    (node) =>
      new Promise<string>((found) => {
        const look = (): void => {
          const id = [...node.querySelectorAll<HTMLElement>('nav button[aria-haspopup]')]
            .map(({ dataset }) => dataset['event']!)
            .find((one) => {
              const mark = node.querySelector(`svg [data-event="${one}"]`);
              return mark && !mark.querySelector('.count, .more');
            });
          if (id) found(id);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page.locator(`[data-view="timeline"] nav [data-event="${stale}"]`).focus();
  await page.keyboard.press('Enter');
  await expect(card(page)).toBeVisible();
  await expect(card(page)).not.toHaveAttribute('aria-label', /events/);
});

test('where the list of what a mark stands for cannot be had, the mark’s own event is shown', async ({
  page,
  problems,
}) => {
  problems.allow(/GatheredList/);
  await page.route('**/GatheredList-*.js', (route) => route.abort());
  await openStory(page);
  await bringIntoBand(page, VOYAGE);
  await buttonsFollowed(page);
  const several = page.locator('[data-view="timeline"] button[aria-haspopup="dialog"]').first();
  await several.focus();
  await page.keyboard.press('Enter');
  await expect(card(page)).toBeVisible();
});

test('a timeline that another view covers offers nothing: no mark, no words, no open list', async ({
  page,
}) => {
  await openStory(page);
  await bringIntoBand(page, VOYAGE);
  await flightsOver(page);
  await buttonsFollowed(page);
  const strip = page.locator('[data-view="timeline"]');
  const several = strip.locator('button[aria-haspopup="dialog"]').first();
  await several.focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('dialog', { name: /events/ });
  await expect(list).toBeVisible();
  const ofStrip = (): Promise<string[]> => told(page, '[data-view="timeline"]');
  // The browser tells it a little later than it draws.
  await expect.poll(async () => (await ofStrip()).join('\n')).toMatch(/^dialog \d+ events$/m);

  await bringIntoBand(page, SIDES);
  await expect(page.locator('[data-view="positions"]')).toBeVisible();
  await expect(list).toHaveCount(0);
  await expect.poll(ofStrip).toEqual([]);
  await expect.poll(() => told(page, '[data-map]')).toEqual([]);

  await bringIntoBand(page, VOYAGE);
  await expect.poll(async () => (await ofStrip()).join('\n')).toMatch(/^button .*7 January 2014/m);
  expect((await told(page, '[data-map]')).join('\n')).toMatch(/^button /m);
  await expect(list).toHaveCount(0);
});

test('the timeline of a step comes in parts, and none of the last step stands in one of another size', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await openStory(page);
  const [low, tall] = ['one-room-one-city', 'brahimis-apology'];
  await bringIntoBand(page, low!);
  await flightsOver(page);
  /** Notes, for every frame, the strip's size, and where marks and names are. */
  await page.evaluate(() => {
    const strip = document.querySelector('[data-view="timeline"] svg')!;
    const places = (selector: string): string =>
      [...strip.querySelectorAll(selector)]
        .filter((one) => !one.closest('[opacity="0"]'))
        .map((one) => `${one.getAttribute('data-event') ?? one.textContent} ${one.getAttribute('transform')}`)
        .join('\n');
    const seen: { size: string; marks: string; names: string }[] = [];
    const look = (): void => {
      seen.push({
        size: strip.getAttribute('viewBox') ?? '',
        marks: places('.lane [data-event]'),
        names: places('.labels text'),
      });
      requestAnimationFrame(look);
    };
    look();
    Object.assign(window, { seen });
  });
  /** The frames in the size that the strip has now, once it rests in it. */
  const rested = async (): Promise<{ size: string; marks: string; names: string }[]> => {
    await flightsOver(page);
    await settled(page);
    await settled(page);
    return page.evaluate(() => {
      const { seen } = window as unknown as { seen: { size: string; marks: string; names: string }[] };
      return seen.filter(({ size }) => size === seen.at(-1)?.size);
    });
  };
  const before = (await rested()).at(-1)!;

  await bringIntoBand(page, tall!);
  const risen = await rested();
  const last = risen.at(-1)!;
  expect(last.size).not.toBe(before.size);
  // Marks lane by lane, names a little later, and neither those of the step before.
  const standing = risen.map(({ marks }) => marks.split('\n').filter(Boolean));
  const inPlace = new Set(standing.at(-1));
  for (const marks of standing) expect(marks.filter((one) => !inPlace.has(one))).toEqual([]);
  const counts = standing.map(({ length }) => length);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(counts.at(-1)).toBeGreaterThan(20);
  expect(new Set(risen.map(({ names }) => names))).toEqual(new Set(['', last.names]));

  await page.setViewportSize({ width: 1180, height: 800 });
  await expect.poll(async () => (await rested()).at(-1)!.size).not.toBe(last.size);
  const narrower = await rested();
  expect(new Set(narrower.map(({ names }) => names)).size).toBe(1);
  expect(new Set(narrower.map(({ marks }) => marks)).size).toBe(1);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a tap on a mark and on a pin opens the card, and the menu has views and legend', async ({ page }) => {
    await openStory(page);
    await bringIntoBand(page, VOYAGE);
    await flightsOver(page);
    const pin = page.locator('[data-map] button[data-place="limassol-port"]');
    await pin.tap();
    await expect(card(page)).toContainText('Limassol');
    await page.keyboard.press('Escape');
    const mark = await page.locator('[data-view="timeline"] svg [data-event="load-01"]').boundingBox();
    if (!mark) throw new Error('the mark is not drawn');
    await page.touchscreen.tap(mark.x + mark.width / 2, mark.y + mark.height / 2);
    // Here it stands for two: both are offered.
    await page
      .getByRole('dialog', { name: '2 events' })
      .getByRole('button', { name: /First load leaves Latakia/ })
      .tap();
    await expect(card(page)).toContainText('First load leaves Latakia');
    await page.keyboard.press('Escape');
    await page.locator('.tools summary').tap();
    await expect(page.locator('.tools .sheet')).toBeVisible();
    await expect(page.locator('.tools .sheet')).toContainText('Natural Earth');
    // Here lanes have no names beside them: the legend begins with them, in sight without scrolling it.
    const key = page.locator('.tools .sheet').getByRole('group', { name: 'Signs of the timeline' });
    await expect(key.getByRole('listitem')).toContainText(['Attack', 'Diplomacy', 'Removal', 'Geneva talks']);
    await expect(key.getByText('Attack')).toBeInViewport({ ratio: 1 });
    await expect(key).toContainText('Deadline missed');
    await page.keyboard.press('Escape');
    await expect(page.locator('.tools .sheet')).toBeHidden();
    await settled(page);
  });
});
