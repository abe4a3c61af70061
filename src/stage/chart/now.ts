/** What the date decides on the chart: how far figures go, how late each deadline is, where the pace leads. */
import { overlaps, tenth, textBox, type Anchor, type Box } from '#model/boxes.ts';
import { daysBetween } from '#model/dates.ts';
import { pace } from '#model/pace.ts';
import type { Instant } from '#model/scene.ts';
import { readings } from '#model/series.ts';
import { textWidth } from '#model/text-width.ts';
import { placeCursor, type Cursor, type Outcome } from '#stage/timeline/cursor.ts';
import type { ChartData, ChartDeadline } from './chart-data.ts';
import { APART, AXIS, dayOf, rowMiddle, type ChartFrame } from './geometry.ts';
import type { ChartPicture, PlacedText } from './layout.ts';
import { plain } from './readout.ts';
import { strings, type ChartStrings } from './strings.ts';

export interface DeadlineRow {
  id: string;
  /** Of the deadline's line and flag, px. */
  x: number;
  /** Middle of the row's text and flag. */
  y: number;
  outcome: Outcome;
  standsApart: boolean;
  text: string;
  textX: number;
  anchor: Anchor;
  box: Box;
  /** How late, as a bar under the text: from `x` to here; absent while nothing is late. */
  lateTo?: number;
}

export interface ChartNow {
  /** Deadlines set by now, one a row. */
  rows: DeadlineRow[];
  /** Each announced series as far as it was known: its steps, and where the last figure, still in force, stands. */
  lines: { id: string; steps: string; held?: { x: number; y: number } }[];
  pace?: { d: string; label?: PlacedText };
}

/** The date's line and chip, the chip among the names of the months and above the legend. */
export function chartCursor(frame: ChartFrame, at: Instant, words: ChartStrings = strings): Cursor {
  return placeCursor(at, { ...frame, height: frame.y1 + AXIS }, words);
}

/** What stands on a civil date (`YYYY-MM-DD`): it changes once a day, however often the cursor moves. */
export function chartNow(
  data: ChartData,
  picture: ChartPicture,
  on: string,
  words: ChartStrings = strings,
): ChartNow {
  const { frame } = picture;
  const drawn = paceRay(data, picture, on, words);
  return {
    rows: data.deadlines.flatMap((deadline, index) =>
      deadline.setOn <= on ? [deadlineRow(deadline, index, data, frame, on, words)] : [],
    ),
    lines: data.series.flatMap((series) => {
      if (series.kind === 'required' || series.mark === 'cross' || series.mark === 'none') return [];
      const known = series.points.filter(({ date }) => date <= on);
      const [first] = known;
      const last = known.at(-1);
      if (!first || !last) return [];
      const steps = known.slice(1).map(({ date, value }) => `H${frame.x(dayOf(date))}V${frame.y(value)}`);
      return [
        {
          id: series.id,
          steps: `M${frame.x(dayOf(first.date))} ${frame.y(first.value)}${steps.join('')}`,
          ...(last.value < 100 && { held: { x: frame.x(dayOf(last.date)), y: frame.y(last.value) } }),
        },
      ];
    }),
    ...(drawn && { pace: drawn }),
  };
}

function deadlineRow(
  deadline: ChartDeadline,
  index: number,
  data: ChartData,
  frame: ChartFrame,
  on: string,
  words: ChartStrings,
): DeadlineRow {
  const { id, due, title, standsApart } = deadline;
  const x = frame.x(dayOf(due));
  const y = tenth(rowMiddle(frame.band, frame.row, index) + (standsApart ? APART : 0));
  const state = deadlineState(deadline, data, on, words);
  const date = new Date(`${due}T00:00Z`);
  const name = words.dayAndMonth(date.getUTCDate(), words.months[date.getUTCMonth()] as string);
  const variants = words.row(name, title, state.status);
  const late =
    state.lateUntil !== undefined && state.lateUntil > due ? frame.x(dayOf(state.lateUntil)) : undefined;
  return {
    id,
    x,
    y,
    outcome: state.outcome,
    standsApart,
    ...fit(variants, x, y, frame),
    ...(late !== undefined && { lateTo: Math.min(late, frame.x1) }),
  };
}

/** What is known of a deadline on a day: how late it is, where that can be counted, else only met or missed. */
function deadlineState(
  { due, met, outcomeDate, counts }: ChartDeadline,
  { completed }: ChartData,
  on: string,
  words: ChartStrings,
): { outcome: Outcome; status: string; lateUntil?: string } {
  const done = counts ? completed : met === 'yes' ? outcomeDate : undefined;
  if (done !== undefined && on >= done && done <= due) return { outcome: 'met', status: words.met };
  if (on <= due) return { outcome: 'open', status: words.dueIn(daysBetween(on, due)) };
  if (!counts) return { outcome: 'missed', status: words.missed };
  const until = done !== undefined && on > done ? done : on;
  return { outcome: 'missed', status: words.late(daysBetween(due, until)), lateUntil: until };
}

/** The longest of the texts that fits right of `x`, else left of it; the shortest if none does. */
function fit(
  texts: readonly string[],
  x: number,
  y: number,
  frame: ChartFrame,
): Pick<DeadlineRow, 'text' | 'textX' | 'anchor' | 'box'> {
  const off = 12;
  for (const text of texts) {
    const width = textWidth(text, frame.px, 600);
    for (const [textX, anchor] of [
      [tenth(x + off), 'start'],
      [tenth(x - off), 'end'],
    ] as const) {
      const box = textBox(textX, y, width, frame.px, anchor);
      if (box.x0 >= 0 && box.x1 <= frame.width) return { text, textX, anchor, box };
    }
  }
  const text = texts.at(-1) ?? '';
  const width = textWidth(text, frame.px, 600);
  const textX = tenth(Math.min(x + off, Math.max(0, frame.width - width)));
  return { text, textX, anchor: 'start', box: textBox(textX, y, width, frame.px, 'start') };
}

/** The straight line of `pace`, as far as the chart reaches. */
function paceRay(
  data: ChartData,
  { frame, points, figures, names }: ChartPicture,
  on: string,
  words: ChartStrings,
): ChartNow['pace'] {
  const found = readings(data.series, on);
  const [reading] = found;
  if (!data.start || !reading || data.start.date > on) return undefined;
  const { date, value } = reading.point;
  const line = pace(data.start.date, date, value, on);
  if (!line) return undefined;
  const startDay = dayOf(data.start.date);
  const perDay = value / (dayOf(date) - startDay);
  const endDay = Math.min(frame.to, startDay + 100 / perDay);
  const end = { x: frame.x(endDay), y: frame.y((endDay - startDay) * perDay) };
  const d = `M${frame.x(startDay)} ${frame.y1}L${end.x} ${end.y}`;
  const text = words.pace(line.text, found.length > 1 ? plain(reading.series.label) : undefined);
  const width = textWidth(text, frame.px);
  const shown = points.filter(({ point }) => point.date <= on);
  const keys = new Set(shown.map(({ key }) => key));
  const cursor = frame.x(dayOf(on));
  const obstacles: Box[] = [
    ...shown.map(({ x, y }) => ({ x0: x - 6, y0: y - 6, x1: x + 6, y1: y + 6 })),
    ...figures.filter(({ key }) => keys.has(key)).map(({ box }) => box),
    ...names.map(({ box }) => box),
    { x0: cursor - 3, y0: 0, x1: cursor + 3, y1: frame.y1 },
  ];
  const away = frame.px * 0.55 + 5;
  const candidates: [number, number, Anchor][] = [
    [end.x - 2, end.y - away, 'end'],
    [end.x + 6, end.y + frame.px, 'start'],
    [end.x - 10, end.y + away, 'end'],
    [Math.min(end.x, frame.x1) - 2, frame.y1 - away, 'end'],
  ];
  for (const [x, y, anchor] of candidates) {
    const box = textBox(tenth(x), tenth(y), width, frame.px, anchor);
    if (box.x1 > frame.x1 + 4 || box.y1 > frame.y1 || obstacles.some((other) => overlaps(box, other)))
      continue;
    return { d, label: { key: 'pace', text, x: tenth(x), y: tenth(y), anchor, box } };
  }
  return { d };
}
