/** Scrolling moves text, date, map and figures as one, and back again. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Setting } from '../support/check.ts';
import type { Engine } from '../support/engine.ts';
import {
  DESKTOP,
  PHONE,
  atStep,
  attribute,
  bringIntoBand,
  click,
  defects,
  difference,
  focus,
  hasFocus,
  openStory,
  picture,
  settled,
  text,
} from '../support/page.ts';
import { step, steps } from '../support/story.ts';

const MAP = '.stage [data-view="map"]';
/** The view in use beside the timeline, not one behind it. */
const FRONT = '.stage [data-view]:not([data-view="timeline"], [data-behind], [inert])';
/** One for each kind of view, and the fullest maps. */
const LOOKED_AT = [
  'rockets-before-dawn',
  'moscows-offer',
  'before-the-curve',
  'nine-containers',
  'half-by-either-count',
  'where-the-tonnes-went',
];
const NEXT = '[data-step-nav] button[aria-label="Next step"]';
const BACK = '[data-step-nav] button[aria-label="Previous step"]';

/** The step is read and the stage is set to it. */
async function expectScene(engine: Engine, id: string): Promise<void> {
  const expected = step(id);
  await expect.poll(() => attribute(engine, 'html', 'data-at')).toBe(expected.at);
  expect(await attribute(engine, 'html', 'data-step')).toBe(id);
  expect(await attribute(engine, 'html', 'data-camera')).toBe(expected.camera);
  const said = await text(engine, '.stage .readout');
  expect(expected.readout.length, `figures to read at ${id}`).toBeGreaterThan(0);
  for (const part of expected.readout) expect(said, id).toContain(part.replaceAll(/\s+/g, ' '));
}

export function reading(at: Setting): void {
  describe('reading', () => {
    // One page for all: what it shows depends on where it is scrolled to, and on nothing before.
    describe.each([DESKTOP, PHONE])('at $width px', (size) => {
      beforeAll(() => openStory(at.engine, at.site.url, size));

      test('a step sets the stage, another changes it, and back it is the same', async () => {
        const { engine } = at;
        await bringIntoBand(engine, 'fleet-at-limassol');
        await expectScene(engine, 'fleet-at-limassol');
        const first = await picture(engine, MAP);
        await bringIntoBand(engine, 'nine-containers');
        await expectScene(engine, 'nine-containers');
        expect(difference(await picture(engine, MAP), first), 'the map moves').toBeGreaterThan(0.002);
        await bringIntoBand(engine, 'fleet-at-limassol');
        await expectScene(engine, 'fleet-at-limassol');
        expect(difference(await picture(engine, MAP), first), 'the same map as before').toBe(0);
      });

      test('nothing on the stage lies on something else or is cut', async () => {
        const { engine } = at;
        for (const id of LOOKED_AT) {
          await bringIntoBand(engine, id);
          await expect.poll(() => defects(engine, id), { message: id }).toEqual([]);
        }
      });

      // Chromium goes through all of them; here it is engines that are tried, not steps.
      const some = steps.filter((_, index) => index % 3 === 1);
      test('every third step is reached with its own date and camera, nothing sideways', async () => {
        const { engine } = at;
        const seen = await engine.evaluate(
          async (ids, css) => {
            const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => done()));
            const root = document.documentElement;
            const front = (): string => document.querySelector<HTMLElement>(css)?.dataset['view'] ?? '';
            const all: { id: string; at: string; camera: string; view: string; wide: number }[] = [];
            for (const id of ids) {
              const article = document.getElementById(id) as HTMLElement;
              const wide = innerWidth >= 960;
              const mark = wide ? (article.querySelector('h3') as HTMLElement) : article;
              const line = innerHeight * (wide ? 0.45 : 0.6);
              scrollTo({ top: mark.getBoundingClientRect().top + scrollY - line, behavior: 'instant' });
              for (let tries = 0; tries < 120; tries += 1) {
                await frame();
                if (root.dataset['step'] === id && front() !== '') break;
              }
              const { step: read = '', at: day = '', camera = '' } = root.dataset;
              all.push({
                id: read,
                at: day,
                camera,
                view: front(),
                wide: root.scrollWidth - root.clientWidth,
              });
            }
            return all;
          },
          some.map(({ id }) => id),
          FRONT,
        );
        expect(seen.map(({ id, at: day, camera, wide }) => ({ id, at: day, camera, wide }))).toEqual(
          some.map(({ id, at: day, camera }) => ({ id, at: day, camera, wide: 0 })),
        );
        expect(new Set(seen.map(({ view }) => view)).size, 'views seen').toBeGreaterThan(1);
        expect(
          seen.filter(({ view }) => view === ''),
          'steps without a view',
        ).toEqual([]);
      });
      if (size === PHONE) return;

      test('by wheel the date runs from one step to the next', async () => {
        const { engine } = at;
        await bringIntoBand(engine, 'half-by-either-count');
        const days = [await attribute(engine, 'html', 'data-at')];
        const [from, to] = [step('half-by-either-count').at, step('loads-of-april').at];
        for (let turn = 0; turn < 60 && days.at(-1) !== to; turn += 1) {
          await engine.wheel({ x: 200, y: 500 }, 60);
          await settled(engine);
          days.push(await attribute(engine, 'html', 'data-at'));
        }
        await atStep(engine, 'loads-of-april');
        expect(days.at(0)).toBe(from);
        expect(days.at(-1)).toBe(to);
        expect(days).toEqual(days.toSorted());
        expect(new Set(days).size, 'days seen on the way').toBeGreaterThan(4);
      });

      test('the step buttons go on and back, and keep focus', async () => {
        const { engine } = at;
        await bringIntoBand(engine, steps[0]?.id ?? '');
        await click(engine, NEXT);
        await atStep(engine, steps[1]?.id ?? '');
        await focus(engine, NEXT);
        await engine.key('Enter');
        await atStep(engine, steps[2]?.id ?? '');
        expect(await hasFocus(engine, NEXT)).toBe(true);
        // It follows when the browser has time.
        await expect.poll(() => text(engine, '[data-step-count]')).toBe(`Step 3 of ${steps.length}`);
        await click(engine, BACK);
        await atStep(engine, steps[1]?.id ?? '');
      });
    });
  });
}
