/** What marks and lines mean, in rows below a graphic. */
import type { CardFonts } from '../cards/fonts.ts';
import { PALETTE } from '../cards/palette.ts';
import { element, type SvgNode } from './svg-tree.ts';
import { line, widthOf } from './typeface.ts';

/** px. */
const SIZE = 17;
const ROW = 27;
const GAP = { symbol: 9, item: 26 };

export interface LegendItem {
  /** px. */
  width: number;
  /** Drawn from 0 to `width`, 0 being the middle of the line. */
  symbol: SvgNode;
  text: string;
}

/** A mark drawn round 0 0 as a symbol `width` px wide. */
export const markItem = (text: string, node: SvgNode, width = 14): LegendItem => ({
  width,
  symbol: element('g', { transform: `translate(${width / 2} 0)` }, node),
  text,
});

/** The items in as few rows as they fit, along the lower edge of a box, and how high they are, px. */
export function legendRows(
  items: readonly LegendItem[],
  fonts: CardFonts,
  { x, width, bottom }: { x: number; width: number; bottom: number },
): { nodes: SvgNode[]; height: number } {
  const rows: { item: LegendItem; at: number }[][] = [];
  let end = Infinity;
  for (const item of items) {
    const wide = item.width + GAP.symbol + widthOf(fonts, 'sans', SIZE, item.text);
    if (end + wide > width) {
      rows.push([]);
      end = 0;
    }
    rows.at(-1)!.push({ item, at: end });
    end += wide + GAP.item;
  }
  const height = rows.length * ROW;
  const nodes = rows.flatMap((row, index) => {
    const middle = bottom - height + (index + 0.5) * ROW;
    return row.map(({ item, at }) =>
      element(
        'g',
        { transform: `translate(${Math.round(x + at)} ${middle})` },
        item.symbol,
        line(item.text, item.width + GAP.symbol, SIZE * 0.34, {
          face: 'sans',
          size: SIZE,
          fill: PALETTE.inkSoft,
        }),
      ),
    );
  });
  return { nodes, height };
}
