/**
 * The layout of the chart: promise against delivery. As in the timeline, the picture depends on the data and the
 * size alone; what the date decides – how far the figures go, how late each deadline is, the pace – is `now`.
 */
import { overlaps, tenth, textBox, within, type Anchor, type Box } from '#model/boxes.ts';
import { textWidth } from '#model/text-width.ts';
import { axisTicks, type Tick } from '#stage/timeline/ticks.ts';
import type { ChartData, ChartPoint, ChartSeries } from './chart-data.ts';
import { chartFrame, dayOf, fontSizeOf, type ChartFrame, type ChartSize, isCompact } from './geometry.ts';
import { layoutLegend, type Legend } from './legend.ts';
import { strings, type ChartStrings } from './strings.ts';
import { formatValue } from '#model/series.ts';

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
}

/** A required series: its steps, solid where the plan said so, dashed where we derived it. */
export interface RequiredLine {
  series: ChartSeries;
  /** Which of the plans it is, from 0. */
  index: number;
  /** Civil date on which the plan was made. */
  setOn: string;
  steps: { d: string; derived: boolean }[];
  /** What had to be out by when, as an area under the line. */
  area: string;
}

export interface ChartPicture {
  frame: ChartFrame;
  legend: Legend;
  ticks: Tick[];
  /** Percentages of the grid. */
  levels: number[];
  required: RequiredLine[];
  points: PlacedPoint[];
  /** Figures beside their points, keyed as the points are. */
  figures: PlacedText[];
  /** Names of the required lines. */
  names: PlacedText[];
}

/** Half the size of a figure's mark, px. */
export const POINT = 4.5;

export function layoutChart(data: ChartData, size: ChartSize, words: ChartStrings = strings): ChartPicture {
  const legend = layoutLegend(data, size.width - 8, fontSizeOf(size), words, isCompact(size));
  const frame = chartFrame(data, legend.rows, size);
  const points = data.series
    .filter(({ kind }) => kind !== 'required')
    .flatMap((series) =>
      series.points.map((point) => ({
        key: `${series.id}@${point.date}`,
        series,
        point,
        x: frame.x(dayOf(point.date)),
        y: frame.y(point.value),
      })),
    );
  const required = data.series
    .filter(({ kind }) => kind === 'required')
    .map((series, index) => requiredLine(series, index, data, frame));
  const marks = points.map(pointBox);
  const names = placeNames(required, frame, marks);
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
    figures: placeFigures(points, frame, marks, names, words),
    names,
  };
}

function requiredLine(series: ChartSeries, index: number, data: ChartData, frame: ChartFrame): RequiredLine {
  const steps: RequiredLine['steps'] = [];
  let area = '';
  series.points.forEach((point, at) => {
    const x = frame.x(dayOf(point.date));
    const before = frame.y(series.points[at - 1]?.value ?? 0);
    const y = frame.y(point.value);
    const next = series.points[at + 1];
    const end = next ? frame.x(dayOf(next.date)) : frame.x1;
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
    area: area ? `${area}V${frame.y1}Z` : '',
  };
}

function pointBox({ x, y }: PlacedPoint): Box {
  return { x0: x - POINT, y0: y - POINT, x1: x + POINT, y1: y + POINT };
}

/** The name of each required line stands under its last level, or in the next line that is free. */
function placeNames(
  required: readonly RequiredLine[],
  frame: ChartFrame,
  marks: readonly Box[],
): PlacedText[] {
  const names: PlacedText[] = [];
  for (const { series } of required) {
    const last = series.points.at(-1);
    if (!last) continue;
    const text = series.short;
    const width = textWidth(text, frame.px, 600);
    const x = frame.x(dayOf(last.date)) + 6;
    const top = frame.y(last.value) + frame.px * 0.55 + 4;
    for (const line of [0, 1, 2, 3, 4]) {
      const y = tenth(top + line * frame.px * 1.25);
      const box = textBox(x, y, width, frame.px, 'start');
      const free =
        box.x1 <= frame.x1 &&
        marks.every((mark) => !overlaps(box, mark)) &&
        names.every((other) => !overlaps(box, other.box));
      if (!free) continue;
      names.push({ key: series.id, text, x, y, anchor: 'start', box });
      break;
    }
  }
  return names;
}

/** Figures beside their points: the first and last of each series choose first. */
function placeFigures(
  points: readonly PlacedPoint[],
  frame: ChartFrame,
  marks: readonly Box[],
  names: readonly PlacedText[],
  words: ChartStrings,
): PlacedText[] {
  const room: Box = { x0: frame.x0, y0: frame.y0 - frame.px * 1.1 - 7, x1: frame.x1, y1: frame.y1 - 1 };
  const steps = stepBoxes(points);
  const figures: PlacedText[] = [];
  for (const placed of [...points].sort((a, b) => worth(b) - worth(a))) {
    const { key, point } = placed;
    const text = (point.approximate ? words.approximately : '') + words.percent(formatValue(point));
    // Where two bases meet in one point, one figure speaks for both.
    if (figures.some((other) => other.text === text && other.key.endsWith(`@${point.date}`))) continue;
    const width = textWidth(text, frame.px, 600);
    const taken = [...marks, ...names.map(({ box }) => box), ...figures.map(({ box }) => box)];
    const free = positions(placed, frame)
      .map(([x, y, anchor]) => ({
        x: tenth(x),
        y: tenth(y),
        anchor,
        box: textBox(tenth(x), tenth(y), width, frame.px, anchor),
      }))
      .filter(({ box }) => within(box, room) && taken.every((other) => !overlaps(box, other)));
    const best = free.find(({ box }) => steps.every((step) => !overlaps(box, step))) ?? free[0];
    if (best) figures.push({ key, text, ...best });
  }
  return figures;
}

/**
 * Where a figure may stand, best first. Steps leave a point to its right and reach it from below, so a figure is
 * best above to the left or below to the right; of two bases side by side the one that counts more keeps left.
 */
function positions({ series, point, x, y }: PlacedPoint, { px }: ChartFrame): [number, number, Anchor][] {
  const off = POINT + 4;
  const line = px * 0.55 + POINT + 1;
  const left: [number, number, Anchor][] = [
    [x - off, y, 'end'],
    [x + 2, y - line, 'end'],
  ];
  const right: [number, number, Anchor][] = [
    [x + 1, y + line, 'start'],
    [x + off, y + line * 0.6, 'start'],
    [x + off, y, 'start'],
  ];
  const middle: [number, number, Anchor][] = [
    [x, y - line, 'middle'],
    [x, y + line, 'middle'],
  ];
  if (point.value >= 100) return [...middle, ...left];
  // The line of the pace runs through the stray first figures: above them is clear of it.
  if (series.mark === 'cross') return [[x + 2, y - line, 'end'], ...middle, ...right];
  return series.mark === 'square' ? [...left, ...middle, ...right] : [...right, ...left, ...middle];
}

/** The step lines between the points of each series, as thin boxes. */
function stepBoxes(points: readonly PlacedPoint[]): Box[] {
  return points.flatMap((placed, index) => {
    const next = points[index + 1];
    if (!next || next.series !== placed.series || placed.series.mark === 'cross') return [];
    return [
      { x0: placed.x, y0: placed.y - 1, x1: next.x, y1: placed.y + 1 },
      { x0: next.x - 1, y0: Math.min(placed.y, next.y), x1: next.x + 1, y1: Math.max(placed.y, next.y) },
    ];
  });
}

function worth({ series, point }: PlacedPoint): number {
  const index = series.points.indexOf(point);
  const ends = index === 0 || index === series.points.length - 1;
  return (ends ? 2 : 0) + (Number.isInteger(point.value) ? 0 : 1);
}
