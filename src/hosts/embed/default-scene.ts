/** What a view shows when its address asks for nothing: the whole of it, at a telling date. */
import { DAY_MS } from '#model/dates.ts';
import { NO_FILTER, type Instant, type Panel, type Scene } from '#model/scene.ts';
import type { Story } from '#model/story.ts';
import { mainSpan } from '../story/main-span.ts';

const noon = (ms: number): Instant => ({ ms: Math.floor(ms / DAY_MS) * DAY_MS + DAY_MS / 2, offset: 0 });

/** The date the story begins with, if it lies within the period, else the period's end. */
function telling(story: Story, [from, to]: readonly [number, number]): Instant {
  const first = story.chapters[0]?.steps[0]?.scene.at;
  return first && first.ms >= from && first.ms < to ? first : noon(to - DAY_MS);
}

/** The period of the voyages, UTC ms; of the story’s middle where there are none. */
function voyageSpan(story: Story): [number, number] {
  const days = story.voyages.flatMap(({ depart, arrive }) => [
    ...(depart ? [depart.start, depart.end] : []),
    ...(arrive ? [arrive.end] : []),
  ]);
  return days.length > 0 ? [Math.min(...days), Math.max(...days)] : mainSpan(story);
}

/** The period of the charted figures, UTC ms. */
function chartSpan(story: Story): [number, number] {
  const days = story.series
    .filter(({ charted }) => charted)
    .flatMap(({ points }) => points.map(({ date }) => Date.parse(`${date}T00:00Z`)));
  return days.length > 0 ? [Math.min(...days), Math.max(...days) + DAY_MS] : mainSpan(story);
}

/** The camera most steps share, of those that show real geography. */
function commonCamera(story: Story): string {
  const scenes = story.chapters.flatMap(({ steps }) => steps.map(({ scene }) => scene));
  const uses = (id: string): number => scenes.filter(({ camera }) => camera === id).length;
  const [camera] = story.cameras
    .filter(({ schematic }) => !schematic)
    .toSorted((a, b) => uses(b.id) - uses(a.id));
  return camera?.id ?? story.cameras[0]?.id ?? '';
}

/** The scene of a view without a step. */
export function defaultScene(story: Story, view: 'map' | 'timeline' | 'chart'): Scene {
  const spans = { map: voyageSpan, timeline: mainSpan, chart: chartSpan };
  const span = spans[view](story);
  const panel: Panel = view;
  return {
    // A chart is asked how things ended; a map and a timeline, where things stood when the story begins.
    at: view === 'chart' ? noon(span[1] - DAY_MS) : telling(story, span),
    span,
    camera: commonCamera(story),
    focus: [],
    filter: NO_FILTER,
    panel,
  };
}
