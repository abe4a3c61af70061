/** What happened beside the guesses of a class: a sentence for each, and who came nearest. */
import type { GuessData } from '../guess-data.ts';
import { daysBetween } from '#model/dates.ts';
import { daysOf, valueAt, type Guess } from '../guess.ts';
import { strings as plainStrings, type GuessStrings } from '../strings.ts';
import { dayName, figureWords } from '../words.ts';
import { strings, type ClassStrings } from './strings.ts';

interface Named {
  id: string;
  name: string;
  guess: Guess;
}

export interface ClassResult {
  /** What happened, and who came nearest. */
  lead: string;
  lines: { id: string; text: string }[];
}

/** How far a whole guess is from the figures announced on its basis, on average, percent points. */
export function distance({ knots, actual }: GuessData, guess: Guess): number {
  const days = daysOf(knots);
  const gaps = actual.points.map(({ date, value }) =>
    Math.abs((valueAt(days, guess, daysOf([date])[0] as number) ?? 0) - value),
  );
  return gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length);
}

export function classResult(
  data: GuessData,
  kept: readonly Named[],
  words: ClassStrings = strings,
  plain: GuessStrings = plainStrings,
): ClassResult {
  // Compared as they are said: who differs by less than a point came equally near.
  const far = new Map(kept.map(({ id, guess }) => [id, Math.round(distance(data, guess))]));
  const least = Math.min(...far.values());
  const nearest = kept.filter(({ id }) => far.get(id) === least).map(({ name }) => name);
  const happened = whatHappened(data, plain);
  const compared = kept.length > 1 && data.actual.points.length > 0;
  return {
    lead: compared ? `${happened} ${words.nearest(nearest)}` : happened,
    lines: kept.map(({ id, name, guess }) => ({
      id,
      text: words.sentence(name, [
        ...milestones(data, guess, words, plain),
        ...(data.actual.points.length > 0 ? [words.points(far.get(id) ?? 0)] : []),
      ]),
    })),
  };
}

/** The plan and what came of it, in short: the figures are in the picture. */
function whatHappened({ actual, completed, knots, plan }: GuessData, plain: GuessStrings): string {
  const planned = plan === undefined ? [] : [plain.planOnly(actual.short, dayName({ knots }, plan))];
  const last = actual.points.at(-1);
  if (completed === undefined)
    return [
      ...planned,
      ...(last ? [plain.lastOnly(figureWords(last, plain), dayName({ knots }, last.date))] : []),
    ].join(' ');
  const days = plan === undefined ? 0 : daysBetween(plan, completed);
  const out = dayName({ knots }, completed);
  return [...planned, days > 0 ? plain.outAfterPlan(out, days) : plain.outOnly(out)].join(' ');
}

/** How much was out by the plan's day; and when all of it was, or how much at the end. */
function milestones(data: GuessData, guess: Guess, words: ClassStrings, plain: GuessStrings): string[] {
  const { knots, plan } = data;
  const end = knots.at(-1) as string;
  const full = knots[guess.findIndex((value) => value !== undefined && value >= 100)];
  const last = full === undefined ? part(guess.at(-1) ?? 0, plain) : part(100, plain);
  const day = dayName(data, full ?? end, true);
  if (plan === undefined || (full !== undefined && full <= plan)) return [words.out(last, day)];
  const value = valueAt(daysOf(knots), guess, daysOf([plan])[0] as number) ?? 0;
  return [words.out(part(value, plain), dayName(data, plan, true)), words.then(last, day)];
}

/** A hair under everything is not everything, and a hair over nothing is not nothing. */
function part(value: number, plain: GuessStrings): string {
  const whole = value > 0 && value < 100 ? Math.min(Math.max(Math.round(value), 1), 99) : value;
  return plain.part(whole, whole === value);
}
