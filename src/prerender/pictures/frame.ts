/**
 * The frame of a picture: headline above, sources and credit below, room for the graphic between. It stands by
 * itself, as a newspaper prints it.
 */
import type { MarkShape, ThreadColour } from '#model/story.ts';
import { shapePath } from '#stage/timeline/shapes.ts';
import type { CardFonts, Face } from '../cards/fonts.ts';
import { PALETTE, THREAD_COLOURS } from '../cards/palette.ts';
import { balance, wrap } from '../cards/wrap.ts';
import { PICTURE } from '#hosts/embed/snippet.ts';
import { sourceLine } from './source-line.ts';
import { element, type SvgNode } from './svg-tree.ts';
import { line, typeset, widthOf } from './typeface.ts';

export interface Frame {
  direction: 'ltr' | 'rtl';
  /** Above the headline: a date and a place. */
  kicker: string;
  title: string;
  /** The picture is of words: the headline is larger. */
  large?: boolean;
  /** Below the headline: a sentence. */
  dek?: string | undefined;
  thread?: { colour: ThreadColour; mark: MarkShape } | undefined;
  /** Names of those it was taken from, the most important first. */
  sources: readonly string[];
  /** Whose base map it is, under which licence it may be used. */
  credits: readonly string[];
  /** Name of the story, and where it is where that is known. */
  story: string;
  address?: string | undefined;
  /** What there is to see, for those who do not. */
  description: string;
}

/** px. */
export const MARGIN = 48;
const WIDTH = PICTURE.width - 2 * MARGIN;
const BAR = 10;
/** Largest to smallest, px; of the headline of a picture of words first. */
const TITLE_SIZES = [46, 42, 38, 35, 32];
const LARGE_SIZES = [60, 54, 49];
const DEK = 23;
const SMALL = 17;
/** From the last base line of the foot to the edge, and from one to the next. */
const FOOT = { last: 26, leading: 25, rule: 30 };

export interface LaidFrame {
  /** The words, to be drawn over the graphic. */
  words: SvgNode[];
  /** What is left for the graphic, px. */
  room: { x: number; y: number; width: number; height: number };
}

/** Draws the words and says what room is left. */
export function layFrame(frame: Frame, fonts: CardFonts): LaidFrame {
  const rtl = frame.direction === 'rtl';
  const start = rtl ? PICTURE.width - MARGIN : MARGIN;
  const along = rtl ? -1 : 1;
  const measured = (face: Face, size: number) => (text: string) => widthOf(fonts, face, size, text);
  const text = (words: string, y: number, face: Face, size: number, fill: string, inset = 0): SvgNode =>
    line(words, start + along * inset, y, { face, size, fill, anchor: rtl ? 'end' : 'start' });
  const accent = frame.thread ? THREAD_COLOURS[frame.thread.colour] : PALETTE.ink;

  const nodes = [element('rect', { width: PICTURE.width, height: BAR, fill: accent })];
  let y = 54;
  const inset = frame.thread ? 30 : 0;
  if (frame.thread) {
    const at = `translate(${start + along * 10} ${y - 7})`;
    nodes.push(element('path', { transform: at, d: shapePath(frame.thread.mark, 9), fill: accent }));
  }
  const [kicker = ''] = wrap(frame.kicker, {
    width: WIDTH - inset,
    measure: measured('sans-bold', 22),
    maxLines: 1,
  });
  nodes.push(text(kicker, y, 'sans-bold', 22, accent, inset));

  const title = fitTitle(frame, fonts);
  y += 8 + Math.round(title.size * 0.94);
  for (const [index, words] of title.lines.entries()) {
    if (index > 0) y += Math.round(title.size * 1.1);
    nodes.push(text(words, y, 'serif-bold', title.size, PALETTE.ink));
  }
  if (frame.dek) {
    y += 8;
    for (const words of balance(frame.dek, { width: WIDTH, measure: measured('sans', DEK), maxLines: 2 })) {
      y += 29;
      nodes.push(text(words, y, 'sans', DEK, PALETTE.inkSoft));
    }
  }
  const top = y + 22;

  const last = PICTURE.height - FOOT.last;
  const ruleY = last - FOOT.leading - FOOT.rule;
  const end = rtl ? MARGIN : PICTURE.width - MARGIN;
  const name = (words: string, at: number, face: Face, fill: string): SvgNode =>
    line(words, end, at, { face, size: SMALL, fill, anchor: rtl ? 'start' : 'end' });
  const room = (words: string, face: Face): number => WIDTH - measured(face, SMALL)(words) - 40;
  nodes.push(
    element('path', { d: `M${MARGIN} ${ruleY}h${WIDTH}`, stroke: PALETTE.rule, 'stroke-width': 1.5 }),
  );
  const from = sourceLine(frame.sources, room(frame.story, 'serif-bold'), measured('sans', SMALL));
  if (from) nodes.push(text(from, last - FOOT.leading, 'sans', SMALL, PALETTE.inkSoft));
  nodes.push(name(frame.story, last - FOOT.leading, 'serif-bold', PALETTE.ink));
  const address = frame.address?.replace(/^https?:\/\//, '') ?? '';
  const [credits = ''] = wrap(frame.credits.join(' · '), {
    width: room(address, 'sans'),
    measure: measured('sans', SMALL),
    maxLines: 1,
  });
  nodes.push(text(credits, last, 'sans', SMALL, PALETTE.inkSoft));
  if (address) nodes.push(name(address, last, 'sans', PALETTE.inkSoft));

  return { words: nodes, room: { x: MARGIN, y: top, width: WIDTH, height: ruleY - 14 - top } };
}

/** As large as gives one line, else two. */
function fitTitle({ title, large = false }: Frame, fonts: CardFonts): { size: number; lines: string[] } {
  const sizes = large ? [...LARGE_SIZES, ...TITLE_SIZES] : TITLE_SIZES;
  const lines = (size: number, maxLines: number): string[] =>
    balance(title, { width: WIDTH, measure: (text) => widthOf(fonts, 'serif-bold', size, text), maxLines });
  const single = sizes.find((size) => size >= 35 && lines(size, 99).length === 1);
  if (single) return { size: single, lines: [title] };
  const size = sizes.find((one) => one <= 38 && lines(one, 99).length <= 2) ?? (sizes.at(-1) as number);
  return { size, lines: lines(size, 2) };
}

/** The whole picture; `forScreens`: to be shown in whatever typeface is at hand. */
export function pictureSvg(
  frame: Frame,
  nodes: readonly SvgNode[],
  { fonts, language, forScreens }: { fonts: CardFonts; language: string; forScreens: boolean },
): SvgNode {
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${PICTURE.width} ${PICTURE.height}`,
      width: PICTURE.width,
      height: PICTURE.height,
      role: 'img',
      'aria-labelledby': 'title',
      'aria-describedby': 'desc',
      'xml:lang': language,
    },
    element('title', { id: 'title' }, `${frame.title} · ${frame.story}`),
    element('desc', { id: 'desc' }, frame.description),
    element('rect', { width: PICTURE.width, height: PICTURE.height, fill: PALETTE.paper }),
    ...nodes,
  );
  return typeset(svg, fonts, forScreens);
}
