/** The foot of the map: scale bar, a remark beside it, and whose coastline it is; each where there is room. */
import { grow, overlaps, type Box } from '#model/boxes.ts';
import { scaleBar, type View } from '#model/projection.ts';
import type { Measure } from './labels.ts';

export interface Foot {
  scale: { km: number; px: number };
  /** Said beside the scale bar; may be empty. */
  caption: string;
  /** In the other corner; may be empty. */
  credit: string;
  /** What of the map these cover, px. */
  boxes: Box[];
}

/** Text size, px; the bar stands under its number. */
export const FOOT_TEXT = 12;
const BAR_HEIGHT = 24;
const TEXT_HEIGHT = 16;
/** Between bar and caption, and around the credit, px. */
const GAP = 8;
const APART = 28;
/** From the frame's corner, px. */
export const FOOT_INSET = { side: 6, bottom: 4 };

/**
 * @param frame where labels may stand, px; the foot lies along its lower edge
 * @param captions what to say, longest first: the first that has room is taken
 * @param rightEdge where something else in the lower right corner begins, px
 * @param marks what the credit does not lie on
 */
export function layFoot(
  view: View,
  frame: Box,
  longest: number,
  captions: readonly string[],
  credit: string,
  rightEdge: number,
  marks: readonly Box[],
  measure: Measure,
): Foot {
  const scale = scaleBar(view, longest);
  const x0 = frame.x0 + FOOT_INSET.side;
  const y1 = frame.y1 - FOOT_INSET.bottom;
  const bar: Box = { x0, y0: y1 - BAR_HEIGHT, x1: x0 + scale.px, y1 };
  const room = rightEdge - GAP - bar.x1 - GAP;
  const caption = captions.find((text) => measure(text, FOOT_TEXT) <= room) ?? '';
  const captionEnd = bar.x1 + (caption ? GAP + measure(caption, FOOT_TEXT) : 0);
  const creditStart = rightEdge - FOOT_INSET.side - measure(credit, FOOT_TEXT);
  const creditBox: Box = { x0: creditStart, y0: y1 - TEXT_HEIGHT, x1: rightEdge, y1 };
  const credited =
    credit !== '' &&
    creditStart - captionEnd >= APART &&
    !marks.some((mark) => overlaps(grow(creditBox, GAP), mark));
  return {
    scale,
    caption,
    credit: credited ? credit : '',
    boxes: [
      bar,
      ...(caption ? [{ x0: bar.x1, y0: y1 - TEXT_HEIGHT, x1: captionEnd, y1 }] : []),
      ...(credited ? [creditBox] : []),
    ],
  };
}
