/** What the reader guesses and what happened, taken from the chart's data. */
import { DAY_MS, civilDate } from '#model/dates.ts';
import { completedOn } from '#model/series.ts';
import type { ChartData, ChartPoint, ChartSeries } from '#stage/chart/chart-data.ts';

export type Figure = Pick<ChartPoint, 'date' | 'value' | 'approximate'>;

/** A figure on a basis of its own: drawn beside the line, never joined to it. */
export interface StrayFigure extends Figure {
  series: string;
  /** A share of what: in full, as words after a figure, and as short as a label. */
  basis: string;
  short: string;
  by: string;
}

export interface GuessData {
  /** Civil dates at which the reader sets a share, in order. The first is fixed: nothing had left before it. */
  knots: string[];
  /** Civil date by which the original plan wanted all of it. */
  plan?: string;
  /** What was announced on the basis that is guessed; the basis as words after a figure, in full and in short. */
  actual: { series: string; basis: string; short: string; points: Figure[] };
  strays: StrayFigure[];
  /** Civil date on which all of it had been announced as done. */
  completed?: string;
}

/**
 * The guess runs from the first movement to the chart's last deadline (or to the last figure, should that be
 * later). What is guessed is the chart's first basis, the one its circles stand for: content gives each basis a
 * shape of its own. Crosses are stray figures on other bases. Nothing where the chart has no such line or no
 * movement to begin with.
 */
export function guessData(chart: ChartData): GuessData | undefined {
  const announced = chart.series.filter(({ kind }) => kind === 'announced');
  const actual = announced.find(({ mark }) => mark === 'circle');
  if (!actual || !chart.start) return undefined;
  const start = chart.start.date;
  const last = [...chart.deadlines.map(({ due }) => due), ...actual.points.map(({ date }) => date)].sort();
  const end = last.at(-1) as string;
  if (end <= start) return undefined;
  const within = ({ date }: Figure): boolean => date >= start && date <= end;
  const plan = planDate(chart);
  const completed = completedOn([actual]);
  return {
    knots: knotDates(start, end),
    ...(plan !== undefined && plan > start && { plan }),
    actual: {
      series: actual.id,
      basis: basisWords(actual.basis),
      short: basisWords(actual.basis).replace(/,.*/s, ''),
      points: actual.points.filter(within).map(figure),
    },
    strays: announced
      .filter(({ mark }) => mark === 'cross')
      .flatMap((series) => series.points.filter(within).map((point) => stray(series, point)))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
    ...(completed !== undefined && { completed }),
  };
}

/** The day on which the first plan wanted everything. */
function planDate({ series }: ChartData): string | undefined {
  const first = series.find(({ kind }) => kind === 'required');
  return first?.points.find(({ value }) => value >= 100)?.date;
}

function figure({ date, value, approximate }: ChartPoint): Figure {
  return { date, value, approximate };
}

function stray(series: ChartSeries, point: ChartPoint): StrayFigure {
  return {
    ...figure(point),
    series: series.id,
    basis: basisWords(series.basis),
    short: series.short,
    by: point.by,
  };
}

/** “a share of what was declared (all of it); one figure” as words to follow a figure: “of what was declared”. */
function basisWords(basis: string): string {
  const clause = basis.replace(/[.:;](\s.*)?$/s, '').replace(/ \([^)]*\)/g, '');
  return clause.replace(/^an? share /, '');
}

/** More knots than this are a burden to set, by hand or by number. */
const MOST_KNOTS = 18;
/** An inner knot this close to an end says nothing of its own, as a share of the usual distance. */
const TOO_CLOSE = 0.4;

/** The two ends and, between them, the 1st and 15th of each month; over longer times the 1st of fewer months. */
export function knotDates(start: string, end: string): string[] {
  const [from, to] = [start, end].map((date) => Date.parse(`${date}T00:00Z`) / DAY_MS) as [number, number];
  const divisions = [
    { days: 15, carries: (day: number) => day === 1 || day === 15 },
    ...[1, 3, 6, 12, 60, 120].map((months) => ({
      days: 30.4 * months,
      carries: (day: number, month: number) => day === 1 && month % months === 0,
    })),
  ];
  const division = divisions.find(({ days }) => (to - from) / days <= MOST_KNOTS) ?? divisions.at(-1);
  const inner: string[] = [];
  for (let day = Math.ceil(from) + 1; division && day < to; day += 1) {
    const date = new Date(day * DAY_MS);
    const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
    const near = Math.min(day - from, to - day) < division.days * TOO_CLOSE;
    if (!near && division.carries(date.getUTCDate(), month)) inner.push(civilDate(day * DAY_MS));
  }
  return [start, ...inner, end];
}
