/** A tip: what is drawn of it. Where it stands is tips.ts's, which is loaded with the first. */
import type { Box } from '#model/boxes.ts';

export interface Tip {
  /** Id of the event it names. */
  id: string;
  thread: number;
  title: readonly string[];
  date: string;
  /** The date follows the title on its last line. */
  inline: boolean;
  box: Box;
}

/** Padding at the sides, which also holds the stroke in the lane's colour; above and below; px. */
export const TIP_PAD = { x: 9, y: 4 } as const;
/** From line to line, in em. */
export const TIP_LEADING = 1.3;
/** Between title and date on one line, px. */
export const TIP_GAP = 8;
