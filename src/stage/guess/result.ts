/** The difference between a guess and what happened, in a sentence or two. */
import { daysBetween } from '#model/dates.ts';
import { latestPoint } from '#model/series.ts';
import type { GuessData } from './guess-data.ts';
import { daysOf, isComplete, STEP, valueAt, type Guess } from './guess.ts';
import { strings, type GuessStrings } from './strings.ts';
import { dayName, figureWords } from './words.ts';

/** Says what happened beside the guess, if there is a complete one, else what happened. */
export function result(data: GuessData, guess: Guess, words: GuessStrings = strings): string {
  const said = isComplete(guess)
    ? [atPlan(data, guess, words), atEnd(data, guess, words), closeness(data, guess, words)]
    : happened(data, words);
  return said.filter(Boolean).join(' ');
}

/** On the plan's day: what the reader had, and what had been announced. */
function atPlan(data: GuessData, guess: Guess, words: GuessStrings): string {
  if (data.plan === undefined) return '';
  const value = at(data, guess, data.plan);
  if (value === undefined) return '';
  // A hair under everything is not everything, and a hair over nothing is not nothing.
  const whole = value > 0 && value < 100 ? Math.min(Math.max(Math.round(value), 1), 99) : value;
  const part = words.part(whole, whole === value);
  const said = words.byPlan(data.actual.short, dayName(data, data.plan), part);
  return `${said} ${reportedBy(data, data.plan, words)}`;
}

/** The last figure of the basis guessed by a day, else the last one on any other, with its basis and whose it is. */
function reportedBy(data: GuessData, on: string, words: GuessStrings): string {
  const regular = latestPoint(data.actual, on);
  if (regular) return words.reported(figureWords(regular, words), dayName(data, regular.date));
  const stray = latestPoint({ points: data.strays }, on);
  if (!stray) return words.reportedNone;
  return words.reportedStray(figureWords(stray, words), dayName(data, stray.date), stray.basis, stray.by);
}

/** When it was all out, by the guess and in fact. */
function atEnd(data: GuessData, guess: Guess, words: GuessStrings): string {
  const { completed, knots, actual } = data;
  // The line never falls, so it reaches the top at a knot.
  const full = knots[guess.findIndex((value) => value !== undefined && value >= 100)];
  const end = knots.at(-1) as string;
  if (completed === undefined) {
    const last = actual.points.at(-1);
    if (!last) return '';
    const part = words.part(guess.at(-1) ?? 0, true);
    return words.outOpen(
      part,
      dayName(data, full ?? end),
      figureWords(last, words),
      dayName(data, last.date),
    );
  }
  const out = dayName(data, completed);
  if (full === undefined) return words.outNever(words.part(guess.at(-1) ?? 0, true), dayName(data, end), out);
  const days = daysBetween(full, completed);
  if (days === 0) return words.outSame(out);
  return (days > 0 ? words.outLater : words.outEarlier)(dayName(data, full), out, Math.abs(days));
}

/** Said only of a guess that was never far from what was announced. */
function closeness(data: GuessData, guess: Guess, words: GuessStrings): string {
  const gaps = data.actual.points.map(({ date, value }) =>
    Math.abs((at(data, guess, date) ?? Infinity) - value),
  );
  const widest = Math.ceil(Math.max(...gaps));
  return gaps.length > 0 && widest <= STEP ? words.close(widest) : '';
}

function happened(data: GuessData, words: GuessStrings): string[] {
  const { plan, completed, actual } = data;
  const planned =
    plan === undefined
      ? ''
      : `${words.planOnly(actual.short, dayName(data, plan))} ${reportedBy(data, plan, words)}`;
  const last = actual.points.at(-1);
  if (completed !== undefined) {
    const date = dayName(data, completed);
    const days = plan === undefined ? 0 : daysBetween(plan, completed);
    return [planned, days > 0 ? words.outAfterPlan(date, days) : words.outOnly(date)];
  }
  return [planned, last ? words.lastOnly(figureWords(last, words), dayName(data, last.date)) : ''];
}

function at({ knots }: GuessData, guess: Guess, date: string): number | undefined {
  return valueAt(daysOf(knots), guess, daysOf([date])[0] as number);
}

/** All that was announced, for those who cannot see the picture. */
export function actualWords(data: GuessData, words: GuessStrings = strings): string {
  const { actual, strays } = data;
  const list = actual.points.map((point) =>
    words.figure(figureWords(point, words), dayName(data, point.date)),
  );
  const others = strays.map(
    (point) => `${words.figure(figureWords(point, words), dayName(data, point.date))}, ${point.basis}`,
  );
  return (
    words.actual(actual.basis, list.join('; ')) + (others.length > 0 ? words.others(others.join('; ')) : '')
  );
}
