/** What the stage and the text offer can be used: values by keys, cards, colours. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Setting } from '../support/check.ts';
import {
  bringIntoBand,
  click,
  focus,
  hasFocus,
  inSight,
  openStory,
  settled,
  text,
  visible,
} from '../support/page.ts';

const VALUES = '[data-view="chart"] button[data-key]';
const CARD = '#note-card';

export function use(at: Setting): void {
  const isOpen = (): Promise<boolean> => visible(at.engine, `${CARD}:popover-open`);

  describe('use', () => {
    beforeAll(() => openStory(at.engine, at.site.url));

    test('arrow keys go from one value of the chart to the next, and Enter tells more', async () => {
      const { engine } = at;
      await bringIntoBand(engine, 'half-by-either-count');
      await expect.poll(() => visible(engine, VALUES)).toBe(true);
      await focus(engine, `${VALUES}[tabindex="0"]`);
      const told: string[] = [];
      for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight']) {
        await engine.key(key);
        const before = told.at(-1) ?? '';
        await expect.poll(() => text(engine, '[data-view="chart"] .tip')).not.toBe(before);
        told.push(await text(engine, '[data-view="chart"] .tip'));
      }
      expect(new Set(told).size, told.join(' | ')).toBe(4);
      for (const tip of told) expect(tip).toMatch(/\d/);
      const key = await engine.evaluate(() => (document.activeElement as HTMLElement).dataset['key'] ?? '');
      await engine.key('Enter');
      await expect.poll(isOpen).toBe(true);
      await engine.key('Escape');
      await expect.poll(isOpen).toBe(false);
      expect(await hasFocus(engine, `[data-key="${key}"]`), 'focus is back at the value').toBe(true);
    });

    test('the card of an event opens from its mark, closes with Escape, and focus returns', async () => {
      const { engine } = at;
      await bringIntoBand(engine, 'nine-containers');
      const mark = '[data-view="timeline"] button[data-event="load-01"]';
      await focus(engine, mark);
      await engine.key('Enter');
      await expect.poll(isOpen).toBe(true);
      await expect.poll(() => text(engine, CARD)).toContain('First load leaves Latakia');
      expect(await text(engine, CARD)).toContain('7 January 2014');
      await expect.poll(() => inSight(engine, CARD)).toBe(true);
      await engine.key('Escape');
      await expect.poll(isOpen).toBe(false);
      expect(await hasFocus(engine, mark)).toBe(true);
    });

    test('a name and a note in the text open by pointer, and a press elsewhere closes them', async () => {
      const { engine } = at;
      await bringIntoBand(engine, 'nine-containers');
      for (const link of ['#nine-containers a[data-event="load-01"]', '#nine-containers a.cite']) {
        await click(engine, link);
        await expect.poll(isOpen, { message: link }).toBe(true);
        await expect.poll(() => inSight(engine, CARD)).toBe(true);
        await click(engine, '#nine-containers h3');
        await expect.poll(isOpen, { message: link }).toBe(false);
        await click(engine, link);
        await expect.poll(isOpen, { message: link }).toBe(true);
        await engine.key('Escape');
        await expect.poll(isOpen, { message: link }).toBe(false);
        expect(await hasFocus(engine, link), link).toBe(true);
      }
    });

    test('focus stays where it is when style sheets come late, though the address names a step', async () => {
      const { engine, site } = at;
      const next = 'button[aria-label="Next step"]';
      const sheets = (): Promise<number> => engine.evaluate(() => document.styleSheets.length);
      const release = site.keepBack(/\/assets\/.*\.css$/);
      try {
        await openStory(engine, site.url);
        const before = await sheets();
        await focus(engine, next);
        await engine.key('Enter');
        await expect.poll(() => engine.evaluate(() => location.hash)).not.toBe('');
        expect(await sheets(), 'style sheets are kept back').toBe(before);
        release();
        await expect.poll(sheets).toBeGreaterThanOrEqual(before + 4);
        await settled(engine);
        await expect.poll(() => hasFocus(engine, next), { message: 'focus' }).toBe(true);
      } finally {
        release();
      }
    });

    test('the theme goes round system, light, dark, and holds after a reload', async () => {
      const { engine, site } = at;
      /** Lightness of the page's ground, 0 to 255. */
      const ground = async (): Promise<number> => {
        const colour = await engine.evaluate(
          () => getComputedStyle(document.documentElement).backgroundColor,
        );
        const [r = 0, g = 0, b = 0] = (colour.match(/\d+/g) ?? []).map(Number);
        return (r + g + b) / 3;
      };
      const button = '[data-theme-toggle]';
      expect(await ground()).toBeGreaterThan(200);
      await click(engine, button);
      await expect.poll(() => text(engine, `${button} [data-theme-name]`)).toMatch(/light/i);
      expect(await ground()).toBeGreaterThan(200);
      await click(engine, button);
      await expect.poll(ground).toBeLessThan(60);
      await engine.reload();
      expect(await ground()).toBeLessThan(60);
      await engine.goto(`${site.url}sources/`);
      expect(await ground(), 'on the other page').toBeLessThan(60);
      // Its button works here too, once its script has come.
      await expect.poll(() => text(engine, `${button} [data-theme-name]`)).toMatch(/dark/i);
      await click(engine, button);
      await expect.poll(ground).toBeGreaterThan(200);
    });
  });
}
