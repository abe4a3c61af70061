/** What a reader does on the story page, and what of it can be measured. */
import type { Locator, Page } from '@playwright/test';
import { rootHas, until } from './until.ts';

/** Widths the issue names, with a usual height each, CSS px. */
export const WINDOWS = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1000, height: 750 },
  { width: 1280, height: 800 },
  { width: 1600, height: 1000 },
] as const;

/** Opens the story and waits until it follows the reader. */
export async function openStory(page: Page, address = ''): Promise<void> {
  await page.goto(address);
  await alive(page);
}

/** Resolves when the page that is open follows the reader. */
export async function alive(page: Page): Promise<void> {
  await until(
    page,
    'the story follows its reader',
    () => document.getElementById('note-card') && !document.documentElement.classList.contains('in-pieces'),
    null,
  );
  await fontsThere(page);
  await settled(page);
}

/** Resolves when the page is set in its own fonts: they come after the first paint and move the lines when they do. */
export async function fontsThere(page: Page): Promise<void> {
  await until(
    page,
    'the page has its fonts',
    () =>
      document.fonts.status === 'loaded' &&
      [...document.fonts].some(
        ({ family, status }) => family.includes('Source Serif 4') && status === 'loaded',
      ),
    null,
  );
}

/**
 * Keeps the page's fonts back until the returned function is called. Its “load” may wait for them: wait for
 * `domcontentloaded`.
 */
export async function holdFonts(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route(/\.woff2$/, async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

/**
 * Scrolls a step to where it is being read: its heading in the middle of the window or, where the stage lies on
 * top, its beginning just under the stage.
 */
export async function bringIntoBand(page: Page, id: string): Promise<void> {
  await page.evaluate((step) => {
    const article = document.getElementById(step);
    if (!article) throw new Error(`no step ${step}`);
    const wide = innerWidth >= 960;
    const mark = wide ? (article.querySelector('h3') ?? article) : article;
    const line = innerHeight * (wide ? 0.45 : 0.6);
    scrollTo({ top: mark.getBoundingClientRect().top + scrollY - line, behavior: 'instant' });
  }, id);
  await rootHas(page, 'data-step', id);
  await settled(page);
}

/** In the page: a step comes in parts, one in a frame, until a few frames bring nothing more. A flight is not waited for. */
export function comeWhole(): Promise<void> {
  return new Promise((done) => {
    let quiet = 0;
    const changes = new MutationObserver((records) => {
      if (records.some(({ target }) => !(target as Element).matches?.('svg.picture'))) quiet = 0;
    });
    changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const wait = (left: number): void =>
      void requestAnimationFrame(() => {
        if ((quiet += 1) < 4 && left > 0) return wait(left - 1);
        changes.disconnect();
        done();
      });
    wait(60);
  });
}

/** Resolves after the page has drawn what it has to draw: over some frames, and what it leaves for idle time. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(comeWhole);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestIdleCallback(() => requestAnimationFrame(() => done()), { timeout: 300 });
      }),
  );
}

/** The first citation of a source in a step: its number leads to the note, which names the source. */
export async function citation(page: Page, step: string, source: string): Promise<Locator> {
  const note = await page.locator(`[data-source="${source}"]`).first().getAttribute('id');
  return page.locator(`#${step} a.cite[href="#${note}"]`).first();
}

/** Resolves when the map's camera rests. */
export async function flightsOver(page: Page): Promise<void> {
  await until(page, 'the camera rests', () => document.querySelector('[data-map]:not([data-flying])'), null);
}

/** What sticks out of the window sideways, in words; empty when nothing does. */
export function sidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const box = element.getBoundingClientRect();
      return (
        element.checkVisibility() && box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1)
      );
    });
    const names = wide
      .slice(0, 5)
      .map((element) => `${element.localName}.${element.getAttribute('class') ?? ''}`);
    return [
      `the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth}: ${names.join(', ')}`,
    ];
  });
}

/**
 * What overlaps or is cut on the stage and around it, in words; empty when all is well. Looks at what is drawn now:
 * the stage's views, their labels, and the step being read.
 * @param focused ids the scene emphasises; those that are places must be in sight
 */
export function stageDefects(page: Page, step: string, focused: string[] = []): Promise<string[]> {
  return page.evaluate(
    ([id, focus]) => {
      interface Box {
        left: number;
        top: number;
        right: number;
        bottom: number;
      }
      const defects: string[] = [];
      const shown = (element: Element): boolean =>
        element.checkVisibility({
          opacityProperty: true,
          visibilityProperty: true,
          contentVisibilityAuto: true,
        }) &&
        element.getBoundingClientRect().width > 1 &&
        element.getBoundingClientRect().height > 1;
      /** How far two boxes overlap, px: the smaller of the two overlaps. */
      const overlap = (a: Box, b: Box): number =>
        Math.min(
          Math.min(a.right, b.right) - Math.max(a.left, b.left),
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
        );
      const outside = (inner: Box, outer: Box): number =>
        Math.max(
          outer.left - inner.left,
          outer.top - inner.top,
          inner.right - outer.right,
          inner.bottom - outer.bottom,
        );
      const name = (element: Element): string =>
        element.getAttribute('data-view') ??
        (element.textContent?.trim().replaceAll(/\s+/g, ' ').slice(0, 40) ||
          (element.getAttribute('class') ?? element.localName));

      const stage = document.querySelector<HTMLElement>('.stage');
      const article = document.getElementById(id);
      if (!stage || !article) return ['there is no stage or no step'];
      const stageBox = stage.getBoundingClientRect();
      const header = document.querySelector('.site-header')?.getBoundingClientRect();
      if (stageBox.bottom > innerHeight + 1 || stageBox.top < (header?.bottom ?? 0) - 1) {
        defects.push(
          `the stage spans ${stageBox.top}–${stageBox.bottom} px of a window ${innerHeight} px high`,
        );
      }

      // The stage's parts. One view may stand before another: the one behind is not looked at.
      const views = [...stage.querySelectorAll('[data-view]')].filter(
        (view) => shown(view) && !view.closest('[inert], [data-behind]'),
      );
      if (views.length === 0) defects.push('the stage shows no view');
      const strip = views.find((view) => view.getAttribute('data-view') === 'timeline');
      /** What can be seen of a view: the timeline lies over the lower edge of the map. */
      const seen = (view: Element): Box & { width: number; height: number } => {
        const { left, top, right, bottom, width } = view.getBoundingClientRect();
        const end =
          view.getAttribute('data-view') === 'map' && strip
            ? Math.min(bottom, strip.getBoundingClientRect().top)
            : bottom;
        return { left, top, right, bottom: end, width, height: end - top };
      };
      for (const view of views) {
        const box = seen(view);
        const out = outside(box, stageBox);
        if (out > 1) defects.push(`${name(view)} sticks ${out.toFixed(0)} px out of the stage`);
        if (box.height < 60 || box.width < 200)
          defects.push(`${name(view)} is only ${box.width}×${box.height} px`);
      }
      views.forEach((a, index) => {
        for (const b of views.slice(index + 1)) {
          if (a.contains(b) || b.contains(a)) continue;
          const by = overlap(seen(a), seen(b));
          if (by > 1) defects.push(`${name(a)} and ${name(b)} overlap by ${by.toFixed(0)} px`);
        }
      });

      // The labels on them, and the readout, which may stand on the map but on no label.
      const readouts = [...stage.querySelectorAll('.readout')].filter(
        (readout) => shown(readout) && !readout.querySelector('.readout'),
      );
      const labels = [...stage.querySelectorAll('[data-label]')].filter(
        (label) => shown(label) && !label.closest('[inert], [data-behind]'),
      );
      const texts = views.every((view) => view.getAttribute('data-view') === 'positions');
      if (labels.length === 0 && !texts) defects.push('no label is marked as one: nothing was looked at');
      /** A line of SVG text reports its font's whole ascent and descent: letters fill about 1.1 em of them. */
      const letters = (element: Element): Box => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        if (!(element instanceof SVGTextElement)) return { left, top, right, bottom };
        const px = parseFloat(getComputedStyle(element).fontSize) * (element.getScreenCTM()?.d ?? 1);
        const spare = Math.max(0, (bottom - top - 1.1 * px) / 2);
        return { left, top: top + spare, right, bottom: bottom - spare };
      };
      for (const label of labels) {
        const view = label.closest('[data-view]');
        const out = outside(letters(label), view ? seen(view) : stageBox);
        if (out > 1) defects.push(`the label “${name(label)}” is cut by ${out.toFixed(0)} px`);
      }
      const written = [...readouts, ...labels].map((element) => ({ element, box: letters(element) }));
      written.forEach(({ element: a, box: boxA }, index) => {
        for (const { element: b, box: boxB } of written.slice(index + 1)) {
          const by = overlap(boxA, boxB);
          if (by <= 1 || a.contains(b) || b.contains(a)) continue;
          defects.push(`“${name(a)}” and “${name(b)}” overlap by ${by.toFixed(0)} px`);
        }
      });
      for (const readout of readouts) {
        const out = outside(readout.getBoundingClientRect(), stageBox);
        if (out > 1) defects.push(`the readout sticks ${out.toFixed(0)} px out of the stage`);
      }

      // Marks of what the scene is about can be seen: inside the map, not under the readout.
      const map = views.find((view) => view.getAttribute('data-view') === 'map');
      for (const place of map ? focus : []) {
        const mark = map?.querySelector(`[data-place="${place}"]`);
        if (!map || !mark || !shown(mark)) continue;
        const box = mark.getBoundingClientRect();
        if (outside(box, seen(map)) > box.width / 2) defects.push(`${place} lies off the map`);
        for (const readout of readouts) {
          if (overlap(box, readout.getBoundingClientRect()) > 1)
            defects.push(`${place} lies under the readout`);
        }
      }

      // Whatever lies on top of the stage must be the stage.
      for (const x of [0.05, 0.25, 0.5, 0.75, 0.95]) {
        for (const y of [0.01, 0.05, 0.25, 0.5, 0.75, 0.95]) {
          const top = document.elementFromPoint(
            stageBox.left + stageBox.width * x,
            stageBox.top + stageBox.height * y,
          );
          if (top && !stage.contains(top) && !top.contains(stage)) {
            defects.push(
              `${top.localName}.${top.getAttribute('class') ?? ''} “${name(top)}” lies over the stage`,
            );
          }
        }
      }

      // The step's own lines can be read: nothing lies over those in the window, and a column is left beside the stage.
      const reading = [...article.querySelectorAll('h3, p, li, blockquote, td, th')].filter(shown);
      const beside = stageBox.height > innerHeight * 0.6;
      for (const block of reading) {
        const box = block.getBoundingClientRect();
        if (beside && overlap(box, stageBox) > 1) defects.push(`“${name(block)}” runs under the stage`);
        if (box.left < -1 || box.right > innerWidth + 1)
          defects.push(`“${name(block)}” leaves the window sideways`);
      }
      const heading = article.querySelector('h3');
      if (heading) {
        const box = heading.getBoundingClientRect();
        const top = document.elementFromPoint(
          box.left + Math.min(box.width, 60) / 2,
          box.top + box.height / 2,
        );
        if (!top || !(heading.contains(top) || top.contains(heading))) {
          defects.push(
            `the heading “${name(heading)}” is covered by ${top ? name(top) : 'nothing: it is out of sight'}`,
          );
        }
      }
      return [...new Set(defects)];
    },
    [step, focused] as const,
  );
}
