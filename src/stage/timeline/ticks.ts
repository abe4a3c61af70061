/** The ticks of the time axis: days, weeks, months or years, whatever leaves room for their names. */
import { DAY_MS } from '#model/dates.ts';
import { textWidth } from '#model/text-width.ts';

export interface Tick {
  /** Civil day it stands on. */
  day: number;
  x: number;
  /** Empty where the name would not fit; the line is drawn all the same. */
  label: string;
  /** Width of the label, px. */
  width: number;
  /** The label says the year. */
  year: boolean;
}

/** A way to divide time: which days carry a tick. */
interface Division {
  /** Typical distance of two ticks, days. */
  days: number;
  /** The longest name a tick of it usually has. */
  sample: string;
  carries: (date: Date) => boolean;
  name: (date: Date) => string;
}

export interface AxisWords {
  /** Twelve short month names. */
  months: readonly string[];
}

/** Px between two names, typically and at least. */
const ROOM = 22;
const GAP = 12;
/** Distance of a tick's name from its line, px. */
export const TICK_INSET = 4;

function divisions({ months }: AxisWords): Division[] {
  const month = (date: Date): string => months[date.getUTCMonth()] as string;
  const dayName = (date: Date): string => `${date.getUTCDate()} ${month(date)}`;
  const firstOfMonth = (date: Date): boolean => date.getUTCDate() === 1;
  const everyYears = (n: number): Division => ({
    days: 365.25 * n,
    sample: '2013',
    carries: (date) => firstOfMonth(date) && date.getUTCMonth() === 0 && date.getUTCFullYear() % n === 0,
    name: (date) => String(date.getUTCFullYear()),
  });
  const onDays = (days: number, list: number[]): Division => ({
    days,
    sample: '28 Nov',
    carries: (date) => list.includes(date.getUTCDate()),
    name: dayName,
  });
  return [
    { days: 1, sample: '28 Nov', carries: () => true, name: dayName },
    onDays(7, [1, 8, 15, 22]),
    onDays(15, [1, 15]),
    { days: 30.4, sample: 'May', carries: firstOfMonth, name: month },
    {
      days: 91.3,
      sample: 'May',
      carries: (date) => firstOfMonth(date) && date.getUTCMonth() % 3 === 0,
      name: month,
    },
    ...[1, 2, 5, 10, 25, 100].map(everyYears),
  ];
}

/**
 * Ticks between two civil days on a scale, the finest division whose names have room. The first tick and every
 * January also say the year; a name that would touch its neighbour or leave `right` is left out.
 * @param yearTwice the last name says the year too, so that a cursor's chip, which covers names, leaves one of both
 */
export function axisTicks(
  from: number,
  to: number,
  x: (day: number) => number,
  right: number,
  px: number,
  words: AxisWords,
  room = ROOM,
  yearTwice = false,
): Tick[] {
  const all = divisions(words);
  const perDay = (x(to) - x(from)) / (to - from);
  const division =
    all.find(({ days, sample }) => days * perDay >= textWidth(sample, px) + TICK_INSET + room) ??
    (all.at(-1) as Division);
  const coarse = division.days > 365;
  const ticks: Tick[] = [];
  for (let day = Math.ceil(from); day < to; day += 1) {
    const date = new Date(day * DAY_MS);
    if (!division.carries(date)) continue;
    const january = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
    const year = coarse || january || ticks.length === 0;
    const label = division.name(date) + (year && !coarse ? ` ${date.getUTCFullYear()}` : '');
    ticks.push({ day, x: x(day), label, width: textWidth(label, px), year });
  }
  const thinned = thin(ticks, right);
  return yearTwice && !coarse ? withYearAtEnd(thinned, right, px) : thinned;
}

/** Where the name of a tick begins and ends, px. */
function extent({ x, width }: Pick<Tick, 'x' | 'width'>): [start: number, end: number] {
  return [x + TICK_INSET, x + TICK_INSET + width];
}

/** Drops the names that do not fit, those with a year last. */
function thin(ticks: readonly Tick[], right: number): Tick[] {
  const kept = new Set<Tick>();
  // The first tick says the year for orientation only: a January close behind it does that better.
  const [first, ...rest] = ticks;
  const order = [
    ...rest.filter(({ year }) => year),
    ...(first ? [first] : []),
    ...rest.filter(({ year }) => !year),
  ];
  for (const tick of order) {
    const [start, end] = extent(tick);
    const free = [...kept].every((other) => {
      const [otherStart, otherEnd] = extent(other);
      return end + GAP / 2 <= otherStart || otherEnd + GAP / 2 <= start;
    });
    if (end <= right && free) kept.add(tick);
  }
  return ticks.map((tick) => (kept.has(tick) ? tick : { ...tick, label: '', width: 0, year: false }));
}

/**
 * Adds the year to the last name that has room for it, or else to the last that would if the name after it went.
 * The first name is left alone: it says the year already.
 */
function withYearAtEnd(ticks: readonly Tick[], right: number, px: number): Tick[] {
  const named = ticks.filter(({ label }) => label);
  if (named.slice(1).at(-1)?.year) return [...ticks];
  const candidates = named.slice(1).flatMap((tick) => {
    const label = `${tick.label} ${new Date(tick.day * DAY_MS).getUTCFullYear()}`;
    const longer = { ...tick, label, width: textWidth(label, px), year: true };
    const end = extent(longer)[1];
    const under = named.filter((other) => other.day > tick.day && extent(other)[0] < end + GAP / 2);
    return end <= right && !tick.year && !under.some(({ year }) => year) ? [{ longer, under }] : [];
  });
  const best = candidates.findLast(({ under }) => under.length === 0) ?? candidates.at(-1);
  if (!best) return [...ticks];
  return ticks.map((tick) => {
    if (tick.day === best.longer.day) return best.longer;
    return best.under.includes(tick) ? { ...tick, label: '', width: 0, year: false } : tick;
  });
}
