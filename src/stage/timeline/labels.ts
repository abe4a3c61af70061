/** Names for the marks: the important ones first, whole if they can be, and never one upon another. */
import { overlaps, tenth, within, type Anchor, type Box } from '#model/boxes.ts';
import type { Frame } from './geometry.ts';
import { markBoxes, type PlacedMark } from './marks.ts';
import { wordings, type Wording } from './wording.ts';

export interface PlacedLabel {
  /** Id of the mark it names. */
  id: string;
  lines: readonly string[];
  /** The name was cut at a word and ends in “…”. */
  shortened: boolean;
  /** Of the text's anchor, px. */
  x: number;
  /** Vertical middle of the first line, px. */
  y: number;
  anchor: Anchor;
  focused: boolean;
  thread: number;
  /** What it covers, px; `width` by our own table of advances. */
  box: Box;
}

export const LABEL_WEIGHT = { plain: 400, focus: 600 } as const;
/** From line to line, and of a line from ascenders to descenders, in em. */
export const LEADING = 1.1;
const LINE = 1.26;
/** Px between a mark and its name beside it. */
const GAP = 4;
/** A name above or below begins this far past the mark's middle, so that the cursor's line does not cut it. */
const PAST_MIDDLE = 3;
/** Two names in a row need more than a word space between them, or they read as one. */
const APART = 10;
/** Between two names one above the other, px: browsers count a line of text a little higher than its letters. */
const LEAD = 1;

/** With few marks in view all may have names; with many, only those an editor ranked high. */
export function namedRank(count: number, compact: boolean): 0 | 1 | 2 | 3 {
  if (compact) return count <= 8 ? 2 : count <= 16 ? 1 : 0;
  return count <= 14 ? 3 : count <= 40 ? 2 : 1;
}

/** What names would rather not cover, and how much rather. */
export interface Soft {
  box: Box;
  cost: number;
}

interface Candidate extends Pick<PlacedLabel, 'lines' | 'x' | 'y' | 'anchor' | 'box'> {
  cost: number;
}

/** Names for marks out of focus, in the order given, where there is room for the whole name. */
export function placeLabels(
  marks: readonly PlacedMark[],
  frame: Frame,
  solid: readonly Box[],
  soft: readonly Soft[],
  others: readonly PlacedLabel[],
): PlacedLabel[] {
  const labels: PlacedLabel[] = [];
  for (const placed of marks) {
    const [best] = candidates(placed, frame, solid, soft, false).filter(({ box }) =>
      [...others, ...labels].every((other) => apart(box, other.box)),
    );
    if (best) labels.push(label(placed, best));
  }
  return labels;
}

/** Steps of the search for the best set of names; a scene has at most about seven in focus. */
const STEPS = 2500;
/** Candidates looked at for each mark. */
const CHOICE = 20;
/** What a name is worth against the costs of candidates; the first in the scene's list are worth up to twice that. */
const WORTH = 100;

/** A mark of a set that is to be named. */
interface Choice {
  /** What a name is worth to it, by the costs of candidates. */
  worth: number;
  /** Where it may stand, the best first; at most `CHOICE`. */
  choice: readonly Candidate[];
}

/**
 * Branch-and-bound search for the best set of names that stand apart; for each mark a candidate, or none. What a
 * candidate takes from the marks after its own is kept as bits, one to a candidate: this is the longest loop there
 * is, and allocates nothing.
 */
function bestSet(wanted: readonly Choice[]): (Candidate | undefined)[] {
  const count = wanted.length;
  /** The most that the marks from each index on can still bring. */
  const hope = wanted.map(() => 0);
  for (let i = count - 1; i >= 0; i -= 1) {
    const { worth, choice } = wanted[i] as Choice;
    hope[i] = (hope[i + 1] ?? 0) + Math.max(0, worth - (choice[0] as Candidate).cost);
  }
  /** By mark and candidate: for each mark after it the candidates that may still stand. */
  const leaves = wanted.map(({ choice }) => choice.map(() => undefined as Int32Array | undefined));
  const leftBy = (index: number, place: number): Int32Array => {
    const { box } = (wanted[index] as Choice).choice[place] as Candidate;
    const left = new Int32Array(count).fill(-1);
    for (let other = index + 1; other < count; other += 1) {
      (wanted[other] as Choice).choice.forEach((candidate, bit) => {
        if (!apart(box, candidate.box)) (left[other] as number) &= ~(1 << bit);
      });
    }
    return left;
  };
  /** By depth and mark: the candidates that what is chosen so far leaves. */
  const free = wanted.map(() => new Int32Array(count).fill(-1));
  const chosen = new Int32Array(count);
  let best = new Int32Array(count).fill(-1);
  let most = -1;
  let steps = STEPS;
  const search = (index: number, sum: number): void => {
    if (index === count) {
      if (sum > most) [best, most] = [chosen.slice(), sum];
      return;
    }
    if (sum + (hope[index] as number) <= most || (steps -= 1) < 0) return;
    const { worth, choice } = wanted[index] as Choice;
    const [own, next] = [free[index] as Int32Array, free[index + 1]];
    for (let place = 0; place < choice.length; place += 1) {
      if (((own[index] as number) & (1 << place)) === 0) continue;
      chosen[index] = place;
      if (next) {
        const left = ((leaves[index] as (Int32Array | undefined)[])[place] ??= leftBy(index, place));
        for (let other = index + 1; other < count; other += 1) {
          next[other] = (own[other] as number) & (left[other] as number);
        }
      }
      search(index + 1, sum + worth - (choice[place] as Candidate).cost);
    }
    chosen[index] = -1;
    next?.set(own);
    search(index + 1, sum);
  };
  search(0, 0);
  return wanted.map(({ choice }, index) => choice[best[index] as number]);
}

/**
 * Names for what is in focus, in the scene's order: the set that names most, the first for more, covers least of
 * what is `soft`, and shortens least.
 */
export function placeFocusLabels(
  marks: readonly PlacedMark[],
  frame: Frame,
  solid: readonly Box[],
  soft: readonly Soft[],
): PlacedLabel[] {
  const wanted = marks
    .map((placed, place) => ({
      placed,
      worth: WORTH * (1 + 1 / (place + 1)),
      choice: candidates(placed, frame, solid, soft, true),
    }))
    .filter(({ choice }) => choice.length > 0)
    .sort((a, b) => a.choice.length - b.choice.length)
    .map(({ choice, ...rest }) => ({ ...rest, choice: choice.slice(0, CHOICE) }));
  const best = bestSet(wanted);
  return wanted
    .flatMap(({ placed }, index) => {
      const found = best[index];
      return found ? [label(placed, found)] : [];
    })
    .sort((a, b) => rank(marks, a) - rank(marks, b));
}

function rank(marks: readonly PlacedMark[], { id }: PlacedLabel): number {
  return marks.findIndex(({ mark }) => mark.id === id);
}

function label(placed: PlacedMark, { lines, x, y, anchor, box }: Candidate): PlacedLabel {
  const { id, title, thread } = placed.mark;
  const shortened = lines.join(' ') !== title;
  return { id, thread, focused: placed.focused, lines, shortened, x, y, anchor, box };
}

/** Whether two names are far enough from each other to be read as two. */
export function apart(a: Box, b: Box): boolean {
  return a.x0 - APART >= b.x1 || b.x0 >= a.x1 + APART || a.y0 - LEAD >= b.y1 || b.y0 >= a.y1 + LEAD;
}

/** Every place and wording of a name inside the room and off what is solid, the best first. */
function candidates(
  placed: PlacedMark,
  frame: Frame,
  solid: readonly Box[],
  soft: readonly Soft[],
  shorten: boolean,
): Candidate[] {
  const room: Box = { x0: frame.x0 - 8, y0: 0, x1: frame.width - 2, y1: frame.y1 + 1 };
  const weight = placed.focused ? LABEL_WEIGHT.focus : LABEL_WEIGHT.plain;
  const found: Candidate[] = [];
  for (const wording of wordings(placed.mark.title, frame.px, weight, shorten)) {
    // Enough that are better than any of this wording can be.
    if (found.filter(({ cost }) => cost < wording.cost).length >= CHOICE) break;
    for (const candidate of positions(placed, frame, wording, room)) {
      const { box } = candidate;
      if (solid.some((other) => overlaps(box, other))) continue;
      const covers = soft.reduce((sum, other) => sum + (overlaps(box, other.box) ? other.cost : 0), 0);
      candidate.cost += wording.cost + covers;
      found.push(candidate);
    }
  }
  return found.sort((a, b) => a.cost - b.cost);
}

/** Where a name may stand inside the room; the costs say which is better when nothing is covered. */
function positions(placed: PlacedMark, frame: Frame, { lines, width }: Wording, room: Box): Candidate[] {
  const { x, y, r, length } = placed;
  const { px, compact } = frame;
  const height = px * (LINE + LEADING * (lines.length - 1));
  const left = length > 0 ? x : x - r;
  const right = length > 0 ? x + length : x + r;
  const found: Candidate[] = [];
  const at = (ax: number, middle: number, anchor: Anchor, cost: number): void => {
    const x0 = anchor === 'start' ? ax : anchor === 'end' ? ax - width : ax - width / 2;
    const box = { x0, y0: middle - height / 2, x1: x0 + width, y1: middle + height / 2 };
    if (!within(box, room)) return;
    found.push({ lines, x: tenth(ax), y: tenth(box.y0 + (px * LINE) / 2), anchor, box, cost });
  };
  // On a wide strip a name reads best above its mark, on a low one beside it.
  const side = compact ? 0 : 0.6;
  at(right + GAP, y, 'start', side);
  at(left - GAP, y, 'end', side + 0.1);
  at(right + GAP, y - height / 3, 'start', side + 0.8);
  at(right + GAP, y + height / 3, 'start', side + 0.8);
  at(left - GAP, y - height / 3, 'end', side + 0.9);
  at(left - GAP, y + height / 3, 'end', side + 0.9);
  // Clear of the stems of deadlines, which end 2 px past their flags where there is little room.
  const away = r + height / 2 + (compact ? 2 : 1);
  const over = (middle: number, cost: number): void => {
    at(length > 0 ? left : x + PAST_MIDDLE, middle, 'start', cost);
    at(length > 0 ? right : x - PAST_MIDDLE, middle, 'end', cost + 0.1);
    at((left + right) / 2, middle, 'middle', cost + 0.2);
    at((left + right) / 2 - width / 4, middle, 'middle', cost + 0.3);
    at((left + right) / 2 + width / 4, middle, 'middle', cost + 0.3);
  };
  const off = compact ? 0.4 : 0;
  // Under a flag hangs its stem.
  if (placed.mark.kind === 'deadline') {
    over(y - away, off + 1);
    return found;
  }
  over(y - away, off);
  over(y + away, off + 0.4);
  // Past a second row of marks.
  const row = 2 * frame.radius.plain + 1;
  over(y - away - row, off + 2);
  over(y + away + row, off + 2.4);
  return found;
}

/** The boxes of marks, for names to keep off. */
export function boxesOf(marks: readonly PlacedMark[]): Box[] {
  return marks.flatMap(markBoxes);
}
