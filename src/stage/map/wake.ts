/** How a line is drawn as far as it is sailed, without a new path: by dashes, in shares of the piece's own length. */
import type { RoutePiece } from './routes.ts';

/** Length of the wake that stands out behind a ship, px. */
const WAKE = 110;
/** The wake is laid on in so many strokes, each shorter than the one below, so that it fades backwards. */
const STROKES = 4;
/** Dashes of a river, px: on, off. The style sheet has them too. */
export const RIVER_DASH = [2, 3] as const;
/** Longer than any line, in shares of it. */
const REST = 2;

/** How much of a piece is sailed, 0–1, when a share of the whole way is. */
export function sailedOf({ from, to }: Pick<RoutePiece, 'from' | 'to'>, sailed: number): number {
  return Math.max(0, Math.min(1, (sailed - from) / (to - from)));
}

/**
 * The dashes that draw the sailed part of a piece; `pathLength` is 1.
 * @param length of the whole line, px
 */
export function sailedDash(
  piece: Pick<RoutePiece, 'from' | 'to' | 'river'>,
  sailed: number,
  length: number,
): string {
  const share = sailedOf(piece, sailed);
  if (!piece.river) return `${round(share)} ${REST}`;
  // The river's own dashes, as many as are sailed.
  const px = length * (piece.to - piece.from) || 1;
  const [on, off] = RIVER_DASH.map((dash) => round(dash / px)) as [number, number];
  const count = Math.min(400, Math.floor(share / (on + off || 1)));
  return `${`${on} ${off} `.repeat(count)}0 ${REST}`;
}

/**
 * The strokes of a wake on a piece, longest first, as dashes with their offsets; none where the wake does not reach.
 * @param length of the whole line, px
 */
export function wakeStrokes(
  { from, to }: Pick<RoutePiece, 'from' | 'to'>,
  sailed: number,
  length: number,
): { dash: string; offset: number }[] {
  const end = sailedOf({ from, to }, sailed);
  return Array.from({ length: STROKES }, (_, i) => {
    const start = sailedOf({ from, to }, sailed - (WAKE * (1 - i / STROKES)) / length);
    return { dash: `${round(Math.max(0, end - start))} ${REST}`, offset: -round(start) };
  });
}

const round = (value: number): number => Math.round(value * 1e5) / 1e5;
