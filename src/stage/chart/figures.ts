/** The figures beside their points; the first of each series also says what the series counts. */
import { grow, overlaps, tenth, textBox, within, type Anchor, type Box } from '#model/boxes.ts';
import { formatValue } from '#model/series.ts';
import { textWidth } from '#model/text-width.ts';
import type { ChartFrame } from './geometry.ts';
import type { PlacedPoint, PlacedText } from './layout.ts';
import type { Symbol } from './legend.ts';
import { POINT, pointBox } from './marks.ts';
import type { ChartStrings } from './strings.ts';

/** `text` holds the figure; a name stands on the side away from the point. */
export interface PlacedFigure extends PlacedText {
  /** What the series counts. */
  name?: string;
  /** The name comes first: the figure stays beside its point. */
  nameFirst?: true;
}

/** The first and last figures of each series choose first. */
export function placeFigures(
  points: readonly PlacedPoint[],
  frame: ChartFrame,
  names: readonly PlacedText[],
  /** What a figure stands better beside than on: how much better, against the order of places. */
  lines: readonly { box: Box; weight: number }[],
  /** Symbols the legend explains: their figures need no name. */
  inLegend: ReadonlySet<Symbol>,
  words: ChartStrings,
): PlacedFigure[] {
  const room: Box = {
    x0: frame.x0 + 2,
    y0: frame.y0 - frame.px * 1.1 - 6,
    x1: frame.x1,
    y1: frame.y1 - 2,
  };
  const marks = points.map(pointBox);
  const figures: PlacedFigure[] = [];
  for (const placed of [...points].sort((a, b) => worth(b) - worth(a))) {
    const { key, point, series } = placed;
    const text = (point.approximate ? words.approximately : '') + words.percent(formatValue(point));
    // Where two bases meet in one point, one figure speaks for both.
    if (figures.some((other) => other.text === text && other.key.endsWith(`@${point.date}`))) continue;
    const taken = [...marks, ...names.map(({ box }) => box), ...figures.map(({ box }) => grow(box, 1))];
    const named = series.points[0] === point && !inLegend.has(series.mark);
    for (const name of named ? [series.short, undefined] : [undefined]) {
      const width =
        textWidth(text, frame.px, 600) + (name === undefined ? 0 : textWidth(`${name} `, frame.px));
      const free = positions(placed, frame)
        .map(([x, y, anchor], order) => ({
          order,
          x: tenth(x),
          y: tenth(y),
          anchor,
          box: textBox(tenth(x), tenth(y), width, frame.px, anchor),
        }))
        .filter(
          ({ box }) =>
            within(box, room) &&
            taken.every((other) => !overlaps(box, other)) &&
            nearestIs(placed, box, points),
        );
      const best = least(free, ({ box, order }) =>
        lines.reduce((sum, line) => sum + (overlaps(box, line.box) ? line.weight : 0), order),
      );
      if (!best) continue;
      const beside = best.anchor === 'end' && Math.abs(best.y - placed.y) < frame.px * 0.8;
      figures.push({
        key,
        text,
        x: best.x,
        y: best.y,
        anchor: best.anchor,
        box: best.box,
        ...(name !== undefined && { name, ...(beside && { nameFirst: true as const }) }),
      });
      break;
    }
  }
  return figures;
}

/**
 * Where a figure may stand, best first. Steps leave a point to its right and reach it from below, and the date's
 * line comes from the left: so a figure is best to the left, of two bases side by side the higher one.
 */
function positions({ series, point, x, y }: PlacedPoint, { px }: ChartFrame): [number, number, Anchor][] {
  const off = POINT + 4;
  const line = px * 0.55 + POINT + 1;
  const left: [number, number, Anchor][] = [
    [x - off, y, 'end'],
    [x - off, y - line * 0.6, 'end'],
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
  // The line of the pace runs through the stray first figures: above them is clear of it. The date's line stands at
  // them as they are told: so to the left, if need be a little further right than is best.
  if (series.mark === 'cross')
    return [[x + 2, y - line, 'end'], [x + 4, y - line, 'end'], ...middle, ...right];
  return [...left, ...right, ...middle];
}

function least<T>(list: readonly T[], cost: (each: T) => number): T | undefined {
  let best: T | undefined;
  for (const each of list) if (!best || cost(each) < cost(best)) best = each;
  return best;
}

/** A figure beside another series' point would be taken for that one's. */
function nearestIs(own: PlacedPoint, box: Box, points: readonly PlacedPoint[]): boolean {
  const away = ({ x, y }: PlacedPoint): number =>
    Math.hypot(Math.max(box.x0 - x, 0, x - box.x1), Math.max(box.y0 - y, 0, y - box.y1));
  const least = away(own);
  return points.every((other) =>
    other.point.date === own.point.date && other.y === own.y ? true : away(other) > least,
  );
}

function worth({ series, point }: PlacedPoint): number {
  const index = series.points.indexOf(point);
  const ends = index === 0 || index === series.points.length - 1;
  return (ends ? 2 : 0) + (Number.isInteger(point.value) ? 0 : 1);
}
