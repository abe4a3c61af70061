/** Which views are on offer at the steps of the real story. */
import { expect, it } from 'vitest';
import { stageData } from '#stage/stage-data.ts';
import { panelOf, panelsAt } from '#stage/views.ts';
import { steps, story } from './map-story.ts';

const data = stageData(story, []);

it('a step offers its own view, the map and the timeline, whatever its scene shows meanwhile', () => {
  for (const { id, scene } of steps) {
    const panels = panelsAt(data, scene, scene.at);
    for (const panel of [panelOf(data, scene), 'map', 'timeline'] as const)
      expect(panels, id).toContain(panel);
    expect(new Set(panels).size).toBe(panels.length);
  }
});

it('where a guess is asked for, the chart, which would give it away, is not on offer; the guess is nowhere else', () => {
  const guessing = steps.filter(({ scene }) => scene.panel === 'guess');
  expect(guessing.length).toBeGreaterThan(0);
  for (const { id, scene } of steps) {
    const panels = panelsAt(data, scene, scene.at);
    expect(panels.includes('guess'), id).toBe(scene.panel === 'guess');
    if (scene.panel === 'guess') expect(panels, id).not.toContain('chart');
  }
});
