/** The pictures of the built site: all there, of their size, finished, and standing by themselves. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PNG } from 'pngjs';
import { DIST } from './support/built.ts';
import { readChapters } from './support/content.ts';
import { expect, test } from './support/test.ts';

const steps = readChapters().flatMap((chapter) => chapter.steps);
const events = (
  JSON.parse(readFileSync(join(DIST, 'data/events.json'), 'utf8')) as { events: { id: string }[] }
).events.map(({ id }) => id);
const VIEWS = ['story', 'map', 'timeline', 'chart'];
const ALL = [
  ...VIEWS.map((view) => `pictures/${view}`),
  ...steps.map(({ id }) => `pictures/steps/${id}`),
  ...events.map((id) => `pictures/events/${id}`),
];
const svgOf = (path: string): string => readFileSync(join(DIST, `${path}.svg`), 'utf8');

test('there is one of every view, step and event, as PNG and as SVG', () => {
  expect(events.length).toBeGreaterThan(100);
  const missing = ALL.flatMap((path) => [`${path}.png`, `${path}.svg`]).filter(
    (file) => !existsSync(join(DIST, file)),
  );
  expect(missing).toEqual([]);
});

test('every PNG is 1200 × 675 px, light to load and has something on it from top to foot', () => {
  for (const path of ALL) {
    const bytes = readFileSync(join(DIST, `${path}.png`));
    expect(bytes.length, path).toBeLessThan(150_000);
    const { width, height, data } = PNG.sync.read(bytes);
    expect([width, height], path).toEqual([1200, 675]);
    // A band counts as drawn on where it has more colours than paper and one line.
    for (const [from, to] of [
      [20, 110],
      [150, 560],
      [600, 670],
    ] as const) {
      const colours = new Set<number>();
      for (let at = from * width * 4; at < to * width * 4; at += 4) colours.add(data.readUInt32BE(at));
      expect(colours.size, `${path}, rows ${from} to ${to}`).toBeGreaterThan(8);
    }
  }
});

test('every SVG is XML, named and described, without scripts or anything from elsewhere', () => {
  for (const path of ALL) {
    const svg = svgOf(path);
    const has = (pattern: RegExp): string | undefined => pattern.exec(svg)?.[0];
    expect(has(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/), path).toBeTruthy();
    expect(has(/<title [^>]*>[^<]+<\/title><desc [^>]*>[^<]+<\/desc>/), path).toBeTruthy();
    expect(
      has(/<(script|style|foreignObject|image)|@import|var\(|light-dark|undefined|NaN/),
      path,
    ).toBeUndefined();
    const references = [...svg.matchAll(/(?:href="|url\()([^")]+)/g)].map(([, to]) => to as string);
    for (const to of references) {
      expect(to, path).toMatch(/^#/);
      expect(svg.includes(`id="${to.slice(1)}"`), `${path} has ${to}`).toBe(true);
    }
  }
});

test('the guess is not given away: its picture has the promise and no figure delivered', () => {
  const guesses = steps.filter(({ scene }) => scene.panel === 'guess');
  expect(guesses.length).toBeGreaterThan(0);
  const curve = /stroke="#0b6e62" stroke-width="1\.75"|stroke-width="1\.75" stroke="#0b6e62"/;
  // What is looked for is what a chart with figures has.
  expect(curve.test(svgOf('pictures/chart'))).toBe(true);
  for (const { id } of guesses) {
    const svg = svgOf(`pictures/steps/${id}`);
    expect(svg.includes('plan of'), id).toBe(true);
    expect(curve.test(svg), id).toBe(false);
    expect(/>(removed|at this pace)/.exec(svg)?.[0], id).toBeUndefined();
  }
});

// A test machine has none of our typefaces, which is what many readers have.
test('opened by itself in a browser, no text leaves the frame and the words of the frame keep apart', async ({
  page,
  problems,
}) => {
  // Files have no favicon to ask for, and no policy.
  problems.allow(/favicon/);
  await page.setViewportSize({ width: 1200, height: 675 });
  for (const path of [...ALL.slice(0, 4 + steps.length), ...ALL.slice(-12)]) {
    await page.goto(pathToFileURL(join(DIST, `${path}.svg`)).href);
    const wrong = await page.evaluate(() => {
      const parsed = document.documentElement.nodeName === 'svg';
      const boxes = [...document.querySelectorAll('text')].map((text) => {
        const { left, top, right, bottom } = text.getBoundingClientRect();
        return {
          text: text.textContent ?? '',
          left,
          top,
          right,
          bottom,
          own: text.parentElement?.nodeName === 'svg',
        };
      });
      // A name at the edge of a map may be cut by the map; nothing may leave the paper.
      const out = boxes.filter((box) => box.left < 0 || box.top < 0 || box.right > 1200 || box.bottom > 675);
      const frame = boxes.filter(({ own }) => own);
      const met = frame.flatMap((a, at) =>
        frame
          .slice(at + 1)
          .filter(
            (b) =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) >
                Math.min(a.bottom - a.top, b.bottom - b.top) / 2,
          )
          .map((b) => `“${a.text}” and “${b.text}”`),
      );
      return [...(parsed ? [] : ['no SVG']), ...out.map(({ text }) => `out: ${text}`), ...met];
    });
    expect(wrong, path).toEqual([]);
  }
});
