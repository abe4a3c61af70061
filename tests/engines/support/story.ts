/** What the story says, to compare the page with. */
import { resolve } from 'node:path';
import { loadStory } from '#content/load.ts';
import { civilDate } from '#model/dates.ts';
import { chartData } from '#stage/chart/chart-data.ts';
import { readout } from '#stage/chart/readout.ts';

const { story } = loadStory(resolve('content'));
const chart = chartData(story);

export interface StepToSee {
  id: string;
  /** Its date, as the page must show it in `data-at`. */
  at: string;
  camera: string;
  /** Figures and words the readout must show. */
  readout: string[];
}

/** All steps in reading order. */
export const steps: StepToSee[] = story.chapters.flatMap((chapter) =>
  chapter.steps.map(({ id, scene }) => {
    const at = civilDate(scene.at.ms, scene.at.offset);
    const said = chart && readout(chart, at);
    return {
      id,
      at,
      camera: typeof scene.camera === 'string' ? scene.camera : 'free',
      readout: said
        ? [...said.figures.map(({ value }) => value), ...said.lines.slice(0, 1).map(({ strong }) => strong)]
        : [],
    };
  }),
);

export function step(id: string): StepToSee {
  const found = steps.find((one) => one.id === id);
  if (!found) throw new Error(`the story has no step ${id}`);
  return found;
}
