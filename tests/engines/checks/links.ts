/** Every place has an address, and the browser's own buttons lead back to it. */
import { describe, expect, test } from 'vitest';
import type { Setting } from '../support/check.ts';
import type { Engine } from '../support/engine.ts';
import {
  DESKTOP,
  PHONE,
  alive,
  atStep,
  attribute,
  bringIntoBand,
  click,
  hasFocus,
  inSight,
  openStory,
  settled,
  visible,
} from '../support/page.ts';
import { step } from '../support/story.ts';

/** How long after the page had loaded what waits for the first paint was asked for, ms. */
function lateness(engine: Engine): Promise<number> {
  return engine.evaluate(() => {
    const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const late = performance
      .getEntriesByType('resource')
      .find(({ name }) => /\/assets\/story-[^/]*\.js$/.test(name));
    return (late?.startTime ?? Infinity) - (page?.loadEventEnd ?? 0);
  });
}

export function links(at: Setting): void {
  describe('links', () => {
    for (const [id, size] of [
      ['on-time-so-far', DESKTOP],
      ['on-time-so-far', PHONE],
      ['nine-containers', PHONE],
    ] as const) {
      test(`#${id} opens at the step, with the stage set, at ${size.width} px`, async () => {
        const { engine, site } = at;
        await openStory(engine, `${site.url}#${id}`, size);
        await atStep(engine, id);
        expect(await attribute(engine, 'html', 'data-at')).toBe(step(id).at);
        expect(await attribute(engine, 'html', 'data-camera')).toBe(step(id).camera);
        expect(await lateness(engine), 'ms from the page’s loading to its scripts’').toBeLessThan(2000);
        await expect
          .poll(() => hasFocus(engine, `#${id} h3`), { message: 'focus on the heading' })
          .toBe(true);
        await expect.poll(() => inSight(engine, `#${id} h3`), { message: 'the heading' }).toBe(true);
      });
    }

    test('the address follows the reader, and a reload keeps the place', async () => {
      const { engine, site } = at;
      await openStory(engine, site.url);
      await bringIntoBand(engine, 'fleet-at-limassol');
      await expect.poll(() => engine.evaluate(() => location.hash)).toBe('#fleet-at-limassol');
      const lineAt = (): Promise<number> =>
        engine.evaluate(
          () => document.querySelector('#fleet-at-limassol h3')?.getBoundingClientRect().top ?? NaN,
        );
      const before = await lineAt();
      await engine.reload();
      await alive(engine);
      await atStep(engine, 'fleet-at-limassol');
      await expect.poll(async () => Math.abs((await lineAt()) - before)).toBeLessThan(1.5);
      expect(await attribute(engine, 'html', 'data-at')).toBe(step('fleet-at-limassol').at);
    });

    test('back and forward return to the chapters left', async () => {
      const { engine } = at;
      const title = (index: number): string => `main .chapter:nth-of-type(${index + 1}) h2`;
      const go = async (index: number): Promise<void> => {
        await click(engine, '[popovertarget="chapter-menu"]');
        await expect.poll(() => inSight(engine, '#chapter-menu li')).toBe(true);
        await click(engine, `#chapter-menu li:nth-of-type(${index + 1}) a`);
        await expect.poll(() => inSight(engine, title(index)), { message: 'the chapter chosen' }).toBe(true);
        await expect.poll(() => visible(engine, '#chapter-menu')).toBe(false);
      };
      await go(3);
      await go(6);
      await engine.back();
      await expect.poll(() => inSight(engine, title(3)), { message: 'back at the first' }).toBe(true);
      await engine.forward();
      await expect.poll(() => inSight(engine, title(6)), { message: 'forward at the second' }).toBe(true);
    });

    test('a share page leads on to its step', async () => {
      const { engine, site } = at;
      await engine.resize(1280, 800);
      await engine.goto(`${site.url}s/nine-containers/`);
      await expect.poll(() => engine.evaluate(() => location.href)).toBe(`${site.url}#nine-containers`);
      await alive(engine);
      await atStep(engine, 'nine-containers');
      await settled(engine);
      expect(await inSight(engine, '#nine-containers h3')).toBe(true);
    });
  });
}
