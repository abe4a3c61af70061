/** The legend: only what has no direct label, set in lines by hand so that the chart knows its height. */
import { textWidth } from '#model/text-width.ts';
import type { ChartSeries } from './chart-data.ts';

export type Symbol = ChartSeries['mark'] | 'derived';

export interface LegendEntry {
  symbol: Symbol;
  text: string;
}

export interface LegendItem extends LegendEntry {
  /** Of the symbol's left edge, px; the text follows after `SYMBOL_WIDTH`. */
  x: number;
  row: number;
}

export interface Legend {
  items: LegendItem[];
  rows: number;
}

export const SYMBOL_WIDTH = 20;
const GAP = 14;

/** Entries one after the other, in lines no wider than `width` px. */
export function layoutLegend(entries: readonly LegendEntry[], width: number, px: number): Legend {
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
