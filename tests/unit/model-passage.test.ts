/** How the date passes from scene to scene, and which scenes of the real story cut. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadStory } from '#content/load.ts';
import { civilDate, DAY_MS } from '#model/dates.ts';
import { between, distance, isCut } from '#model/passage.ts';

const day = (date: string, offset = 0) => ({ ms: Date.parse(`${date}T00:00Z`) - offset * 60_000, offset });

describe('a passage', () => {
  it('is run through forwards, up to 120 days', () => {
    expect(isCut(day('2014-01-07'), day('2014-01-07'))).toBe(false);
    expect(isCut(day('2014-01-07'), day('2014-05-07'))).toBe(false);
    expect(isCut(day('2014-01-07'), day('2014-05-08'))).toBe(true);
    expect(isCut(day('2014-01-07'), day('2014-01-06'))).toBe(true);
  });

  it('by the clocks of the places: an earlier instant may be a later day', () => {
    // Midnight in Damascus is 21:00 UTC of the day before.
    expect(isCut(day('2013-08-21', 180), day('2013-08-21'))).toBe(false);
    expect(isCut({ ms: Date.parse('2013-08-20T23:30Z'), offset: 180 }, day('2013-08-21'))).toBe(true);
  });

  it('runs evenly and ends at the scene’s own instant', () => {
    const [from, to] = [day('2014-01-07'), day('2014-01-27')];
    expect(civilDate(between(from, to, 0.5).ms)).toBe('2014-01-17');
    expect(between(from, to, 0)).toEqual(from);
    expect(between(from, to, 1)).toBe(to);
    expect(between(to, from, 0.3)).toBe(from);
    const here = between(day('2013-08-21', 180), day('2013-08-29'), 0);
    expect(civilDate(here.ms, here.offset)).toBe('2013-08-21');
  });

  it('says how far a cut goes in a small number', () => {
    expect(distance(day('2014-01-31'), day('2014-01-01'))).toEqual({ unit: 'day', count: 30 });
    expect(distance(day('2014-01-31'), day('2013-08-21'))).toEqual({ unit: 'month', count: 5 });
    // Nineteen months are not “two years”.
    expect(distance(day('2012-06-30'), day('2014-01-22'))).toEqual({ unit: 'month', count: 19 });
    expect(distance(day('2012-01-22'), day('2014-01-22'))).toEqual({ unit: 'year', count: 2 });
    expect(distance(day('2014-09-10'), day('2023-01-27'))).toEqual({ unit: 'year', count: 8 });
  });
});

describe('the story', () => {
  const { story } = loadStory(fileURLToPath(new URL('../../content', import.meta.url)));
  const scenes = story.chapters.flatMap(({ steps }) => steps.map(({ id, scene }) => ({ id, scene })));

  it('never lets the date run outside what the timeline shows', () => {
    const outside = scenes.flatMap(({ id, scene }, i) => {
      const before = scenes[i - 1]?.scene;
      if (!before || isCut(before.at, scene.at)) return [];
      return before.at.ms < scene.span[0] - DAY_MS ? [`${id}: ${civilDate(before.at.ms)}`] : [];
    });
    expect(outside).toEqual([]);
  });

  it('cuts where it goes back', () => {
    const cuts = scenes.filter(({ scene }, i) => i > 0 && isCut(scenes[i - 1]!.scene.at, scene.at));
    expect(cuts.map(({ id }) => id)).toContain('red-line');
    expect(cuts.map(({ id }) => id)).toContain('geneva-communique');
    expect(cuts.length).toBeLessThan(scenes.length / 3);
  });
});
