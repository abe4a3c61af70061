/** The tip beside a value: what it says, and where it stands inside the chart without hiding the date. */
import { grow, overlaps, tenth, within, type Box } from '#model/boxes.ts';
import { formatCivil } from '#model/dates.ts';
import { formatValue } from '#model/series.ts';
import { textWidth } from '#model/text-width.ts';
import type { ChartItem } from './items.ts';
import { capital, firstClause, plain } from './readout.ts';
import { strings, type ChartStrings } from './strings.ts';
import { wrapText } from './wrap.ts';

export interface TipLine {
  text: string;
  kind: 'figure' | 'strong' | 'plain' | 'soft';
}

export interface TipText {
  lines: TipLine[];
  width: number;
  height: number;
}

export interface Tip extends TipText {
  box: Box;
}

/** Px. */
export const TIP = { padding: 10, figure: 22, figureLine: 26, text: 13, line: 17 };
const GAP = 10;
const INSET = 4;
/** Places from here on are corners, far from the point: the last resort. */
const FAR = 10;

/** What is said of an item, most important first. */
export function tipParts(item: ChartItem, words: ChartStrings = strings): TipLine[] {
  const line = (kind: TipLine['kind'], text: string | undefined): TipLine[] => (text ? [{ text, kind }] : []);
  if ('deadline' in item) {
    const { title, due, requirement, plan } = item.deadline;
    return [
      ...line('strong', capital(title)),
      ...line('strong', `${words.dueOn(formatCivil(due))}: ${item.status}`),
      ...line('plain', requirement),
      ...line('soft', capital(plan)),
    ];
  }
  const { series, point } = item;
  return [
    ...line('figure', (point.approximate ? words.approximately : '') + words.percent(formatValue(point))),
    ...line('strong', plain(series.label)),
    ...line('plain', words.ofWhat(firstClause(series.basis))),
    ...line('plain', point.derived ? undefined : capital(words.announced(point.by))),
    ...line('plain', formatCivil(point.date)),
    ...line('strong', point.derived ? capital(point.by) : undefined),
    ...line('soft', point.note),
  ];
}

/** The parts broken into lines no wider than `width` px; the last parts are left out where `height` px end. */
export function layoutTipText(parts: readonly TipLine[], width: number, height: number): TipText {
  const lines: TipLine[] = [];
  let tall = TIP.padding * 2;
  let wide = 0;
  for (const { text, kind } of parts) {
    const [px, lead, weight] =
      kind === 'figure'
        ? [TIP.figure, TIP.figureLine, 700]
        : [TIP.text, TIP.line, kind === 'strong' ? 600 : 400];
    const own = wrapText(text, px, width, weight);
    if (tall + own.length * lead > height) continue;
    tall += own.length * lead;
    wide = Math.max(wide, ...own.map((each) => textWidth(each, px, weight)));
    lines.push(...own.map((each) => ({ text: each, kind })));
  }
  return { lines, width: Math.ceil(wide) + TIP.padding * 2, height: tall };
}

/**
 * The place for a tip: beside its point, inside the chart, off the date's chip, on as few other points and labels
 * as can be.
 */
export function placeTip(
  size: { width: number; height: number },
  at: { x: number; y: number },
  chart: { width: number; height: number },
  chip: Box | undefined,
  points: readonly { x: number; y: number }[],
  labels: readonly Box[] = [],
): Box {
  const { width, height } = size;
  const room: Box = { x0: INSET, y0: INSET, x1: chart.width - INSET, y1: chart.height - INSET };
  const clampX = (x: number): number => Math.max(Math.min(x, room.x1 - width), room.x0);
  const clampY = (y: number): number => Math.max(Math.min(y, room.y1 - height), room.y0);
  const above = at.y - GAP - height;
  const below = at.y + GAP;
  const before = at.x - GAP - width;
  const after = at.x + GAP;
  const floor = chip ? chip.y0 - INSET - height : room.y1 - height;
  const candidates: [number, number][] = [
    [before, above],
    [after, below],
    [before, clampY(at.y - height / 2)],
    [after, clampY(at.y - height / 2)],
    [after, above],
    [before, below],
    [clampX(at.x - width / 2), above],
    [clampX(at.x - width / 2), below],
    [before, Math.min(clampY(at.y - height / 2), floor)],
    [after, Math.min(clampY(at.y - height / 2), floor)],
    [room.x0, Math.max(room.y0, floor)],
    [room.x1 - width, Math.max(room.y0, floor)],
    [room.x0, room.y0],
    [room.x1 - width, room.y0],
  ];
  let best: Box | undefined;
  let least = Infinity;
  candidates.forEach(([x, y], index) => {
    const box = { x0: tenth(x), y0: tenth(y), x1: tenth(x + width), y1: tenth(y + height) };
    if (!within(box, grow(room, 0.1)) || (chip && overlaps(box, grow(chip, 2)))) return;
    const hides = (point: { x: number; y: number }): boolean => overlaps(box, around(point));
    const cost =
      points.filter(hides).length +
      labels.filter((label) => overlaps(box, label)).length * 0.7 +
      (hides(at) ? 50 : 0) +
      (index >= FAR ? 20 : index * 0.2);
    if (cost < least) [best, least] = [box, cost];
  });
  return best ?? { x0: room.x0, y0: room.y0, x1: room.x0 + width, y1: room.y0 + height };
}

export function layoutTip(
  item: ChartItem,
  items: readonly ChartItem[],
  chart: { width: number; height: number },
  chip: Box | undefined,
  labels: readonly Box[] = [],
  words: ChartStrings = strings,
): Tip {
  const width = Math.min(250, chart.width - 2 * (INSET + TIP.padding));
  const tallest = (chip ? chip.y0 : chart.height) - 3 * INSET;
  const points = items.filter((other) => 'point' in other && other.key !== item.key);
  const parts = tipParts(item, words);
  // Where even the best place would hide the value itself, less is said.
  for (let count = parts.length; ; count -= 1) {
    const text = layoutTipText(parts.slice(0, count), width, tallest);
    const box = placeTip(text, item, chart, chip, points, labels);
    if (count <= 2 || !overlaps(box, around(item))) return { ...text, box };
  }
}

function around({ x, y }: { x: number; y: number }): Box {
  return { x0: x - 5, y0: y - 5, x1: x + 5, y1: y + 5 };
}
