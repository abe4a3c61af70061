/** Components' SVG made to stand alone: style sheets written in, custom properties worked out, texts held. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cropped } from '#prerender/cards/crop.ts';
import { cardFonts, type CardFonts } from '#prerender/cards/fonts.ts';
import { readRules } from '#prerender/pictures/css-rules.ts';
import { colour, plainNumbers, substituted } from '#prerender/pictures/css-values.ts';
import { stylist } from '#prerender/pictures/inline-styles.ts';
import { palettePng } from '#prerender/pictures/palette-png.ts';
import { pathLength } from '#prerender/pictures/path-length.ts';
import { sourceLine } from '#prerender/pictures/source-line.ts';
import { parseSvg, svgText, type SvgNode } from '#prerender/pictures/svg-tree.ts';
import { typeset } from '#prerender/pictures/typeface.ts';

const styled = (css: string, markup: string): string =>
  svgText(stylist(readRules(css))(parseSvg(markup)[0]!));

describe('markup', () => {
  test('is read and written as XML', () => {
    const [svg] = parseSvg(
      '<svg class="a"><!--[--><text data-label>A &amp; B&nbsp;–</text><path d="M0 0"></path></svg>',
    );
    expect(svgText(svg as SvgNode)).toBe(
      '<svg class="a"><text data-label="">A &amp; B\u00a0–</text><path d="M0 0"/></svg>',
    );
  });

  test('that does not close is an error', () => {
    expect(() => parseSvg('<svg><g></svg>')).toThrow('closes nothing');
    expect(() => parseSvg('<svg>')).toThrow('never closed');
  });
});

describe('style sheets', () => {
  test('the more specific rule wins, then the later one, and both win over attributes', () => {
    const css = '.a .b{fill:#111111}.b{fill:#222222}.b{stroke:#333333}.b{stroke:#444444}';
    expect(styled(css, '<svg class="a"><path class="b" fill="#000000"/></svg>')).toBe(
      '<svg><path fill="#111111" stroke="#444444"/></svg>',
    );
  });

  test('selectors of our sheets: :is, :not, :where, children, attributes', () => {
    const css =
      'g>path:not(.off,.gone){fill:#111111}:is(.x,.y) path{stroke:#222222}path:where(.z){opacity:.5}[data-a="1"]{stroke-width:2px}path:hover{fill:red}';
    expect(styled(css, '<svg><g class="y"><path class="z" data-a="1"/><path class="off"/></g></svg>')).toBe(
      '<svg><g><path opacity=".5" stroke-width="2" stroke="#222222" fill="#111111"/><path stroke="#222222"/></g></svg>',
    );
  });

  test('what is for dark, print or narrow windows does not count', () => {
    const css =
      '@media (prefers-color-scheme:dark){:root{--ink:#ffffff}}:root{--ink:#111111}@media print{path{fill:none}}path{fill:var(--ink)}';
    expect(styled(css, '<svg><path/></svg>')).toBe('<svg><path fill="#111111"/></svg>');
  });

  test('the light half of a lowered light-dark() is taken', () => {
    const css =
      ':root{--lightningcss-light:initial;--lightningcss-dark: ;--ink:var(--lightningcss-light,#111111)var(--lightningcss-dark,#eeeeee)}path{fill:var(--ink)}';
    expect(styled(css, '<svg><path/></svg>')).toBe('<svg><path fill="#111111"/></svg>');
  });

  test('custom properties hold from where they are set downwards', () => {
    const css = '.red{--c:#aa0000}.blue{--c:#0000aa}path{fill:var(--c)}';
    expect(styled(css, '<svg class="red"><path/><g class="blue"><path/></g></svg>')).toBe(
      '<svg><path fill="#aa0000"/><g><path fill="#0000aa"/></g></svg>',
    );
  });

  test('what is not to be seen is left out, what shows itself again is not', () => {
    const css =
      '.gone{display:none}.off{visibility:hidden}.on{visibility:visible}.fill{clip-path:inset(0 100% 0 0)}';
    const markup =
      '<svg><path class="gone"/><path class="off"/><g class="off"><path class="on"/><text>a</text></g><path class="fill"/></svg>';
    expect(styled(css, markup)).toBe('<svg><g><path/></g></svg>');
  });

  test('dashes in shares of a path become dashes in its own units; a line drawn in full has none', () => {
    const path = (dashes: string): string =>
      `<svg><path d="M0 0H40" pathLength="1" stroke-dasharray="${dashes}"/></svg>`;
    expect(styled('', path('0.25 2'))).toContain('stroke-dasharray="10 80"');
    expect(styled('', path('1 1'))).toBe('<svg><path d="M0 0H40"/></svg>');
  });
});

describe('values', () => {
  test('var() with fallbacks, one in another; a property that is not set voids the value', () => {
    expect(substituted('var(--a, var(--b, 3px))', { '--b': '2px' })).toBe(' 2px');
    expect(substituted('1px var(--a)', {})).toBeUndefined();
  });

  test('calc(), px, colours', () => {
    expect(plainNumbers('calc(2px * 0.5) calc(1px + 3px * 2)')).toBe('1 7');
    expect(colour('color-mix(in srgb, #0b6e62 12%, transparent)')).toEqual({
      paint: '#0b6e62',
      opacity: 0.12,
    });
    expect(colour('light-dark(#fff, #000)')).toEqual({ paint: '#ffffff' });
  });

  test('path lengths', () => {
    expect(pathLength('M0 0H30V40')).toBe(70);
    expect(pathLength('m10 10l3-4-3 4z')).toBe(10);
    expect(pathLength('M0 0Q50 0 100 0')).toBeCloseTo(100, 6);
    expect(() => pathLength('M0 0A1 1 0 0 0 2 2')).toThrow('not known');
  });
});

describe('the base map cut to a picture', () => {
  const island = 'l10 0 0 10z';
  test('keeps the shapes that touch it, where they were', () => {
    const d = `m0 0${island}m100 100${island}m100 100${island}`;
    expect(cropped(d, [90, 90, 120, 120])).toBe(`m100 100${island}`);
    expect(cropped(d, [190, 190, 300, 300])).toBe(`m200 200${island}`);
    expect(cropped(d, [-9, -9, 900, 900])).toBe(d);
    expect(cropped(d, [50, 50, 60, 60])).toBe('');
  });

  test('goes on from where an open line ended', () => {
    expect(cropped('m0 0l5 5m5 5l5 5', [9, 9, 20, 20])).toBe('m10 10l5 5');
  });
});

describe('texts', () => {
  let cacheDir: string;
  let fonts: CardFonts;
  beforeAll(async () => {
    cacheDir = mkdtempSync(join(tmpdir(), 'pictures-'));
    fonts = await cardFonts(cacheDir);
  });
  afterAll(() => rmSync(cacheDir, { recursive: true }));

  const lengths = (markup: string): number[] =>
    [...svgText(typeset(parseSvg(markup)[0]!, fonts, true)).matchAll(/textLength="([\d.]+)"/g)].map(
      ([, one]) => Number(one),
    );

  test('on screens each line is held to its width, runs of other weights reckoned as such', () => {
    const width = (face: 'sans' | 'sans-bold', text: string): number => fonts.metrics[face].width(text) * 20;
    const [first, second] = lengths(
      '<g font-size="20"><text>abc</text><text>abc<tspan font-weight="600"> def</tspan></text></g>',
    );
    expect(first).toBeCloseTo(width('sans', 'abc'), 0);
    expect(second).toBeCloseTo(width('sans', 'abc') + width('sans-bold', ' def'), 0);
  });

  test('a line below another is held by itself', () => {
    expect(lengths('<text font-size="20">abc<tspan x="0" dy="1em">defgh</tspan></text>')).toHaveLength(2);
  });

  test('for the drawing program nothing is held, and fonts have the names of their files', () => {
    const text = svgText(typeset(parseSvg('<text font-family="var(--sans)">≈ 4</text>')[0]!, fonts, false));
    expect(text).not.toContain('textLength');
    expect(text).toContain(`font-family="${fonts.metrics.sans.family}"`);
    expect(text).toContain('~ 4');
  });
});

test('a line of sources says each once and how many it leaves out', () => {
  const measure = (text: string): number => text.length;
  expect(sourceLine(['OPCW', 'Reuters', 'OPCW'], 99, measure)).toBe('Sources: OPCW and Reuters');
  expect(sourceLine(['OPCW', 'Reuters', 'BBC News', 'AFP'], 31, measure)).toBe('Sources: OPCW and 3 more');
  expect(sourceLine(['OPCW'], 99, measure)).toBe('Source: OPCW');
  expect(sourceLine([], 99, measure)).toBe('');
});

describe('PNG with a palette', () => {
  const picture = (colours: readonly number[][], width: number): Uint8Array =>
    Uint8Array.from(Array.from({ length: width * width }, (_, at) => colours[at % colours.length]!).flat());

  test('few colours come back exactly', async () => {
    const pixels = picture(
      [
        [251, 250, 247, 255],
        [159, 29, 32, 255],
        [0, 0, 0, 255],
      ],
      30,
    );
    const { width, height, data } = PNG.sync.read(Buffer.from(await palettePng(pixels, 30, 30)));
    expect([width, height]).toEqual([30, 30]);
    expect(Buffer.from(pixels).equals(data)).toBe(true);
  });

  test('of more than 256 the rare ones come near', async () => {
    const many = Array.from({ length: 400 }, (_, at) => [at >> 1, 128, at % 2, 255]);
    const pixels = picture(many, 40);
    const { data } = PNG.sync.read(Buffer.from(await palettePng(pixels, 40, 40)));
    const off = Math.max(...data.map((value, at) => Math.abs(value - pixels[at]!)));
    // A neighbouring shade, which nobody sees.
    expect(off).toBe(1);
  });
});
