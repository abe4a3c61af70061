/** A social card as SVG: the words on paper at the start side, a picture at the other. */
import type { MarkShape, ThreadColour } from '#model/story.ts';
import { shapePath } from '#stage/timeline/shapes.ts';
import { escapeHtml } from '../head/html.ts';
import { WEIGHTS, type CardFonts, type Face } from './fonts.ts';
import { PALETTE, THREAD_COLOURS } from './palette.ts';
import { balance, wrap } from './wrap.ts';

/** Size of every card, px: what the social networks ask for. */
export const CARD = { width: 1200, height: 630 } as const;

/** The picture's box inside the card, px. A motif is drawn in its own coordinates from 0, 0. */
export const MOTIF = { width: 596, height: 630 } as const;

export interface Card {
  /** The headline. */
  title: string;
  /** Above it: the chapter. */
  kicker?: string | undefined;
  /** Below it: a date, or a sentence on what this is. */
  dek?: string | undefined;
  /** At the foot: the name of the site, and what it is about. */
  siteName?: string | undefined;
  about?: string | undefined;
  /** The thread the card belongs to; the card of the whole story belongs to none. */
  thread?: { colour: ThreadColour; mark: MarkShape } | undefined;
  direction: 'ltr' | 'rtl';
  /** SVG inside a box of {@link MOTIF}'s size; whatever reaches beyond is covered. Trusted. */
  motif?: string | undefined;
}

const MARGIN = 56;
/** Largest to smallest size of the headline, px. */
const TITLE_SIZES = [84, 76, 68, 62, 56, 50, 46];

/** Draws the card. Colours are the light theme's: a card stands on other people's pages. */
export function cardSvg(card: Card, fonts: CardFonts): string {
  const column = CARD.width - MOTIF.width;
  const width = column - MARGIN - 44;
  const rtl = card.direction === 'rtl';
  // Right to left the picture goes to the left, and lines end where they otherwise begin.
  const edge = rtl ? CARD.width - MARGIN : MARGIN;
  const motifX = rtl ? 0 : column;
  const line = (text: string, y: number, face: Face, size: number, fill: string, inset = 0): string => {
    const { family } = fonts.metrics[face];
    const x = rtl ? edge - inset : edge + inset;
    const anchor = rtl ? ' text-anchor="end"' : '';
    const weight = WEIGHTS[face];
    return `<text x="${x}" y="${y}" font-family="${family}" font-weight="${weight}" font-size="${size}" fill="${fill}"${anchor}>${escapeHtml(text)}</text>`;
  };
  const measured = (face: Face, size: number) => (text: string) => fonts.metrics[face].width(text) * size;

  const accent = card.thread ? THREAD_COLOURS[card.thread.colour] : PALETTE.ink;
  const parts: string[] = [];

  const { size, lines } = fitTitle(card.title, width, (text, px) => measured('serif-bold', px)(text));
  const leading = Math.round(size * 1.08);
  // With nothing above it the headline hangs a third of the way down.
  let y = (card.kicker ? 130 : 150) + Math.round(size * 0.86);
  if (card.kicker) {
    const inset = card.thread ? 34 : 0;
    const options = { width: width - inset, measure: measured('sans-bold', 25), maxLines: 1 };
    const [kicker = ''] = wrap(card.kicker, options);
    if (card.thread) {
      const x = edge + (rtl ? -11 : 11);
      parts.push(
        `<path transform="translate(${x},79)" d="${shapePath(card.thread.mark, 10)}" fill="${accent}"/>`,
      );
    }
    parts.push(line(kicker, 88, 'sans-bold', 25, accent, inset));
  }
  for (const text of lines) {
    parts.push(line(text, y, 'serif-bold', size, PALETTE.ink));
    y += leading;
  }

  if (card.dek) {
    y += 46 - leading + Math.round(size * 0.22);
    const dek = balance(card.dek, { width, measure: measured('sans', 29), maxLines: card.siteName ? 2 : 4 });
    for (const text of dek) {
      parts.push(line(text, y, 'sans', 29, PALETTE.inkSoft));
      y += 39;
    }
  }

  if (card.siteName) {
    const about = card.about
      ? balance(card.about, { width, measure: measured('sans', 23), maxLines: 2 })
      : [];
    const foot = CARD.height - 52;
    const first = foot - about.length * 30;
    const x1 = rtl ? edge - width : edge;
    parts.push(`<path d="M${x1},${first - 46}h${width}" stroke="${PALETTE.rule}" stroke-width="2"/>`);
    parts.push(line(card.siteName, first, 'serif-bold', 31, PALETTE.ink));
    about.forEach((text, index) =>
      parts.push(line(text, first + 34 + index * 30, 'sans', 23, PALETTE.inkSoft)),
    );
  }

  // The words' ground covers what of the picture reaches under it: a clip would do the same, but resvg loses
  // what lies in a clip inside a clip.
  const groundX = rtl ? MOTIF.width : 0;
  const { motif } = card;
  const seam = rtl ? MOTIF.width : column;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}">`,
    `<rect width="100%" height="100%" fill="${PALETTE.paper}"/>`,
    motif ? `<g transform="translate(${motifX},0)">${motif}</g>` : '',
    `<rect x="${groundX}" width="${column}" height="100%" fill="${PALETTE.paper}"/>`,
    motif ? `<path d="M${seam},0v${CARD.height}" stroke="${PALETTE.rule}" stroke-width="2"/>` : '',
    `<rect width="${CARD.width}" height="10" fill="${accent}"/>`,
    ...parts,
    '</svg>',
  ].join('');
}

/** The largest size at which the headline takes at most four lines and no word is wider than the column. */
function fitTitle(
  title: string,
  width: number,
  measure: (text: string, size: number) => number,
): { size: number; lines: string[] } {
  const widest = (size: number): number => Math.max(...title.split(/\s+/).map((word) => measure(word, size)));
  for (const size of TITLE_SIZES) {
    const options = { width, measure: (text: string) => measure(text, size), maxLines: 99 };
    const lines = balance(title, options);
    // Big letters are for few lines: four lines of 84 px would leave no room for the rest.
    const room = size > 68 ? 2 : size > 56 ? 3 : 4;
    if (lines.length <= room && widest(size) <= width) return { size, lines };
  }
  const size = TITLE_SIZES.at(-1) as number;
  return { size, lines: balance(title, { width, measure: (text) => measure(text, size), maxLines: 4 }) };
}
