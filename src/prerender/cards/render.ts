/** SVG to PNG by resvg, each picture drawn once and then taken from the cache. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { cardSvg, type Card } from './card.ts';
import { cardFonts, type CardFonts } from './fonts.ts';

export interface RenderOptions {
  /** Where unpacked fonts and finished pictures are kept. */
  cacheDir?: string;
}

export const CACHE_DIR = 'node_modules/.cache/behind-schedule';

/** Raised when what resvg makes of the same SVG changes: another version, other options. */
const RENDERING = 'resvg-2.6.2/1';

const loading = new Map<string, Promise<CardFonts>>();

/** The fonts of a cache folder, read once. */
export function fontsIn(cacheDir: string): Promise<CardFonts> {
  const fonts = loading.get(cacheDir) ?? cardFonts(cacheDir);
  loading.set(cacheDir, fonts);
  return fonts;
}

/** One social card, 1200 × 630 px, as PNG. */
export async function renderCard(
  card: Card,
  { cacheDir = CACHE_DIR }: RenderOptions = {},
): Promise<Uint8Array> {
  const fonts = await fontsIn(cacheDir);
  const words = [card.title, card.kicker, card.dek, card.siteName, card.about].join(' ');
  // Scripts that our typefaces lack (Arabic, Greek …) are drawn with what the building machine has.
  const systemFonts = !fonts.metrics['serif-bold'].covers(words);
  return renderPng(cardSvg(card, fonts), { cacheDir, fontFiles: fonts.files, systemFonts });
}

/** Any SVG as PNG, as wide as it says or as `width` px. */
export async function renderPng(
  svg: string,
  options: {
    cacheDir?: string;
    width?: number;
    fontFiles?: string[];
    systemFonts?: boolean;
    /** How the pixels become a file, and a name for that which changes with it; by default resvg's own way. */
    encode?: {
      name: string;
      png: (pixels: Uint8Array, width: number, height: number) => Promise<Uint8Array>;
    };
  } = {},
): Promise<Uint8Array> {
  const { cacheDir = CACHE_DIR, width, fontFiles = [], systemFonts = false, encode } = options;
  const key = createHash('sha256')
    .update([RENDERING, width, systemFonts, ...(encode ? [encode.name] : []), svg].join('\n'))
    .digest('hex')
    .slice(0, 32);
  const folder = join(cacheDir, 'cards');
  const file = join(folder, `${key}.png`);
  if (existsSync(file)) return readFileSync(file);
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: systemFonts, fontFiles, defaultFontFamily: 'Source Serif 4' },
    ...(width ? { fitTo: { mode: 'width' as const, value: width } } : {}),
  });
  const png = encode ? await encode.png(image.pixels, image.width, image.height) : image.asPng();
  mkdirSync(folder, { recursive: true });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, png);
  renameSync(partial, file);
  return png;
}
