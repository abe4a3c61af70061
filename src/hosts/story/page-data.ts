/** What the story's page hands its script, inlined as JSON. The prose is not in it: it stands in the page. */
import type { Scene } from '#model/scene.ts';
import type { Story } from '#model/story.ts';
import type { StageData } from '#stage/stage-data.ts';

export interface PageData {
  steps: { id: string; title: string; chapter: string; scene: Scene }[];
  stage: StageData;
}

/** Collects the page's data from the compiled story. */
export function pageData(story: Story, stage: StageData): PageData {
  return {
    steps: story.chapters.flatMap((chapter) =>
      chapter.steps.map(({ id, title, scene }) => ({ id, title, chapter: chapter.title, scene })),
    ),
    stage,
  };
}
