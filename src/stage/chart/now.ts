/** What the date decides on the chart: how far figures go, how late each deadline is, where the pace leads. */
import { overlaps, tenth, textBox, type Anchor, type Box } from '#model/boxes.ts';
import { civilDate, DAY_MS } from '#model/dates.ts';
import { pace } from '#model/pace.ts';
import type { Instant } from '#model/scene.ts';
import { newest, readings } from '#model/series.ts';
import { textWidth } from '#model/text-width.ts';
import { TICK_INSET, type Tick } from '#stage/timeline/ticks.ts';
import { deadlineRows, type DeadlineRow } from './band.ts';
import type { ChartData } from './chart-data.ts';
import { AXIS, dayOf, type ChartFrame } from './geometry.ts';
import { requiredBoxes, type ChartPicture, type PlacedText } from './layout.ts';
import { strings, type ChartStrings } from './strings.ts';
import { balanced } from './wrap.ts';

/** A figure still in force: it runs on with the date, for what comes next is not known before its day. */
export interface Held {
  series: string;
  x: number;
  y: number;
}

export interface ChartNow {
  /** Deadlines set by now. */
  rows: DeadlineRow[];
  /** Keys of the points announced by now. */
  known: Set<string>;
  /** Ids of the plans made by now. */
  made: Set<string>;
  held: Held[];
  /** The label in one line or two; none where there is no room. */
  pace?: { d: string; label: PlacedText[] } | undefined;
}

/** The date's line, which moves with every frame. */
export interface ChartCursor {
  /** px; held at the edge when the date lies outside the chart. */
  x: number;
  outside: boolean;
}

/** The chip that names the day, among the names of the months. */
export interface Chip {
  label: string;
  width: number;
  height: number;
  y: number;
}

export function chartCursor(frame: ChartFrame, { ms, offset }: Instant): ChartCursor {
  const day = (ms + offset * 60_000) / DAY_MS;
  return {
    x: tenth(Math.min(Math.max(frame.x(day), frame.x0), frame.x1)),
    outside: day < frame.from || day > frame.to,
  };
}

/** Its left edge follows the cursor: `chipX`. */
export function dateChip(frame: ChartFrame, on: string, words: ChartStrings = strings): Chip {
  const date = new Date(`${on}T00:00Z`);
  const label = words.day(
    date.getUTCDate(),
    words.months[date.getUTCMonth()] as string,
    date.getUTCFullYear(),
  );
  const height = frame.px + 7;
  return {
    label,
    width: tenth(textWidth(label, frame.px, 600) + 14),
    height,
    y: frame.y1 + (AXIS - height) / 2,
  };
}

/** Inside the picture, and clear of the 0 of the percentages. */
export function chipX({ width }: Chip, frame: ChartFrame, x: number): number {
  return tenth(Math.min(Math.max(x - width / 2, frame.x0 - 4), frame.width - width - 1));
}

/** Where the chip stands on a civil day, its path on that day included. */
export function chipBox(chip: Chip, frame: ChartFrame, on: string): Box {
  const at = (hour: number): number =>
    chipX(
      chip,
      frame,
      chartCursor(frame, { ms: Date.parse(`${on}T00:00Z`) + hour * 3_600_000, offset: 0 }).x,
    );
  return { x0: at(0), y0: chip.y, x1: at(24) + chip.width, y1: chip.y + chip.height };
}

/** Whether the chip covers a tick's name. */
export function covered({ x, width }: Tick, box: Box): boolean {
  const start = x + TICK_INSET;
  return start < box.x1 + 4 && start + width > box.x0 - 4;
}

/** The civil date of an instant: what stands changes once a day, however often the cursor moves. */
export function civilOf({ ms, offset }: Instant): string {
  return civilDate(ms, offset);
}

/** What stands on a civil date (`YYYY-MM-DD`). */
export function chartNow(
  data: ChartData,
  picture: ChartPicture,
  on: string,
  words: ChartStrings = strings,
): ChartNow {
  const { frame, points, required } = picture;
  const shown = points.filter(({ point }) => point.date <= on);
  let ray: Pick<ChartNow, 'pace'> | undefined;
  return {
    rows: deadlineRows(data, frame, on, words),
    known: new Set(shown.map(({ key }) => key)),
    made: new Set(required.filter(({ setOn }) => setOn <= on).map(({ series }) => series.id)),
    held: data.series.flatMap(({ id, kind, mark }) => {
      if (kind === 'required' || mark === 'cross' || mark === 'none') return [];
      const last = shown.filter(({ series }) => series.id === id).at(-1);
      return last ? [{ series: id, x: last.x, y: last.y }] : [];
    }),
    // Much to work out, and not for what is drawn first.
    get pace() {
      return (ray ??= { pace: paceRay(data, picture, on, words) }).pace;
    },
  };
}

/** Everything written on the picture on a day: names, figures, deadlines, the pace. */
export function shownLabels(
  { figures, names }: ChartPicture,
  { known, made, rows, pace: drawn }: ChartNow,
): PlacedText[] {
  return [
    ...figures.filter(({ key }) => known.has(key)),
    ...names.filter(({ key }) => made.has(key)),
    ...rows.flatMap(({ id, name, status }) =>
      [name, ...(status ? [status] : [])].map(({ strong, rest, x, y, anchor, box }) => ({
        key: id,
        text: strong + rest,
        x,
        y,
        anchor,
        box,
      })),
    ),
    ...(drawn?.label ?? []),
  ];
}

/** The straight line of `pace`, as far as the chart reaches. */
function paceRay(
  data: ChartData,
  { frame, points, figures, names, required }: ChartPicture,
  on: string,
  words: ChartStrings,
): ChartNow['pace'] {
  const found = readings(data.series, on);
  const reading = newest(found);
  if (!data.start || !reading || data.start.date > on) return undefined;
  const { date, value } = reading.point;
  const line = pace(data.start.date, date, value, on);
  if (!line) return undefined;
  const startDay = dayOf(data.start.date);
  const perDay = value / (dayOf(date) - startDay);
  const endDay = Math.min(frame.to, startDay + 100 / perDay);
  const end = { x: frame.x(endDay), y: frame.y((endDay - startDay) * perDay) };
  const start = { x: frame.x(startDay), y: frame.y1 };
  const d = `M${start.x} ${start.y}L${end.x} ${end.y}`;
  const shown = points.filter(({ point }) => point.date <= on);
  const keys = new Set(shown.map(({ key }) => key));
  const made = new Set(required.filter(({ setOn }) => setOn <= on).map(({ series }) => series.id));
  const cursor = frame.x(dayOf(on));
  const obstacles: Box[] = [
    ...shown.map(({ x, y }) => ({ x0: x - 6, y0: y - 6, x1: x + 6, y1: y + 6 })),
    ...figures.filter(({ key }) => keys.has(key)).map(({ box }) => box),
    ...names.filter(({ key }) => made.has(key)).map(({ box }) => box),
    { x0: cursor - 3, y0: 0, x1: cursor + frame.x(1) - frame.x(0) + 3, y1: frame.y1 },
  ];
  // Better beside lines than on them.
  const lines: Box[] = [
    ...required.filter(({ series }) => made.has(series.id)).flatMap((each) => requiredBoxes(each, frame)),
    ...data.deadlines
      .filter(({ standsApart }) => standsApart)
      .map(({ due }) => ({ x0: frame.x(dayOf(due)) - 1, y0: 0, x1: frame.x(dayOf(due)) + 1, y1: frame.y1 })),
  ];
  const what = found.length > 1 ? reading.series.short : undefined;
  const whole = `${words.pace({ when: line.text, what })} · ${words.ours}`;
  const texts = [1, 0.6, 0.4].map((share) =>
    balanced(whole, frame.px, Math.ceil(textWidth(whole, frame.px) * share)),
  );
  const lead = frame.px * 1.2;
  const away = frame.px * 0.55 + 5;
  const placed = texts.flatMap((parts) => {
    const down = (parts.length - 1) * lead;
    // Above the line, ending at it, or below it, beginning at it: so the line, which rises, never cuts the text.
    return [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4, 0.3].flatMap((share) => {
      const x = start.x + (end.x - start.x) * share;
      const y = start.y + (end.y - start.y) * share;
      return [
        paceLabel(parts, x - 4, y - away - down, 'end', frame.px, lead),
        paceLabel(parts, x + 10, y + away, 'start', frame.px, lead),
      ];
    });
  });
  const free = placed.filter((label) =>
    label.every(
      ({ box }) =>
        box.x0 >= frame.x0 &&
        box.x1 <= frame.x1 &&
        box.y0 > frame.y0 &&
        box.y1 <= frame.y1 - 1 &&
        obstacles.every((other) => !overlaps(box, other)),
    ),
  );
  const clear = free.find((label) => label.every(({ box }) => lines.every((other) => !overlaps(box, other))));
  return { d, label: clear ?? free[0] ?? [] };
}

function paceLabel(
  lines: readonly string[],
  x: number,
  y: number,
  anchor: Anchor,
  px: number,
  lead: number,
): PlacedText[] {
  return lines.map((text, index) => {
    const [atX, atY] = [tenth(x), tenth(y + index * lead)];
    return {
      key: 'pace',
      text,
      x: atX,
      y: atY,
      anchor,
      box: textBox(atX, atY, textWidth(text, px), px, anchor),
    };
  });
}
