/** The slides: made from the story's steps and, along a path, the activities between them. */
import type { PathSlide } from '#model/lesson.ts';
import type { Step, Story } from '#model/story.ts';

/** What the scripts know of a slide; its words stand in the page. */
export interface SlideData {
  id: string;
  kind: PathSlide['kind'];
  /** The step whose scene the stage shows; absent where the slide has no stage. */
  step?: string;
  title: string;
  /** Planned, whole minutes; absent where nobody planned. */
  minutes?: number;
  /** Of a pause: thinking, in pairs, sharing, seconds each. */
  phases?: readonly number[];
  /** How many options a poll has. */
  options?: number;
}

export interface PathData {
  /** Empty for the whole story. */
  id: string;
  title: string;
  slides: SlideData[];
}

/** `data/present.json`: the first path is the whole story. */
export interface DeckData {
  paths: PathData[];
  /** The step whose scene comes first, for slides without one. */
  first: string;
}

/** Relative to the site's root. */
export const DECK_DATA = 'data/present.json';

const steps = (story: Story): Step[] => story.chapters.flatMap((chapter) => chapter.steps);

/** Ids of slides, which addresses and messages name: a step's is its own. */
export function slideId(slide: PathSlide): string {
  switch (slide.kind) {
    case 'step':
      return slide.step;
    case 'pause':
      return `pause-${slide.step}`;
    case 'poll':
      return `poll-${slide.poll}`;
    case 'analysis':
      return `source-${slide.analysis}`;
  }
}

function slideData(slide: PathSlide, story: Story): SlideData {
  const id = slideId(slide);
  const base = { id, kind: slide.kind, minutes: slide.minutes };
  const title = (step: string): string => steps(story).find((other) => other.id === step)?.title ?? step;
  switch (slide.kind) {
    case 'step':
      return { ...base, step: slide.step, title: title(slide.step) };
    case 'pause':
      return {
        ...base,
        step: slide.step,
        title: title(slide.step),
        phases: [slide.think, slide.pair, slide.share],
      };
    case 'poll': {
      const poll = story.classroom?.polls.find((other) => other.id === slide.poll);
      return { ...base, title: poll?.question ?? '', options: poll?.options.length ?? 0 };
    }
    case 'analysis': {
      const analysis = story.classroom?.analyses.find((other) => other.id === slide.analysis);
      return { ...base, title: analysis?.title ?? '' };
    }
  }
}

/** @param whole what the path through every step is called */
export function deckData(story: Story, whole: string): DeckData {
  const all = steps(story).map(({ id, title, teach }) => ({
    id,
    kind: 'step' as const,
    step: id,
    title,
    ...(teach && { minutes: teach.minutes }),
  }));
  const paths = (story.classroom?.paths ?? []).map(({ id, title, slides }) => ({
    id,
    title,
    slides: slides.map((slide) => slideData(slide, story)),
  }));
  return { first: all[0]?.id ?? '', paths: [{ id: '', title: whole, slides: all }, ...paths] };
}

/** Every activity of any path, once, in the order the paths have them. */
export function activities(story: Story): PathSlide[] {
  const found = new Map<string, PathSlide>();
  for (const { slides } of story.classroom?.paths ?? []) {
    for (const slide of slides) {
      if (slide.kind !== 'step' && !found.has(slideId(slide))) found.set(slideId(slide), slide);
    }
  }
  return [...found.values()];
}
