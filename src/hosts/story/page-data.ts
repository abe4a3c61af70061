/** What the story's page hands its script, inlined as JSON. The prose is not in it: it stands in the page. */
import type { Scene } from '#model/scene.ts';
import type { Story } from '#model/story.ts';
import { cutCaption, type CutCaption } from './cut-caption.ts';

/** Where the stage's data lies, relative to the page; it is fetched, since nothing before the first paint needs it. */
export const STAGE_DATA = './data/stage.json';
/** Where the scenes' text alternatives lie; fetched once the stage is alive. */
export const SCENE_TEXTS = './data/scenes.json';

export interface PageData {
  steps: StepData[];
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
export function pageData(story: Story): PageData {
  const all = story.chapters.flatMap((chapter) =>
    chapter.steps.map(({ id, title, scene }) => ({ id, title, chapter: chapter.title, scene })),
  );
  return {
    steps: all.map((step, i) => {
      const cut = cutCaption(all[i - 1]?.scene, step.scene);
      return cut ? { ...step, cut } : step;
    }),
  };
}
