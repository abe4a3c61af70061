/** Boxes that must not touch: the small geometry behind every label layout. */

/** An upright box in px; `x1 ≥ x0`, `y1 ≥ y0`, y downwards. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Whether two boxes share any area. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/** Whether `inner` lies wholly inside `outer`. */
export function within(inner: Box, outer: Box): boolean {
  return inner.x0 >= outer.x0 && inner.x1 <= outer.x1 && inner.y0 >= outer.y0 && inner.y1 <= outer.y1;
}

/** The box with `by` px more on every side. */
export function grow({ x0, y0, x1, y1 }: Box, by: number): Box {
  return { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by };
}

export type Anchor = 'start' | 'middle' | 'end';

/** The box of one line of text, `x` at its anchor and `y` at its vertical middle. */
export function textBox(x: number, y: number, width: number, px: number, anchor: Anchor): Box {
  const x0 = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  // Ascenders to descenders of the label face fill about 1.1 em.
  return { x0, y0: y - px * 0.55, x1: x0 + width, y1: y + px * 0.55 };
}

/** Rounds to a tenth of a px: enough for the eye, short in the markup. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
