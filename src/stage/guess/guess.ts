/**
 * A guess: whole percents at fixed dates, joined by straight lines. It is a share of what had left by then, so it
 * never falls. Knots between two that are set lie on the line between them; those after the last one set are open.
 */
import { DAY_MS } from '#model/dates.ts';

/** One value a knot, in percent; the first is 0 and stays so. */
export type Guess = readonly (number | undefined)[];

export interface Change {
  guess: Guess;
  /** Something had to give way, noticeably, so that the line does not fall. */
  mended: boolean;
}

/** Hands draw to the nearest of these, percent: so that the same guess is the same guess however it is made. */
export const STEP = 5;
/** Less than this is a hand's tremor and not worth a word, percent. */
const NOTICEABLE = 2 * STEP;

export function blankGuess(knots: number): Guess {
  return Array.from({ length: knots }, (_, index) => (index === 0 ? 0 : undefined));
}

export function isBlank(guess: Guess): boolean {
  return lastSet(guess) === 0;
}

/** Every date has a value, set or on a line between two that are. */
export function isComplete(guess: Guess): boolean {
  return guess.at(-1) !== undefined;
}

/** Index of the last knot that is set. */
export function lastSet(guess: Guess): number {
  return guess.findLastIndex((value) => value !== undefined);
}

/** Civil days since 1970-01-01 of civil dates. */
export function daysOf(dates: readonly string[]): number[] {
  return dates.map((date) => Date.parse(`${date}T00:00Z`) / DAY_MS);
}

/** The line's value on a day, not rounded; nothing outside what has been set. */
export function valueAt(days: readonly number[], guess: Guess, day: number): number | undefined {
  let before = -1;
  for (let index = 0; index < guess.length; index += 1) {
    const value = guess[index];
    const at = days[index] as number;
    if (value === undefined) continue;
    if (at === day) return value;
    if (at > day) {
      const left = days[before];
      if (left === undefined) return undefined;
      const from = guess[before] as number;
      return from + ((day - left) / (at - left)) * (value - from);
    }
    before = index;
  }
  return undefined;
}

/** Where a knot stands: on the line, or, still open, level with the last one set. */
export function standingAt(days: readonly number[], guess: Guess, index: number): number {
  return valueAt(days, guess, days[index] as number) ?? guess[lastSet(guess)] ?? 0;
}

/** Sets one knot, to a whole percent. What was set before gives way: earlier values sink to it, later ones rise. */
export function setKnot(guess: Guess, index: number, value: number): Change {
  if (index <= 0 || index >= guess.length) return { guess, mended: false };
  const own: (number | undefined)[] = [];
  own[index] = Math.round(clamp(value, 0, 100));
  return lay(guess, own);
}

/** One step up or down from where the knot stands, on to the next multiple of `by`. */
export function stepped(value: number, by: number): number {
  const next = by > 0 ? Math.floor(value / STEP) * STEP + by : Math.ceil(value / STEP) * STEP + by;
  return clamp(next, 0, 100);
}

/** Values given all at once, in order: a later one that is lower is lifted. */
export function fill(values: Guess): Change {
  let highest = 0;
  let mended = false;
  const guess = values.map((value, index) => {
    if (index === 0) return 0;
    if (value === undefined) return undefined;
    if (value < highest) mended = true;
    highest = Math.max(highest, value);
    return highest;
  });
  return { guess, mended };
}

/** A point of a stroke: a day, not rounded, and a percent, not rounded. */
export interface Sample {
  day: number;
  value: number;
}

/** A stroke under way. */
export interface Stroke {
  days: readonly number[];
  /** The guess as it was before. */
  before: Guess;
  /** What the stroke itself has set; never falls. */
  own: readonly (number | undefined)[];
  last: Sample;
  /** The knot nearest to the last sample, and how close the stroke has come to it, in days. */
  knot: number;
  closest: number;
  /** Still at the first knot: then it follows up and down freely. What it gets if the stroke goes on sideways. */
  resting?: number;
  mended: boolean;
}

/** A stroke begins: the nearest knot takes the value. */
export function press(days: readonly number[], before: Guess, at: Sample): Stroke {
  const sample = inside(days, at);
  const knot = nearest(days, sample.day);
  const closest = Math.abs(sample.day - (days[knot] as number));
  const stroke = { days, before, own: [], last: sample, knot, closest, resting: sample.value, mended: false };
  return put(stroke, knot, sample.value);
}

/**
 * The stroke goes on. Each knot it passes takes the value of the path where it came closest to it, so a fast
 * stroke leaves no gaps and the number of samples makes no difference.
 */
export function move(stroke: Stroke, to: Sample): Stroke {
  const { days, last, resting } = stroke;
  const sample = inside(days, to);
  const knot = nearest(days, sample.day);
  const at = (index: number): number => days[index] as number;
  const distance = Math.abs(sample.day - at(knot));
  const passed = days
    .map((day, index) => ({ day, index }))
    .filter(({ day }) => (day > last.day && day <= sample.day) || (day < last.day && day >= sample.day))
    .map(({ day, index }) => ({
      index,
      value: last.value + ((day - last.day) / (sample.day - last.day)) * (sample.value - last.value),
    }));
  if (sample.day < last.day) passed.reverse();

  if (resting !== undefined && knot === stroke.knot) {
    const closer = passed[0]?.value ?? (distance <= stroke.closest ? sample.value : resting);
    const closest = passed.length > 0 ? 0 : Math.min(distance, stroke.closest);
    return { ...put(stroke, knot, sample.value), last: sample, closest, resting: closer };
  }
  let next: Stroke = stroke;
  if (resting !== undefined) {
    const { resting: left, ...rest } = stroke;
    next = put({ ...rest, own: [] }, stroke.knot, left as number);
  }
  for (const { index, value } of passed) next = put(next, index, value);
  const crossed = passed.some(({ index }) => index === knot);
  const closest = crossed ? 0 : knot === stroke.knot ? stroke.closest : Infinity;
  if (distance <= closest) next = put(next, knot, sample.value);
  return { ...next, last: sample, knot, closest: Math.min(closest, distance) };
}

/** The guess with the stroke in it. */
export function drawn({ before, own, mended }: Stroke): Change {
  const laid = lay(before, own);
  return { guess: laid.guess, mended: mended || laid.mended };
}

/** Within a stroke what was drawn first stands: later parts are lifted, earlier ones held down. */
function put(stroke: Stroke, index: number, value: number): Stroke {
  if (index === 0) return stroke;
  const { own } = stroke;
  const floor = Math.max(0, ...own.slice(0, index).filter(isSet));
  const ceiling = Math.min(100, ...own.slice(index + 1).filter(isSet));
  const wanted = Math.round(clamp(value, 0, 100) / STEP) * STEP;
  const given = clamp(wanted, floor, ceiling);
  const next = [...own];
  next[index] = given;
  return { ...stroke, own: next, mended: stroke.mended || Math.abs(given - wanted) >= NOTICEABLE };
}

/** What is new stands; what was there before gives way on both sides. */
function lay(before: Guess, own: readonly (number | undefined)[]): Change {
  const first = own.findIndex(isSet);
  if (first < 0) return { guess: before, mended: false };
  const last = own.findLastIndex(isSet);
  let mended = false;
  const guess = before.map((value, index) => {
    if (index >= first && index <= last) return own[index] ?? value;
    if (value === undefined) return undefined;
    const kept = index < first ? Math.min(value, own[first] as number) : Math.max(value, own[last] as number);
    if (Math.abs(kept - value) >= NOTICEABLE) mended = true;
    return kept;
  });
  return { guess, mended };
}

export function nearest(days: readonly number[], day: number): number {
  let best = 0;
  days.forEach((at, index) => {
    if (Math.abs(at - day) < Math.abs((days[best] as number) - day)) best = index;
  });
  return best;
}

function inside(days: readonly number[], { day, value }: Sample): Sample {
  return { day: clamp(day, days[0] as number, days.at(-1) as number), value: clamp(value, 0, 100) };
}

function isSet(value: number | undefined): value is number {
  return value !== undefined;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
