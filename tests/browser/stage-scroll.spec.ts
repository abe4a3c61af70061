/**
 * Scrolling drives everything, and nothing but where the page is scrolled to decides what is shown: there and back,
 * by jumps, reloads and deep links, the same picture.
 */
import type { Page } from '@playwright/test';
import { resolve } from 'node:path';
import { loadStory } from '#content/load.ts';
import { civilDate } from '#model/dates.ts';
import { isCut } from '#model/passage.ts';
import type { Scene } from '#model/scene.ts';
import { chartData } from '#stage/chart/chart-data.ts';
import { readout } from '#stage/chart/readout.ts';
import { civilAt, plain, readChapters } from './support/content.ts';
import { alive, bringIntoBand, flightsOver, openStory, settled } from './support/page.ts';
import { differentPixels } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const steps = readChapters().flatMap((chapter) => chapter.steps);
const { story } = loadStory(resolve('content'));
const scenes = new Map(
  story.chapters.flatMap((chapter) => chapter.steps.map(({ id, scene }) => [id, scene] as const)),
);
const chart = chartData(story);
const marks = new Map(story.events.map((event) => [event.id, event]));

/** What the page says of where it is, and what of it can be seen. */
interface Shown {
  step: string;
  at: string;
  camera: string;
  /** Marks emphasised on the timeline, those gathered into others included. */
  focus: string[];
  readout: string;
  notice: string;
  view: string;
}

function shown(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const { dataset } = document.documentElement;
    const stage = document.querySelector('.stage') as HTMLElement;
    const text = (selector: string): string => stage.querySelector<HTMLElement>(selector)?.innerText ?? '';
    const front = [...stage.querySelectorAll<HTMLElement>('[data-view]:not([data-view="timeline"])')].filter(
      (view) => view.dataset['behind'] === undefined,
    );
    return {
      step: dataset['step'] ?? '',
      at: dataset['at'] ?? '',
      camera: dataset['camera'] ?? '',
      focus: [
        ...stage.querySelectorAll<HTMLElement>(
          '[data-view="timeline"]:not([data-behind]) .focus[data-event]',
        ),
      ]
        .map((mark) => mark.dataset['event'] ?? '')
        .sort(),
      readout: text('.readout'),
      notice: text('[data-notice]'),
      view: front.map((view) => view.dataset['view']).join(),
    };
  });
}

/** What the readout must say on a scene's day: its figures and lines, in any form. */
function expectedReadout(scene: Scene): string[] {
  const text = chart && readout(chart, civilDate(scene.at.ms, scene.at.offset));
  if (!text) return [];
  return [...text.figures.map(({ value }) => value), ...text.lines.slice(0, 1).map(({ strong }) => strong)];
}

for (const { width, height } of [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('each step shows its scene, on the way down and on the way back', async ({ page }) => {
      await openStory(page);
      const down = new Map<string, Shown>();
      for (const [index, { id, scene: written }] of steps.entries()) {
        await bringIntoBand(page, id);
        const now = await shown(page);
        const scene = scenes.get(id) as Scene;
        expect(now.step).toBe(id);
        expect(now.at, id).toBe(civilAt(written.at));
        expect(now.camera, id).toBe(typeof written.camera === 'string' ? written.camera : 'free');
        if (now.view === 'map') {
          for (const part of expectedReadout(scene)) expect(plain(now.readout), id).toContain(plain(part));
        }
        // Every mark emphasised is one the scene names; what the scene names is there, alone or gathered.
        for (const mark of now.focus) expect(scene.focus, `${mark} in ${id}`).toContain(mark);
        const wanted = scene.focus.filter((ref) => {
          const event = marks.get(ref);
          return event && event.date.start < scene.span[1] && event.date.end > scene.span[0];
        });
        if (now.focus.length > 0) expect(wanted.length).toBeGreaterThan(0);
        else if (wanted.length > 0) expect(now.view, `no mark of ${id} is emphasised`).not.toBe('map');
        // A flashback cuts, and says where to.
        const before = steps[index - 1];
        const cut = before !== undefined && isCut((scenes.get(before.id) as Scene).at, scene.at);
        expect(now.notice !== '', `${id} ${cut ? 'cuts' : 'does not cut'}`).toBe(cut);
        if (cut) expect(now.notice).toContain(String(new Date(scene.at.ms).getUTCFullYear()));
        down.set(id, now);
      }
      for (const { id } of steps.toReversed()) {
        await bringIntoBand(page, id);
        expect(await shown(page), id).toEqual(down.get(id));
      }
    });

    test('jumps, a reload and a deep link show what scrolling there shows', async ({ page }) => {
      await openStory(page);
      const picture = async (): Promise<Buffer> => {
        await settled(page);
        await flightsOver(page);
        return page.locator('#stage').screenshot({ animations: 'disabled' });
      };
      const to = (top: number): Promise<void> =>
        page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
      const end = await page.evaluate(
        () => (document.querySelector('.scrolly')?.getBoundingClientRect().bottom ?? 0) - innerHeight,
      );
      // Spread over the story, off any step's own line: in the middle of ways, titles and texts.
      const offsets = Array.from({ length: 10 }, (_, i) =>
        Math.round(end * ((i + 0.13 + ((i * 37) % 10) / 14) / 10.5)),
      );
      const scrolled = new Map<number, Buffer>();
      let top = 0;
      for (const offset of offsets) {
        while (top < offset) {
          top = Math.min(offset, top + height * 0.9);
          await to(top);
        }
        scrolled.set(offset, await picture());
      }
      for (const offset of offsets.toSorted((a, b) => ((a * 7919) % 1009) - ((b * 7919) % 1009))) {
        await to(offset);
        expect(
          differentPixels(await picture(), scrolled.get(offset) as Buffer),
          `a jump to ${offset} px`,
        ).toBe(0);
      }
      const kept = offsets[6] as number;
      await to(kept);
      await settled(page);
      await page.reload();
      await alive(page);
      await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(kept);
      expect(differentPixels(await picture(), scrolled.get(kept) as Buffer), 'a reload').toBe(0);

      const deep = (steps[20] as (typeof steps)[number]).id;
      await page.goto('about:blank');
      await openStory(page, `#${deep}`);
      const there = await page.evaluate(() => scrollY);
      const linked = await picture();
      await page.goto('about:blank');
      await openStory(page);
      for (let y = 0; y < there; y += height) {
        await to(y);
        await settled(page);
      }
      await to(there);
      expect(differentPixels(await picture(), linked), 'a deep link').toBe(0);
    });
  });
}

test('between two steps the date runs, and ships with it', async ({ page }) => {
  await openStory(page);
  const [from, to] = ['half-by-either-count', 'loads-of-april'];
  const days = await page.evaluate(
    async ([a, b]) => {
      const seen: string[] = [];
      const mark = (id: string): number =>
        (document.getElementById(id)?.querySelector('h3')?.getBoundingClientRect().top ?? 0) + scrollY;
      const frame = (): Promise<void> =>
        new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
      const [start, end] = [mark(a as string) - innerHeight * 0.45, mark(b as string) - innerHeight * 0.45];
      for (let y = start; y <= end; y += 24) {
        scrollTo({ top: y, behavior: 'instant' });
        await frame();
        seen.push(document.documentElement.dataset['at'] ?? '');
      }
      return seen;
    },
    [from, to],
  );
  expect(days[0]).toBe('2014-03-20');
  expect(days.at(-1)).toBe('2014-04-24');
  expect(days).toEqual(days.toSorted());
  // Not a leap: most days of the five weeks are seen.
  expect(new Set(days).size).toBeGreaterThan(8);
});
