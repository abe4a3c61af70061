/**
 * Where escorts are drawn: round the ship they sailed with, in a formation of ours, since no source gives theirs.
 * They lead her out of port and follow her in, so that none is ever drawn ashore.
 */

/** Distance from the ship's middle, px. */
const DISTANCE = 18;
/** Between two escorts as seen from the ship, degrees. */
const SPACING = 50;
/** More would close the ring. */
export const MOST_ESCORTS = 6;
/** Half the length of an escort's hull, px. */
export const ESCORT_RADIUS = 5.5;

/**
 * px from the ship's middle, x to the right and y down.
 * @param sailed share of the way, 0–1: they fall back from ahead of her to astern
 */
export function escortOffsets(count: number, heading: number, sailed: number): [x: number, y: number][] {
  const shown = Math.min(count, MOST_ESCORTS);
  return Array.from({ length: shown }, (_, i) => {
    const bearing = heading + 180 * sailed + (i - (shown - 1) / 2) * SPACING;
    const angle = (bearing * Math.PI) / 180;
    return [DISTANCE * Math.sin(angle), -DISTANCE * Math.cos(angle)];
  });
}
