/** What the reader is told: of every kind of guess, however it was made, and of none. */
import { describe, expect, it } from 'vitest';
import { createGuess } from '#stage/guess/guess.svelte.ts';
import type { GuessData } from '#stage/guess/guess-data.ts';
import type { Guess } from '#stage/guess/guess.ts';
import { readNumbers } from '#stage/guess/numbers.ts';
import { actualWords, result } from '#stage/guess/result.ts';
import { byKeys, byNumbers, byPointer, realGuess, type Wanted } from './guess-fixture.ts';

const data = realGuess();
const END = '2014-06-30';

function said(wanted: Wanted, of: GuessData = data): string {
  const guess: Guess = of.knots.map((date, index) => (index === 0 ? 0 : wanted[date]));
  return result(of, guess);
}

const PLAN = (part: string): string =>
  `Of the chemicals that were to be shipped out, you had ${part} out by 5 February, when the plan wanted everything out. ` +
  'A figure for 29 January was about 4\u202f%, but of the roughly 1,300 tonnes declared (unnamed sources of Reuters).';

describe('the sentence', () => {
  it.each<[string, Wanted, string]>([
    [
      'earlier than it was',
      { '2014-02-01': 60, '2014-02-15': 60, '2014-05-01': 100, [END]: 100 },
      `${PLAN('60\u202f%')} You had everything out by 1 May; it was out on 23 June, 53 days later by our arithmetic.`,
    ],
    [
      'later than it was',
      { '2014-06-15': 20, [END]: 100 },
      `${PLAN('about 4\u202f%')} You had everything out by 30 June; it was out on 23 June, 7 days earlier by our arithmetic.`,
    ],
    [
      'never all of it',
      { '2014-02-01': 0, '2014-02-15': 0, [END]: 80 },
      `${PLAN('nothing')} You had 80\u202f% out by 30 June; everything was out on 23 June.`,
    ],
    [
      'nothing at all',
      { [END]: 0 },
      `${PLAN('nothing')} You had nothing out by 30 June; everything was out on 23 June.`,
    ],
    [
      'as the plan wanted',
      { '2014-02-01': 100, [END]: 100 },
      `${PLAN('everything')} You had everything out by 1 February; it was out on 23 June, 142 days later by our arithmetic.`,
    ],
    [
      // 99.7 percent is not everything.
      'a hair short of the plan',
      { '2014-02-01': 99, '2014-02-15': 100, [END]: 100 },
      `${PLAN('about 99\u202f%')} You had everything out by 15 February; it was out on 23 June, 128 days later by our arithmetic.`,
    ],
  ])('%s', (_, wanted, expected) => expect(said(wanted)).toBe(expected));

  it('on the same day, and close all along', () => {
    const same: GuessData = {
      ...data,
      completed: '2014-06-15',
      actual: { ...data.actual, points: [{ date: '2014-06-15', value: 100, approximate: false }] },
    };
    expect(said({ '2014-06-15': 100, [END]: 100 }, same)).toMatch(
      /You had everything out by 15 June, the very day it was\. Your line meets every figure announced on this basis\.$/,
    );
    const close = {
      '2014-03-01': 22,
      '2014-03-15': 42,
      '2014-04-01': 52,
      '2014-04-15': 70,
      '2014-05-01': 99,
      [END]: 100,
    };
    expect(said(close)).toMatch(/Your line keeps within 5 points of every figure announced on this basis\.$/);
    expect(said({ [END]: 100 })).not.toContain('keeps within');
  });

  it('says one day, not 1 days', () => {
    const near: GuessData = { ...data, completed: '2014-06-16' };
    expect(said({ '2014-06-15': 100, [END]: 100 }, near)).toContain('1 day later');
  });

  it('of a plan whose date comes after figures on the same basis names the last of these', () => {
    expect(said({ [END]: 100 }, { ...data, plan: '2014-03-10' })).toContain(
      'The last figure announced by then was about 29\u202f%, as of 7 March.',
    );
    expect(said({ [END]: 100 }, { ...data, strays: [] })).toContain('No figure had been announced by then.');
  });

  it('without a plan, or without an end, says what there is', () => {
    const { plan: _, ...unplanned } = data;
    expect(said({ [END]: 0 }, unplanned)).toBe(
      'You had nothing out by 30 June; everything was out on 23 June.',
    );
    const { completed: __, ...unfinished } = unplanned;
    const open = { ...unfinished, actual: { ...data.actual, points: data.actual.points.slice(0, 6) } };
    expect(said({ [END]: 100 }, open)).toBe(
      'You had everything out by 30 June; the last figure announced was 86.5\u202f%, on 22 April.',
    );
  });

  it('without a guess says what happened', () => {
    const happened =
      'Of the chemicals that were to be shipped out, the plan wanted everything out by 5 February. ' +
      'A figure for 29 January was about 4\u202f%, but of the roughly 1,300 tonnes declared (unnamed sources of Reuters). ' +
      'Everything was out on 23 June, 138 days after the plan’s date by our arithmetic.';
    expect(said({})).toBe(happened);
    expect(said({ '2014-03-01': 40 })).toBe(happened);
  });

  it('never joins two bases: other figures are named apart', () => {
    expect(actualWords(data)).toMatch(
      /^Announced of the chemicals .*without isopropanol: 26\u202f%, 4 March; .*100\u202f%, 23 June\. On other bases: .*of the roughly 1,300 tonnes declared; .*not stated\.$/,
    );
  });
});

describe('the same guess gets the same sentence', () => {
  const guesses: Wanted[] = [
    { '2014-01-15': 10, '2014-02-01': 40, '2014-03-01': 60, '2014-05-01': 100, [END]: 100 },
    { '2014-01-15': 0, '2014-02-01': 5, '2014-02-15': 65, '2014-04-15': 65, [END]: 95 },
    { '2014-01-15': 0, [END]: 0 },
  ];
  const sizes = [
    [300, 120],
    [370, 170],
    [830, 420],
    [1060, 560],
  ] as const;

  it.each(guesses)('by mouse, finger, keys and numbers: %o', (wanted) => {
    const sessions = [
      byKeys(data, wanted),
      byNumbers(data, wanted),
      ...sizes.flatMap(([width, height]) =>
        // A mouse sends many positions, a quick finger few.
        [1, 2, 23].map((samples) => byPointer(data, wanted, samples, { width, height })),
      ),
    ];
    const sentences = sessions.map((session) => {
      expect(session.show()).toBe(true);
      return session.said;
    });
    expect([...new Set(sentences)]).toHaveLength(1);
    expect(sentences[0]).toBe(said(wanted));
  });
});

describe('what is no guess is answered with what to do', () => {
  const entries = (texts: Record<number, string>) =>
    data.knots.slice(1).map((_, index) => ({ text: texts[index + 1] ?? '' }));

  it.each([
    [
      'nothing',
      {},
      'All fields are empty. Begin with the last: how much had left by 30 June, from 0 to 100?',
      12,
    ],
    ['letters', { 2: 'most' }, 'For 1 February, please write a number from 0 to 100, such as 40.', 2],
    [
      'less than nothing',
      { 1: '-5' },
      'For 15 January, please write a number from 0 (nothing had left) to 100 (all had left).',
      1,
    ],
    [
      'more than all',
      { 12: '300' },
      'For 30 June, please write a number from 0 (nothing had left) to 100 (all had left).',
      12,
    ],
    ['no end', { 3: '40' }, 'One more number: how much had left by 30 June, from 0 to 100?', 12],
    ['not finite', { 12: '1e999' }, 'For 30 June, please write a number from 0 to 100, such as 40.', 12],
  ])('%s', (_, texts, answer, asked) => {
    const session = createGuess(data);
    expect(session.fill(entries(texts))).toBe(asked);
    expect(session.said).toBe(answer);
    expect(session.complete).toBe(false);
  });

  it('what a number field hides is asked for too', () => {
    expect(readNumbers([{ text: '', unreadable: true }, { text: '50' }])).toEqual({
      kind: 'number',
      index: 1,
    });
  });

  it('reads numbers as people write them', () => {
    expect(readNumbers([{ text: ' 12,6 %' }, { text: '' }, { text: '40%' }])).toMatchObject({
      guess: [0, 13, undefined, 40],
    });
  });

  it('a line not begun, or not finished, is not shown but helped on', () => {
    const session = createGuess(data);
    expect(session.show()).toBe(false);
    expect(session.said).toContain('Draw a line first');
    session.set(4, 50);
    expect(session.show()).toBe(false);
    expect(session.said).toBe('Your line stops at 1 March. Take it on to 30 June, or skip.');
    expect(session.revealed).toBe(false);
  });

  it('mending is said once', () => {
    const session = createGuess(data);
    session.set(6, 80);
    session.set(3, 95);
    expect(session.said).toContain('cannot fall');
    session.set(2, 20);
    session.set(1, 60);
    expect(session.said).toBe('');
  });

  it('keys that pass too low or too high on the way leave no trace', () => {
    const session = createGuess(data);
    session.set(2, 40);
    session.set(8, 60);
    const before = session.guess;
    session.set(5, 0);
    expect(session.guess[2]).toBe(0);
    session.set(5, 100);
    expect(session.guess[8]).toBe(100);
    session.set(5, 50);
    expect(session.guess).toEqual(before.with(5, 50));
  });

  it('a stroke that turns out to be scrolling leaves no trace', () => {
    const session = createGuess(data);
    session.set(12, 100);
    const before = session.guess;
    session.press({ day: 0, value: 50 });
    session.move({ day: 99999, value: 10 });
    session.cancel();
    expect(session.guess).toEqual(before);
  });

  it('can be tried again, and then nothing is left', () => {
    const session = createGuess(data);
    session.set(12, 100);
    session.show();
    session.set(12, 50);
    expect(session.guess.at(-1), 'what was shown is not changed any more').toBe(100);
    session.again();
    expect(session.guess).toEqual(createGuess(data).guess);
    expect([session.revealed, session.said, session.complete]).toEqual([false, '', false]);
  });
});
