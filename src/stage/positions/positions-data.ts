/** Which positions a stage can show: their words stand in the page already, and are not sent a second time. */
import type { Position, Story } from '#model/story.ts';

/** The ids of the positions that scenes show in their own panel. */
export function positionsData(story: Pick<Story, 'positions' | 'chapters'>): Position['id'][] {
  const wanted = new Set(
    story.chapters
      .flatMap(({ steps }) => steps)
      .filter(({ scene }) => scene.panel === 'positions')
      .flatMap(({ scene }) => scene.focus),
  );
  return story.positions.map(({ id }) => id).filter((id) => wanted.has(id));
}
