/**
 * The contrast of texts as they are drawn. axe gives up where something lies behind a text: on the map, in all that
 * opens on top of the page, on most of an embed. Here a picture with the texts is compared with one without: where
 * they differ, letters are, and the second one shows what is behind each of their pixels.
 */
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { settled } from './page.ts';

/** WCAG 2.2, 1.4.3: the least ratio, and that of large text, which begins at so many CSS px, or these in bold. */
const LEAST = 4.5;
const LEAST_LARGE = 3;
const LARGE = 24;
const LARGE_BOLD = 18.66;

/**
 * How much of a letter's pixels may have less, share: an outline that a letter touches, a line that runs by. What lies
 * under a whole letter is more.
 */
const SPARE = 0.1;

/** Pixels of a letter: those that changed by more than this share of the most that changed. */
const CORE = 0.5;

interface Text {
  text: string;
  /** Boxes of its lines, CSS px of the window: left, top, right, bottom. */
  lines: [number, number, number, number][];
  colour: string;
  /** 0 to 1, of it and all around it. */
  opacity: number;
  large: boolean;
}

/** In the page: the texts in some parts of it that are whole in the window. */
function findTexts([parts, large, largeBold]: readonly [readonly string[], number, number]): Text[] {
  const found: Text[] = [];
  /** In a box of a pixel at most, which cuts what it holds. */
  const forTheEar = (element: Element | null): boolean => {
    if (!element) return false;
    const { width, height } = element.getBoundingClientRect();
    const cut = Math.max(width, height) <= 1 && getComputedStyle(element).overflow !== 'visible';
    return cut || forTheEar(element.parentElement);
  };
  /** What of the window scrolling boxes around an element leave of it. */
  const windowOf = (element: Element | null): DOMRectReadOnly => {
    if (!element) return new DOMRectReadOnly(0, 0, innerWidth, innerHeight);
    const outer = windowOf(element.parentElement);
    const { overflowX, overflowY } = getComputedStyle(element);
    if (overflowX === 'visible' && overflowY === 'visible') return outer;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const [x, y] = [Math.max(left, outer.left), Math.max(top, outer.top)];
    return new DOMRectReadOnly(x, y, Math.min(right, outer.right) - x, Math.min(bottom, outer.bottom) - y);
  };
  for (const part of document.querySelectorAll(parts.join())) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim()) continue;
      // What is switched off, or there for the ear only, need not be seen.
      if (element.closest('[inert], [data-behind], :disabled, title, desc')) continue;
      if (forTheEar(element)) continue;
      const shown = element.checkVisibility({
        opacityProperty: true,
        visibilityProperty: true,
        contentVisibilityAuto: true,
      });
      if (!shown) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const seen = windowOf(element);
      const lines = [...range.getClientRects()]
        .filter(({ left, top, right, bottom }) => {
          const inside = left >= seen.left && top >= seen.top && right <= seen.right && bottom <= seen.bottom;
          return inside && right - left > 2 && bottom - top > 2;
        })
        // What another part covers is not drawn.
        .filter(({ left, top, width, height }) => {
          const above = document.elementFromPoint(left + width / 2, top + height / 2);
          return !above || part.contains(above) || above.contains(part);
        })
        .map(({ left, top, right, bottom }): Text['lines'][number] => [left, top, right, bottom]);
      if (lines.length === 0) continue;
      const style = getComputedStyle(element);
      const svg = element instanceof SVGGraphicsElement;
      const px = parseFloat(style.fontSize) * (svg ? Math.abs(element.getScreenCTM()?.d ?? 1) : 1);
      let opacity = 1;
      for (let one: Element | null = element; one; one = one.parentElement)
        opacity *= Number(getComputedStyle(one).opacity);
      found.push({
        text: node.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, 40),
        lines,
        colour: svg ? style.fill : style.color,
        opacity,
        large: px >= large || (px >= largeBold && Number(style.fontWeight) >= 700),
      });
    }
  }
  return found;
}

/** In the page: takes the letters away and leaves everything else, their outlines too. Returns what does it. */
function hideLetters(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { -webkit-text-fill-color: transparent !important; transition: none !important; }
    text, tspan { fill: transparent !important; }`);
  document.adoptedStyleSheets.push(sheet);
  return sheet;
}

type Colour = readonly [red: number, green: number, blue: number];

/** WCAG 2.2, “relative luminance”: 0 to 1, of 8-bit sRGB. */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Colour;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, “contrast ratio”: 1 to 21. */
export function contrastRatio(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** As computed styles are written. */
function readColour(css: string): { colour: Colour; alpha: number } {
  const numbers = [...css.matchAll(/[\d.]+/g)].map(([number]) => Number(number));
  if (!/^rgba?\(/.test(css) || numbers.length < 3)
    throw new Error(`“${css}” is not a colour that can be read`);
  return { colour: numbers.slice(0, 3) as unknown as Colour, alpha: numbers[3] ?? 1 };
}

/** The ratio that all but a few of a text's pixels have; nothing where no pixel of it is drawn. */
function ratioOf({ lines, colour: css, opacity }: Text, shown: PNG, bare: PNG): number | undefined {
  const { colour, alpha } = readColour(css);
  const strength = alpha * opacity;
  const pixel = ({ data }: PNG, at: number): Colour => [data[at]!, data[at + 1]!, data[at + 2]!];
  const changes: { at: number; by: number }[] = [];
  for (const [left, top, right, bottom] of lines) {
    for (let y = Math.floor(top); y < Math.min(bottom, shown.height); y += 1) {
      for (let x = Math.floor(left); x < Math.min(right, shown.width); x += 1) {
        const at = (y * shown.width + x) * 4;
        const behind = pixel(bare, at);
        const by = pixel(shown, at).reduce((sum, value, i) => sum + Math.abs(value - behind[i]!), 0);
        if (by > 0) changes.push({ at, by });
      }
    }
  }
  const most = Math.max(0, ...changes.map(({ by }) => by));
  const ratios = changes
    .filter(({ by }) => by > most * CORE)
    .map(({ at }) => {
      const behind = pixel(bare, at);
      const drawn = colour.map((value, i) => value * strength + behind[i]! * (1 - strength));
      return contrastRatio(drawn as unknown as Colour, behind);
    })
    .sort((a, b) => a - b);
  return ratios[Math.floor(ratios.length * SPARE)];
}

/**
 * Texts in the window that stand out too little, in words, and those of which nothing is drawn.
 * @param parts selectors of what is looked at
 * @throws {Error} where there is no text to look at
 */
export async function faintTexts(page: Page, ...parts: string[]): Promise<string[]> {
  await settled(page);
  const texts = await page.evaluate(findTexts, [parts, LARGE, LARGE_BOLD] as const);
  if (texts.length === 0) throw new Error(`no text in ${parts.join()}: nothing was looked at`);
  const picture = async (): Promise<PNG> =>
    PNG.sync.read(await page.screenshot({ animations: 'disabled', scale: 'css' }));
  const shown = await picture();
  const hiding = await page.evaluateHandle(hideLetters);
  const bare = await picture();
  await hiding.evaluate((sheet) => (sheet.disabled = true));
  return texts.flatMap((text) => {
    const ratio = ratioOf(text, shown, bare);
    const least = text.large ? LEAST_LARGE : LEAST;
    if (ratio === undefined) return [`“${text.text}” is not to be seen`];
    return ratio < least ? [`“${text.text}” has a contrast of ${ratio.toFixed(2)}, not ${least}`] : [];
  });
}
