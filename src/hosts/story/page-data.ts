/** What the story's page hands its script, fetched after the first paint. The prose is not in it: it stands in the page. */
import type { Scene } from '#model/scene.ts';
import type { Story } from '#model/story.ts';
import type { StageData } from '#stage/stage-data.ts';
import { cutCaption, type CutCaption } from './cut-caption.ts';

/** Where it lies, relative to the page. */
export const PAGE_DATA = './data/stage.json';
/** Where the scenes' text alternatives lie; fetched once the stage is alive. */
export const SCENE_TEXTS = './data/scenes.json';

export interface PageData {
  steps: StepData[];
  stage: StageData;
}

export interface StepData {
  id: string;
  title: string;
  chapter: string;
  scene: Scene;
  /** Where the date is cut to the step's. */
  cut?: CutCaption;
}

/** Collects the page's data from the compiled story. */
export function pageData(story: Story, stage: StageData): PageData {
  const all = story.chapters.flatMap((chapter) =>
    chapter.steps.map(({ id, title, scene }) => ({ id, title, chapter: chapter.title, scene })),
  );
  return {
    stage,
    steps: all.map((step, i) => {
      const cut = cutCaption(all[i - 1]?.scene, step.scene);
      return cut ? { ...step, cut } : step;
    }),
  };
}
