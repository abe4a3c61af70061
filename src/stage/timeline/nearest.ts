/** What a pointer means: marks may stand 9 px apart, so it is the nearest that counts, not the one hit. */
import type { Box } from '#model/boxes.ts';
import type { PlacedLabel } from './labels.ts';
import type { TimelinePicture } from './layout.ts';
import { markBoxes, type PlacedMark } from './marks.ts';

/** How far from a mark a pointer, or a finger, still means it, px. */
export const REACH = { pointer: 16, finger: 22 } as const;
/** Within this of a mark the mark counts even where a name lies, px. */
const ON = 3;

/**
 * The drawn mark that the point (px in the picture) means: the nearest within `reach`, or the one whose name is there.
 * @param shown whether a name can be seen; one that cannot means nothing
 */
export function nearestMark(
  { marks, labels }: Pick<TimelinePicture, 'marks' | 'labels'>,
  x: number,
  y: number,
  reach: number = REACH.pointer,
  shown: (label: PlacedLabel) => boolean = () => true,
): PlacedMark | undefined {
  let best: PlacedMark | undefined;
  let least = Infinity;
  let middle = Infinity;
  for (const mark of marks) {
    const boxes = markBoxes(mark);
    const away = Math.min(...boxes.map((box) => distance(box, x, y)));
    // Where two overlap, the one whose middle is nearer.
    const toMiddle = Math.min(
      ...boxes.map((box) => Math.hypot(x - (box.x0 + box.x1) / 2, y - (box.y0 + box.y1) / 2)),
    );
    if (away > reach || away > least || (away === least && toMiddle >= middle)) continue;
    [best, least, middle] = [mark, away, toMiddle];
  }
  if (least <= ON) return best;
  const name = labels.find((label) => distance(label.box, x, y) === 0 && shown(label));
  return (name && marks.find(({ mark }) => mark.id === name.id)) ?? best;
}

/** From a point to the nearest point of a box, px; 0 inside. */
function distance({ x0, y0, x1, y1 }: Box, x: number, y: number): number {
  return Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1));
}
