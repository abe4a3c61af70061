/** What a reader does on the story page, in any engine. */
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { expect, vi } from 'vitest';
import { comeWhole, stageDefects } from '../../browser/support/page.ts';
import { differentPixels } from '../../browser/support/pictures.ts';
import type { Engine, Point } from './engine.ts';

/** Sizes of the window, CSS px. */
export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** Opens the story in a window of a size and waits until it follows the reader. */
export async function openStory(engine: Engine, address: string, { width, height } = DESKTOP): Promise<void> {
  // Emptied first: the page before would be laid out anew for nothing.
  await engine.goto('about:blank');
  await engine.resize(width, height);
  await engine.goto(address);
  await alive(engine);
}

/** Resolves when the page that is open follows the reader: its script has run, its fonts are there. */
export async function alive(engine: Engine): Promise<void> {
  // Not `expect.poll`, which hooks may not call.
  await vi.waitUntil(
    () =>
      engine.evaluate(
        () =>
          document.getElementById('note-card') !== null &&
          !document.documentElement.classList.contains('in-pieces') &&
          document.fonts.status === 'loaded' &&
          [...document.fonts].some(
            ({ family, status }) => family.includes('Source Serif 4') && status === 'loaded',
          ),
      ),
    { timeout: 20_000, interval: 50 },
  );
  await settled(engine);
}

/** Resolves after the page has drawn what it has to draw. */
export function settled(engine: Engine): Promise<void> {
  return engine.evaluate(comeWhole);
}

/** Scrolls a step to where it is being read, and waits until the page says it is. */
export async function bringIntoBand(engine: Engine, id: string): Promise<void> {
  await engine.evaluate((step) => {
    const article = document.getElementById(step);
    if (!article) throw new Error(`no step ${step}`);
    const wide = innerWidth >= 960;
    const mark = wide ? (article.querySelector('h3') ?? article) : article;
    const line = innerHeight * (wide ? 0.45 : 0.6);
    scrollTo({ top: mark.getBoundingClientRect().top + scrollY - line, behavior: 'instant' });
  }, id);
  await atStep(engine, id);
  await settled(engine);
}

/** Waits until a step is the one being read. */
export async function atStep(engine: Engine, id: string): Promise<void> {
  await expect.poll(() => attribute(engine, 'html', 'data-step')).toBe(id);
}

/** An attribute of the first element that matches, null where there is none. */
export function attribute(engine: Engine, selector: string, name: string): Promise<string | null> {
  return engine.evaluate(
    (css, key) => document.querySelector(css)?.getAttribute(key) ?? null,
    selector,
    name,
  );
}

/** The text a reader sees in the first element that matches, white space made even; empty where there is none. */
export async function text(engine: Engine, selector: string): Promise<string> {
  const found = await engine.evaluate(
    (css) => document.querySelector<HTMLElement>(css)?.innerText ?? '',
    selector,
  );
  return found.replaceAll(/\s+/g, ' ').trim();
}

/** Whether the first element that matches is there to be seen. */
export function visible(engine: Engine, selector: string): Promise<boolean> {
  return engine.evaluate((css) => {
    const found = document.querySelector(css);
    return found !== null && found.checkVisibility({ visibilityProperty: true });
  }, selector);
}

/** Whether focus is on an element that matches. */
export function hasFocus(engine: Engine, selector: string): Promise<boolean> {
  return engine.evaluate((css) => document.activeElement?.matches(css) === true, selector);
}

/** Whether the whole of the first element that matches lies inside the window, with nothing on top of it. */
export function inSight(engine: Engine, selector: string): Promise<boolean> {
  return engine.evaluate((css) => {
    const found = document.querySelector(css);
    if (!found) return false;
    const { left, top, right, bottom } = found.getBoundingClientRect();
    const over = document.elementFromPoint(left + Math.min(20, (right - left) / 2), (top + bottom) / 2);
    return (
      top >= -1 && bottom <= innerHeight + 1 && left >= -1 && right <= innerWidth + 1 && found.contains(over)
    );
  }, selector);
}

/** Presses the first element that matches and is in use, where a person would; what lies over it is told. */
export async function click(engine: Engine, selector: string): Promise<void> {
  const point = await engine.evaluate((css) => {
    const found = [...document.querySelectorAll<HTMLElement>(css)].find(
      (element) => element.checkVisibility() && !element.closest('[inert]'),
    );
    if (!found) throw new Error(`nothing to press: ${css}`);
    const middle = (): Point => {
      const [box] = [...found.getClientRects()];
      if (!box) throw new Error(`${css} has no box`);
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    };
    let { x, y } = middle();
    if (!found.contains(document.elementFromPoint(x, y))) {
      found.scrollIntoView({ block: 'center', behavior: 'instant' });
      ({ x, y } = middle());
    }
    const over = document.elementFromPoint(x, y);
    if (!found.contains(over))
      throw new Error(`${css} lies under ${over?.outerHTML.slice(0, 120) ?? 'nothing'}`);
    return { x, y };
  }, selector);
  await engine.drag(point);
}

/** Gives focus to the first element that matches, as a step of the Tab key would, once there is one. */
export async function focus(engine: Engine, selector: string): Promise<void> {
  // What the stage has for keys follows a step when there is time for it.
  await expect
    .poll(() => engine.evaluate((css) => document.querySelector(css) !== null, selector))
    .toBe(true);
  await engine.evaluate((css) => {
    const found = document.querySelector<HTMLElement>(css);
    if (!found) throw new Error(`nothing to give focus to: ${css}`);
    found.focus({ preventScroll: true });
  }, selector);
}

/** Types characters one after the other into what has focus. */
export async function type(engine: Engine, typed: string): Promise<void> {
  for (const character of typed) await engine.key(character);
}

/** A PNG of one element as it is seen. */
export async function picture(engine: Engine, selector: string): Promise<Buffer> {
  await settled(engine);
  const { x, y, width, height } = await engine.evaluate((css) => {
    const box = document.querySelector(css)?.getBoundingClientRect();
    if (!box) throw new Error(`no ${css} to look at`);
    return { x: box.x, y: box.y, width: box.width, height: box.height };
  }, selector);
  const whole = PNG.sync.read(await engine.screenshot());
  const [left, top] = [Math.max(0, Math.ceil(x)), Math.max(0, Math.ceil(y))];
  const cut = new PNG({
    width: Math.min(whole.width, Math.floor(x + width)) - left,
    height: Math.min(whole.height, Math.floor(y + height)) - top,
  });
  PNG.bitblt(whole, cut, left, top, cut.width, cut.height, 0, 0);
  return PNG.sync.write(cut);
}

/** The share of two pictures' pixels, 0 to 1, that differ to the eye. */
export function difference(a: Buffer, b: Buffer): number {
  const { width, height } = PNG.sync.read(a);
  return differentPixels(a, b) / (width * height);
}

/** What overlaps or is cut on the stage and around it, in words: what the tests in Chromium look for too. */
export function defects(engine: Engine, id: string): Promise<string[]> {
  const page = { evaluate: (fn: never, given: never) => engine.evaluate(fn, given) };
  return stageDefects(page as unknown as Page, id);
}
