/** Everything a stage draws from, as plain JSON. */
import type { Story } from '#model/story.ts';
import { chartData, type ChartData } from './chart/chart-data.ts';
import { guessData, type GuessData } from './guess/guess-data.ts';
import { mapData, type MapData, type MapLevel } from './map/map-data.ts';
import { positionsData } from './positions/positions-data.ts';
import { tonnesData, type TonnesData } from './tonnes/tonnes-data.ts';
import { timelineData, type TimelineData } from './timeline/timeline-data.ts';

export interface StageData {
  map: MapData;
  timeline: TimelineData;
  /** Absent for a story without charted figures. */
  chart?: ChartData;
  /** Absent where no scene asks for a guess, or there is nothing to guess. */
  guess?: GuessData;
  /** Absent for a story without sites of destruction. */
  tonnes?: TonnesData;
  /** Ids of the positions that have a panel of their own in some scene. */
  positions: string[];
}

/** Takes from the story what the views need, and no prose; `levels` are the base map’s levels of detail. */
export function stageData(story: Story, levels: readonly MapLevel[]): StageData {
  const chart = chartData(story);
  const asks = story.chapters.some(({ steps }) => steps.some(({ scene }) => scene.panel === 'guess'));
  const guess = chart && asks ? guessData(chart) : undefined;
  const tonnes = tonnesData(story);
  return {
    map: mapData(story, levels),
    timeline: timelineData(story),
    positions: positionsData(story),
    ...(chart && { chart }),
    ...(guess && { guess }),
    ...(tonnes && { tonnes }),
  };
}
