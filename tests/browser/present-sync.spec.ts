/** The wall and the speaker's window: whatever is done on either side is on both at once. */
import { isDeepStrictEqual } from 'node:util';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { civilAt, readChapters } from './support/content.ts';
import {
  expect,
  keptBy,
  longest,
  onSlide,
  openSpeaker,
  openWall,
  ORIGINS,
  press,
  seenOn,
  type Seen,
  slideOf,
  speakerReady,
  wallReady,
  whole,
} from './support/present.ts';

/** ms */
const AT_ONCE = 300;

const days = readChapters().flatMap(({ steps }) => steps.map(({ scene }) => civilAt(scene.at)));
const between = (from = '', to = ''): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
/** A slide to which the date runs from that of the slide before. */
const RUN = days.findIndex((day, i) => between(days[i - 1], day) > 10 && between(days[i - 1], day) < 100);
const id = (index: number): string => whole[index]!.id;

/** How long after a key or a click in one window the other one shows another slide, ms. */
async function lag(from: Page, to: Page, act: () => Promise<void>): Promise<number> {
  const pressed = await from.evaluateHandle(() => ({
    at: new Promise<number>((done) => {
      for (const type of ['keydown', 'click'])
        addEventListener(type, () => done(Date.now()), { once: true, capture: true });
    }),
  }));
  const shown = await to.evaluateHandle(() => ({
    at: new Promise<number>((done) => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        done(Date.now());
      });
      watch.observe(document.documentElement, { attributeFilter: ['data-slide'] });
    }),
  }));
  await act();
  return (await shown.evaluate(({ at }) => at)) - (await pressed.evaluate(({ at }) => at));
}

/** The one in the middle: a machine that is busy for a moment is late once. */
const middle = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1]!;

/** Either side leads, and the other follows at once. */
async function eitherLeads(wall: Page, speaker: Page): Promise<void> {
  const shown = await slideOf(wall);
  const here = whole.findIndex(({ id: slide }) => slide === shown);
  const [fromWall, fromSpeaker]: [number[], number[]] = [[], []];
  for (let i = 0; i < 3; i += 1) {
    fromWall.push(await lag(wall, speaker, () => press(wall, 'ArrowRight')));
    fromSpeaker.push(await lag(speaker, wall, () => speaker.locator('[data-next]').click()));
  }
  expect(middle(fromWall)).toBeLessThan(AT_ONCE);
  expect(middle(fromSpeaker)).toBeLessThan(AT_ONCE);
  await press(speaker, 'PageUp', 'ArrowLeft');
  for (const page of [wall, speaker]) await onSlide(page, id(here + 4));
  expect(await seenOn(wall)).toEqual(await seenOn(speaker));
}

/** Waits until both show the same. */
const together = (wall: Page, speaker: Page): Promise<void> =>
  expect
    .poll(
      async () =>
        isDeepStrictEqual(...((await Promise.all([seenOn(wall), seenOn(speaker)])) as [Seen, Seen])),
      { intervals: [10] },
    )
    .toBe(true);

/** Reloads a wall and waits until its speaker’s window has told it that it is there: before, it has nobody to tell anything. */
async function reloadWall(wall: Page): Promise<void> {
  await wall.reload();
  await wallReady(wall);
  await wall.evaluate(() => new Promise((done) => addEventListener('message', done, { once: true })));
}

/** A reload of either ends where the other is, and both go on together. */
async function eitherReturns(wall: Page, speaker: Page): Promise<void> {
  await reloadWall(wall);
  await speakerReady(speaker);
  await together(wall, speaker);
  await eitherLeads(wall, speaker);
  await speaker.reload();
  await speakerReady(speaker);
  await together(wall, speaker);
  await eitherLeads(wall, speaker);
}

/** No storage, and no channel between tabs: what a school's browser may forbid. */
const bare = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    Reflect.deleteProperty(window, 'BroadcastChannel');
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'] as const)
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
  });

/** Does what a press does, whatever lies over the button just now. */
const click = (button: Locator): Promise<void> => button.evaluate((element: HTMLElement) => element.click());

async function drawOn(page: Page, [x, y]: readonly [number, number], by = 0.2): Promise<void> {
  const { x: left, y: top, width, height } = (await page.locator('#stage').boundingBox())!;
  await press(page, 'd');
  await page.mouse.move(left + x * width, top + y * height);
  await page.mouse.down();
  await page.mouse.move(left + (x + by) * width, top + y * height, { steps: 3 });
  await page.mouse.up();
  await press(page, 'd');
}

/** A repeatable row of numbers from 0 to 1. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** One thing that a hand does in one of the windows; says which. */
async function anything(next: () => number, wall: Page, speaker: Page): Promise<string> {
  const some = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const page = some([wall, speaker]);
  const { slides } = longest;
  const jump = (index: number): Promise<void> => press(page, ...String(index + 1), 'Enter');
  const [what, act] = some<readonly [string, () => Promise<unknown>]>([
    ['next', () => press(page, 'PageDown')],
    ['next', () => (page === wall ? press(page, 'ArrowRight') : click(page.locator('[data-next]')))],
    ['previous', () => press(page, 'PageUp')],
    ['jump', () => jump(Math.floor(next() * slides.length))],
    ['closer', () => click(page.locator('[data-controls] button').first())],
    ['farther', () => click(page.locator('[data-controls] button').nth(1))],
    [
      'panel',
      async () => {
        const buttons = page.locator('#stage .panels button');
        const all = await buttons.count();
        if (all > 0) await click(buttons.nth(Math.floor(next() * all)));
      },
    ],
    ['black', () => press(page, some(['b', 'w']))],
    ['answer', () => press(page, 'a')],
    ['draw', () => drawOn(page, [0.1 + next() * 0.6, 0.2 + next() * 0.6])],
    [
      'count',
      async () => {
        await jump(slides.findIndex(({ kind }) => kind === 'poll'));
        const more = page.locator('[data-tally]').filter({ visible: true }).locator('li button:last-child');
        if ((await more.count()) > 0) await click(more.nth(Math.floor(next() * 4)));
      },
    ],
    ['pause', () => press(page, 't')],
  ]);
  await act();
  return `${page === wall ? 'wall' : 'speaker'}: ${what}`;
}

for (const { origin, test } of ORIGINS) {
  test.describe(origin, () => {
    // 13, 14
    test('S opens the speaker’s window; either leads, and a reload of either comes back', async ({
      page,
      address,
    }) => {
      await openWall(page, address('present', { hash: id(2) }));
      const speaker = await openSpeaker(page);
      await onSlide(speaker, id(2));
      await eitherLeads(page, speaker);
      await eitherReturns(page, speaker);
      // Closed, and opened again.
      await speaker.close();
      await press(page, 'PageDown');
      // The window’s name is free again a moment later.
      let again = speaker;
      await expect(async () => {
        const popup = page.waitForEvent('popup', { timeout: 1_000 });
        await press(page, 's');
        again = await popup;
      }).toPass();
      await speakerReady(again);
      await expect.poll(() => seenOn(again)).toEqual(await seenOn(page));
      // A second S brings no second window.
      await press(page, 's');
      await expect.poll(() => seenOn(again).catch(() => undefined)).toEqual(await seenOn(page));
      expect(page.context().pages()).toHaveLength(2);
    });

    // 16
    test('without storage and without a channel too', async ({ page, context, address }) => {
      await bare(context);
      await openWall(page, address('present', { hash: id(2) }));
      expect(await page.evaluate(() => 'BroadcastChannel' in window)).toBe(false);
      const speaker = await openSpeaker(page);
      await eitherLeads(page, speaker);
      await eitherReturns(page, speaker);
    });

    test('a wall that a reload has taken all it kept', async ({ page, context, address }) => {
      await bare(context);
      await openWall(page, address('present', { hash: id(2) }));
      const speaker = await openSpeaker(page);
      await press(speaker, 'PageDown', 'PageDown');
      await onSlide(page, id(4));
      await page.evaluate(() => {
        history.replaceState(null, '');
        history.replaceState = () => undefined;
      });
      await reloadWall(page);
      await speakerReady(speaker);
      await onSlide(page, id(4));
      await together(page, speaker);
      await eitherLeads(page, speaker);
    });

    test.describe('while the wall’s window gets no frames', () => {
      test.use({ contextOptions: { reducedMotion: 'no-preference' } });

      // 18
      test('it has all that is done to the map, the panel, the drawing and the date', async ({
        page,
        address,
      }) => {
        await page.addInitScript(() => {
          window.requestAnimationFrame = () => 0;
        });
        await openWall(page, address('present', { hash: id(0) }));
        const speaker = await openSpeaker(page);
        await speaker.locator('[data-controls] button').first().click();
        await expect(page.locator('html')).toHaveAttribute('data-camera', 'free');
        await drawOn(speaker, [0.3, 0.4]);
        await expect(page.locator('.ink')).toHaveAttribute('data-ink', '1');
        await click(speaker.locator('#stage .panels button:not([aria-pressed="true"])').last());
        const panel = await speaker.locator('html').getAttribute('data-panel');
        await expect(page.locator('html')).toHaveAttribute('data-panel', panel!);
        await expect
          .poll(async () => isDeepStrictEqual(await keptBy(page), await keptBy(speaker)))
          .toBe(true);
        // Where ships sail from one date to the next.
        await press(speaker, ...String(RUN), 'Enter', 'PageDown');
        await onSlide(page, id(RUN));
        const same = async (): Promise<boolean> =>
          isDeepStrictEqual(await seenOn(page), await seenOn(speaker));
        await expect.poll(same).toBe(true);
        // Not only before the ships set off.
        await expect(speaker.locator('html')).toHaveAttribute('data-at', days[RUN]!);
        await expect.poll(same).toBe(true);
      });
    });

    for (const seed of [1, 2, 3]) {
      test(`a hundred things done on either side (seed ${seed})`, async ({ page, address }) => {
        await openWall(page, address('present', { query: `path=${longest.id}` }));
        const speaker = await openSpeaker(page);
        const next = random(seed * 7919);
        const done: string[] = [];
        for (let i = 0; i < 100; i += 1) done.push(await anything(next, page, speaker));
        const ended = Date.now();
        await together(page, speaker);
        expect(Date.now() - ended, done.join(', ')).toBeLessThan(AT_ONCE);
        // And after what surely changes all that is shown; how soon, other tests time.
        const { id: end } = longest.slides.at(-1)!;
        const key = (await slideOf(page)) === end ? 'Home' : 'End';
        await press(speaker, key);
        await onSlide(page, key === 'End' ? end : longest.slides[0]!.id);
        await together(page, speaker);
        expect(await seenOn(page), done.join(', ')).toEqual(await seenOn(speaker));
        // Soon after, both keep the same: the free camera, what is drawn, shown and counted.
        await expect
          .poll(async () => isDeepStrictEqual(await keptBy(page), await keptBy(speaker)), {
            message: done.join(', '),
          })
          .toBe(true);
        await expect
          .poll(() => keptBy(page))
          .toMatchObject({ slide: (await seenOn(page)).slide, path: longest.id });
        // And they show it, wherever something was drawn or counted.
        const { ink, counts } = (await keptBy(page)) as Record<'ink' | 'counts', object>;
        const touched = [...new Set([...Object.keys(ink), ...Object.keys(counts)])];
        let seen = 0;
        for (const slide of touched) {
          await press(page, ...String(longest.slides.findIndex((one) => one.id === slide) + 1), 'Enter');
          await onSlide(speaker, slide);
          const [one, other] = await Promise.all([seenOn(page), seenOn(speaker)]);
          expect(one).toEqual(other);
          if (one.lines > 0 || one.hands.length > 0) seen += 1;
        }
        // Else nothing was tried.
        expect(seen).toBeGreaterThan(1);
        expect(seen).toBe(touched.length);
        expect(new Set(done).size).toBeGreaterThan(15);
      });
    }
  });
}
