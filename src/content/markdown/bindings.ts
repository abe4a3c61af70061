/** Numbers in prose: `{quantity:ID}`, `{series:ID@DAY}`, `{days:A..B}`, `{weeks:A..B}`, `{count:…}`, `{plain|…}`. */
import { civilDate, daysBetween, parseDate } from '#model/dates.ts';
import type { Known } from '../check/known.ts';
import type { EntryOf } from '../schema/index.ts';
import { numbersIn, saysOneOf } from '../quantities/numbers.ts';
import type { ContentStrings } from '../strings.ts';
import { suggest } from '../suggest.ts';

/** What the bindings may draw on. */
export interface BindingData {
  known: Known;
  quantities: ReadonlyMap<string, EntryOf<'quantities'>>;
  series: ReadonlyMap<string, EntryOf<'series'>>;
  movements: readonly EntryOf<'movements'>[];
  deadlines: readonly EntryOf<'deadlines'>[];
  /** How many marks the timeline has, and how many sources there are. */
  events: number;
  sources: number;
  strings: ContentStrings;
  language: string;
}

export interface BoundNumber {
  /** What is printed. */
  text: string;
  /** Attributes of the `data` element; absent for plain words. */
  attributes?: Record<string, string | number>;
}

export interface BindingFault {
  message: string;
  suggestion?: string;
  /** Where in the body the fault lies. */
  at: number;
}

export const isFault = (result: BoundNumber | BindingFault): result is BindingFault => 'message' in result;

const KINDS = ['quantity', 'series', 'days', 'weeks', 'count', 'plain'];
const COUNTS = ['movements', 'deadlines-missed', 'sources', 'events'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`));

/** @param body what stands between the braces. */
export function bind(body: string, data: BindingData): BoundNumber | BindingFault {
  const bar = body.indexOf('|');
  const spec = bar < 0 ? body : body.slice(0, bar);
  const wording =
    bar < 0
      ? undefined
      : body
          .slice(bar + 1)
          .replace(/\s+/g, ' ')
          .trim();
  const colon = spec.indexOf(':');
  const kind = (colon < 0 ? spec : spec.slice(0, colon)).trim();
  const argument = colon < 0 ? '' : spec.slice(colon + 1).trim();
  const at = colon < 0 ? 0 : colon + 1;
  if (!KINDS.includes(kind)) {
    return {
      message: `unknown binding “${kind}”; write ${KINDS.join(', ')}`,
      at: 0,
      ...suggest(kind, KINDS),
    };
  }
  if (wording === '') return { message: 'there are no words after the bar', at: bar };
  if (kind === 'plain') {
    if (wording === undefined || argument) return { message: 'write {plain|the words}', at: 0 };
    return { text: wording };
  }
  const bound = value(kind, argument, at, data);
  if ('message' in bound) return bound;
  if (
    wording !== undefined &&
    !bound.lenient &&
    !saysOneOf(wording, [...bound.values, ...(bound.scaled ?? [])])
  ) {
    const values = bound.values
      .map((number) => new Intl.NumberFormat(data.language).format(number))
      .join(' or ');
    return {
      message: `the wording “${wording}” does not say ${values}, the value of ${kind}:${argument}`,
      at: bar + 1,
    };
  }
  return {
    text: wording ?? bound.text,
    attributes: bound.values[0] === undefined ? {} : { value: bound.values[0], ...bound.attributes },
  };
}

interface Value {
  values: number[];
  /** Other ways to put the same values: in ones what the unit counts in millions. */
  scaled?: number[];
  text: string;
  attributes: Record<string, string>;
  /** The data are faulty elsewhere; say nothing more here. */
  lenient?: boolean;
}

function value(kind: string, argument: string, at: number, data: BindingData): Value | BindingFault {
  switch (kind) {
    case 'quantity':
      return quantity(argument, at, data);
    case 'series':
      return seriesPoint(argument, at, data);
    case 'count':
      return count(argument, at, data);
    default:
      return stretch(kind, argument, at, data);
  }
}

function inWords(number: number, { strings, language }: BindingData): string {
  return strings.small[number] ?? new Intl.NumberFormat(language).format(number);
}

const broken: Value = { values: [], text: '', attributes: {}, lenient: true };

function quantity(id: string, at: number, data: BindingData): Value | BindingFault {
  const fault = data.known.fault(['quantity'], id);
  if (fault) return { ...fault, at };
  const found = data.quantities.get(id);
  if (!found) return broken;
  const values = found.to === undefined ? [found.value] : [found.value, found.to];
  const scale = numbersIn(/^(?:thousand|million|billion)\b/.exec(found.unit)?.[0] ?? '')[0]?.value;
  return {
    values,
    ...(scale === undefined ? {} : { scaled: values.map((each) => each * scale) }),
    text: found.text,
    attributes: { 'data-quantity': id },
  };
}

function seriesPoint(argument: string, at: number, data: BindingData): Value | BindingFault {
  const [id = '', day] = argument.split('@');
  const fault = data.known.fault(['series'], id);
  if (fault) return { ...fault, at };
  const dayAt = at + id.length + 1;
  if (day === undefined) return { message: `write the day of the figure: {series:${id}@2014-03-20}`, at };
  const found = data.series.get(id);
  if (!found) return broken;
  const point = found.points.find((each) => each.date === day);
  if (!point) {
    const days = found.points.map((each) => each.date).sort();
    if (!isDay(day))
      return { message: `“${day}” is not a day; write 2014-03-20`, at: dayAt, ...suggest(day, days) };
    const gap = (other: string): number => Math.abs(daysBetween(day, other));
    const nearest = [...days].sort((a, b) => gap(a) - gap(b))[0];
    return {
      message: `the series “${id}” has no figure for ${day}`,
      at: dayAt,
      ...(nearest === undefined ? {} : { suggestion: nearest }),
    };
  }
  const { strings, language } = data;
  const figure = new Intl.NumberFormat(language).format(point.value);
  const unit = found.unit === 'percent' ? strings.percent : found.unit;
  return {
    values: [point.value],
    text: `${point.approximate ? `${strings.about} ` : ''}${figure} ${unit}`,
    attributes: { 'data-figure': `${id}@${day}` },
  };
}

function stretch(kind: string, argument: string, at: number, data: BindingData): Value | BindingFault {
  const [from = '', to = ''] = argument.split('..');
  if (!isDay(from)) return { message: `“${from}” is not a day; write {${kind}:2013-12-31..2014-01-31}`, at };
  if (!isDay(to))
    return { message: `“${to}” is not a day; write {${kind}:2013-12-31..2014-01-31}`, at: at + from.length };
  const days = daysBetween(from, to);
  if (days < 0)
    return { message: `the stretch ends (${to}) before it starts (${from})`, at: at + from.length + 2 };
  const { strings } = data;
  if (kind === 'weeks') {
    if (days % 7 !== 0) {
      const message = `from ${from} to ${to} it is ${days} days, no whole number of weeks`;
      return { message, at, suggestion: `days:${argument}` };
    }
    const weeks = days / 7;
    return {
      values: [weeks],
      text: `${inWords(weeks, data)} ${strings.week[weeks === 1 ? 0 : 1]}`,
      attributes: { 'data-weeks': argument },
    };
  }
  return {
    values: [days],
    text: `${inWords(days, data)} ${strings.day[days === 1 ? 0 : 1]}`,
    attributes: { 'data-days': argument },
  };
}

function count(argument: string, at: number, data: BindingData): Value | BindingFault {
  const [what = '', day] = argument.split('@');
  if (!COUNTS.includes(what)) {
    return { message: `nothing counts “${what}”; write ${COUNTS.join(', ')}`, at, ...suggest(what, COUNTS) };
  }
  const dayAt = at + what.length + 1;
  const dated = what === 'movements' || what === 'deadlines-missed';
  if (dated && day === undefined)
    return { message: `write the day to count up to: {count:${what}@2014-01-31}`, at };
  if (day !== undefined && !isDay(day))
    return { message: `“${day}” is not a day; write 2014-01-31`, at: dayAt };
  if (day !== undefined && !dated) return { message: `count:${what} takes no day`, at: dayAt };
  const by = (date: string): boolean => {
    const { end, offset } = parseDate(date);
    return civilDate(end - 1, offset) <= (day as string);
  };
  const number = {
    movements: () => data.movements.filter(({ date }) => by(date)).length,
    'deadlines-missed': () => data.deadlines.filter(({ met, date }) => met === 'no' && by(date)).length,
    sources: () => data.sources,
    events: () => data.events,
  }[what as 'movements']();
  return { values: [number], text: inWords(number, data), attributes: { 'data-count': argument } };
}

/** A binding that says the same number, to suggest where one is missing. */
export function bindingFor(values: readonly number[], data: BindingData): string | undefined {
  for (const { id, value: own, to } of data.quantities.values()) {
    if (values.includes(own) || (to !== undefined && values.includes(to))) return `quantity:${id}`;
  }
  for (const { id, points } of data.series.values()) {
    const point = points.find((each) => values.includes(each.value));
    if (point) return `series:${id}@${point.date}`;
  }
  return undefined;
}
