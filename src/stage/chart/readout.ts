/** What the card over the map says at a date: how much, how late, and where this pace leads. */
import { formatCivil } from '#model/dates.ts';
import { standing, telling, type Lateness } from '#model/lateness.ts';
import { pace } from '#model/pace.ts';
import { formatValue, latestPoint, readings } from '#model/series.ts';
import type { ChartData, ChartDeadline, ChartSeries } from './chart-data.ts';
import { strings, type ChartStrings } from './strings.ts';

export interface ReadoutFigure {
  /** Id of the series. */
  series: string;
  /** “49.3 %”. */
  value: string;
  approximate: boolean;
  /** What was counted: “removed”. */
  what: string;
  /** The same as short as it can be said. */
  short: string;
  /** A share of what, and as of when if that was earlier. */
  basis: string;
}

export interface ReadoutLine {
  /** The part to stress: “31 days late”. */
  strong: string;
  rest: string;
  late: boolean;
  /** When it was due, as short as it can be said: “due 5 Feb”. */
  due: string;
}

export interface ReadoutText {
  heading: string;
  figures: ReadoutFigure[];
  /** Instead of figures, while none had been announced, or once there was nothing more to announce. */
  none?: string;
  /** The same without the figure, once everything had left: “removed since 23 Jun 2014”. */
  since?: string;
  lines: ReadoutLine[];
  /** What a figure of 100 percent does not mean; once there is one, how far that had come. */
  caveat?: string;
  /** Our arithmetic: one for each figure, naming its basis where there are several. */
  pace?: string;
}

/** On a civil date (`YYYY-MM-DD`). Nothing before there was a plan: nothing to be early or late for. */
export function readout(data: ChartData, on: string, words: ChartStrings = strings): ReadoutText | undefined {
  const date = formatCivil(on, true);
  const counted = data.deadlines.filter(({ counts }) => counts);
  const now = standing(counted, on, data.completed);
  // Once everything had left, the figures have nothing more to tell.
  const done = data.completed !== undefined && on > data.completed ? data.completed : undefined;
  const read = readings(data.series, on);
  const found = done ? [] : read;
  if (now.plans.length === 0 && read.length === 0) return undefined;
  const figures = found.map(({ series, point }) => ({
    series: series.id,
    value: words.percent(formatValue(point)),
    approximate: point.approximate,
    what: plain(series.label),
    short: series.short,
    basis:
      words.ofWhat(firstClause(series.basis)) +
      (point.date === on ? '' : ` · ${words.asOf(shortDay(point.date, on))}`),
  }));
  const { start } = data;
  const paces = found.flatMap(({ series, point }) => {
    const led = start && pace(start.date, point.date, point.value, on);
    return led ? [{ when: led.text, what: found.length > 1 ? series.short : undefined }] : [];
  });
  const caveat =
    (done && data.then && sinceThen(data.then, on, words)) ??
    read.find(({ point }) => point.value >= 100 && point.note !== undefined)?.point.note;
  const since = done && words.since(plain(read[0]?.series.label ?? ''), formatCivil(done, true));
  const only = figures.length === 1 ? figures[0] : undefined;
  return {
    heading: only
      ? words.by(capital(only.what), date)
      : figures.length > 1
        ? words.announcedBy(date)
        : words.on(date),
    figures,
    ...(since !== undefined
      ? { none: `${words.percent('100')} ${since}`, since }
      : figures.length === 0 && start && start.date <= on && { none: words.noFigure }),
    lines: [
      ...telling(now).map((item) => line(item, now.plans.length > 1, on, words)),
      // Done is not all done: what the figures do not count is still due, or was.
      ...(now.complete ? data.deadlines.filter(({ standsApart }) => standsApart) : []).map((deadline) =>
        apart(deadline, on, words),
      ),
    ],
    ...(now.complete && caveat !== undefined && { caveat }),
    ...(paces.length > 0 && { pace: words.pace(...paces) }),
  };
}

function line(
  { promised, ordinal, days }: Lateness,
  several: boolean,
  on: string,
  words: ChartStrings,
): ReadoutLine {
  const name = words.ordinal[ordinal - 1];
  const what =
    several || name === undefined
      ? words.planDate(promised.plan, shortDay(promised.due, on))
      : words.deadline(name);
  const said = days > 0 ? words.lateOn : days < 0 ? words.toGo : words.today;
  const strong = typeof said.days === 'string' ? said.days : said.days(Math.abs(days));
  return { strong, rest: said.rest(what), late: days > 0, due: words.dueOn(shortDay(promised.due, on)) };
}

/** “94 % of everything declared destroyed, as of 30 Aug”. */
function sinceThen(series: ChartSeries, on: string, words: ChartStrings): string | undefined {
  const point = latestPoint(series, on);
  if (!point) return undefined;
  const [what, basis] = parts(series.label);
  const value = (point.approximate ? words.approximately : '') + words.percent(formatValue(point));
  const said = words.then(value, basis, what, shortDay(point.date, on));
  return point.derived ? `${said} · ${words.ours}` : said;
}

function apart({ title, due, met }: ChartDeadline, on: string, words: ChartStrings): ReadoutLine {
  const missed = on > due && met === 'no';
  const [strong, rest] = (missed ? words.apartMissed : words.apartDue)(capital(title), shortDay(due, on));
  return { strong, rest, late: missed, due: words.dueOn(shortDay(due, on)) };
}

/** “29 Jan”, with the year unless it is that of `beside`. */
function shortDay(date: string, beside: string): string {
  const long = formatCivil(date, true);
  return beside.slice(0, 4) === date.slice(0, 4) ? long.slice(0, -5) : long;
}

/** A basis in a few words, up to its first full stop, colon or semicolon and without brackets; the table has all. */
export function firstClause(text: string): string {
  return text.replace(/[.:;](\s.*)?$/s, '').replace(/ \([^)]*\)/g, '');
}

/** What was counted, as words within a sentence: “Removed, of everything declared” is “removed”. */
export function plain(label: string): string {
  return parts(label)[0];
}

/** “Removed, of everything declared” in two: “removed” and “of everything declared”. */
function parts(label: string): [what: string, basis: string] {
  const [what = label, basis = ''] = label.split(', ');
  return [what.charAt(0).toLowerCase() + what.slice(1), basis];
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
