/** The band of deadlines: a row each, with its name, its flag, how late it is as a length, and the same in words. */
import { tenth, textBox, type Anchor, type Box } from '#model/boxes.ts';
import { daysBetween } from '#model/dates.ts';
import { textWidth } from '#model/text-width.ts';
import type { Outcome } from '#stage/timeline/cursor.ts';
import type { ChartData, ChartDeadline } from './chart-data.ts';
import { dayOf, FLAG, FLAG_GAP, rowMiddle, type ChartFrame } from './geometry.ts';
import { deadlineName, type ChartStrings } from './strings.ts';

export interface RowText {
  /** Set semibold, and after it, set lightly, the rest. */
  strong: string;
  rest: string;
  x: number;
  /** Vertical middle. */
  y: number;
  anchor: Anchor;
  box: Box;
}

export interface DeadlineRow {
  id: string;
  /** Of the deadline's flag, px. */
  x: number;
  y: number;
  outcome: Outcome;
  standsApart: boolean;
  /** Of the lengths and the lines that hang from the flag. */
  name: RowText;
  /** Absent where the name says it too. */
  status?: RowText;
  /** How late, as a length; in two pieces where the status stands on it. */
  late: { x0: number; x1: number; y: number }[];
  /** Where the flag's line ends: on the level the plan required, else at 0. */
  dropTo: number;
  /** Everything of the row a pointer may rest on. */
  box: Box;
}

/** What is known of a deadline on a day. */
export interface DeadlineState {
  outcome: Outcome;
  /** In words; two lengths. */
  status: string;
  short: string;
  /** Civil date up to which it is late. */
  lateUntil?: string;
}

/** How late it is, where that can be counted, else only met or missed. */
export function deadlineState(
  { due, met, outcomeDate, counts }: ChartDeadline,
  { completed }: Pick<ChartData, 'completed'>,
  on: string,
  words: ChartStrings,
): DeadlineState {
  const say = (outcome: Outcome, status: string): DeadlineState => ({ outcome, status, short: status });
  const done = counts ? completed : met === 'yes' ? outcomeDate : undefined;
  if (done !== undefined && on >= done && done <= due) return say('met', words.met);
  if (on <= due) return say('open', words.dueIn(daysBetween(on, due)));
  if (!counts) return say('missed', words.missed);
  const until = done !== undefined && on > done ? done : on;
  const [status = words.missed, short = status] = words.late(daysBetween(due, until));
  return { outcome: 'missed', status, short, lateUntil: until };
}

/** The rows of a day: deadlines set by then. What stands apart stands on top, the others in the order they fall. */
export function deadlineRows(
  data: ChartData,
  frame: ChartFrame,
  on: string,
  words: ChartStrings,
): DeadlineRow[] {
  const ordered = [
    ...data.deadlines.filter(({ standsApart }) => standsApart),
    ...data.deadlines.filter(({ standsApart }) => !standsApart),
  ];
  const apart = ordered.some(({ standsApart }) => standsApart);
  return ordered.flatMap((deadline, index) =>
    deadline.setOn <= on
      ? [
          deadlineRow(
            deadline,
            rowMiddle(frame, index, apart && !deadline.standsApart),
            data,
            frame,
            on,
            words,
          ),
        ]
      : [],
  );
}

function deadlineRow(
  deadline: ChartDeadline,
  y: number,
  data: ChartData,
  frame: ChartFrame,
  on: string,
  words: ChartStrings,
): DeadlineRow {
  const { id, due, standsApart } = deadline;
  const x = frame.x(dayOf(due));
  const state = deadlineState(deadline, data, on, words);
  const end = state.lateUntil === undefined ? x : Math.min(frame.x(dayOf(state.lateUntil)), frame.x1);
  const barY = frame.aside ? y : tenth(y + frame.px * 0.55 + 4);
  const texts = frame.aside
    ? besideFlag(deadline, state, x, end, y, frame, words)
    : overBar(deadline, state, x, y, frame, words);
  const boxes = [
    texts.name.box,
    ...(texts.status ? [texts.status.box] : []),
    { x0: x - FLAG, y0: y - FLAG, x1: Math.max(end, x + FLAG), y1: barY + FLAG },
  ];
  const level = data.series
    .filter(({ kind }) => kind === 'required')
    .flatMap(({ points }) => points.filter((point) => point.date === due || point.event === id))
    .map(({ value }) => value);
  return {
    id,
    x,
    y,
    outcome: state.outcome,
    standsApart,
    ...texts,
    late: end > x ? lengths(x, end, barY, frame.aside ? texts.status?.box : undefined) : [],
    dropTo: frame.y(standsApart ? 0 : (level[0] ?? 0)),
    box: {
      x0: Math.min(...boxes.map((box) => box.x0)),
      y0: Math.min(...boxes.map((box) => box.y0)),
      x1: Math.max(...boxes.map((box) => box.x1)),
      y1: Math.max(...boxes.map((box) => box.y1)),
    },
  };
}

function lengths(x0: number, x1: number, y: number, status: Box | undefined): DeadlineRow['late'] {
  if (!status || status.x0 >= x1) return [{ x0, x1, y }];
  return [
    { x0, x1: tenth(status.x0 - 6), y },
    { x0: tenth(status.x1 + 6), x1, y },
  ];
}

type Texts = Pick<DeadlineRow, 'name' | 'status'>;

function rowText(strong: string, rest: string, x: number, y: number, anchor: Anchor, px: number): RowText {
  const width = textWidth(strong, px, 600) + textWidth(rest, px);
  return { strong, rest, x: tenth(x), y, anchor, box: textBox(tenth(x), y, width, px, anchor) };
}

/** The name before the flag; the status after the length, on the length where there is no room after it. */
function besideFlag(
  { title, due }: ChartDeadline,
  { status, short, lateUntil }: DeadlineState,
  x: number,
  end: number,
  y: number,
  frame: ChartFrame,
  words: ChartStrings,
): Texts {
  const { px } = frame;
  const { name, date } = deadlineName(title, due, words);
  const before = (text: string): RowText => rowText(text, ` ${date}`, x - FLAG_GAP, y, 'end', px);
  for (const text of lateUntil === undefined ? [status] : [status, short]) {
    const [strong, rest] = lateUntil === undefined ? ['', text] : [text, ''];
    const after = rowText(strong, rest, Math.max(end + 8, x + FLAG_GAP), y, 'start', px);
    if (after.box.x1 <= frame.width - 2) return { name: before(name), status: after };
  }
  // On the length, before its end: some of it must still be seen on both sides.
  for (const text of [status, short]) {
    const on = rowText(text, '', end - 22, y, 'end', px);
    if (on.box.x0 >= x + FLAG_GAP + 22) return { name: before(name), status: on };
  }
  const whole = rowText(name, ` ${words.dateAndStatus(date, status)}`, x - FLAG_GAP, y, 'end', px);
  if (whole.box.x0 >= 2) return { name: whole };
  return overBarText([name, date], x, y, frame);
}

/** Name and status in one line over the length, where names have no room before the flags. */
function overBar(
  { title, due }: ChartDeadline,
  { status, short }: DeadlineState,
  x: number,
  y: number,
  frame: ChartFrame,
  words: ChartStrings,
): Texts {
  const { date } = deadlineName(title, due, words);
  return overBarText(words.row(date, title, status, short), x, y, frame);
}

/** The longest of the texts that fits after `x`, else before it; the shortest if none does. */
function overBarText(texts: readonly string[], x: number, y: number, frame: ChartFrame): Texts {
  const { px, width } = frame;
  for (const text of texts) {
    for (const [at, anchor] of [
      [x + FLAG_GAP - 1, 'start'],
      [x - FLAG_GAP + 1, 'end'],
    ] as const) {
      const name = rowText(text, '', at, y, anchor, px);
      if (name.box.x0 >= 2 && name.box.x1 <= width - 2) return { name };
    }
  }
  const text = texts.at(-1) ?? '';
  const at = Math.min(x + FLAG_GAP, Math.max(2, width - 2 - textWidth(text, px, 600)));
  return { name: rowText(text, '', at, y, 'start', px) };
}
