/**
 * Dates with their precision, in the ISO 8601-2 (EDTF) spellings the content uses.
 *
 * Arithmetic is in UTC milliseconds; what is printed is the civil date as written, that is, local to the
 * event's place (02:30 in Damascus on 21 August is still 20 August in UTC).
 */

/** Milliseconds in a day of UTC (no leap seconds, as in ECMAScript time values). */
export const DAY_MS = 86_400_000;

export type Precision = 'minute' | 'day' | 'month' | 'year' | 'interval';

/** A date as the content gives it, with the stretch of time it covers. */
export interface StoryDate {
  /** The spelling in the content: `2013-08-21T02:30+03:00`, `2014-02`, `2014-04-10~`, `2014-01-24/2014-01-31`. */
  edtf: string;
  /** First instant covered, ms since 1970-01-01T00:00Z. */
  start: number;
  /** First instant no longer covered, ms since 1970-01-01T00:00Z; later than `start`. */
  end: number;
  precision: Precision;
  /** Written with `~`: "about". */
  approximate: boolean;
  /** Minutes east of UTC of the place the date is local to; 0 for dates without a time. */
  offset: number;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(Z|[+-]\d{2}:\d{2}))?)?)?(~?)$/;

/**
 * Reads one EDTF date or interval.
 * @throws {RangeError} in one sentence fit for an editor, when the spelling is unknown, the day does not exist,
 *   or an interval ends before it starts.
 */
export function parseDate(text: string): StoryDate {
  const parts = text.split('/');
  if (parts.length === 2) {
    const from = parseDate(parts[0] as string);
    const to = parseDate(parts[1] as string);
    if (to.start < from.start) {
      throw new RangeError(`the interval ends (${parts[1]}) before it starts (${parts[0]})`);
    }
    return {
      edtf: text,
      start: from.start,
      end: Math.max(to.end, from.end),
      precision: 'interval',
      approximate: from.approximate || to.approximate,
      offset: from.offset,
    };
  }
  const match = DATE.exec(text);
  if (!match) {
    throw new RangeError(
      `“${text}” is not a date; write 2014-01-31, 2014-01, 2014-04-10~ or 2013-08-21T02:30+03:00`,
    );
  }
  const [, y, m, d, hour, minute, zone, about] = match;
  const year = Number(y);
  const month = m === undefined ? 1 : Number(m);
  const day = d === undefined ? 1 : Number(d);
  const midnight = Date.UTC(year, month - 1, day);
  const back = new Date(midnight);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) {
    throw new RangeError(`“${text}” is not a day of the calendar`);
  }
  if (hour !== undefined && (Number(hour) > 23 || Number(minute) > 59)) {
    throw new RangeError(`“${text}” is not a time of day`);
  }
  const base = { edtf: text, approximate: about === '~' };
  if (hour !== undefined) {
    const offset = zoneMinutes(zone as string);
    const start = midnight + (Number(hour) * 60 + Number(minute) - offset) * 60_000;
    return { ...base, start, end: start + 60_000, precision: 'minute', offset };
  }
  if (d !== undefined) {
    return { ...base, start: midnight, end: midnight + DAY_MS, precision: 'day', offset: 0 };
  }
  if (m !== undefined) {
    return { ...base, start: midnight, end: Date.UTC(year, month, 1), precision: 'month', offset: 0 };
  }
  return { ...base, start: midnight, end: Date.UTC(year + 1, 0, 1), precision: 'year', offset: 0 };
}

function zoneMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
}

/** The civil date, `YYYY-MM-DD`, of an instant at a place `offset` minutes east of UTC. */
export function civilDate(ms: number, offset = 0): string {
  return new Date(ms + offset * 60_000).toISOString().slice(0, 10);
}

/** Whole days from one civil date to another (`YYYY-MM-DD`); negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY_MS);
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** “31 January 2014” for a civil date; `short` gives “31 Jan 2014”. */
export function formatCivil(date: string, short = false): string {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  const month = MONTHS[m - 1] as string;
  return `${d} ${short ? month.slice(0, 3) : month} ${y}`;
}

/** The date in words, with its precision: “about 10 April 2014”, “February 2014”, “24–31 January 2014”. */
export function formatDate(date: StoryDate, short = false): string {
  const about = date.approximate ? 'about ' : '';
  const name = (index: number): string =>
    short ? (MONTHS[index] as string).slice(0, 3) : (MONTHS[index] as string);
  const first = new Date(date.start + date.offset * 60_000);
  const year = first.getUTCFullYear();
  switch (date.precision) {
    case 'year':
      return `${about}${year}`;
    case 'month':
      return `${about}${name(first.getUTCMonth())} ${year}`;
    case 'interval': {
      const [a, b] = date.edtf.split('/').map((part) => parseDate(part)) as [StoryDate, StoryDate];
      if (a.precision === 'day' && b.precision === 'day') {
        const from = new Date(a.start);
        const to = new Date(b.start);
        const tail = `${to.getUTCDate()} ${name(to.getUTCMonth())} ${to.getUTCFullYear()}`;
        if (from.getUTCFullYear() !== to.getUTCFullYear()) {
          return `${about}${from.getUTCDate()} ${name(from.getUTCMonth())} ${from.getUTCFullYear()} – ${tail}`;
        }
        if (from.getUTCMonth() !== to.getUTCMonth()) {
          return `${about}${from.getUTCDate()} ${name(from.getUTCMonth())} – ${tail}`;
        }
        return `${about}${from.getUTCDate()}–${tail}`;
      }
      return `${formatDate(a, short)} – ${formatDate(b, short)}`;
    }
    default:
      return about + formatCivil(civilDate(date.start, date.offset), short);
  }
}
