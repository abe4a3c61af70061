/** Sets the marks on their lanes: rows where they would hide each other, clusters where rows run out. */
import { grow, overlaps, tenth, type Box } from '#model/boxes.ts';
import { touches, type Frame, type Lane } from './geometry.ts';
import type { TimelineData, TimelineMark } from './timeline-data.ts';

export interface PlacedMark {
  /** Index in the data's marks. */
  index: number;
  mark: TimelineMark;
  x: number;
  y: number;
  /** Half its height; of a point, half its width too. */
  r: number;
  /** Width of a range's bar, px; it begins at `x`. 0 for points and deadlines. */
  length: number;
  focused: boolean;
  /** Ids of the marks gathered here besides its own; not drawn by themselves. */
  gathered: string[];
  /** Drawn large, with the number of what it gathers. */
  badge?: true;
  /** Of a deadline: whether there is room for its flag; the stem always stands. */
  flag: boolean;
  /** The stem of a deadline, from and to, px. */
  stem?: readonly [number, number];
}

/** A mark that wants a place: the ones in focus choose first, then by rank, then by time. */
export type Wanted = Pick<PlacedMark, 'index' | 'mark' | 'focused'>;

/** Thickness of a range's bar, px. */
export const BAR = 5;
/** Least px between the edges of two marks in a row. */
const AIR = 1;
/** From this distance on, clusters are for fingers: one row, and a badge that counts. */
const FINGER = 20;
const BADGE_RADIUS = 9;
/** What a name covers may be gathered into a mark this near, px. */
const COVERED = 24;
/** A range shorter than this is drawn as a point: its length could not be seen. */
const SHORTEST_BAR = 14;

interface Spacing {
  /** Same-lane points closer than this may be gathered. */
  within: number;
  /** Least px between the edges of two points in a row. */
  air: number;
  rows: number;
}

/**
 * The marks whose time touches the span, in the order in which they choose their places: those in focus as the
 * scene lists them, then by rank and time.
 */
export function wantedMarks(data: TimelineData, frame: Frame, focus: readonly string[]): Wanted[] {
  const choosing = ({ mark, focused }: Wanted): number => {
    if (focused) return focus.indexOf(mark.id);
    // A deadline stands on its day and nowhere else: the others make way.
    return focus.length + (mark.kind === 'deadline' ? 0 : mark.rank * 10 + (mark.kind === 'range' ? 1 : 0));
  };
  return data.marks
    .map((mark, index) => ({ mark, index, focused: focus.includes(mark.id) }))
    .filter(({ mark }) => touches(mark, frame.from, frame.to))
    .sort((a, b) => choosing(a) - choosing(b) || a.index - b.index);
}

/**
 * Finds each wanted mark a place beside those already placed, and off the boxes to `avoid` as far as there are
 * rows. What finds none is gathered into a neighbour closer than `clusterWithin` px.
 * @returns the new marks only; gathering adds to `placed` ones too
 */
export function placeMarks(
  wanted: readonly Wanted[],
  frame: Frame,
  placed: readonly PlacedMark[],
  avoid: readonly Box[],
  clusterWithin: number,
): PlacedMark[] {
  const spacing: Spacing =
    clusterWithin >= FINGER
      ? { within: clusterWithin, air: clusterWithin - 2 * frame.radius.plain, rows: 1 }
      : { within: clusterWithin, air: AIR, rows: 3 };
  const byLane = frame.lanes.map(({ thread }) => placed.filter(({ mark }) => mark.thread === thread));
  const fresh: PlacedMark[] = [];
  for (const own of wanted) {
    const lane = frame.lanes[own.mark.thread] as Lane;
    const neighbours = byLane[own.mark.thread] as PlacedMark[];
    const set =
      own.mark.kind === 'deadline'
        ? placeDeadline(own, frame, lane, neighbours, avoid)
        : (own.mark.kind === 'range' && placeRange(own, frame, lane, neighbours, avoid)) ||
          placePoint(own, frame, lane, neighbours, avoid, spacing);
    if (!set) continue;
    neighbours.push(set);
    fresh.push(set);
  }
  if (clusterWithin >= FINGER) {
    for (const mark of [...placed, ...fresh]) {
      if (mark.gathered.length > 0) Object.assign(mark, { r: BADGE_RADIUS, badge: true });
    }
  }
  return fresh;
}

function placeDeadline(
  own: Wanted,
  frame: Frame,
  lane: Lane,
  neighbours: readonly PlacedMark[],
  avoid: readonly Box[],
): PlacedMark {
  const r = own.focused ? 6 : 5;
  const x = frame.x(Math.max(own.mark.from, frame.from));
  const y = tenth(lane.tall ? lane.top + 7 : lane.y);
  const flag =
    neighbours.every((other) => !other.flag || Math.abs(other.x - x) >= other.r + r + AIR) &&
    clear({ x0: x - r, y0: y - r, x1: x + r, y1: y + r }, avoid);
  // The stem hangs from the flag to the foot of the lane, and stops at its line where a name in focus is below;
  // without a flag it keeps to the one side that is free.
  const top = lane.tall ? y + r : y - r - 2;
  const foot = lane.tall ? lane.top + lane.height - 2 : lane.y + r + 2;
  const spans: (readonly [number, number])[] = flag
    ? [
        [top, foot],
        [top, lane.y],
      ]
    : [
        [lane.y, foot],
        [top, lane.y],
      ];
  const [from, to] =
    spans.find(([y0, y1]) => clear({ x0: x - 1, y0, x1: x + 1, y1 }, avoid)) ??
    (spans[0] as [number, number]);
  const stem = [tenth(from), tenth(to)] as const;
  return { ...own, gathered: [], x, y, r, length: 0, flag, stem };
}

function placeRange(
  own: Wanted,
  frame: Frame,
  lane: Lane,
  neighbours: readonly PlacedMark[],
  avoid: readonly Box[],
): PlacedMark | undefined {
  const x = frame.x(Math.max(own.mark.from, frame.from));
  const length = tenth(frame.x(Math.min(own.mark.to ?? own.mark.from, frame.to)) - x);
  if (length < SHORTEST_BAR) return undefined;
  const r = own.focused ? BAR * 0.7 : BAR / 2;
  const bar: PlacedMark = { ...own, gathered: [], x, y: lane.y, r, length, flag: false };
  // Bars keep to the foot of the lane, so that points stay on its line; at worst they lie under the points.
  const foot = tenth(lane.top + lane.height - BAR);
  const rows = foot - lane.y < BAR ? [lane.y] : [foot, lane.y, tenth(2 * lane.y - foot)];
  const free = rows.filter((y) => isFree(bar, y, neighbours, AIR));
  bar.y = free.find((y) => isClear(bar, y, avoid)) ?? free[0] ?? lane.y;
  return bar;
}

/** A place for a point, or nothing when it was gathered into a neighbour. */
function placePoint(
  own: Wanted,
  frame: Frame,
  lane: Lane,
  neighbours: readonly PlacedMark[],
  avoid: readonly Box[],
  spacing: Spacing,
): PlacedMark | undefined {
  const r = own.focused ? frame.radius.focus : frame.radius.plain;
  const x = frame.x(Math.min(Math.max(own.mark.from, frame.from), frame.to));
  const point: PlacedMark = { ...own, gathered: [], x, y: lane.y, r, length: 0, flag: false };
  const free = rowsOf(frame, lane, spacing, r).filter((y) => isFree(point, y, neighbours, spacing.air));
  const y = free.find((row) => isClear(point, row, avoid));
  point.y = y ?? free[0] ?? lane.y;
  if (y !== undefined || own.focused) return point;
  // A name in focus may leave room for a smaller mark at its edge; else what it covers joins a neighbour, if that
  // is near enough to stand for its date.
  const small = free.length > 0 ? besideNames(point, frame, lane, neighbours, avoid) : undefined;
  if (small) return small;
  const reach = free.length > 0 ? Math.max(spacing.within, COVERED) : spacing.within;
  const host = neighbours
    .filter((other) => other.mark.kind !== 'deadline' && other.length === 0 && Math.abs(other.x - x) < reach)
    .sort((a, b) => Number(a.focused) - Number(b.focused) || Math.abs(a.x - x) - Math.abs(b.x - x))[0];
  if (!host) return point;
  host.gathered.push(own.mark.id);
  return undefined;
}

/** A place in the lane, as near to its line as can be, for a small mark that clears the names in focus. */
function besideNames(
  point: PlacedMark,
  frame: Frame,
  lane: Lane,
  neighbours: readonly PlacedMark[],
  avoid: readonly Box[],
): PlacedMark | undefined {
  const r = frame.radius.small;
  const small = { ...point, r };
  for (let off = 2; off < lane.height; off += 2) {
    for (const y of [tenth(lane.y + off), tenth(lane.y - off)]) {
      if (y < lane.top + r || y > lane.top + lane.height - r) continue;
      if (isFree(small, y, neighbours, AIR) && isClear(small, y, avoid)) return { ...small, y };
    }
  }
  return undefined;
}

/** The rows of a lane, best first: its own line, below, above. */
function rowsOf({ radius }: Frame, lane: Lane, { rows }: Spacing, r: number): number[] {
  const step = 2 * radius.plain + AIR;
  const top = lane.top + r;
  const bottom = lane.top + lane.height - r;
  return [0, step, -step]
    .slice(0, rows)
    .map((offset) => tenth(lane.y + offset))
    .filter((y, row) => row === 0 || (y >= top && y <= bottom));
}

/** Whether a mark at `y` touches none of its neighbours; of a deadline only the flag counts. */
function isFree(own: PlacedMark, y: number, neighbours: readonly PlacedMark[], air: number): boolean {
  const [x0, x1] = [leftOf(own), rightOf(own)];
  for (const other of neighbours) {
    const deadline = other.mark.kind === 'deadline';
    if (deadline && !other.flag) continue;
    const apart = deadline ? 0 : air;
    if (Math.abs(y - other.y) >= own.r + other.r) continue;
    if (x0 < rightOf(other) + apart && leftOf(other) < x1 + apart) return false;
  }
  return true;
}

/** Whether a mark at `y` keeps off all boxes to `avoid`. */
function isClear(own: PlacedMark, y: number, avoid: readonly Box[]): boolean {
  const { r } = own;
  return clear({ x0: leftOf(own), y0: y - r, x1: rightOf(own), y1: y + r }, avoid);
}

function clear(box: Box, avoid: readonly Box[]): boolean {
  const grown = grow(box, AIR);
  return avoid.every((other) => !overlaps(grown, other));
}

/** Where a mark begins and ends, px. */
const leftOf = ({ x, r, length }: PlacedMark): number => (length > 0 ? x : x - r);
const rightOf = ({ x, r, length }: PlacedMark): number => (length > 0 ? x + length : x + r);

/** What a mark itself covers, without the stem of a deadline. */
export function body(mark: PlacedMark): Box {
  const { y, r } = mark;
  return { x0: leftOf(mark), y0: y - r, x1: rightOf(mark), y1: y + r };
}

/** Where a mark is grasped, px: a point's or a flag's middle, or that of a bar or a bare stem. */
export function middleOf({ x, y, length, flag, stem }: PlacedMark): { x: number; y: number } {
  return { x: x + length / 2, y: stem && !flag ? (stem[0] + stem[1]) / 2 : y };
}

/** What a mark covers, for labels to keep off. */
export function markBoxes(mark: PlacedMark): Box[] {
  if (!mark.stem) return [body(mark)];
  const stem = { x0: mark.x - 1, y0: mark.stem[0], x1: mark.x + 1, y1: mark.stem[1] };
  return mark.flag ? [body(mark), stem] : [stem];
}
