import { describe, expect, test } from 'vitest';
import { findUnbound } from '#content/quantities/detect.ts';
import { numbersIn, saysOneOf } from '#content/quantities/numbers.ts';

const find = (text: string): string[] =>
  findUnbound({ text, exempt: Array.from({ length: text.length }, () => false) }).map((hit) => hit.text);

describe('quantities that need a binding', () => {
  test.each([
    ['About 1,300 tonnes were declared.', ['1,300 tonnes']],
    ['Only 4.1 percent had left.', ['4.1 percent']],
    ['Only 4 % had left.', ['4 %']],
    ['Only 4% had left.', ['4%']],
    ['nineteen loads', ['nineteen loads']],
    ['Sixteen large blue containers stood on the quay.', ['Sixteen large blue containers']],
    ['A dozen ships waited.', ['dozen ships']],
    ['dozens of people', ['dozens of people']],
    ['A hundred people died.', ['hundred people']],
    ['thousands of rockets', ['thousands of rockets']],
    ['Half the containers had gone.', ['Half the containers']],
    ['It took thirty-one days.', ['thirty-one days']],
    ['a two-day visit', ['two-day']],
    ['It took two to three weeks.', ['two to three weeks']],
    ['two and a half weeks', ['two and a half weeks']],
    ['two hundred thousand people', ['two hundred thousand people']],
    ['He counted 17.', ['17']],
    ['The vote was 285 to 272.', ['285', '272']],
    ['2013 tonnes', ['2013 tonnes']],
    ['1,429 people, among them 426 children', ['1,429 people', '426 children']],
    ['some 2.3 million refugees', ['2.3 million refugees']],
    ['It cost $36 million.', ['36']],
    ['a 155mm shell', ['155mm']],
    ['After the decision 30 days passed.', ['30 days']],
    ['Six weeks after 31 January 2014, two ships left.', ['Six weeks', 'two ships']],
  ])('%s', (text, expected) => expect(find(text)).toEqual(expected));
});

describe('what is no quantity', () => {
  test.each([
    'On 21 August 2013 it happened.',
    'By 31 January nothing had left.',
    'In August 2013 and January 2014',
    'On August 21, 2013, rockets fell.',
    'from 24 to 31 January 2014',
    '24–31 January 2014',
    'on 5, 13 and 27 April',
    'between 30 November and 2 December 2013',
    'In 2013 people fled.',
    'the war of 2013–2014, or 2013–14',
    'the 1990s, mid-2015, early 2014',
    'At 5.30 am, at 02:30, at 2.30 in the morning, at 5 o’clock',
    'between 2 and 3 am',
    'resolution 2118 of the Security Council, resolutions 2118 and 2209',
    'decision EC-M-33/DEC.1, document S/2013/553, S/RES/2118 (2013), C-SS-4',
    'Article 12 and Article XII, Chapter VII, Category 1, paragraph 21',
    'the G20, an F-16, an M14 rocket, a Mi-8',
    'the 19th load, the first of the ships, the 1st',
    'one ship and one of the containers',
    'Both men spoke; the two of them agreed.',
    'The two met, and weeks later they met again.',
    'The two left for weeks.',
    'the second ship',
    'That half-truth lasted.',
    'Someone often weighs the ten commandments.',
    'the 2015 report, the 2013 attack',
    'Geneva II, not Geneva I',
  ])('%s', (text) => expect(find(text)).toEqual([]));

  test('what is exempt: quotations, bindings, links to events', () => {
    const text = 'He said “30 days” and left.';
    const exempt = Array.from(text, (_, i) => i >= 8 && i < 17);
    expect(findUnbound({ text, exempt })).toEqual([]);
  });
});

describe('the number in a wording', () => {
  test.each([
    ['about 1,300 tonnes', [1300]],
    ['1 300 tonnes'.replace(' ', '\u00a0'), [1300]],
    ['2.3 million people', [2_300_000]],
    ['nineteen', [19]],
    ['thirty-one days', [31]],
    ['a hundred and thirty-three tonnes', [133]],
    ['two thousand three hundred and five', [2305]],
    ['half a million', [500_000]],
    ['a dozen', [12]],
    ['two dozen', [24]],
    ['281 to 1,429', [281, 1429]],
    ['between two and three weeks', [2, 3]],
    ['half', [0.5]],
    ['no number', []],
  ])('%s', (text, values) => expect(numbersIn(text).map((found) => found.value)).toEqual(values));

  test('is compared with the value', () => {
    expect(saysOneOf('Four percent', [4])).toBe(true);
    expect(saysOneOf('4.1 percent', [4.1])).toBe(true);
    expect(saysOneOf('about 4 percent', [4.1])).toBe(false);
    expect(saysOneOf('1,300', [281, 1300])).toBe(true);
  });
});
