/** The real story's map, as the stage draws it: the scenes of all steps at the sizes the stage has. */
import { bakeBasemap } from '#geo/bake.ts';
import { readMapConfig } from '#geo/config.ts';
import { loadStory } from '#content/load.ts';
import type { Box } from '#model/boxes.ts';
import type { Size } from '#model/projection.ts';
import { mapData, type MapData } from '#stage/map/map-data.ts';
import type { MapOptions } from '#stage/map/layout.ts';

const baked = bakeBasemap(readMapConfig('content'), 'content');
export const { story } = loadStory('content');
export const coasts = baked.levels;
export const data: MapData = mapData(story, baked.levels);
export const steps = story.chapters.flatMap((chapter) => chapter.steps);

/** Pictures of the stage, px: phone, portrait tablet, windows of 1000, 1280 and 1600 px. */
export const SIZES: readonly Size[] = [
  { width: 390, height: 280 },
  { width: 820, height: 378 },
  { width: 590, height: 510 },
  { width: 870, height: 555 },
  { width: 1100, height: 710 },
];

/** As Stage hands them over: a readout in one corner, the legend's button in the other. */
export function optionsFor(size: Size): MapOptions & { covered: Box[] } {
  const narrow = size.width < 560;
  const [x, y] = narrow ? [8, 8] : [20, 18];
  const card = narrow ? { width: 150, height: 44 } : { width: 260, height: 150 };
  return {
    size,
    textSize: narrow ? 12 : 13,
    covered: [
      { x0: x, y0: y, x1: x + card.width, y1: y + card.height },
      { x0: size.width - 92, y0: 0, x1: size.width, y1: 44 },
    ],
  };
}
