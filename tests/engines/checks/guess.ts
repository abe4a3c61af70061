/** Drawing a guess, by numbers and by pointer, gives the same answer. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Setting } from '../support/check.ts';
import type { Point } from '../support/engine.ts';
import {
  attribute,
  bringIntoBand,
  click,
  inSight,
  openStory,
  settled,
  text,
  type,
  visible,
} from '../support/page.ts';

const VIEW = 'section.guess';
const SLIDERS = `${VIEW} [role="slider"]`;
const SHOW = `${VIEW} button[aria-disabled]`;

/** Percent by slider, the first being the first date that can be set; in fives, and straight in between. */
const GUESS: [slider: number, percent: number][] = [
  [0, 10],
  [1, 40],
  [3, 60],
  [7, 100],
  [11, 100],
];

/** What the answer must say of it, white space made even. */
const SAID = [
  'you had about 43 % out by 5 February, when the plan wanted everything out.',
  'You had everything out by 1 May; it was out on 23 June, 53 days later by our arithmetic.',
];

export function guess(at: Setting): void {
  describe('guess', () => {
    beforeEach(async () => {
      await openStory(at.engine, at.site.url);
      await bringIntoBand(at.engine, 'before-the-curve');
      await expect.poll(() => visible(at.engine, VIEW)).toBe(true);
      await settled(at.engine);
    });

    const answer = async (): Promise<void> => {
      await expect.poll(() => attribute(at.engine, SHOW, 'aria-disabled')).toBe('false');
      const before = await at.engine.evaluate(() => scrollY);
      await click(at.engine, SHOW);
      for (const said of SAID)
        await expect.poll(() => text(at.engine, `${VIEW} [role="status"]`)).toContain(said);
      expect(await visible(at.engine, `${VIEW} svg.actual`), 'what happened is drawn').toBe(true);
      expect(await inSight(at.engine, `${VIEW} .plot`)).toBe(true);
      expect(await at.engine.evaluate(() => scrollY), 'the page stays').toBe(before);
    };

    test('by numbers', async () => {
      const { engine } = at;
      await click(engine, `${VIEW} .numbers`);
      await expect.poll(() => visible(engine, `${VIEW} input`)).toBe(true);
      for (const [slider, percent] of GUESS) {
        await engine.evaluate(
          (css, index) => document.querySelectorAll<HTMLElement>(css)[index]?.focus(),
          `${VIEW} input`,
          slider,
        );
        await type(engine, String(percent));
      }
      await engine.key('Enter');
      await answer();
    });

    test('by dragging the pointer', async () => {
      const { engine } = at;
      const way: Point[] = await engine.evaluate(
        (css, guessed) => {
          const handles = [...document.querySelectorAll(css)].map((handle) => handle.getBoundingClientRect());
          const lines = [...document.querySelectorAll('section.guess .plot .grid path')]
            .map((line) => line.getBoundingClientRect())
            .filter(({ width }) => width > 50)
            .map(({ top }) => top);
          const [top, foot] = [Math.min(...lines), Math.max(...lines)];
          return guessed.map(([slider, percent]) => {
            const { left, width } = handles[slider] as DOMRect;
            return { x: left + width / 2, y: foot - (percent / 100) * (foot - top) };
          });
        },
        SLIDERS,
        GUESS,
      );
      await engine.drag(...way);
      await answer();
    });
  });
}
