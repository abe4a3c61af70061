/** The picture of an event: what happened, in words, and when, among everything else that did. */
import { DAY_MS } from '#model/dates.ts';
import type { Story, StoryEvent, ThreadColour } from '#model/story.ts';
import { shapePath } from '#stage/timeline/shapes.ts';
import { strings } from '#stage/timeline/strings.ts';
import { axisTicks, TICK_INSET } from '#stage/timeline/ticks.ts';
import { PALETTE, THREAD_COLOURS } from '../cards/palette.ts';
import type { CardFonts } from '../cards/fonts.ts';
import { balance, wrap } from '../cards/wrap.ts';
import { denseSpan } from './dense-span.ts';
import type { LaidFrame } from './frame.ts';
import { element, type SvgNode } from './svg-tree.ts';
import { line, widthOf } from './typeface.ts';

const SIZES = [44, 40, 36, 32, 28];
const NOTE = 23;
/** Height of the strip of days, px, and of a day's tick. */
const STRIP = 92;
/** Size of the names of months and years, px. */
const YEAR = 17;
const TICK = { other: 13, own: 26 };

/** The sentence, the note where there is one and room for it, and the strip of days below. */
export function eventPicture(
  story: Story,
  event: StoryEvent,
  { room }: LaidFrame,
  fonts: CardFonts,
): SvgNode[] {
  const rtl = story.meta.direction === 'rtl';
  const start = rtl ? room.x + room.width : room.x;
  const anchor = rtl ? 'end' : 'start';
  // Lines longer than this are hard to follow.
  const width = Math.min(room.width, 1010);
  const height = room.height - STRIP - 40;
  const set = (text: string, size: number, face: 'serif' | 'sans'): string[] =>
    wrap(text, { width, measure: (words) => widthOf(fonts, face, size, words), maxLines: 99 });
  const size =
    SIZES.find((one) => set(event.what, one, 'serif').length * one * 1.28 <= height) ?? SIZES.at(-1)!;
  const sentence = balance(event.what, {
    width,
    measure: (words) => widthOf(fonts, 'serif', size, words),
    maxLines: 99,
  });
  let y = room.y + 34 + size * 0.8;
  const nodes = sentence.map((words, index) =>
    line(words, start, Math.round(y + index * size * 1.28), { face: 'serif', size, anchor }),
  );
  y += (sentence.length - 1) * size * 1.28;
  const note = event.note ? set(event.note, NOTE, 'sans') : [];
  if (y + 30 + note.length * 31 <= room.y + height + 20) {
    y += 20;
    for (const words of note)
      nodes.push(
        line(words, start, Math.round((y += 31)), {
          face: 'sans',
          size: NOTE,
          fill: PALETTE.inkSoft,
          anchor,
        }),
      );
  }
  return [...nodes, ...daysStrip(story, event, room)];
}

/** Every mark as a tick on one line of time, this one with its sign: of the main period where it falls into it. */
function daysStrip(story: Story, event: StoryEvent, room: LaidFrame['room']): SvgNode[] {
  const main = denseSpan(story);
  const [from, to] = event.date.start >= main[0] && event.date.start < main[1] ? main : story.meta.span;
  const y = room.y + room.height - 40;
  const right = room.x + room.width;
  const at = (day: number): number => room.x + ((day - from / DAY_MS) / ((to - from) / DAY_MS)) * room.width;
  const x = ({ date }: StoryEvent): string => at(date.start / DAY_MS).toFixed(1);
  /** The ticks of some events of one colour, in one path. */
  const ticks = (
    colour: ThreadColour,
    some: readonly StoryEvent[],
    height: number,
    line: Record<string, number>,
  ): SvgNode =>
    element('path', {
      d: some.map((one) => `M${x(one)} ${y}v${-height}`).join(''),
      stroke: THREAD_COLOURS[colour],
      ...line,
    });
  const axis = axisTicks(from / DAY_MS, to / DAY_MS, at, right, YEAR, strings);
  const names = axis.flatMap(({ x: left, label }) => [
    element('path', { d: `M${left.toFixed(1)} ${y}v8`, stroke: PALETTE.inkSoft, 'stroke-width': 1.5 }),
    ...(label
      ? [line(label, left + TICK_INSET, y + 24, { face: 'sans', size: YEAR, fill: PALETTE.inkSoft })]
      : []),
  ]);
  const own = story.threads.find(({ id }) => id === event.thread);
  const sign = own && {
    transform: `translate(${x(event)} ${y - TICK.own - 10})`,
    d: shapePath(own.mark, 11),
    fill: THREAD_COLOURS[own.colour],
  };
  const others = story.events.filter(
    (other) => other !== event && other.date.start >= from && other.date.start < to,
  );
  return [
    element('path', { d: `M${room.x} ${y}h${room.width}`, stroke: PALETTE.inkSoft, 'stroke-width': 1.5 }),
    ...names,
    ...story.threads.map(({ id, colour }) =>
      ticks(
        colour,
        others.filter(({ thread }) => thread === id),
        TICK.other,
        { 'stroke-width': 2, 'stroke-opacity': 0.45 },
      ),
    ),
    ...(own ? [ticks(own.colour, [event], TICK.own, { 'stroke-width': 3.5 })] : []),
    ...(sign ? [element('path', sign)] : []),
  ];
}
