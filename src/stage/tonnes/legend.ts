/** What the squares mean. */
import type { Form } from './forms.ts';
import type { TonnesState } from './now.ts';
import { layoutSquares, type Grid, type Squares } from './squares.ts';
import type { TonnesStrings } from './strings.ts';
import { place, type PlacedText } from './texts.ts';

export interface LegendItem {
  state: TonnesState;
  squares: Squares;
  text: PlacedText;
}

export function layoutLegend(
  unit: number,
  side: number,
  { name, small }: Form,
  room: number,
  words: TonnesStrings,
): LegendItem[] {
  const { legend } = words;
  const grid: Grid = { unit: 1, tall: 1, pitch: side + 1, side };
  const set = (short: boolean): LegendItem[] => {
    const items = [
      ['before', short ? words.tonnes(unit) : `${legend.square(words.tonnes(unit))}, ${legend.before}`],
      ['under-way', short ? legend.underWayShort : legend.underWay],
      ['done', legend.done],
      ['undated', legend.undated],
    ] as const;
    let x = 0;
    return items.map(([state, text]) => {
      const squares = layoutSquares(1, grid, x, 0);
      const placed = place(`legend ${state}`, 'soft', text, x + side + 5, 0, small);
      x = Math.ceil(placed.box.x1) + (name === 'full' ? 18 : 12);
      return { state, squares, text: placed };
    });
  };
  const long = set(false);
  return name !== 'phone' && (long.at(-1)?.text.box.x1 ?? 0) <= room * (name === 'short' ? 0.6 : 1)
    ? long
    : set(true);
}

export function shifted({ state, squares, text }: LegendItem, dx: number, dy: number): LegendItem {
  const side = squares.box.x1 - squares.box.x0;
  const grid: Grid = { unit: 1, tall: 1, pitch: side + 1, side };
  return {
    state,
    squares: layoutSquares(1, grid, squares.box.x0 + dx, dy),
    text: place(text.key, text.kind, text.text, text.x + dx, dy, text.px),
  };
}
