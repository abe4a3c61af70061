/** Names for the marks: greedy, the important ones first, and never one upon another. */
import { overlaps, tenth, textBox, within, type Anchor, type Box } from '#model/boxes.ts';
import { textWidth } from '#model/text-width.ts';
import type { Frame } from './geometry.ts';
import { markBoxes, type PlacedMark } from './marks.ts';

export interface PlacedLabel {
  /** Id of the mark it names. */
  id: string;
  text: string;
  x: number;
  /** Vertical middle of the line. */
  y: number;
  anchor: Anchor;
  focused: boolean;
  thread: number;
  /** What it covers, px; `width` by our own table of advances. */
  box: Box;
}

export const LABEL_WEIGHT = { plain: 400, focus: 600 } as const;
/** Px between a mark and its name beside it. */
const GAP = 4;
/** A name above or below begins this far past the mark's middle, so that the cursor's line does not cut it. */
const PAST_MIDDLE = 3;
/** Two names in a row need more than a word space between them, or they read as one. */
const APART = 10;

/** With few marks in view all may have names; with many, only those an editor ranked high. */
export function namedRank(count: number, compact: boolean): 0 | 1 | 2 | 3 {
  if (compact) return count <= 8 ? 2 : count <= 20 ? 1 : 0;
  return count <= 14 ? 3 : count <= 40 ? 2 : 1;
}

/**
 * Names for `marks`, in the order given, where there is room.
 * @param solid what no name may cover
 * @param soft what names would rather not cover: of several free places the one that covers least of it is taken
 * @param others names that already stand
 */
export function placeLabels(
  marks: readonly PlacedMark[],
  frame: Frame,
  solid: readonly Box[],
  soft: readonly Box[],
  others: readonly PlacedLabel[],
): PlacedLabel[] {
  const room: Box = { x0: frame.x0 - 8, y0: 0, x1: frame.width - 2, y1: frame.y1 + 1 };
  const labels: PlacedLabel[] = [];
  for (const placed of marks) {
    const { id, title, thread } = placed.mark;
    const width = textWidth(title, frame.px, placed.focused ? LABEL_WEIGHT.focus : LABEL_WEIGHT.plain);
    let best: Pick<PlacedLabel, 'x' | 'y' | 'anchor' | 'box'> | undefined;
    let least = Infinity;
    for (const [x, y, anchor] of positions(placed, frame)) {
      const box = textBox(x, y, width, frame.px, anchor);
      const spaced = { ...box, x0: box.x0 - APART, x1: box.x1 + APART };
      const free =
        within(box, room) &&
        solid.every((other) => !overlaps(box, other)) &&
        [...others, ...labels].every((other) => !overlaps(spaced, other.box));
      const covers = free ? soft.filter((other) => overlaps(box, other)).length : Infinity;
      if (covers < least) {
        best = { x, y, anchor, box };
        least = covers;
      }
    }
    if (best) labels.push({ id, text: title, thread, focused: placed.focused, ...best });
  }
  return labels;
}

/**
 * Names for what is in focus, whose order is the scene's: of several orders of placing them the one that finds
 * room for most, counting those the scene lists first for more.
 */
export function placeFocusLabels(
  marks: readonly PlacedMark[],
  frame: Frame,
  solid: readonly Box[],
  soft: readonly Box[],
): PlacedLabel[] {
  const byTime = [...marks].sort((a, b) => a.x - b.x || a.y - b.y);
  const orders = [marks, byTime, [...byTime].reverse(), [...marks].reverse()];
  const worth = new Map(marks.map(({ mark }, place) => [mark.id, 1 + 1 / (place + 1)]));
  let best: PlacedLabel[] = [];
  let most = -1;
  for (const order of orders) {
    for (const spared of [soft, []]) {
      const labels = placeLabels(order, frame, solid, spared, []);
      const sum = labels.reduce((total, { id }) => total + (worth.get(id) ?? 0), 0);
      if (sum <= most + 1e-9) continue;
      best = labels;
      most = sum;
    }
  }
  return best;
}

/** Where a name may stand, best first. */
function positions(placed: PlacedMark, frame: Frame): [x: number, y: number, anchor: Anchor][] {
  const { x, y, r, length } = placed;
  const left = length > 0 ? x : x - r;
  const right = length > 0 ? x + length : x + r;
  const beside: [number, number, Anchor][] = [
    [tenth(right + GAP), y, 'start'],
    [tenth(left - GAP), y, 'end'],
  ];
  if (placed.mark.kind === 'deadline' && !frame.compact) return beside;
  // Clear of the stems of deadlines too, which end 2 px past their flags where there is little room.
  const away = r + frame.px * 0.55 + (frame.compact ? 2 : 1);
  const over = (at: number): [number, number, Anchor][] => [
    [tenth(length > 0 ? left : x + PAST_MIDDLE), at, 'start'],
    [tenth(length > 0 ? right : x - PAST_MIDDLE), at, 'end'],
    [tenth((left + right) / 2), at, 'middle'],
  ];
  const above = over(tenth(y - away));
  const below = over(tenth(y + away));
  return frame.compact ? [...beside, ...above, ...below] : [...above, ...beside, ...below];
}

/** The boxes of marks, for names to keep off. */
export function boxesOf(marks: readonly PlacedMark[]): Box[] {
  return marks.flatMap(markBoxes);
}
