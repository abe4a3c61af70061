/** Where escorts are drawn: round the ship they sailed with, in a formation of ours, since no source gives theirs. */

/** px from the ship's middle: to starboard, and ahead. In port they keep to the sea side, astern. */
const FORMATION = {
  sailing: [
    [-13, 7],
    [13, 7],
    [-13, -9],
    [13, -9],
    [0, 22],
    [0, -22],
  ],
  inPort: [
    [-9, -16],
    [9, -16],
    [0, -25],
    [-18, -25],
    [18, -25],
    [0, -37],
  ],
} as const;

/** Half the length of an escort's hull, px. */
export const ESCORT_RADIUS = 5.5;

/** Where escorts stand, px from the ship's middle, x to the right and y down. */
export function escortOffsets(count: number, heading: number, inPort: boolean): [x: number, y: number][] {
  const angle = (heading * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  // One alone stays astern: beside the ship it would look like a second one.
  const places = FORMATION[inPort ? 'inPort' : 'sailing'].slice(count === 1 && !inPort ? -1 : 0);
  return places
    .slice(0, count)
    .map(([starboard, ahead]) => [starboard * cos + ahead * sin, starboard * sin - ahead * cos]);
}
