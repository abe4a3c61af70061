/** What every embed hands its script, inline: nothing is fetched, since a frame without an origin may fetch nothing. */
import type { Ref, Scene } from '#model/scene.ts';
import type { Story } from '#model/story.ts';
import { cutCaption, type CutCaption } from '../story/cut-caption.ts';

export interface StepScene {
  id: string;
  title: string;
  scene: Scene;
  /** Where the date is cut to the step's. */
  cut?: CutCaption;
}

export interface EmbedData {
  /** What is shown when the address asks for nothing. */
  scene: Scene;
  steps: StepScene[];
}

/** The id of the element that holds it. */
export const DATA_ID = 'embed-data';

/** All steps in order. */
export function stepScenes(story: Story): StepScene[] {
  const all = story.chapters.flatMap(({ steps }) => steps);
  return all.map(({ id, title, scene }, i) => {
    const cut = cutCaption(all[i - 1]?.scene, scene);
    return { id, title, scene, ...(cut && { cut }) };
  });
}

/** Ids of the events that addresses and hosts may name. */
export const eventIds = (texts: { events: Record<Ref, unknown> }): ReadonlySet<Ref> =>
  new Set(Object.keys(texts.events));
