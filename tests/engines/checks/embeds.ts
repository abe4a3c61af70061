/**
 * Embeds on a page of another origin: the frame is as high as what is in it, with pym.js as it comes and with our own
 * script around a sandbox, and what is in it can be used.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveHosts } from '../../../scripts/serve-hosts.mjs';
import type { Setting } from '../support/check.ts';
import type { Engine } from '../support/engine.ts';
import { steps } from '../support/story.ts';

const FRAME = 'iframe';

/** How the frame misses what is in it, in words; empty when it fits to 1 px and nothing in it scrolls. */
async function misfit(engine: Engine): Promise<string> {
  const outer = await engine.evaluate((css) => document.querySelector(css)?.clientHeight ?? 0, FRAME);
  const inner = await engine.inFrame(FRAME, () => ({
    high: document.querySelector('main')?.getBoundingClientRect().height ?? 0,
    hidden: document.documentElement.scrollHeight - innerHeight,
    bar: innerWidth - document.documentElement.clientWidth,
  }));
  if (inner.high < 50) return `the embed is ${inner.high} px high`;
  if (Math.abs(outer - inner.high) > 1) return `the frame is ${outer} px high, the embed ${inner.high} px`;
  if (inner.hidden > 1) return `${inner.hidden} px of the embed are cut off`;
  return inner.bar > 0 ? 'there is a scroll bar in the embed' : '';
}

/** The frame follows: as the embed is, when something makes it higher, and when that goes again. */
async function follows(engine: Engine): Promise<void> {
  const fits = (when: string): Promise<void> =>
    expect.poll(() => misfit(engine), { message: `the frame’s height ${when}` }).toBe('');
  const pad = (px: number): Promise<void> =>
    engine.inFrame(
      FRAME,
      (height) => {
        document.querySelector('[data-pad]')?.remove();
        const block = document.createElement('div');
        block.dataset['pad'] = '';
        block.style.blockSize = `${height}px`;
        if (height > 0) document.querySelector('main')?.append(block);
      },
      px,
    );
  await fits('at first');
  const first = await engine.evaluate((css) => document.querySelector(css)?.clientHeight ?? 0, FRAME);
  await pad(230);
  await fits('when it has grown');
  const grown = await engine.evaluate((css) => document.querySelector(css)?.clientHeight ?? 0, FRAME);
  expect(grown - first).toBeGreaterThan(200);
  await pad(0);
  await fits('when it has shrunk');
  expect(await engine.evaluate((css) => document.querySelector(css)?.clientHeight, FRAME)).toBe(first);
  await engine.resize(360, 800);
  await fits('in a narrow window');
}

/** Presses something inside the frame, where it is in the window. */
async function clickInside(engine: Engine, selector: string): Promise<void> {
  await engine.evaluate((css) => document.querySelector(css)?.scrollIntoView({ block: 'end' }), FRAME);
  const inner = await engine.inFrame(
    FRAME,
    (css) => {
      const box = document.querySelector(css)?.getBoundingClientRect();
      if (!box) throw new Error(`nothing to press: ${css}`);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    selector,
  );
  const outer = await engine.evaluate((css) => {
    const box = document.querySelector(css)?.getBoundingClientRect();
    return { x: box?.x ?? 0, y: box?.y ?? 0 };
  }, FRAME);
  await engine.drag({ x: outer.x + inner.x, y: outer.y + inner.y });
}

const page = (engine: Engine): Promise<{ step?: string; at?: string }> =>
  engine.inFrame(FRAME, () => {
    const { step, at } = document.documentElement.dataset;
    return { ...(step ? { step } : {}), ...(at ? { at } : {}) };
  });

export function embeds(at: Setting): void {
  describe('embeds', () => {
    let hosts: Awaited<ReturnType<typeof serveHosts>>;
    beforeAll(async () => {
      hosts = await serveHosts({ site: at.site.url });
    });
    afterAll(() => hosts?.close());

    /** Opens a host page, at a width its frame is not squeezed at. */
    const open = async (name: string): Promise<void> => {
      await at.engine.goto('about:blank');
      await at.engine.resize(900, 1000);
      await at.engine.goto(`${hosts.url}${name}.html`);
    };

    test('pym.js: the frame is as high as the story in it, also when that changes', async () => {
      await open('pym-parent');
      await follows(at.engine);
    });

    test('pym.js: the story goes from step to step and tells its host', async () => {
      const { engine } = at;
      await open('pym-parent');
      await expect.poll(() => page(engine)).toMatchObject({ step: steps[0]?.id });
      await expect.poll(() => misfit(engine)).toBe('');
      await clickInside(engine, '[data-stepper="next"]');
      await expect.poll(() => page(engine)).toEqual({ step: steps[1]?.id, at: steps[1]?.at });
      const told = (): Promise<string | undefined> =>
        engine.evaluate(() => document.querySelector<HTMLOutputElement>('#step')?.value);
      await expect.poll(told).toBe(steps[1]?.id);
      await engine.evaluate(() => document.querySelector<HTMLElement>('#goto')?.click());
      await expect.poll(() => page(engine)).toMatchObject({ step: 'montreux' });
      await expect.poll(told).toBe('montreux');
    });

    for (const view of ['story', 'map', 'timeline', 'chart', 'event/load-01']) {
      test(`our script around a sandbox: embed/${view}/ is drawn, and its frame follows its height`, async () => {
        const { engine, site } = at;
        await open('script');
        // A frame of the strictest kind in place of the page's own.
        await engine.evaluate((address) => {
          const old = document.querySelector('iframe') as HTMLIFrameElement;
          const frame = old.cloneNode() as HTMLIFrameElement;
          frame.setAttribute('sandbox', 'allow-scripts');
          frame.src = address;
          old.replaceWith(frame);
        }, `${site.url}embed/${view}/`);
        const shown = (): Promise<{ origin: string; pictures: boolean; words: boolean }> =>
          engine.inFrame(FRAME, () => ({
            origin,
            pictures: [...document.querySelectorAll('main svg')].some((svg) => {
              const { width, height } = svg.getBoundingClientRect();
              return width > 200 && height > 80;
            }),
            words: (document.querySelector('main')?.innerText.length ?? 0) > 100,
          }));
        // A card is words alone.
        const pictures = !view.startsWith('event/');
        await expect.poll(shown).toEqual({ origin: 'null', pictures, words: true });
        await follows(engine);
      });
    }

    test('in a sandbox the story goes from step to step, and leaves the host’s history alone', async () => {
      const { engine } = at;
      await open('sandbox');
      await expect.poll(() => page(engine)).toMatchObject({ step: steps[0]?.id });
      const before = await engine.evaluate(() => history.length);
      for (const next of steps.slice(1, 4)) {
        await clickInside(engine, '[data-stepper="next"]');
        await expect.poll(() => page(engine)).toEqual({ step: next.id, at: next.at });
      }
      await clickInside(engine, '[data-stepper="previous"]');
      await expect.poll(() => page(engine)).toMatchObject({ step: steps[2]?.id });
      expect(await engine.evaluate(() => history.length)).toBe(before);
    });
  });
}
