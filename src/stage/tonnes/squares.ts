/** Marks of equal tonnage: an amount as squares of one unit each, the last one drawn as far as it goes. */
import { tenth, type Box } from '#model/boxes.ts';

export interface Grid {
  /** Tonnes of one square. */
  unit: number;
  /** Squares in a column. */
  tall: number;
  /** From one square to the next, and the side of a square, px. */
  pitch: number;
  side: number;
}

export interface Squares {
  /** Whole squares. */
  whole: number;
  /** How much of a further square, 0 to 1. */
  part: number;
  columns: number;
  /** What they fill, px. */
  box: Box;
  /** Outlines, inset by half a px so that a stroke of 1 px ends at the square’s edge. */
  d: string;
  /** Diagonals across each square. */
  hatch: string;
}

const STEPS = [1, 2, 5];

/** The smallest of 1, 2, 5, 10, 20 … tonnes of which `largest` takes no more than `most` squares. */
export function unitFor(largest: number, most: number): number {
  for (let power = 10 ** Math.floor(Math.log10(largest / most)); ; power *= 10) {
    for (const step of STEPS) if (largest / (step * power) <= most) return step * power;
  }
}

/** The grid with the largest squares of which every amount fits into `width` × `height` px. */
export function gridFor(largest: number, unit: number, width: number, height: number): Grid {
  const count = Math.ceil(largest / unit);
  let best: Grid = { unit, tall: 1, pitch: 0, side: 0 };
  for (let tall = 1; tall <= 6; tall++) {
    const pitch = Math.floor(2 * Math.min(height / tall, width / Math.ceil(count / tall))) / 2;
    if (pitch > best.pitch) best = { unit, tall, pitch, side: pitch - (pitch < 9 ? 1 : pitch < 14 ? 2 : 3) };
  }
  return best;
}

/** `tonnes` from `x` to the right, column by column, around the middle `y`. */
export function layoutSquares(
  tonnes: number,
  { unit, tall, pitch, side }: Grid,
  x: number,
  y: number,
): Squares {
  // 0.3 / 0.1 is 2.9999…: what is left of such a division is no part of a square.
  const count = Math.round((tonnes / unit) * 1e6) / 1e6;
  const whole = Math.floor(count);
  const part = count - whole;
  const gap = pitch - side;
  const height = Math.min(tall, Math.ceil(count)) * pitch - gap;
  const columns = Math.ceil(Math.ceil(count) / tall);
  const top = Math.round(y - height / 2);
  let d = '';
  let hatch = '';
  for (let i = 0; i < Math.ceil(count); i++) {
    const left = tenth(x + Math.floor(i / tall) * pitch);
    const upper = tenth(top + (i % tall) * pitch);
    const wide = i < whole ? side : part * side;
    const inner = tenth(Math.max(0, wide - 1));
    d += `M${left + 0.5} ${upper + 0.5}h${inner}v${side - 1}h${-inner}Z`;
    hatch += diagonals(left, upper, wide, side);
  }
  return {
    whole,
    part,
    columns,
    box: { x0: x, y0: top, x1: x + columns * pitch - gap, y1: top + height },
    d,
    hatch,
  };
}

/** Rising strokes, two to a square that has room for them, else one. */
function diagonals(x: number, y: number, wide: number, side: number): string {
  const line = (from: number): string => {
    // From the lower or left edge up and to the right, as far as the square is drawn.
    const [x0, y0] = from <= side ? [0, from] : [from - side, side];
    const length = Math.min(wide - x0, y0);
    return length > 1 ? `M${tenth(x + x0)} ${tenth(y + y0)}l${tenth(length)} ${-tenth(length)}` : '';
  };
  return side < 9 ? line(side) : line(side * 0.67) + line(side * 1.33);
}
