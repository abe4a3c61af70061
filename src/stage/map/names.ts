/** Seas and countries, named quietly where their names fit into them. */
import type { Box } from '#model/boxes.ts';
import { project, toScreen, type Size, type View } from '#model/projection.ts';
import type { MapName } from '#model/story.ts';
import type { LabelRequest, Measure } from './labels.ts';

/** On a small map only what takes up this share of its width. */
const DOMINANT = 0.3;
/** Where what is named is wider than this many maps, its name says nothing. */
const WIDEST = 3;
/** Space between the letters of a country's name, em; the style sheet has it too. */
const SPACED = 0.08;
/** The seas' serif italic is this much wider than the sans that is measured. */
const ITALIC = 1.06;

export function nameRequests(
  names: readonly MapName[],
  view: View,
  size: Size,
  { x0, y0, x1, y1 }: Box,
  small: boolean,
  textSize: number,
  measure: Measure,
): (LabelRequest & { kind: MapName['kind']; focused: false })[] {
  const fitting = names.flatMap(({ text, at, width: degrees, kind }, i) => {
    const [x, y] = toScreen(view, size, project(at));
    if (x < x0 || x > x1 || y < y0 || y > y1) return [];
    const label = kind === 'sea' ? text : text.toUpperCase();
    const px = kind === 'sea' ? textSize + 1 : 12;
    const width =
      kind === 'sea' ? measure(label, px) * ITALIC : measure(label, px) + label.length * SPACED * px;
    const room = degrees * 10 * view.k;
    if (width > room || room > WIDEST * size.width) return [];
    if (small && room < DOMINANT * size.width) return [];
    // Not so far from its place that it would name the neighbour.
    const aside = Math.min(width / 2, (room - width) / 2);
    const shifts = [
      [0, 0],
      [0, -px],
      [0, px],
      [aside, 0],
      [-aside, 0],
      [aside, -px],
      [-aside, px],
    ] as const;
    const request = { id: `name:${i}`, text: label, x, y, radius: 0, shifts, width, size: px, kind };
    return [{ ...request, clear: true, priority: 1 - i / 1000, focused: false as const, room }];
  });
  // A sea that is named in several places is named once: where it is widest.
  return fitting.filter(
    ({ text, room }) => !fitting.some((other) => other.text === text && other.room > room),
  );
}
