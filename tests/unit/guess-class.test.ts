/** The guesses of a class: kept, named, carried to a second window, compared; and their names on the plot. */
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { overlaps } from '#model/boxes.ts';
import { textWidth } from '#model/text-width.ts';
import GuessView from '#stage/guess/GuessView.svelte';
import ClassGuessView from '#stage/guess/class/ClassGuessView.svelte';
import {
  createClassGuess,
  LETTERS,
  type ClassGuessSession,
  type KeptGuess,
} from '#stage/guess/class/class-guess.svelte.ts';
import { classResult, distance } from '#stage/guess/class/class-result.ts';
import { DASHES, gutterOf, placeEnds, WEIGHT } from '#stage/guess/class/ends.ts';
import { strings } from '#stage/guess/class/strings.ts';
import { createGuess } from '#stage/guess/guess.svelte.ts';
import { layoutActual, layoutGuess } from '#stage/guess/layout.ts';
import { realGuess } from './guess-fixture.ts';
import { random } from './timeline-fixture.ts';

const data = realGuess();
const last = data.knots.length - 1;

/** Draws a straight line that ends at `value`, in percent, and keeps it. */
function keep(session: ClassGuessSession, value: number, name?: string): void {
  session.set(last, value);
  session.keep(name);
}

describe('a class', () => {
  it('keeps up to six guesses under names, each with its letter, and begins anew after each', () => {
    const session = createClassGuess(data);
    session.keep('nothing drawn yet');
    expect(session.kept).toEqual([]);
    keep(session, 80, '  Ana ');
    expect(session.keepable).toBe(false);
    expect(session.guess.filter((value) => value !== undefined)).toEqual([0]);
    expect(session.said).toContain('Ana');
    for (let n = 2; n <= 6; n += 1) {
      expect(session.nextName).toBe(`Guess ${n}`);
      keep(session, n * 10);
    }
    expect(session.kept.map(({ name }) => name)).toEqual([
      'Ana',
      'Guess 2',
      'Guess 3',
      'Guess 4',
      'Guess 5',
      'Guess 6',
    ]);
    expect(session.kept.map(({ id }) => id)).toEqual([...LETTERS]);
    expect([session.full, session.locked]).toEqual([true, true]);
    session.set(last, 50);
    session.press({ day: 0, value: 50 });
    session.fill(data.knots.slice(1).map(() => ({ text: '50' })));
    expect(session.guess.at(-1)).toBeUndefined();
  });

  it('takes a guess away and gives its letter to the next; others keep theirs', () => {
    const session = createClassGuess(data);
    for (const value of [20, 40, 60]) keep(session, value);
    session.remove('B');
    expect(session.kept.map(({ id, name }) => [id, name])).toEqual([
      ['A', 'Guess 1'],
      ['C', 'Guess 3'],
    ]);
    session.rename('C', 'Class 9b');
    session.rename('A', '   ');
    keep(session, 90);
    expect(session.kept.map(({ id, name }) => [id, name, session.kept.length])).toEqual([
      ['A', 'Guess 1', 3],
      ['B', 'Guess 2', 3],
      ['C', 'Class 9b', 3],
    ]);
    session.removeAll();
    expect(session.kept).toEqual([]);
  });

  it('sees what happened with a whole line in hand, which is kept then, or with one kept; not with nothing', () => {
    const session = createClassGuess(data);
    expect(session.show()).toBe(false);
    expect(session.revealed).toBe(false);
    session.set(last, 70);
    expect(session.complete).toBe(true);
    expect(session.show()).toBe(true);
    expect(session.kept).toHaveLength(1);
    expect(session.said).toContain('Everything was out on 23 June');
    session.again();
    expect([session.revealed, session.kept.length]).toEqual([false, 1]);
    session.set(2, 30);
    session.show();
    expect(session.kept, 'what is half drawn is no guess').toHaveLength(1);
    expect(session.guess.at(2)).toBeUndefined();
  });

  it('is carried to another window as plain JSON, at every moment of a drawing', () => {
    const [here, there] = [createClassGuess(data), createClassGuess(data)];
    const carry = (): void => there.restore(JSON.parse(JSON.stringify(here.state)));
    const same = (): void => {
      carry();
      expect(there.kept).toEqual(here.kept);
      expect(there.guess).toEqual(here.guess);
      expect([there.revealed, there.said, there.knot]).toEqual([here.revealed, here.said, here.knot]);
      expect(there.state).toEqual(here.state.knot === undefined ? here.state : { ...there.state });
    };
    keep(here, 60, 'Ana');
    same();
    here.press({ day: Date.parse('2014-03-01') / 864e5, value: 40 });
    expect(here.state.knot).toBeDefined();
    same();
    here.release();
    same();
    expect(here.state.knot).toBeUndefined();
    here.show();
    same();
    there.again();
    there.remove('A');
    here.restore(there.state);
    expect([here.kept.length, here.revealed]).toEqual([0, false]);
  });
});

it('a reader’s own guess is carried the same way', () => {
  const [here, there] = [createGuess(data), createGuess(data)];
  here.set(4, 35);
  here.set(last, 80);
  here.show();
  there.restore(JSON.parse(JSON.stringify(here.state)));
  expect(there.guess).toEqual(here.guess);
  expect(there.said).toBe(here.said);
  expect(there.revealed).toBe(true);
  // The other window may go on from there.
  there.again();
  here.restore(there.state);
  expect(here.guess).toEqual(createGuess(data).guess);
});

describe('what is said', () => {
  const along = data.knots.map((_, i) => [0, 2, 5, 12, 25, 45, 50, 70, 90, 90, 90, 95, 100][i] ?? 100);
  const named = (...guesses: (readonly [string, readonly number[]])[]): KeptGuess[] =>
    guesses.map(([name, guess], i) => ({ id: LETTERS[i]!, name, guess }));
  const early = data.knots.map((_, i) => (i === 0 ? 0 : 100));
  const never = data.knots.map(() => 0);

  it('is one sentence for each by name, and who came nearest', () => {
    const { lead, lines } = classResult(data, named(['Ana', early], ['Ben', along], ['Cem', never]));
    expect(lead).toContain('Ben came nearest to what was announced, by our arithmetic.');
    expect(lines.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    expect(lines[0]!.text).toMatch(
      /^Ana: everything out by \d+ Jan, on average \d+ points from the figures announced\.$/,
    );
    expect(lines[2]!.text).toMatch(/^Cem: nothing out by 5 Feb, nothing by 30 Jun, on average \d+ points/);
    for (const { text } of lines) expect(text.match(/[.!?](\s|$)/g)).toHaveLength(1);
    expect(distance(data, along)).toBeLessThan(distance(data, early));
  });

  it('names all who came equally near, and nobody where there is nobody to compare with', () => {
    const tie = classResult(data, named(['Ana', along], ['Ben', along], ['Cem', never]));
    expect(tie.lead).toContain('Ana and Ben came equally near to what was announced, by our arithmetic.');
    expect(classResult(data, named(['Ana', along])).lead).not.toContain('near');
  });
});

describe('on the plot', () => {
  const next = random(7);
  const kept = (count: number, ends: (i: number) => number): KeptGuess[] =>
    LETTERS.slice(0, count).map((id, i) => ({
      id,
      name: ['Ana', 'Guess 2', 'Class 9b, the back row', 'M', 'Wwwwwwwwwwwwwwwwwwwwwwww', 'Zoë'][i]!,
      guess: data.knots.map((_, at) => (at === 0 ? 0 : (ends(i) * at) / last)),
    }));

  it.each([
    [320, 110],
    [683, 300],
    [853, 220],
    [1280, 420],
  ])(
    '%i × %i: names stand at the ends of their lines, none on another, none cut by the edge',
    (width, height) => {
      const compact = width < 560;
      const cases = [() => 100, () => 0, (i: number) => 50 + i, (i: number) => i * 20, () => 100 * next()];
      for (const ends of cases) {
        for (let count = 1; count <= 6; count += 1) {
          const all = kept(count, ends);
          const px = compact ? 12 : 13;
          const gutter = gutterOf(all, width, px, compact, strings);
          const picture = layoutGuess(data, { width, height, compact, gutter });
          const names = placeEnds(all, picture.frame, compact, strings);
          expect(names).toHaveLength(count);
          const blank = data.knots.map((_, i) => (i === 0 ? 0 : undefined));
          const { labels, names: more } = layoutActual(
            data,
            picture,
            blank,
            all.map(({ guess }) => guess),
          );
          const boxes = [
            ...names.map(({ box }) => box),
            ...[...labels, ...Object.values(more), ...picture.levels, ...picture.ends, ...picture.ticks].map(
              ({ box }) => box,
            ),
          ];
          names.forEach(({ id, text, box }, i) => {
            expect(text.startsWith(id)).toBe(true);
            expect(textWidth(text, px, WEIGHT)).toBeCloseTo(box.x1 - box.x0, 6);
            expect(box.x1, text).toBeLessThanOrEqual(width);
            expect(box.y0, text).toBeGreaterThanOrEqual(0);
            expect(box.y1, text).toBeLessThanOrEqual(height);
            boxes.forEach((other, j) =>
              expect(i !== j && overlaps(box, other), `${text} at ${count}`).toBe(false),
            );
          });
        }
      }
    },
  );

  it('each line has a dash of its own', () => {
    expect(new Set(LETTERS.map((id) => DASHES[id])).size).toBe(LETTERS.length);
  });

  it('the view keeps what the session holds', () => {
    const session = createClassGuess(data);
    keep(session, 80, 'Ana');
    keep(session, 40);
    session.set(last, 30);
    const html = (): string =>
      render(ClassGuessView, { props: { View: GuessView, data, session, width: 870, height: 555 } }).body;
    expect(html()).toContain('Ana');
    expect(html()).toContain('Keep this guess');
    expect(html().match(/data-guess=/g)).toHaveLength(2);
    session.show();
    expect(html()).toContain('Back to the guesses');
    expect(html()).toContain('came nearest');
    expect(html().match(/<li[ >]/g)).toHaveLength(3);
  });
});
