/** Where the name of something that moves stands: near it, on the first of a few places that is free. */
import { grow, overlaps, within, type Box } from '#model/boxes.ts';
import { ANCHORS, boxAround, type Measure, type PlacedLabel } from './labels.ts';

export interface Named {
  id: string;
  text: string;
  /** Its middle, px, and how far its mark reaches. */
  x: number;
  y: number;
  radius: number;
  /** Degrees clockwise from up; its line runs that way, and the name keeps off it. */
  heading: number;
}

/** Sides of a line in order of preference, for lines up, up to the right, across, and down to the right. */
const SIDES = [0, 45, 90, 135].map((degrees) => {
  const angle = (degrees * Math.PI) / 180;
  const along = ([x, y]: readonly [number, number]): number =>
    Math.abs(x * Math.sin(angle) - y * Math.cos(angle)) / Math.hypot(x, y);
  return [...ANCHORS].sort((a, b) => along(a) - along(b));
});

/**
 * Names for a handful of ships. A name without room is left out.
 * @param taken boxes that names keep clear of
 */
export function placeNames(
  all: readonly Named[],
  taken: readonly Box[],
  frame: Box,
  size: number,
  measure: Measure,
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const { id, text, x, y, radius, heading } of all) {
    const width = measure(text, size, 600);
    const sides = SIDES[Math.round((heading % 180) / 45) % 4]!;
    for (const anchor of sides) {
      const box = boxAround(x, y, [radius, radius], anchor, 4, width, size);
      const wide = grow(box, 2);
      if (!within(box, frame) || taken.some((other) => overlaps(wide, other))) continue;
      if (placed.some((other) => overlaps(wide, other.box))) continue;
      placed.push({ id, text, size, weight: 600, box });
      break;
    }
  }
  return placed;
}
