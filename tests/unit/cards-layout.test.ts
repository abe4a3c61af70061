/** Cards: words fit their column, colours are the site's, pictures are what they claim to be. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadStory } from '#content/load.ts';
import { cardSvg, CARD, MOTIF, type Card } from '#prerender/cards/card.ts';
import { cardFonts, type CardFonts } from '#prerender/cards/fonts.ts';
import { faviconSvg, iconFiles } from '#prerender/cards/icons.ts';
import { mapPicture, siteScene } from '#prerender/cards/map-picture.ts';
import { PALETTE, THREAD_COLOURS } from '#prerender/cards/palette.ts';
import { renderCard } from '#prerender/cards/render.ts';
import { sharePicture, shareOn } from '#prerender/cards/share-picture.ts';
import { siteCard, stepCard } from '#prerender/cards/site-card.ts';
import { balance, wrap } from '#prerender/cards/wrap.ts';
import { tinyStory } from './support/tiny-story.ts';

let cacheDir: string;
let fonts: CardFonts;
beforeAll(async () => {
  cacheDir = mkdtempSync(join(tmpdir(), 'cards-'));
  fonts = await cardFonts(cacheDir);
});
afterAll(() => rmSync(cacheDir, { recursive: true }));

const story = tinyStory();
const chapter = story.chapters[0]!;
const measure = (text: string): number => text.length;

describe('line breaking', () => {
  test('fills lines, and lets a word that is too long stand alone', () => {
    expect(wrap('one two three', { width: 7, measure, maxLines: 9 })).toEqual(['one two', 'three']);
    expect(wrap('a incomprehensible b', { width: 7, measure, maxLines: 9 })).toEqual([
      'a',
      'incomprehensible',
      'b',
    ]);
  });

  test('ends in an ellipsis when there are more lines than room', () => {
    expect(wrap('one two three four', { width: 8, measure, maxLines: 2 })).toEqual(['one two', 'three…']);
  });

  test('balances lines without adding any', () => {
    const options = { width: 11, measure, maxLines: 9 };
    expect(wrap('aaaa bbbb cccc', options)).toEqual(['aaaa bbbb', 'cccc']);
    expect(balance('one two three fo', { width: 13, measure, maxLines: 9 })).toEqual(['one two', 'three fo']);
  });
});

describe('fonts', () => {
  test('widths are those of the typeface: an em dash is wider than an i', () => {
    const { width } = fonts.metrics['serif-bold'];
    expect(width('—')).toBeGreaterThan(width('i') * 2);
    expect(width('mm')).toBeCloseTo(2 * width('m'), 6);
  });

  test('it is known which words our typefaces can set', () => {
    expect(fonts.metrics['serif-bold'].covers('“Unacceptable”, 31 – 1')).toBe(true);
    expect(fonts.metrics['serif-bold'].covers('قصة')).toBe(false);
  });
});

/** Every text of a card with its right edge, px. */
function texts(svg: string): { text: string; size: number; right: number; y: number }[] {
  return [
    ...svg.matchAll(
      /<text x="([\d.]+)" y="([\d.]+)" font-family="([^"]+)" font-weight="(\d+)" font-size="(\d+)"[^>]*>([^<]*)</g,
    ),
  ].map(([, x, y, family, weight, size, text]) => {
    const face = (['serif', 'serif-bold', 'sans', 'sans-bold'] as const).find(
      (name) =>
        fonts.metrics[name].family === family &&
        { serif: '400', 'serif-bold': '700', sans: '400', 'sans-bold': '600' }[name] === weight,
    );
    const plain = (text as string).replaceAll('&amp;', '&');
    return {
      text: plain,
      size: Number(size),
      y: Number(y),
      right: Number(x) + fonts.metrics[face!].width(plain) * Number(size),
    };
  });
}

const titles = [
  'The sea says yes',
  '“Unacceptable”',
  'What it did and did not do',
  'Transitional governing body, disputed',
  'x',
];

test.each(titles)('“%s” stays in its column and above the foot', (title) => {
  const card: Card = { ...stepCard(story, chapter, chapter.steps[0]!), title };
  const lines = texts(cardSvg(card, fonts));
  const column = CARD.width - MOTIF.width;
  for (const { text, right } of lines) expect(right, text).toBeLessThan(column);
  const foot = lines.find(({ text }) => text === card.siteName);
  const date = lines.find(({ text }) => text === card.dek);
  expect(date?.y).toBeLessThan((foot?.y ?? 0) - 60);
});

test('a step’s card names step, chapter, date and story, in its thread’s colour', () => {
  const svg = cardSvg(stepCard(story, chapter, chapter.steps[1]!), fonts);
  const words = texts(svg).map(({ text }) => text);
  expect(words).toEqual(
    expect.arrayContaining(['“Unacceptable”', '1 · The loads', '31 January 2014', 'Cargo & Quay']),
  );
  // Its first mark in focus is a deadline of the talks, which are blue.
  expect(svg).toContain(THREAD_COLOURS.blue);
});

test('a right-to-left card is mirrored', () => {
  const card = { ...siteCard(story, '<rect/>'), direction: 'rtl' as const };
  expect(cardSvg(card, fonts)).toContain('text-anchor="end"');
  expect(cardSvg(card, fonts)).toContain('<g transform="translate(0,0)"');
});

describe('the map on a card', () => {
  /** One level, 40° wide, in steps of half a plane unit, as the base map is baked. */
  const basemap = {
    levels: [{ id: 'l0', minScale: 0, bounds: [-100, -600, 300, -200] as const }],
    markup:
      '<g class="level" data-level="l0"><g id="basemap-l0"><svg x="-100" y="-600" width="400" height="400" ' +
      'viewBox="-200 -1200 800 800" preserveAspectRatio="none"><path class="land" d="m-200-1200l800 0 0 800-800 0z"/></svg></g></g>',
  };
  const draw = (focus: string[], whole = false): string => {
    const scene = { ...chapter.steps[0]!.scene, focus };
    return mapPicture({ story, scene, basemap, fonts, whole });
  };

  test('marks the place of a mark in focus, named and in its thread’s colour', () => {
    const svg = draw(['load-01']);
    expect(svg).toContain('>Harbour</text>');
    expect(svg).toContain(`fill="${THREAD_COLOURS.green}"`);
  });

  test('draws routes in focus, and says that they are approximate', () => {
    expect(draw(['heron-out'])).toContain('Routes are approximate');
    expect(draw(['heron-out'])).toContain(`stroke="${PALETTE.ink}" stroke-width="3.5"`);
    expect(draw([])).not.toContain(`stroke="${PALETTE.ink}" stroke-width="3.5"`);
  });

  test('needs no nested <svg>, which resvg cuts off, and scales line widths to px', () => {
    const svg = draw(['load-01']);
    expect(svg).not.toContain('<svg');
    const scale = Number(/scale\(([\d.]+)\)"><clipPath/.exec(svg)?.[1]);
    const width = Number(/stroke="#9fb4be" stroke-width="([\d.]+)"/.exec(svg)?.[1]);
    // Two steps to the plane unit, `scale` px to the unit: 1.2 px.
    expect((width / 2) * scale).toBeCloseTo(1.2, 6);
  });

  test('the whole story has the view most steps share, and every route', () => {
    expect(siteScene(story)).toMatchObject({ camera: 'sea', focus: [] });
    expect(draw([], true)).toContain(`stroke="${PALETTE.ink}" stroke-width="3.5"`);
    expect(siteScene({ ...story, cameras: [] })).toBeUndefined();
  });
});

test('a share is drawn as squares out of a hundred, the last one in part', () => {
  const reading = shareOn(story, '2014-01-20')!;
  expect(reading.point.value).toBe(4.1);
  const svg = sharePicture(reading, fonts);
  expect(svg.match(new RegExp(`<rect[^>]*fill="${THREAD_COLOURS.green}"`, 'g'))).toHaveLength(5);
  expect(svg).toContain('about 4 percent');
  expect(svg).toContain('As of 8 January 2014, the agency');
  expect(shareOn(story, '2014-01-01')).toBeUndefined();
});

test('of several shares the newest is drawn', () => {
  const { story: real } = loadStory(fileURLToPath(new URL('../../content', import.meta.url)));
  expect(shareOn(real, '2014-04-30')).toMatchObject({
    series: { id: 'removed-or-destroyed' },
    point: { value: 92.5 },
  });
  expect(shareOn(real, '2014-03-20')).toMatchObject({ series: { id: 'removed' }, point: { value: 49.3 } });
});

test('a card is a PNG of the size that social networks ask for, and is drawn once', async () => {
  const card = siteCard(story);
  const first = await renderCard(card, { cacheDir });
  const header = Buffer.from(first);
  expect(header.subarray(1, 4).toString()).toBe('PNG');
  expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([1200, 630]);
  const again = await renderCard(card, { cacheDir });
  expect(Buffer.compare(header, Buffer.from(again))).toBe(0);
});

test('icons have the sizes in their names', async () => {
  for (const { path, body } of await iconFiles({ cacheDir })) {
    const side = Buffer.from(body).readUInt32BE(16);
    expect(side, path).toBe(path.includes('apple') ? 180 : Number(/(\d+)\.png$/.exec(path)?.[1]));
  }
});

test('static/favicon.svg is the drawing that the icons are made from', () => {
  expect(readFileSync('static/favicon.svg', 'utf8')).toBe(faviconSvg());
});

test('the colours of the pictures are those of the site', () => {
  const tokens = readFileSync('src/site/tokens.css', 'utf8');
  const light = (name: string): string | undefined =>
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6})`).exec(tokens)?.[1];
  for (const [name, value] of Object.entries(PALETTE)) {
    const token = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(light(token), token).toBe(value);
  }
  for (const [name, value] of Object.entries(THREAD_COLOURS))
    expect(light(`thread-${name}`), name).toBe(value);
});
