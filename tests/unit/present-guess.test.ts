/** The class's guesses from another window: read with care. */
import { describe, expect, test } from 'vitest';
import { readClassGuess } from '#stage/guess/class/read-state.ts';

const good = {
  guess: [0, 50, null],
  revealed: false,
  said: 'Draw the next one.',
  kept: [{ id: 'A', name: 'Front row', guess: [0, 40, 100] }],
};

describe('the state of the class’s guesses', () => {
  test('comes through as it is', () => {
    expect(readClassGuess(good, 3)).toEqual(good);
    expect(readClassGuess({ ...good, knot: 2 }, 3)).toEqual({ ...good, knot: 2 });
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'A'],
    ['another number of knots', { ...good, guess: [0, 1] }],
    ['a share above all of it', { ...good, guess: [0, 101, null] }],
    ['a share that is no number', { ...good, guess: [0, Number.NaN, null] }],
    ['no list of kept ones', { ...good, kept: {} }],
  ])('%s is no state', (_, value) => {
    expect(readClassGuess(value, 3)).toBeUndefined();
  });

  test('what is wrong in it is left out', () => {
    const [kept] = good.kept;
    const read = readClassGuess(
      {
        ...good,
        revealed: 'yes',
        said: 7,
        knot: 9,
        kept: [kept, kept, { ...kept, id: 'Z' }, { ...kept, id: 'B', name: 'x'.repeat(80) }, null],
      },
      3,
    );
    expect(read).toEqual({
      guess: good.guess,
      revealed: false,
      said: '',
      kept: [kept, { ...kept, id: 'B', name: 'x'.repeat(24) }],
    });
  });
});
