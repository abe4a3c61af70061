/**
 * The layout of the chart: promise against delivery. As in the timeline, the picture depends on the data and the
 * size alone; what the date decides – how far the figures go, how late each deadline is, the pace – is `now`.
 */
import { overlaps, tenth, textBox, type Anchor, type Box } from '#model/boxes.ts';
import { formatValue } from '#model/series.ts';
import { textWidth } from '#model/text-width.ts';
import { axisTicks, type Tick } from '#stage/timeline/ticks.ts';
import type { ChartData, ChartPoint, ChartSeries } from './chart-data.ts';
import { placeFigures, type PlacedFigure } from './figures.ts';
import { chartFrame, dayOf, fontSizeOf, type ChartFrame, type ChartSize } from './geometry.ts';
import { layoutLegend, type Legend, type LegendEntry } from './legend.ts';
import { pointBox } from './marks.ts';
import { strings, type ChartStrings } from './strings.ts';
import { balanced, wrapText } from './wrap.ts';

export interface PlacedPoint {
  key: string;
  series: ChartSeries;
  point: ChartPoint;
  x: number;
  y: number;
}

export interface PlacedText {
  key: string;
  text: string;
  x: number;
  /** Vertical middle. */
  y: number;
  anchor: Anchor;
  box: Box;
  /** An explanation, not a name. */
  soft?: true;
}

/** A required series: its steps, solid where the plan said so, dotted where we derived it. */
export interface RequiredLine {
  series: ChartSeries;
  /** Which of the plans it is, from 0. */
  index: number;
  /** Civil date on which the plan was made. */
  setOn: string;
  steps: { d: string; derived: boolean }[];
  /** What had to be out by when, as an area under the line; of the first plan only. */
  area: string;
}

/** How a series went from one announced figure to the next: nothing is known between them, so it is a step. */
export interface Step {
  /** Key of the point it leads to: it is drawn once that is known. */
  key: string;
  series: string;
  /** The figure before it, in force until then. */
  run: string;
  /** From that figure to the new one. */
  rise: string;
  /** Under the run, down to 0; where the series counts what the plan required. */
  area?: string;
}

export interface ChartPicture {
  frame: ChartFrame;
  legend: Legend;
  ticks: Tick[];
  /** Percentages of the grid. */
  levels: number[];
  required: RequiredLine[];
  points: PlacedPoint[];
  steps: Step[];
  /** Ids of the series that count what the plan required: their figures may stand on its area. */
  likePlan: string[];
  /** Figures beside their points, keyed as the points are. */
  figures: PlacedFigure[];
  /** Names of the required lines, and what was derived of them. */
  names: PlacedText[];
}

/** With direct labels only where all have room, else with a legend for those that do not. */
export function layoutChart(data: ChartData, size: ChartSize, words: ChartStrings = strings): ChartPicture {
  const direct = arrange(data, size, [], words);
  const missing = unnamed(data, direct, words);
  return missing.length > 0 ? arrange(data, size, missing, words) : direct;
}

function arrange(
  data: ChartData,
  size: ChartSize,
  entries: readonly LegendEntry[],
  words: ChartStrings,
): ChartPicture {
  const legend = layoutLegend(entries, size.width - 12, fontSizeOf(size));
  const frame = chartFrame(data, legend.rows, size, words);
  const points = data.series
    .filter(({ kind }) => kind !== 'required')
    .flatMap((series) =>
      series.points.map((point) => ({
        key: pointKey(series, point),
        series,
        point,
        x: frame.x(dayOf(point.date)),
        y: frame.y(point.value),
      })),
    );
  const required = data.series
    .filter(({ kind }) => kind === 'required')
    .map((series, index) => requiredLine(series, index, data, frame));
  const names = placeNames(required, frame, points, words);
  const inLegend = new Set(entries.map(({ symbol }) => symbol));
  const whole = basisOf(required[0]?.series.basis);
  const likePlan = data.series
    .filter(({ kind, basis, mark }) => kind === 'announced' && mark !== 'cross' && basisOf(basis) === whole)
    .map(({ id }) => id);
  return {
    frame,
    legend,
    ticks: axisTicks(
      frame.from,
      frame.to,
      frame.x,
      frame.width - 2,
      Math.max(12, frame.px - 1),
      words,
      frame.compact ? 10 : 22,
    ),
    levels: [0, 25, 50, 75, 100],
    required,
    points,
    likePlan,
    steps: joined(points).map(([from, to]) => ({
      key: to.key,
      series: to.series.id,
      run: `M${from.x} ${from.y}H${to.x}`,
      rise: `M${to.x} ${from.y}V${to.y}`,
      ...(likePlan.includes(to.series.id) && {
        area: `M${from.x} ${frame.y1}V${from.y}H${to.x}V${frame.y1}Z`,
      }),
    })),
    figures: placeFigures(
      points,
      frame,
      names,
      [
        ...stepBoxes(points).map((box) => ({ box, weight: 6 })),
        ...required.flatMap((line) => requiredBoxes(line, frame)).map((box) => ({ box, weight: 2.5 })),
      ],
      inLegend,
      words,
    ),
    names,
  };
}

export function pointKey({ id }: ChartSeries, { date }: ChartPoint): string {
  return `${id}@${date}`;
}

/** What a share is a share of, for comparing: up to the first semicolon, without brackets. */
function basisOf(basis = ''): string {
  return basis.replace(/ \([^)]*\)|;.*$/gs, '');
}

/** What a legend must say because no label on the picture does. */
function unnamed(
  data: ChartData,
  { figures, names, required }: ChartPicture,
  words: ChartStrings,
): LegendEntry[] {
  const announced = data.series.filter(({ kind }) => kind === 'announced');
  const silent = announced.filter(
    ({ id }) => !figures.some(({ key, name }) => name !== undefined && key.startsWith(`${id}@`)),
  );
  const entries: LegendEntry[] = silent
    .filter(({ mark }) => mark !== 'cross')
    .map(({ mark, short }) => ({ symbol: mark, text: short }));
  if (silent.some(({ mark }) => mark === 'cross')) entries.push({ symbol: 'cross', text: words.otherBasis });
  const derived = required.some(({ steps }) => steps.some((step) => step.derived));
  if (derived && !names.some(({ soft }) => soft)) entries.push({ symbol: 'derived', text: words.derived });
  return entries;
}

function requiredLine(series: ChartSeries, index: number, data: ChartData, frame: ChartFrame): RequiredLine {
  const steps: RequiredLine['steps'] = [];
  let area = '';
  series.points.forEach((point, at) => {
    const x = frame.x(dayOf(point.date));
    const before = frame.y(series.points[at - 1]?.value ?? 0);
    const y = frame.y(point.value);
    const next = series.points[at + 1];
    // Once everything is due a later plan has nothing to add but its day: its line would lie on the first one's.
    const end = next ? frame.x(dayOf(next.date)) : index === 0 ? frame.x1 : x;
    steps.push({ d: `M${x} ${before}V${y}H${end}`, derived: point.derived === true });
    area += `${at === 0 ? 'M' : 'L'}${x} ${before}V${y}H${end}`;
  });
  const plan = series.plan ?? series.label;
  const set = data.deadlines.filter((deadline) => deadline.plan === plan).map(({ setOn }) => setOn);
  return {
    series,
    index,
    setOn: set.sort()[0] ?? series.points[0]?.date ?? data.from,
    steps,
    area: area && index === 0 ? `${area}V${frame.y1}Z` : '',
  };
}

/** Neighbouring figures of one series; stray ones (crosses) are never joined. */
function joined(points: readonly PlacedPoint[]): [PlacedPoint, PlacedPoint][] {
  return points.flatMap((to, index) => {
    const from = points[index - 1];
    return from && from.series === to.series && to.series.mark !== 'cross' ? [[from, to]] : [];
  });
}

/** The announced lines as thin boxes: a label stands better beside them than on them. */
function stepBoxes(points: readonly PlacedPoint[]): Box[] {
  return joined(points).flatMap(([from, to]) => [
    { x0: from.x, y0: from.y - 1, x1: to.x, y1: from.y + 1 },
    { x0: to.x - 1, y0: Math.min(from.y, to.y), x1: to.x + 1, y1: Math.max(from.y, to.y) },
  ]);
}

/** The lines of a plan, likewise. */
export function requiredBoxes({ series }: RequiredLine, frame: ChartFrame): Box[] {
  return series.points.flatMap(({ date, value }, index) => {
    const x = frame.x(dayOf(date));
    const y = frame.y(value);
    const next = series.points[index + 1];
    const before = frame.y(series.points[index - 1]?.value ?? 0);
    return [
      { x0: x - 1, y0: y, x1: x + 1, y1: before },
      { x0: x, y0: y - 1, x1: next ? frame.x(dayOf(next.date)) : frame.x1, y1: y + 1 },
    ];
  });
}

/** Px that a note of two lines takes. */
const ASIDE = 100;

/**
 * The name of each required line stands under its last level, in as few lines as it needs; what we derived says so
 * under its own level, or beside it.
 */
function placeNames(
  required: readonly RequiredLine[],
  frame: ChartFrame,
  points: readonly PlacedPoint[],
  words: ChartStrings,
): PlacedText[] {
  const placed: PlacedText[] = [];
  const taken: Box[] = points.map(pointBox);
  const { px } = frame;
  const lead = px * 1.2;
  /** Sets lines one under the other from `y`, if they are free there. */
  const set = (
    key: string,
    lines: string[],
    x: number,
    y: number,
    anchor: Anchor,
    soft: boolean,
  ): boolean => {
    const texts = lines.map((text, index) => {
      const at = tenth(y + index * lead);
      const box = textBox(tenth(x), at, textWidth(text, px, soft ? 400 : 600), px, anchor);
      return { key, text, x: tenth(x), y: at, anchor, box, ...(soft && { soft: true as const }) };
    });
    const free = texts.every(
      ({ box }) =>
        box.x0 >= frame.x0 && box.x1 <= frame.width - 2 && taken.every((other) => !overlaps(box, other)),
    );
    if (!free) return false;
    placed.push(...texts);
    taken.push(...texts.map(({ box }) => box));
    return true;
  };
  for (const { series } of required) {
    const last = series.points.at(-1);
    if (!last) continue;
    const x = frame.x(dayOf(last.date)) + 7;
    const top = frame.y(last.value) + px * 0.55 + 5;
    const whole = textWidth(series.short, px, 600);
    const widths = [frame.x1 - x, whole * 0.7, whole * 0.8, whole * 0.5];
    widths.some((width) => set(series.id, wrapText(series.short, px, width, 600), x, top, 'start', false));
  }
  for (const { series } of required) {
    series.points.forEach((point, index) => {
      const next = series.points[index + 1];
      if (!point.derived || !next) return;
      const x0 = frame.x(dayOf(point.date));
      const x1 = frame.x(dayOf(next.date));
      const y = frame.y(point.value) + px * 0.55 + 4;
      const value = (point.approximate ? words.approximately : '') + words.percent(formatValue(point));
      const text = `${value}, ${words.derived}`;
      // Before its step, where nothing was due yet, else inside it.
      const room = x0 - frame.x0 - 10;
      if (room >= ASIDE && set(series.id, balanced(text, px, room), x0 - 7, y - lead * 0.6, 'end', true))
        return;
      const inside = balanced(text, px, x1 - x0 - 12);
      if (inside.length <= 2) set(series.id, inside, x0 + 6, y, 'start', true);
    });
  }
  return placed;
}
