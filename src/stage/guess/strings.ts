/** The words of the guess, in one place for translation. Dates come as words: “5 February”. */
export const strings = {
  label: 'Draw your guess',
  prompt: 'Draw the curve you expect',
  how: 'Drag across the chart, tap it, use the arrow keys or type numbers. Nothing is stored or sent.',
  /** `basis` as in “of what was declared”. */
  share: (basis: string): string => `Share ${basis}`,
  all: 'all has left',
  nothing: 'nothing has left',
  percent: (value: number): string => `${value}\u202f%`,
  approximately: '≈',
  plan: (date: string): string => `plan: all out by ${date}`,
  planShort: 'plan: all out',
  yours: 'your guess',
  announced: 'announced',
  figure: (value: string, date: string): string => `${value}, ${date}`,
  stray: (value: string, basis: string): string => `${value}, ${basis}`,
  months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),

  // In the plot, while there is something left to draw.
  begin: (end: string): string[] => [`Draw from the dot to ${end}`, 'Draw from the dot'],
  goOn: (end: string): string[] => [`go on to ${end}`, 'go on'],

  // Controls.
  show: 'Show what happened',
  again: 'Try again',
  skip: 'Skip: show me',
  skipShort: 'Skip',
  numbers: 'Use numbers instead',
  numbersShort: 'Numbers',
  numbersLead:
    'How much had left by each date, in percent, from 0 to 100? What you leave empty is joined by a straight line.',
  done: 'Done',
  closeNumbers: 'Back to the drawing',
  closeNumbersShort: 'Back',
  knots: 'Your guess, date by date: up and down change the share, left and right the date',
  knot: 'Share that had left',
  knotValue: (date: string, value: number): string => `${date}: ${value} percent`,
  knotOpen: (date: string): string => `${date}: not drawn yet`,
  chip: (date: string, value: string): string => `${date} · ${value}`,

  // What is said to the reader who has not come to the end, or whose line had to be mended.
  notYet: (end: string): string =>
    `Draw a line first: drag across the chart to ${end}, use the arrow keys, or type numbers. Or skip.`,
  stopsAt: (date: string, end: string): string =>
    `Your line stops at ${date}. Take it on to ${end}, or skip.`,
  ready: 'Your line is complete. Change any part of it, or see what happened.',
  mended: 'What has left stays gone, so the line cannot fall. We levelled it for you.',
  ask: {
    nothing: (end: string): string =>
      `All fields are empty. Begin with the last: how much had left by ${end}, from 0 to 100?`,
    number: (date: string): string => `For ${date}, please write a number from 0 to 100, such as 40.`,
    range: (date: string): string =>
      `For ${date}, please write a number from 0 (nothing had left) to 100 (all had left).`,
    end: (end: string): string => `One more number: how much had left by ${end}, from 0 to 100?`,
  },

  // The result.
  part: (value: number, exact: boolean): string =>
    value <= 0 ? 'nothing' : value >= 100 ? 'everything' : `${exact ? '' : 'about '}${value}\u202f%`,
  /** `basis` as in “of what was declared”. */
  byPlan: (basis: string, date: string, part: string): string =>
    `${capital(basis)}, you had ${part} out by ${date}, when the plan wanted everything out.`,
  planOnly: (basis: string, date: string): string =>
    `${capital(basis)}, the plan wanted everything out by ${date}.`,
  reported: (value: string, date: string): string =>
    `The last figure announced by then was ${value}, as of ${date}.`,
  reportedStray: (value: string, date: string, basis: string, by: string): string =>
    `A figure for ${date} was ${value}, but ${basis} (${by}).`,
  reportedNone: 'No figure had been announced by then.',
  roughly: (value: string): string => `about ${value}`,
  outSame: (date: string): string => `You had everything out by ${date}, the very day it was.`,
  outLater: (guessed: string, date: string, days: number): string =>
    `You had everything out by ${guessed}; it was out on ${date}, ${count(days)} later by our arithmetic.`,
  outEarlier: (guessed: string, date: string, days: number): string =>
    `You had everything out by ${guessed}; it was out on ${date}, ${count(days)} earlier by our arithmetic.`,
  outNever: (part: string, end: string, date: string): string =>
    `You had ${part} out by ${end}; everything was out on ${date}.`,
  outOpen: (part: string, end: string, value: string, date: string): string =>
    `You had ${part} out by ${end}; the last figure announced was ${value}, on ${date}.`,
  outOnly: (date: string): string => `Everything was out on ${date}.`,
  outAfterPlan: (date: string, days: number): string =>
    `Everything was out on ${date}, ${count(days)} after the plan’s date by our arithmetic.`,
  lastOnly: (value: string, date: string): string => `The last figure announced was ${value}, on ${date}.`,
  close: (points: number): string =>
    points === 0
      ? 'Your line meets every figure announced on this basis.'
      : `Your line keeps within ${points === 1 ? '1 point' : `${points} points`} of every figure announced on this basis.`,
  /** The picture in words. */
  actual: (basis: string, figures: string): string => `Announced ${basis}: ${figures}.`,
  others: (figures: string): string => ` On other bases: ${figures}.`,
} as const;

export type GuessStrings = typeof strings;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function count(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
