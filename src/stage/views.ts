/** Which views a stage has at a scene, and which of them has the most room. */
import type { Instant, Panel, Ref, Scene } from '#model/scene.ts';
import type { StageData } from './stage-data.ts';

/** The id of the position a scene names for its panel; nothing where it names none. */
export function positionOf({ positions }: StageData, scene: Scene): Ref | undefined {
  return scene.focus.find((ref) => positions.includes(ref));
}

/** What a scene asks for, as far as the story has it: the map stands in for what it has not. */
export function panelOf(data: StageData, scene: Scene): Panel {
  switch (scene.panel) {
    case 'chart':
      return data.chart ? 'chart' : 'map';
    case 'tonnes':
      return data.tonnes ? 'tonnes' : 'map';
    case 'guess':
      return data.guess ? 'guess' : 'map';
    case 'positions':
      return positionOf(data, scene) ? 'positions' : 'map';
    default:
      return scene.panel;
  }
}

/**
 * The panels a reader may choose at a scene: its own, the map and the timeline always, a picture of figures once
 * there is something to show. What is still to come is not given away.
 */
export function panelsAt(data: StageData, scene: Scene, at: Instant): Panel[] {
  const own = panelOf(data, scene);
  const begun = (date: string | undefined): boolean =>
    date !== undefined && at.ms >= Date.parse(`${date}T00:00Z`);
  const firstDestroyed = data.tonnes?.sites
    .flatMap(({ start, finish }) => (start ?? finish)?.on ?? [])
    .sort()[0];
  return (['positions', 'guess', 'map', 'timeline', 'chart', 'tonnes'] as const).filter(
    (panel) =>
      panel === own ||
      panel === 'map' ||
      panel === 'timeline' ||
      (panel === 'chart' && own !== 'guess' && begun(data.chart?.from)) ||
      (panel === 'tonnes' && begun(firstDestroyed)),
  );
}
