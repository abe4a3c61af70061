/**
 * The camera's flight between two views.
 *
 * `flight` follows d3-interpolate's `zoom` (Copyright 2010–2021 Mike Bostock, ISC licence: permission to use,
 * copy, modify, and/or distribute for any purpose with or without fee is granted, provided that the above
 * copyright notice and this permission notice appear in all copies; provided “as is”, without warranty), after
 * van Wijk and Nuij, “Smooth and efficient zooming and panning”, 2003.
 */
import type { Size, View } from '#model/projection.ts';

const RHO = Math.SQRT2;

export interface Flight {
  /** ms. */
  duration: number;
  /** The view after a share `t` (0–1) of the flight, eased in and out. */
  at(t: number): View;
}

/** ms: a short hop can be followed, a long one does not keep the reader waiting. */
const SHORTEST = 900;
const LONGEST = 2600;

/**
 * The shortest-seeming way from one view to another on a map of that size.
 * @param moving the camera is on its way already: it does not come to a halt first
 */
export function flight(from: View, to: View, size: Size, moving = false): Flight {
  const w0 = size.width / from.k;
  const w1 = size.width / to.k;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const d2 = dx * dx + dy * dy;
  let length: number;
  let step: (s: number) => [part: number, width: number];
  if (d2 < 1e-12) {
    length = Math.log(w1 / w0) / RHO;
    step = (s) => [s / (length || 1), w0 * Math.exp(RHO * s)];
  } else {
    const d1 = Math.sqrt(d2);
    const b0 = (w1 * w1 - w0 * w0 + RHO ** 4 * d2) / (2 * w0 * RHO ** 2 * d1);
    const b1 = (w1 * w1 - w0 * w0 - RHO ** 4 * d2) / (2 * w1 * RHO ** 2 * d1);
    const r0 = Math.log(Math.sqrt(b0 * b0 + 1) - b0);
    const r1 = Math.log(Math.sqrt(b1 * b1 + 1) - b1);
    length = (r1 - r0) / RHO;
    step = (s) => {
      const u = (w0 / (RHO ** 2 * d1)) * (Math.cosh(r0) * Math.tanh(RHO * s + r0) - Math.sinh(r0));
      return [u, (w0 * Math.cosh(r0)) / Math.cosh(RHO * s + r0)];
    };
  }
  return {
    duration: Math.max(SHORTEST, Math.min(LONGEST, Math.abs(length) * 1000)),
    at(t) {
      if (t >= 1) return to;
      const eased = moving ? 1 - (1 - t) ** 3 : t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2;
      const [part, width] = step(eased * length);
      return { x: from.x + part * dx, y: from.y + part * dy, k: size.width / width };
    },
  };
}

/** How much larger than the map the drawn picture is on each side, as a share of the map's size. */
export const MARGIN = 0.25;

/**
 * How to move a picture drawn for one view so that it shows another: CSS px and a factor, about the map's middle.
 */
export function shift(drawn: View, wanted: View): { x: number; y: number; scale: number } {
  return {
    x: (drawn.x - wanted.x) * wanted.k,
    y: (drawn.y - wanted.y) * wanted.k,
    scale: wanted.k / drawn.k,
  };
}

/** Whether a moved picture has grown too soft or too fine, or shows its edge: then it must be drawn anew. */
export function stale(drawn: View, wanted: View, size: Size): boolean {
  const { x, y, scale } = shift(drawn, wanted);
  if (scale < 0.7 || scale > 1.5) return true;
  const reach = (0.5 + MARGIN) * scale;
  return (
    Math.abs(x) + size.width / 2 > reach * size.width || Math.abs(y) + size.height / 2 > reach * size.height
  );
}
