/** Every slide on projectors of three sizes: nothing is cut, and the back row can read it. */
import type { Page } from '@playwright/test';
import { expect, longest, onSlide, openWall, ORIGINS, whole, type AddressOf } from './support/present.ts';

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;
/** px: what is read, and what labels it. */
const BODY = 24;
const LABEL = 18;

/** Goes to every step, and to every activity of the path with most. */
async function everySlide(
  page: Page,
  address: AddressOf,
  look: (id: string) => Promise<void>,
): Promise<void> {
  await openWall(page, address('present'));
  for (const { id } of whole) {
    await onSlide(page, id);
    await look(id);
    await page.keyboard.press('PageDown');
  }
  await openWall(page, address('present', { query: `path=${longest.id}` }));
  for (const [index, { id, kind }] of longest.slides.entries()) {
    if (kind === 'step') continue;
    for (const key of [...String(index + 1), 'Enter']) await page.keyboard.press(key);
    await onSlide(page, id);
    await look(id);
  }
}

/** The timeline follows the map a frame later. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

/** What is cut, covered or too small to read on the slide that is shown, in words. */
const faults = (page: Page, body: number): Promise<string[]> =>
  page.evaluate((least) => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.clientWidth < innerWidth || root.clientHeight < innerHeight) found.push('the page scrolls');
    const words = document.querySelector('.slides')!;
    if (words.scrollHeight > words.clientHeight)
      found.push(`the words are ${words.scrollHeight} px high where ${words.clientHeight} are seen`);
    if (words.scrollWidth > words.clientWidth) found.push('the words are wider than is seen');
    const stage = document.querySelector('.stage')!.getBoundingClientRect();
    const seen = stage.right <= innerWidth + 1 && stage.bottom <= innerHeight + 1 && stage.left >= -1;
    if (!seen) found.push('the stage leaves the window');
    const along = document.querySelector('progress.along')!.getBoundingClientRect();
    if (stage.bottom > along.top + 0.5) found.push('the bar lies over the stage');
    const slide = document.querySelector('article[data-slide]:not([hidden])')!;
    const tools = document.querySelector('[data-tools]')!.getBoundingClientRect();
    for (const element of slide.querySelectorAll('h2, p, li, blockquote, figcaption, .option, .question')) {
      if (element.matches('.visually-hidden') || !element.checkVisibility()) continue;
      const text = element.textContent?.trim().slice(0, 40);
      const size = parseFloat(getComputedStyle(element).fontSize);
      if (text && size < least - 0.01 && !element.matches('.kicker')) found.push(`“${text}” is ${size} px`);
      const range = document.createRange();
      range.selectNodeContents(element);
      for (const box of range.getClientRects()) {
        if (box.width === 0) continue;
        if (box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight)
          found.push(`“${text}” is cut`);
        const over = Math.min(box.right, tools.right) - Math.max(box.left, tools.left);
        if (over > 0 && Math.min(box.bottom, tools.bottom) - Math.max(box.top, tools.top) > 0)
          found.push(`“${text}” runs under the tools`);
      }
    }
    return [...new Set(found)];
  }, body);

/** Every text in the window that is smaller than that as it is drawn. */
const small = (page: Page, label: number): Promise<string[]> =>
  page.evaluate((least) => {
    const found = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { textContent, parentElement: element } = texts.currentNode;
      const text = textContent?.trim();
      if (!text || !element || element.closest('.visually-hidden, script, style, [inert], [data-behind]'))
        continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const box = range.getBoundingClientRect();
      if (box.width < 2 || box.bottom < 0 || box.top > innerHeight || box.right < 0) continue;
      let scale = 1;
      if (element instanceof SVGElement) {
        const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
        scale = matrix ? Math.hypot(matrix.a, matrix.b) : 1;
      } else {
        for (let up: Element | null = element; up; up = up.parentElement) {
          const { transform, scale: own } = getComputedStyle(up);
          if (transform !== 'none')
            scale *= Math.hypot(new DOMMatrix(transform).a, new DOMMatrix(transform).b);
          if (own !== 'none') scale *= parseFloat(own);
        }
      }
      const size = parseFloat(getComputedStyle(element).fontSize) * scale;
      const where = element.closest('[data-view], .strip, nav, article, .countdown, .answer');
      if (size < least - 0.05)
        found.add(
          `${size.toFixed(1)} px in ${where?.getAttribute('data-view') ?? where?.getAttribute('class') ?? 'the page'}: “${text.slice(0, 40)}”`,
        );
    }
    return [...found];
  }, label);

// The file's pages are the same: one of them is looked at.
const { test } = ORIGINS[0];

for (const size of SIZES) {
  test.describe(`${size.width} × ${size.height}`, () => {
    test.use({ viewport: size });

    test('every slide is whole, its words large, its labels no smaller than they may be', async ({
      page,
      address,
    }) => {
      const all: string[] = [];
      const labels = new Map<string, string>();
      await everySlide(page, address, async (id) => {
        await drawn(page);
        all.push(...(await faults(page, BODY)).map((fault) => `${id}: ${fault}`));
        for (const fault of await small(page, LABEL)) if (!labels.has(fault)) labels.set(fault, id);
      });
      expect(all).toEqual([]);
      expect([...labels].map(([fault, id]) => `${fault} (${id})`)).toEqual([]);
    });
  });
}
