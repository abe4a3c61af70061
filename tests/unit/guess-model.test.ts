/** The guess itself: knots, strokes, lines that never fall. */
import { describe, expect, it } from 'vitest';
import { guessData, knotDates } from '#stage/guess/guess-data.ts';
import {
  blankGuess,
  drawn,
  fill,
  isComplete,
  move,
  press,
  setKnot,
  stepped,
  valueAt,
  type Guess,
} from '#stage/guess/guess.ts';
import { keyDeed } from '#stage/guess/keys.ts';
import { data as chart } from './chart-fixture.ts';
import { realGuess } from './guess-fixture.ts';
import { random } from './timeline-fixture.ts';

/** Knots ten days apart: the day is ten times the index. */
const days = Array.from({ length: 7 }, (_, index) => index * 10);
const blank = blankGuess(7);

/** A stroke through `[day, value]` points. */
function stroke(before: Guess, ...points: [number, number][]) {
  const [first, ...rest] = points.map(([day, value]) => ({ day, value }));
  return drawn(rest.reduce(move, press(days, before, first as { day: number; value: number })));
}

describe('what is guessed', () => {
  it('runs from the first load to the last deadline, on the 1st and 15th', () => {
    expect(realGuess().knots).toEqual(
      '01-07 01-15 02-01 02-15 03-01 03-15 04-01 04-15 05-01 05-15 06-01 06-15 06-30'
        .split(' ')
        .map((date) => `2014-${date}`),
    );
    expect(realGuess()).toMatchObject({ plan: '2014-02-05', completed: '2014-06-23' });
  });

  it('is the first official basis, other figures apart with basis and speaker', () => {
    const { actual, strays } = realGuess();
    expect(actual).toMatchObject({
      series: 'removed',
      basis: 'of the chemicals that were to be shipped out, without isopropanol',
    });
    expect(actual.points.map(({ value }) => value)).toEqual([26, 29, 45.6, 49.3, 65.1, 86.5, 100]);
    expect(strays.map(({ value, basis, by }) => [value, basis, by])).toEqual([
      [4.1, 'of the roughly 1,300 tonnes declared', 'unnamed sources of Reuters'],
      [11, 'of an amount that was not stated', 'OPCW to CNN'],
    ]);
  });

  it('comes from the data, whatever they are', () => {
    const other = guessData({ ...chart(), start: { date: '2014-02-20', title: 'Later' }, deadlines: [] });
    expect(other?.knots.at(0)).toBe('2014-02-20');
    expect(other?.knots.at(-1)).toBe('2014-06-23');
    expect(other?.plan).toBeUndefined();
    expect(guessData({ ...chart(), series: [] })).toBeUndefined();
    const { start: _, ...without } = chart();
    expect(guessData(without)).toBeUndefined();
  });

  it.each([
    ['2014-01-07', '2014-06-30', 13],
    ['2014-01-14', '2014-02-27', 4],
    ['2010-03-10', '2011-09-20', 18],
    ['2000-05-01', '2020-05-01', 21],
    ['2014-01-07', '2014-01-09', 2],
  ])('has knots few enough to set from %s to %s', (from, to, most) => {
    const knots = knotDates(from, to);
    expect(knots[0]).toBe(from);
    expect(knots.at(-1)).toBe(to);
    expect(knots.length).toBeLessThanOrEqual(Math.max(most, 2));
    expect([...knots].sort()).toEqual(knots);
  });
});

describe('a stroke', () => {
  it('gives each knot the value of the path at its date, to the nearest five', () => {
    expect(stroke(blank, [10, 8], [20, 21], [30, 38], [60, 98]).guess).toEqual([0, 10, 20, 40, 60, 80, 100]);
  });

  it('leaves no gaps however fast it is, and the number of samples makes no difference', () => {
    const fast = stroke(blank, [0, 0], [60, 90]).guess;
    const slow = stroke(
      blank,
      ...Array.from({ length: 121 }, (_, at): [number, number] => [at / 2, at * 0.75]),
    );
    expect(fast).toEqual([0, 15, 30, 45, 60, 75, 90]);
    expect(slow.guess).toEqual(fast);
  });

  it('may begin anywhere: before it runs a straight line, after it the rest is open', () => {
    const { guess } = stroke(blank, [30, 60], [40, 80]);
    expect(guess).toEqual([0, undefined, undefined, 60, 80, undefined, undefined]);
    expect(valueAt(days, guess, 15)).toBe(30);
    expect(valueAt(days, guess, 50)).toBeUndefined();
    expect(isComplete(guess)).toBe(false);
    expect(isComplete(stroke(guess, [41, 80], [75, 200]).guess)).toBe(true);
  });

  it('may run from right to left', () => {
    expect(stroke(blank, [60, 90], [0, 0]).guess).toEqual([0, 15, 30, 45, 60, 75, 90]);
  });

  it('lifts one knot freely up and down while it stays there', () => {
    expect(stroke(blank, [31, 50], [29, 90], [32, 20]).guess[3]).toBe(20);
    // Going on sideways, the knot gets what the path had where it came closest.
    expect(stroke(blank, [30, 0], [50, 100]).guess.slice(3, 6)).toEqual([0, 50, 100]);
  });

  it('never falls: within it what was drawn first stands', () => {
    const dip = stroke(blank, [10, 40], [30, 60], [60, 0]);
    expect(dip).toEqual({ guess: [0, 40, 50, 60, 60, 60, 60], mended: true });
  });

  it('wins over what was there, on both sides', () => {
    const before: Guess = [0, 10, 50, 60, 60, 60, 80];
    expect(stroke(before, [30, 20]).guess).toEqual([0, 10, 20, 20, 60, 60, 80]);
    expect(stroke(before, [30, 90])).toEqual({ guess: [0, 10, 50, 90, 90, 90, 90], mended: true });
    // Passing too high on the way leaves no trace.
    expect(stroke(before, [30, 100], [30, 60]).guess).toEqual(before);
  });

  it('sets nothing before the first load', () => {
    expect(stroke(blank, [1, 80]).guess).toEqual(blank);
  });

  it('of any shape gives a line in fives that starts at nothing and never falls', () => {
    const next = random(7);
    let guess: Guess = blank;
    for (let round = 0; round < 200; round += 1) {
      const points = Array.from({ length: 1 + Math.floor(next() * 6) }, (): [number, number] => [
        next() * 90 - 15,
        next() * 160 - 30,
      ]);
      guess = stroke(round % 5 === 0 ? blank : guess, ...points).guess;
      const set = guess.filter((value) => value !== undefined);
      expect(guess[0]).toBe(0);
      expect(set).toEqual([...set].sort((a, b) => a - b));
      expect(set.every((value) => value % 5 === 0 && value >= 0 && value <= 100)).toBe(true);
    }
  });
});

describe('other ways to set it', () => {
  it('keys step to the next five, numbers keep whole percents', () => {
    expect([stepped(43, 5), stepped(43, -5), stepped(40, 5), stepped(90, 20), stepped(10, -20)]).toEqual([
      45, 40, 45, 100, 0,
    ]);
    expect(setKnot(blank, 2, 43.4).guess[2]).toBe(43);
    expect(setKnot(blank, 0, 50).guess).toBe(blank);
  });

  it('keys go from date to date and stop at the ends', () => {
    expect(keyDeed('ArrowRight', 6, 7)).toEqual({ do: 'go', to: 6 });
    expect(keyDeed('ArrowLeft', 1, 7)).toEqual({ do: 'go', to: 1 });
    expect(keyDeed('End', 1, 7)).toEqual({ do: 'set', value: 100 });
    expect(keyDeed('j', 1, 7)).toBeUndefined();
  });

  it('numbers that fall are lifted', () => {
    expect(fill([0, 40, undefined, 20, 60])).toEqual({ guess: [0, 40, undefined, 40, 60], mended: true });
    expect(fill([0, 0, 20])).toEqual({ guess: [0, 0, 20], mended: false });
  });
});
