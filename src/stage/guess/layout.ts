/** Where everything of the guess stands: a pure function of data, size and what has been drawn. */
import { overlaps, tenth, textBox, within, type Anchor, type Box } from '#model/boxes.ts';
import { textWidth } from '#model/text-width.ts';
import type { Figure, GuessData } from './guess-data.ts';
import { daysOf, isBlank, isComplete, lastSet, valueAt, type Guess, type Sample } from './guess.ts';
import { strings, type GuessStrings } from './strings.ts';
import { dayName, figureLabel } from './words.ts';

export interface GuessSize {
  /** Of the plot, CSS px. */
  width: number;
  height: number;
  compact?: boolean;
  /** Room kept free at the end of the lines, px. */
  gutter?: number;
}

/** Two scales and the box they fill. The chart's own frame will do as well where a path is asked for. */
export interface GuessFrame {
  width: number;
  height: number;
  /** Of labels, px; never under 12. */
  px: number;
  x0: number;
  x1: number;
  /** 100 percent and 0 percent, px. */
  y0: number;
  y1: number;
  /** Where labels end, px. */
  edge: number;
  /** Civil days since 1970-01-01 to px. */
  x: (day: number) => number;
  /** Percent to px. */
  y: (value: number) => number;
}

export interface Label {
  key: string;
  text: string;
  x: number;
  /** Vertical middle. */
  y: number;
  anchor: Anchor;
  box: Box;
}

export interface GuessPicture {
  frame: GuessFrame;
  days: number[];
  /** Percentages of the grid; their names stand in the gutter. */
  levels: Label[];
  /** What top and foot mean. */
  ends: Label[];
  /** A tick at each knot that has a name. */
  ticks: Label[];
  plan?: { x: number; label?: Label };
}

/** What stands over the drawing once what happened is shown. */
export interface ActualPicture {
  steps: string;
  points: { key: string; x: number; y: number }[];
  strays: { key: string; x: number; y: number }[];
  /** Between the guess and what was announced, from the first figure on. */
  gap?: string;
  labels: Label[];
  names: { yours?: Label; announced?: Label; plan?: Label };
}

/** Half the size of a mark, px. */
export const POINT = 4.5;
const WEIGHT = 600;
const AXIS = 22;

export function layoutGuess(data: GuessData, size: GuessSize, words: GuessStrings = strings): GuessPicture {
  const days = daysOf(data.knots);
  const frame = guessFrame(days, size, words);
  const { x0, x1, y0, y1, px } = frame;
  const ends = [
    label('all', words.all, x0, y0 - px * 0.55 - 4, 'start', px, 400),
    label('nothing', words.nothing, x1, y1 - px * 0.55 - 5, 'end', px, 400),
  ];
  return {
    frame,
    days,
    // Quarters where their names have room, else halves.
    levels: (y1 - y0 < px * 6 ? [0, 50, 100] : [0, 25, 50, 75, 100]).map((value) => {
      const text = value === 100 ? words.percent(value) : String(value);
      return label(String(value), text, x0 - 8, frame.y(value), 'end', px, 400);
    }),
    ends,
    ticks: placeTicks(data, days, frame, words),
    ...(data.plan !== undefined && { plan: placePlan(data, data.plan, frame, ends, words) }),
  };
}

function guessFrame(days: readonly number[], size: GuessSize, words: GuessStrings): GuessFrame {
  const { width, height, compact = width < 560, gutter = 0 } = size;
  const px = compact ? 12 : 13;
  const [from, to] = [days[0] as number, days.at(-1) as number];
  const x0 = Math.ceil(textWidth(words.percent(100), px)) + 10;
  const x1 = width - gutter - (compact ? 8 : 16);
  const y0 = Math.ceil(px * 1.1 + 8);
  const y1 = Math.max(y0 + 24, height - AXIS);
  return {
    width,
    height,
    px,
    x0,
    x1,
    y0,
    y1,
    edge: width - gutter,
    x: (day) => tenth(x0 + ((day - from) / (to - from)) * (x1 - x0)),
    y: (value) => tenth(y1 - (value / 100) * (y1 - y0)),
  };
}

/** The ends by their dates; between them the months, as far as there is room. */
function placeTicks(
  data: GuessData,
  days: readonly number[],
  frame: GuessFrame,
  words: GuessStrings,
): Label[] {
  const { knots } = data;
  const end = knots.length - 1;
  const text = (index: number): string => {
    const date = knots[index] as string;
    const month = words.months[Number(date.slice(5, 7)) - 1] as string;
    if (index === 0 || index === end) return `${Number(date.slice(8))} ${month}`;
    return date.slice(5, 7) === '01' ? `${month} ${date.slice(0, 4)}` : month;
  };
  const first = data.knots.flatMap((date, index) =>
    index > 0 && index < end && date.endsWith('-01') ? [index] : [],
  );
  const kept: Label[] = [];
  for (const index of [0, end, ...first]) {
    const anchor = index === 0 ? 'start' : index === end ? 'end' : 'middle';
    const x = frame.x(days[index] as number);
    const own = label(knots[index] as string, text(index), x, frame.y1 + 13, anchor, frame.px, 400);
    const roomy = { ...own.box, x0: own.box.x0 - 5, x1: own.box.x1 + 5 };
    if (kept.every(({ box }) => !overlaps(roomy, box))) kept.push(own);
  }
  return kept;
}

function placePlan(
  data: GuessData,
  plan: string,
  frame: GuessFrame,
  ends: readonly Label[],
  words: GuessStrings,
): NonNullable<GuessPicture['plan']> {
  const x = frame.x(daysOf([plan])[0] as number);
  const own = pick(
    planNames(data, plan, frame, words),
    room(frame),
    ends.map(({ box }) => box),
  );
  return { x, ...(own && { label: own }) };
}

/** Beside the plan's line, best at its top. */
function planNames(data: GuessData, plan: string, frame: GuessFrame, words: GuessStrings): Label[] {
  const x = frame.x(daysOf([plan])[0] as number);
  const line = frame.px * 1.2;
  const top = frame.y0 + frame.px * 0.55 + 5;
  return [words.plan(dayName(data, plan, true)), words.planShort].flatMap((text) =>
    [0, 1, 2].flatMap((row) => [
      label('plan', text, x + 7, top + row * line, 'start', frame.px, WEIGHT),
      label('plan', text, x - 7, top + row * line, 'end', frame.px, WEIGHT),
    ]),
  );
}

/** An SVG path through a guess, for any frame with these two scales; empty while nothing is drawn. */
export function guessPath(
  data: Pick<GuessData, 'knots'>,
  guess: Guess,
  frame: Pick<GuessFrame, 'x' | 'y'>,
): string {
  const points = guessPoints(daysOf(data.knots), guess, frame);
  return points.length > 1 ? `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}` : '';
}

/** The knots that are set. */
export function guessPoints(
  days: readonly number[],
  guess: Guess,
  frame: Pick<GuessFrame, 'x' | 'y'>,
): { index: number; x: number; y: number }[] {
  return guess.flatMap((value, index) =>
    value === undefined ? [] : [{ index, x: frame.x(days[index] as number), y: frame.y(value) }],
  );
}

/** Where to go on: a dotted line from the last knot that is set, and a word. */
export function openPart(
  data: GuessData,
  { frame, days, plan, ends }: GuessPicture,
  guess: Guess,
  words: GuessStrings = strings,
): { d: string; px: number; hint?: Label } | undefined {
  if (isComplete(guess)) return undefined;
  const last = lastSet(guess);
  const x = frame.x(days[last] as number);
  const y = frame.y(guess[last] as number);
  const taken = [...(plan?.label ? [plan.label.box] : []), ...ends.map(({ box }) => box)];
  const end = dayName(data, data.knots.at(-1) as string);
  const texts = isBlank(guess) ? words.begin(end) : words.goOn(end);
  const px = frame.px + (isBlank(guess) ? 2 : 0);
  const off = px * 0.55 + 8;
  const hint = pick(
    texts.flatMap((text) => {
      const make = (at: number, middle: number, anchor: Anchor): Label =>
        label('hint', text, at, middle, anchor, px, WEIGHT);
      // Above the dotted line, best where it begins.
      return [
        make(x + 12, y - off, 'start'),
        make(frame.x1, y - off, 'end'),
        make(x + 12, y + off, 'start'),
        make(frame.x1, y + off, 'end'),
      ];
    }),
    room(frame),
    taken,
  );
  return { d: `M${x} ${y}H${frame.x1}`, px, ...(hint && { hint }) };
}

/**
 * What was announced, beside or without a guess.
 * @param others more guesses that are drawn
 */
export function layoutActual(
  data: GuessData,
  picture: GuessPicture,
  guess: Guess,
  others: readonly Guess[] = [],
  words: GuessStrings = strings,
): ActualPicture {
  const { frame, days, ends, levels } = picture;
  const place = (figure: Figure) => ({
    x: frame.x(daysOf([figure.date])[0] as number),
    y: frame.y(figure.value),
  });
  const points = data.actual.points.map((figure) => ({ key: figure.date, figure, ...place(figure) }));
  const strays = data.strays.map((figure) => ({
    key: `${figure.series}@${figure.date}`,
    figure,
    ...place(figure),
  }));
  const [first] = points;
  const turns = points.slice(1).map(({ x, y }) => `H${x}V${y}`);
  // Once all was out it stayed out, so the line may go on to the end.
  const tail = (points.at(-1)?.figure.value ?? 0) >= 100 ? `H${frame.x1}` : '';
  const steps = first ? `M${first.x} ${first.y}${turns.join('')}${tail}` : '';

  const lines = [
    ...stepBoxes(points, frame.x1),
    ...[guess, ...others].flatMap((each) => slantBoxes(guessPoints(days, each, frame))),
  ];
  const marks = [...points, ...strays].map(({ x, y }) => around(x, y, POINT + 1));
  const taken = [...marks, ...[...ends, ...levels].map(({ box }) => box)];
  const labels: Label[] = [];
  const free = (candidates: Label[], clear: boolean): Label | undefined => {
    const found = pick(candidates, room(frame), taken, lines, clear);
    if (found) taken.push(found.box);
    return found;
  };
  const add = (found: Label | undefined): void => {
    if (found) labels.push(found);
  };
  const { px } = frame;
  const own = guessPoints(days, guess, frame);
  const byWorth = [...points].sort((a, b) => worth(b.figure) - worth(a.figure));
  const plan = data.plan === undefined ? [] : planNames(data, data.plan, frame, words);
  // First come first served: the figures on other bases, the ends of the line, the names, then the other figures.
  const apart = placeStrays(strays, (candidates, more) =>
    pick(candidates, room(frame), [...taken, ...more], lines),
  );
  labels.push(...apart);
  taken.push(...apart.map(({ box }) => box));
  for (const point of byWorth.slice(0, 2)) add(free(figureNames(point), false));
  const names = {
    yours: isComplete(guess) ? free(nameOf('yours', words.yours, own, px), true) : undefined,
    announced: free(nameOf('announced', words.announced, runs(points, frame.x1), px), true),
    plan: free(plan, true),
  };
  for (const point of byWorth.slice(2)) add(free(figureNames(point), true));

  /** Two stray figures may be very close: in whichever order, and however briefly, leaves each its label. */
  function placeStrays(
    all: typeof strays,
    find: (candidates: Label[], more: Box[]) => Label | undefined,
  ): Label[] {
    let best: Label[] = [];
    for (const brief of [false, true]) {
      for (const order of [all, [...all].reverse()]) {
        const placed: Label[] = [];
        for (const { key, figure, x, y } of order) {
          const value = figureLabel(figure, words);
          const texts = brief ? [value] : [words.stray(value, figure.short), value];
          const candidates = texts.flatMap((text) => beside(key, text, x, y, px));
          const found = find(
            candidates,
            placed.map(({ box }) => box),
          );
          if (found) placed.push(found);
        }
        if (placed.length > best.length) best = placed;
      }
    }
    return best;
  }

  function figureNames({ key, figure, x, y }: (typeof points)[number]): Label[] {
    const value = figureLabel(figure, words);
    const texts = [words.figure(value, dayName(data, figure.date, true)), value];
    return texts.flatMap((text) => beside(key, text, x, y, px));
  }

  /** The first and the last figure say most, then the round ones least. */
  function worth({ date, value }: Figure): number {
    const ends = date === first?.key || date === points.at(-1)?.key;
    return (ends ? 2 : 0) + (Number.isInteger(value) ? 0 : 1);
  }

  const bare = ({ key, x, y }: { key: string; x: number; y: number }) => ({ key, x, y });
  const gap = first && isComplete(guess) ? gapPath(days, guess, frame, steps, first.figure.date) : undefined;
  return {
    steps,
    points: points.map(bare),
    strays: strays.map(bare),
    ...(gap && { gap }),
    labels,
    names: {
      ...(names.yours && { yours: names.yours }),
      ...(names.announced && { announced: names.announced }),
      ...(names.plan && { plan: names.plan }),
    },
  };
}

/** Along the steps to the end, and back along the guess to the day of the first figure. */
function gapPath(
  days: readonly number[],
  guess: Guess,
  frame: GuessFrame,
  steps: string,
  from: string,
): string | undefined {
  const day = daysOf([from])[0] as number;
  const value = valueAt(days, guess, day);
  if (value === undefined) return undefined;
  const back = guessPoints(days, guess, frame).filter(({ x }) => x > frame.x(day));
  const along = back.reverse().map(({ x, y }) => `L${x} ${y}`);
  const end = steps.includes(`H${frame.x1}`) ? '' : `H${frame.x1}`;
  return `${steps}${end}${along.join('')}L${frame.x(day)} ${frame.y(value)}Z`;
}

/** Where in the guess a point of the plot lies, px from its corner. */
export function toSample(
  { x0, x1, y0, y1 }: GuessFrame,
  days: readonly number[],
  x: number,
  y: number,
): Sample {
  const [from, to] = [days[0] as number, days.at(-1) as number];
  return { day: from + ((x - x0) / (x1 - x0)) * (to - from), value: ((y1 - y) / (y1 - y0)) * 100 };
}

/** Labels keep inside the plot and the line of room above it. */
function room({ px, edge, y0, y1 }: GuessFrame): Box {
  return { x0: 0, y0: y0 - px * 1.1 - 8, x1: edge, y1: y1 - 2 };
}

/**
 * The first candidate inside the room that covers nothing taken, best one that covers no line either.
 * @param clear rather none than one over a line
 */
function pick(
  candidates: readonly Label[],
  inside: Box,
  taken: readonly Box[],
  lines: readonly Box[] = [],
  clear = false,
): Label | undefined {
  const free = candidates.filter(
    ({ box }) => within(box, inside) && taken.every((other) => !overlaps(box, other)),
  );
  const off = free.find(({ box }) => lines.every((line) => !overlaps(box, line)));
  return off ?? (clear ? undefined : free[0]);
}

/** Right below, left above, then whatever is left: steps leave a point to its right and reach it from below. */
function beside(key: string, text: string, x: number, y: number, px: number): Label[] {
  const off = POINT + 4;
  const line = px * 0.55 + POINT + 2;
  return (
    [
      [x + 1, y + line, 'start'],
      [x + off, y, 'start'],
      [x - off, y, 'end'],
      [x + 2, y - line, 'end'],
      [x, y + line, 'middle'],
      [x, y - line, 'middle'],
      [x + 2, y - line, 'start'],
      [x + 2, y + line, 'end'],
    ] as const
  ).map(([at, middle, anchor]) => label(key, text, at, middle, anchor, px, WEIGHT));
}

/** A line's name stands beside one of its turns. */
function nameOf(key: string, text: string, at: readonly { x: number; y: number }[], px: number): Label[] {
  const off = px * 0.55 + 6;
  const middle = [...at].sort((a, b) => Math.abs(a.y - mean(at)) - Math.abs(b.y - mean(at)));
  return middle.flatMap(({ x, y }) => [
    label(key, text, x - 6, y - off, 'end', px, WEIGHT),
    label(key, text, x + 6, y + off, 'start', px, WEIGHT),
    label(key, text, x - 10, y, 'end', px, WEIGHT),
    label(key, text, x + 10, y, 'start', px, WEIGHT),
  ]);
}

function mean(at: readonly { y: number }[]): number {
  return at.reduce((sum, { y }) => sum + y, 0) / Math.max(1, at.length);
}

/** The middles of the level parts of the steps. */
function runs(points: readonly { x: number; y: number }[], end: number): { x: number; y: number }[] {
  return points.map(({ x, y }, index) => ({ x: tenth((x + (points[index + 1]?.x ?? end)) / 2), y }));
}

function stepBoxes(points: readonly { x: number; y: number }[], end: number): Box[] {
  return points.flatMap(({ x, y }, index) => {
    const next = points[index + 1];
    const level = { x0: x, y0: y - 1, x1: next?.x ?? end, y1: y + 1 };
    return next ? [level, { x0: next.x - 1, y0: next.y, x1: next.x + 1, y1: y }] : [level];
  });
}

/** A slanting line as a row of small boxes. */
function slantBoxes(points: readonly { x: number; y: number }[]): Box[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] as { x: number; y: number };
    const pieces = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6));
    return Array.from({ length: pieces }, (_, piece) => {
      const share = (piece + 0.5) / pieces;
      return around(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y), 3);
    });
  });
}

function around(x: number, y: number, by: number): Box {
  return { x0: x - by, y0: y - by, x1: x + by, y1: y + by };
}

function label(
  key: string,
  text: string,
  x: number,
  y: number,
  anchor: Anchor,
  px: number,
  weight: number,
): Label {
  const at = { x: tenth(x), y: tenth(y) };
  return { key, text, ...at, anchor, box: textBox(at.x, at.y, textWidth(text, px, weight), px, anchor) };
}

/** The bubble that says what is being set, above the knot and inside the frame. */
export function placeChip(text: string, x: number, y: number, frame: GuessFrame): Label & { height: number } {
  const width = textWidth(text, frame.px, WEIGHT) + 14;
  const height = frame.px + 9;
  const middle = tenth(Math.min(Math.max(x, width / 2 + 1), frame.width - width / 2 - 1));
  const above = y - 16 - height / 2;
  const at = tenth(
    above - height / 2 >= 0 ? above : Math.min(y + 18 + height / 2, frame.height - height / 2),
  );
  const box = { x0: middle - width / 2, y0: at - height / 2, x1: middle + width / 2, y1: at + height / 2 };
  return { key: 'chip', text, x: middle, y: at, anchor: 'middle', box, height };
}
