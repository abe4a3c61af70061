/** The typefaces of the cards: the site's own, unpacked to the TrueType files that resvg reads. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { convert } from 'fontverter';
import { readMetrics, type FontMetrics } from './font-metrics.ts';

export type Face = 'serif' | 'serif-bold' | 'serif-italic' | 'sans' | 'sans-bold' | 'sans-italic';

/** Fontsource keeps a subset a file; cards need the latin one, and latin-ext for names such as “Dvořák”. */
const FACES: Record<Face, { package: string; weight: number; style?: 'italic' }> = {
  serif: { package: 'source-serif-4', weight: 400 },
  'serif-bold': { package: 'source-serif-4', weight: 700 },
  'serif-italic': { package: 'source-serif-4', weight: 400, style: 'italic' },
  sans: { package: 'source-sans-3', weight: 400 },
  'sans-bold': { package: 'source-sans-3', weight: 600 },
  'sans-italic': { package: 'source-sans-3', weight: 400, style: 'italic' },
};

/** CSS weights. */
export const WEIGHTS = Object.fromEntries(
  Object.entries(FACES).map(([face, { weight }]) => [face, weight]),
) as Record<Face, number>;

export interface CardFonts {
  /** Paths of TrueType files for resvg. */
  files: string[];
  metrics: Record<Face, FontMetrics>;
}

/** Unpacks the fonts into `cacheDir` once and reads their metrics. */
export async function cardFonts(cacheDir: string): Promise<CardFonts> {
  const folder = join(cacheDir, 'fonts');
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  const metrics = {} as Record<Face, FontMetrics>;
  for (const [face, { package: name, weight, style = 'normal' }] of Object.entries(FACES) as [
    Face,
    (typeof FACES)[Face],
  ][]) {
    for (const subset of ['latin', 'latin-ext']) {
      const file = await unpack(`@fontsource/${name}`, `${name}-${subset}-${weight}-${style}`, folder);
      files.push(file);
      if (subset === 'latin') metrics[face] = readMetrics(readFileSync(file));
    }
  }
  return { files, metrics };
}

async function unpack(packageName: string, name: string, folder: string): Promise<string> {
  const { resolve: find } = createRequire(resolve('package.json'));
  const file = join(folder, `${name}.ttf`);
  if (existsSync(file)) return file;
  const packed = readFileSync(find(`${packageName}/files/${name}.woff2`));
  // Written aside and moved into place, so that a build running at the same time never reads half a file.
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, await convert(packed, 'sfnt'));
  renameSync(partial, file);
  return file;
}
