/** Names, for a moment, of lit marks that have none on the strip: above or below them, inside the strip's edges. */
import { grow, overlaps, tenth, type Box } from '#model/boxes.ts';
import { textWidth } from '#model/text-width.ts';
import type { PlacedLabel } from './labels.ts';
import type { TimelinePicture } from './layout.ts';
import { body, middleOf, type PlacedMark } from './marks.ts';
import type { TimelineStrings } from './strings.ts';
import type { TimelineData, TimelineMark } from './timeline-data.ts';
import { TIP_GAP, TIP_LEADING, TIP_PAD, type Tip } from './tip.ts';
import { dateWords } from './when.ts';
import { inTwo } from './wording.ts';

/** Px between a mark's halo and its tip, and between a tip and the strip's edge. */
const AWAY = 8;
const EDGE = 2;
/** A name that must give way costs as much as this many marks covered. */
const NAME = 3;

/**
 * Tips for `ids`, in that order. They keep above the axis, where the cursor's chip stands whatever the date.
 * @param shown whether a mark's name can be seen
 */
export function placeTips(
  ids: Iterable<string>,
  data: TimelineData,
  picture: TimelinePicture,
  shown: (label: PlacedLabel) => boolean,
  words: TimelineStrings,
): Tip[] {
  const tips: Tip[] = [];
  for (const id of ids) {
    const placed = picture.marks.find(({ mark, gathered }) => mark.id === id || gathered.includes(id));
    if (!placed) continue;
    const named = picture.labels.some((label) => label.id === id && !label.shortened && shown(label));
    const mark = placed.mark.id === id ? placed.mark : data.marks.find((other) => other.id === id);
    if (named || !mark) continue;
    const more = placed.mark.id === id ? placed.gathered.length : 0;
    const tip = placeTip(mark, more, placed, picture, tips, shown, words);
    if (tip) tips.push(tip);
  }
  return tips;
}

/** The names that tips cover, which give way while those show. */
export function underTips(tips: readonly Tip[], labels: readonly PlacedLabel[]): ReadonlySet<string> {
  return new Set(
    labels.filter(({ box }) => tips.some((tip) => overlaps(tip.box, grow(box, 1)))).map(({ id }) => id),
  );
}

function placeTip(
  mark: TimelineMark,
  more: number,
  placed: PlacedMark,
  picture: TimelinePicture,
  tips: readonly Tip[],
  shown: (label: PlacedLabel) => boolean,
  words: TimelineStrings,
): Tip | undefined {
  const { frame, labels, marks } = picture;
  // Off the lane names at the side, and off the axis.
  const room: Box = { x0: frame.gutter + EDGE, y0: EDGE, x1: frame.width - EDGE, y1: frame.y1 + 1 };
  const date = dateWords(mark, true) + (more > 0 ? words.andMore(more) : '');
  let best: Tip | undefined;
  let least = Infinity;
  for (const [place, form] of forms(mark.title, date, frame.px, room.x1 - room.x0).entries()) {
    for (const [x, y, worse] of spots(placed, form.width, form.height, room)) {
      const box = { x0: tenth(x), y0: tenth(y), x1: tenth(x + form.width), y1: tenth(y + form.height) };
      if (tips.some((tip) => overlaps(tip.box, box))) continue;
      const cost =
        place +
        worse +
        NAME * labels.filter((label) => shown(label) && overlaps(label.box, box)).length +
        marks.filter((other) => other !== placed && overlaps(body(other), box)).length +
        (overlaps(body(placed), box) ? 100 : 0);
      if (cost >= least) continue;
      best = { id: mark.id, thread: mark.thread, title: form.title, date, inline: form.inline, box };
      least = cost;
    }
  }
  return best;
}

interface Form {
  title: readonly string[];
  inline: boolean;
  width: number;
  height: number;
}

/** The ways to set a tip that are no wider than the room: on one line, on two, the title itself on two. */
function forms(title: string, date: string, px: number, widest: number): Form[] {
  const bold = (text: string): number => textWidth(text, px, 600);
  const dateWidth = textWidth(date, px);
  const two = inTwo(title, bold);
  const form = (lines: readonly string[], inline: boolean): Form => {
    const last = bold(lines.at(-1) ?? '') + (inline ? TIP_GAP + dateWidth : 0);
    const width = Math.max(...lines.slice(0, -1).map(bold), last, inline ? 0 : dateWidth);
    const rows = lines.length + (inline ? 0 : 1);
    return {
      title: lines,
      inline,
      width: Math.ceil(width + 2 * TIP_PAD.x),
      height: Math.ceil(rows * px * TIP_LEADING + 2 * TIP_PAD.y),
    };
  };
  return [
    form([title], true),
    form([title], false),
    ...(two ? [form(two.lines, true), form(two.lines, false)] : []),
  ].filter(({ width }) => width <= widest);
}

/** Away from its mark a tip says less whose it is than one that covers a name or two. */
const BESIDE = 2;
const FAR = 12;

/** Top left corners, px, and how much worse they are than the first: above, below, beside; at worst at an edge. */
function spots(
  placed: PlacedMark,
  width: number,
  height: number,
  room: Box,
): [x: number, y: number, cost: number][] {
  const { x0, y0, x1, y1 } = body(placed);
  const { x, y: middle } = middleOf(placed);
  const inside = (left: number): number => Math.min(Math.max(left, room.x0), room.x1 - width);
  const high = (top: number): number => Math.min(Math.max(top, room.y0), Math.max(room.y0, room.y1 - height));
  const rows = [y0 - AWAY - height, y1 + AWAY].filter((top) => top >= room.y0 && top + height <= room.y1);
  const columns = [x - width / 2, x - AWAY - 4, x - width + AWAY + 4];
  return [
    ...rows.flatMap((top) => columns.map((left): [number, number, number] => [inside(left), top, 0])),
    ...[x1 + AWAY, x0 - AWAY - width].map((left): [number, number, number] => [
      inside(left),
      high(middle - height / 2),
      BESIDE,
    ]),
    ...[room.y0, high(Infinity)].map((top): [number, number, number] => [inside(x - width / 2), top, FAR]),
  ];
}
