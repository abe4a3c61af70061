/** Nothing written collides or is cut, at every size, before, during and after. */
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { overlaps, type Box } from '#model/boxes.ts';
import { chartFrame } from '#stage/chart/geometry.ts';
import { blankGuess, nearest, type Guess } from '#stage/guess/guess.ts';
import { createGuess } from '#stage/guess/guess.svelte.ts';
import GuessView from '#stage/guess/GuessView.svelte';
import { guessPath, layoutActual, layoutGuess, openPart, placeChip, toSample } from '#stage/guess/layout.ts';
import { realChart, realGuess } from './guess-fixture.ts';
import { random } from './timeline-fixture.ts';

const data = realGuess();
const count = data.knots.length;

/** Plots of views 320 × 230 to 1100 × 700, as high as prompt or result and buttons leave them. */
const VIEWS = [
  [320, 230],
  [390, 280],
  [390, 380],
  [820, 380],
  [870, 555],
  [1100, 700],
] as const;
const PLOTS = VIEWS.flatMap(([width, height]) =>
  (width < 560 ? [90, 125] : [170, 210]).map(
    (around) => [width - (width < 560 ? 24 : 48), height - around] as const,
  ),
);

const GUESSES: [string, Guess][] = [
  ['nothing', data.knots.map(() => 0)],
  ['all at once', data.knots.map((_, index) => (index === 0 ? 0 : 100))],
  ['straight', data.knots.map((_, index) => Math.round((index / (count - 1)) * 100))],
  ['late', data.knots.map((_, index) => (index > 9 ? 95 : 0))],
  ['along the figures', [0, 2, 5, 12, 25, 45, 50, 70, 90, 90, 90, 95, 100]],
];

function inside(boxes: readonly (readonly [string, Box])[], width: number, height: number): void {
  boxes.forEach(([text, box], index) => {
    expect(box.x0, `“${text}” left`).toBeGreaterThanOrEqual(0);
    expect(box.x1, `“${text}” right`).toBeLessThanOrEqual(width + 0.1);
    expect(box.y0, `“${text}” top`).toBeGreaterThanOrEqual(0);
    expect(box.y1, `“${text}” bottom`).toBeLessThanOrEqual(height + 0.1);
    for (const [other, its] of boxes.slice(index + 1))
      expect(overlaps(box, its), `“${text}” on “${other}”`).toBe(false);
  });
}
const named = (labels: readonly ({ text: string; box: Box } | undefined)[]) =>
  labels.flatMap((label) => (label ? [[label.text, label.box] as const] : []));

describe.each(PLOTS)('a plot of %i × %i', (width, height) => {
  const picture = layoutGuess(data, { width, height });
  const axes = [...picture.levels, ...picture.ends, ...picture.ticks];

  it('before and while drawing', () => {
    const guesses: Guess[] = [blankGuess(count)];
    for (const last of [1, 4, 8, 11])
      for (const value of [0, 50, 100])
        guesses.push(data.knots.map((_, index) => (index === 0 ? 0 : index <= last ? value : undefined)));
    for (const guess of guesses) {
      inside(named([...axes, picture.plan?.label, openPart(data, picture, guess)?.hint]), width, height);
    }
    expect(picture.plan?.label).toBeDefined();
    expect(openPart(data, picture, blankGuess(count))?.hint).toBeDefined();
    expect(picture.ticks.length).toBeGreaterThanOrEqual(5);
    expect(picture.frame.px).toBeGreaterThanOrEqual(12);
  });

  it.each(GUESSES)('after a guess: %s', (_, guess) => {
    const { labels, names, points, strays } = layoutActual(data, picture, guess);
    const written = named([...axes, ...labels, names.yours, names.announced, names.plan]);
    inside(written, width, height);
    for (const { x, y } of [...points, ...strays])
      for (const [text, box] of named([...labels, ...Object.values(names)]))
        expect(overlaps(box, { x0: x - 4, y0: y - 4, x1: x + 4, y1: y + 4 }), `“${text}” on a mark`).toBe(
          false,
        );
    // The figure that ends it is always said, and so are those on other bases where there is any room.
    expect(labels.map(({ key }) => key)).toContain('2014-06-23');
    const others = labels.filter(({ text }) => text.startsWith('≈4') || text.startsWith('≈11'));
    expect(others.length).toBeGreaterThanOrEqual(height < 120 ? 1 : 2);
  });

  it('keeps the bubble of every knot in sight and off the knot', () => {
    const { frame, days } = picture;
    for (const day of days)
      for (const value of [0, 50, 100]) {
        const chip = placeChip('15 May · 100 %', frame.x(day), frame.y(value), frame);
        inside([['chip', chip.box]], width, height);
        expect(chip.box.y0 > frame.y(value) || chip.box.y1 < frame.y(value)).toBe(true);
      }
  });

  it('hits the nearest knot everywhere, and knots 24 px wide where there is room', () => {
    const { frame, days } = picture;
    for (let x = frame.x0; x <= frame.x1; x += 1) {
      const hit = nearest(days, toSample(frame, days, x, 0).day);
      const distances = days.map((day) => Math.abs(frame.x(day) - x));
      expect(distances[hit]).toBeCloseTo(Math.min(...distances), 0);
    }
    const columns = days.slice(2, -1).map((day, index) => frame.x(day) - frame.x(days[index + 1] as number));
    if (width > 420) expect(Math.min(...columns)).toBeGreaterThanOrEqual(24);
  });
});

it('joins only figures of the basis that is guessed', () => {
  const picture = layoutGuess(data, { width: 800, height: 400 });
  const { steps, strays, points } = layoutActual(data, picture, blankGuess(count));
  expect(steps.match(/V/g)).toHaveLength(points.length - 1);
  for (const { x, y } of strays) expect(steps).not.toMatch(new RegExp(`[MH]${x}\\b|V${y}\\b`));
});

it('shades the difference from the first figure on, and only beside a whole guess', () => {
  const picture = layoutGuess(data, { width: 800, height: 400 });
  const [first] = layoutActual(data, picture, blankGuess(count)).points;
  expect(layoutActual(data, picture, blankGuess(count)).gap).toBeUndefined();
  const { gap } = layoutActual(data, picture, GUESSES[2]?.[1] as Guess);
  expect(gap?.startsWith(`M${first?.x} ${first?.y}`)).toBe(true);
  const xs = [...(gap ?? '').matchAll(/[MHL](\d+(?:\.\d)?)/g)].map((match) => Number(match[1]));
  expect(Math.min(...xs)).toBe(first?.x);
});

it('a place in the plot and back is the same place', () => {
  const { frame, days } = layoutGuess(data, { width: 640, height: 300 });
  const next = random(3);
  for (let round = 0; round < 50; round += 1) {
    const [x, y] = [frame.x0 + next() * (frame.x1 - frame.x0), frame.y0 + next() * (frame.y1 - frame.y0)];
    const { day, value } = toSample(frame, days, x, y);
    expect(frame.x(day)).toBeCloseTo(x, 0);
    expect(frame.y(value)).toBeCloseTo(y, 0);
  }
});

it('a guess can be drawn over the real chart', () => {
  const frame = chartFrame(realChart(), 1, { width: 900, height: 500 });
  const path = guessPath(data, [0, ...Array.from({ length: count - 2 }, () => undefined), 100], frame);
  expect(path).toBe(`M${frame.x(16_077)} ${frame.y1}L${frame.x(16_251)} ${frame.y0}`);
  expect(guessPath(data, blankGuess(count), frame)).toBe('');
});

describe('the view on the server', () => {
  const session = () => createGuess(data);
  const body = (own = session()) =>
    render(GuessView, { props: { data, width: 870, height: 555, session: own } }).body;

  it('has a slider for each date that can be set, one of them in the tab order', () => {
    const html = body();
    expect(html.match(/role="slider"/g)).toHaveLength(count - 1);
    expect(html.match(/tabindex="0"/g)).toHaveLength(1);
    expect(html).toContain('aria-valuetext="15 February: not drawn yet"');
    const own = session();
    own.set(3, 40);
    expect(body(own)).toContain('aria-valuetext="15 February: 40 percent"');
  });

  it('keeps what a session holds, shown or not', () => {
    const own = session();
    own.set(count - 1, 80);
    own.show();
    const html = body(own);
    expect(html).toContain('You had 80\u202f% out by 30 June');
    expect(html).toContain('Try again');
    expect(html).not.toContain('role="slider"');
    expect(html, 'it draws itself only when it is asked for').not.toContain('fresh');
  });
});
