import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BASE_RANGES, COMPOSED_RANGES, inRange, type RangeName } from '#model/ranges.ts';

const css = readFileSync('src/site/media.css', 'utf8');
const names = [...Object.keys(BASE_RANGES), ...Object.keys(COMPOSED_RANGES)] as RangeName[];

/** Whether a media condition as `media.css` writes them holds at a width. */
function holds(condition: string, width: number): boolean {
  const between = /^\((\d+)px <= width < (\d+)px\)$/.exec(condition);
  if (between) return width >= Number(between[1]) && width < Number(between[2]);
  const edge = /^\(width (<|>=) (\d+)px\)$/.exec(condition);
  if (!edge) throw new Error(`unknown form: ${condition}`);
  return edge[1] === '<' ? width < Number(edge[2]) : width >= Number(edge[2]);
}

it('stylesheets and code name the same fourteen ranges, with the same edges', () => {
  const declared = new Map([...css.matchAll(/@custom-media --([\w-]+) (\(.+\));/g)].map((m) => [m[1], m[2]]));
  expect([...declared.keys()].sort()).toEqual([...names].sort());
  expect(names).toHaveLength(14);
  for (const name of names) {
    for (const width of [320, 639, 640, 959, 960, 1119, 1120, 1439, 1440, 2560]) {
      expect([name, width, holds(declared.get(name) ?? '', width)]).toEqual([
        name,
        width,
        inRange(name, width),
      ]);
    }
  }
});

it('the base ranges cover every width once', () => {
  for (let width = 0; width < 2000; width += 1) {
    const hits = (Object.keys(BASE_RANGES) as RangeName[]).filter((name) => inRange(name, width));
    expect(hits).toHaveLength(1);
  }
});
