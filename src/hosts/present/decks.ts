/** The ways through the story with the scene of each slide, and what their messages may name. */
import type { Scene } from '#model/scene.ts';
import type { KnownIds } from '#model/scene-address.ts';
import type { PageData } from '../story/page-data.ts';
import type { Slides } from './changes.ts';
import type { DeckData, PathData, SlideData } from './deck.ts';

export class Deck implements Slides {
  readonly path: PathData;
  readonly slides: readonly SlideData[];
  #scenes: ReadonlyMap<string, Scene>;
  #first: string;

  constructor(path: PathData, first: string, scenes: ReadonlyMap<string, Scene>) {
    this.path = path;
    this.slides = path.slides;
    this.#first = first;
    this.#scenes = scenes;
  }

  /** Of a slide without a stage: that of the last step before it, so that it hangs on the slide alone. */
  sceneOf(index: number): Scene {
    const before = this.slides.slice(0, index + 1).findLast(({ step }) => step !== undefined)?.step;
    return this.#scenes.get(before ?? this.#first) as Scene;
  }
}

/** Every path, the whole story first. */
export function decksOf({ paths, first }: DeckData, { steps }: PageData): Deck[] {
  const scenes = new Map(steps.map(({ id, scene }) => [id, scene]));
  return paths.map((path) => new Deck(path, first, scenes));
}

/** The ids that scenes of this story may name. */
export function knownIds({ stage: { map, timeline, positions }, steps }: PageData): KnownIds {
  const refs = [
    ...timeline.marks.map(({ id }) => id),
    ...map.places.map(({ id }) => id),
    ...map.voyages.map(({ id }) => id),
    ...map.areas.map(({ id }) => id),
    ...positions,
    // What the scene of a step names, whatever it is.
    ...steps.flatMap(({ scene }) => scene.focus),
  ];
  return {
    cameras: new Set(map.cameras.map(({ id }) => id)),
    refs: new Set(refs),
    threads: new Set(timeline.threads.map(({ id }) => id)),
    actors: new Set(),
    places: new Set(map.places.map(({ id }) => id)),
  };
}
