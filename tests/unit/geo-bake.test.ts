import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bakeBasemap, basemapMarkup, type BakedLevel } from '#geo/bake.ts';
import { readMapConfig } from '#geo/config.ts';
import { inRings } from '#geo/plane.ts';
import { project } from '#model/projection.ts';
import type { LonLat } from '#model/scene.ts';

const config = readMapConfig('content');
const started = performance.now();
const basemap = bakeBasemap(config, 'content');
const took = performance.now() - started;
const markup = basemapMarkup(basemap);
const level = (id: string): BakedLevel => basemap.levels.find((one) => one.id === id)!;
const onLand = (id: string, point: LonLat): boolean => inRings(project(point), level(id).coast);

/** The rings or lines of one class of path, back in plane units. */
function linesOf({ svg, grid }: BakedLevel, name: string): [number, number][][] {
  const d = new RegExp(`class="${name}" d="([^"]*)"`).exec(svg)?.[1] ?? '';
  const numbers = (text: string): number[] => (text.match(/-?\d+/g) ?? []).map(Number);
  const lines: [number, number][][] = [];
  let [x, y] = [0, 0];
  for (const part of d.split('m').slice(1)) {
    const line: [number, number][] = [];
    const steps = numbers(part);
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i]!;
      y += steps[i + 1]!;
      line.push([x * grid, y * grid]);
    }
    if (part.endsWith('z')) {
      line.push(line[0]!);
      [x, y] = [line[0]![0] / grid, line[0]![1] / grid];
    }
    lines.push(line);
  }
  return lines;
}

const nearest = (lines: [number, number][][], at: LonLat): number => {
  const [x, y] = project(at);
  return Math.min(...lines.flat().map(([px, py]) => Math.hypot(px - x, py - y)));
};

describe('the baked base map', () => {
  it('takes at most 40 kB of a compressed page', () => {
    const size = brotliCompressSync(markup, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    expect(size).toBeLessThanOrEqual(40_000);
  });

  it('is baked fast, and the same each time', () => {
    expect(took).toBeLessThan(8_000);
    expect(basemapMarkup(bakeBasemap(config, 'content'))).toBe(markup);
  });

  it('has the land that clipping in the plane would lose', () => {
    expect(onLand('l0', [-18.6, 64.9])).toBe(true); // Iceland
    expect(onLand('l0', [26, 69])).toBe(true); // Lapland
    expect(onLand('l0', [-95, 31])).toBe(true); // Texas
    expect(onLand('l0', [-35, 40])).toBe(false); // the Atlantic
    expect(onLand('l0', [-168, 60])).toBe(false); // outside the bounds
  });

  it('leaves the straits open that ships pass', () => {
    for (const strait of [
      [-5.6, 35.95],
      [15.63, 38.2],
      [10.95, 55.4],
    ] as LonLat[]) {
      expect(onLand('l1', strait)).toBe(false);
    }
  });

  it.each(['l0', 'l1', 'l2'])('tints the Golan Heights as Syria at level %s', (id) => {
    const syria = linesOf(level(id), 'highlight');
    expect(inRings(project([35.77, 33]), syria)).toBe(true);
    expect(inRings(project([36.3, 33.5]), syria)).toBe(true);
    expect(inRings(project([35.3, 32.8]), syria)).toBe(false); // Galilee
  });

  it('draws no solid border where a dashed line is drawn', () => {
    for (const id of ['l1', 'l2']) {
      const dashed = linesOf(level(id), 'disputed');
      expect(nearest(dashed, [35.85, 33.09])).toBeLessThan(0.5);
      expect(nearest(linesOf(level(id), 'border'), [35.85, 33.09])).toBeGreaterThan(0.5);
    }
  });

  it('draws Cyprus undivided', () => {
    expect(onLand('l1', [33.3, 35.1])).toBe(true);
    for (const id of ['l1', 'l2'])
      expect(nearest(linesOf(level(id), 'border'), [33.3, 35.15])).toBeGreaterThan(10);
  });

  it('draws no border at world scale', () => {
    expect(level('l0').svg).not.toContain('class="border"');
  });

  it('wraps each level so that it can be shown, hidden and copied', () => {
    for (const { id } of basemap.levels) {
      expect(markup).toContain(`data-level="${id}"><g id="basemap-${id}">`);
    }
    expect(markup).not.toContain('style=');
    expect(markup).not.toContain('NaN');
  });
});

describe('any other story', () => {
  const only = {
    levels: [
      {
        id: 'world',
        land: 'package:world-atlas/land-50m.json',
        bounds: [110, -50, 180, 0] as const,
        weight: 2,
        minScale: 0,
        portRadius: 25,
      },
    ],
  };

  it('needs no more than land', () => {
    const [world] = bakeBasemap(only, '.').levels;
    expect(inRings(project([135, -25]), world!.coast)).toBe(true);
    expect(world!.svg).toBe('');
  });

  it('is told which file is missing', () => {
    const missing = { levels: [{ ...only.levels[0]!, land: 'geo/nowhere.json' }] };
    expect(() => bakeBasemap(missing, 'content')).toThrow(/geo\/nowhere\.json.*does not exist/);
    const unknown = { levels: [{ ...only.levels[0]!, land: 'package:world-atlas/land-51m.json' }] };
    expect(() => bakeBasemap(unknown, 'content')).toThrow(/land-51m\.json/);
  });

  it('is told which country the data does not have', () => {
    const misspelt = { ...config, highlight: 'Siria' };
    expect(() => bakeBasemap(misspelt, 'content')).toThrow(/Siria.*Syria/);
  });
});
