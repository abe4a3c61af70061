/** The legend, set in lines by hand so that the chart knows how much room it takes. */
import { textWidth } from '#model/text-width.ts';
import type { ChartData, ChartSeries } from './chart-data.ts';
import type { ChartStrings } from './strings.ts';

export type Symbol = ChartSeries['mark'] | 'required' | 'revised' | 'derived';

export interface LegendItem {
  symbol: Symbol;
  text: string;
  /** Of the symbol's left edge, px; the text follows after `SYMBOL_WIDTH`. */
  x: number;
  row: number;
}

export interface Legend {
  items: LegendItem[];
  rows: number;
}

export const SYMBOL_WIDTH = 22;
const GAP = 18;

/**
 * What each mark and line stands for, each said once, in lines no wider than `width` px.
 * @param compact leaves out the required lines, which carry their names: small screens need the room for the plot
 */
export function layoutLegend(
  data: ChartData,
  width: number,
  px: number,
  words: ChartStrings,
  compact = false,
): Legend {
  const entries: { symbol: Symbol; text: string }[] = [];
  const announced = data.series.filter(({ kind }) => kind === 'announced');
  for (const { mark, label } of announced) if (mark !== 'cross') entries.push({ symbol: mark, text: label });
  if (announced.some(({ mark }) => mark === 'cross'))
    entries.push({ symbol: 'cross', text: words.otherBasis });
  const required = compact ? [] : data.series.filter(({ kind }) => kind === 'required');
  required.forEach(({ label }, index) =>
    entries.push({ symbol: index === 0 ? 'required' : 'revised', text: label }),
  );
  if (data.series.some(({ points }) => points.some(({ derived }) => derived))) {
    entries.push({ symbol: 'derived', text: words.derived });
  }
  const items: LegendItem[] = [];
  let x = 0;
  let row = 0;
  for (const { symbol, text } of entries) {
    const own = SYMBOL_WIDTH + textWidth(text, px);
    if (x > 0 && x + own > width) {
      x = 0;
      row += 1;
    }
    items.push({ symbol, text, x, row });
    x += own + GAP;
  }
  return { items, rows: items.length > 0 ? row + 1 : 0 };
}
