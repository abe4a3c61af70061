import { describe, expect, it } from 'vitest';
import { parseDate } from '#model/dates.ts';
import { toScreen } from '#model/projection.ts';
import { sceneMap, type SceneMap } from '#stage/map/scene-map.ts';
import { storyArcs } from '#stage/map/arc-data.ts';
import { data, optionsFor, SIZES, steps, story } from './map-story.ts';

const TALKS = ['city', 'town', 'building'];
const places = new Map(data.places.map((place) => [place.id, place]));
const wide = optionsFor(SIZES[3]!);
const at = (step: string, day?: string): SceneMap => {
  const { scene } = steps.find(({ id }) => id === step)!;
  return sceneMap(data, scene, wide, day === undefined ? undefined : { ms: Date.parse(day), offset: 0 });
};
const ends = ({ arcs }: SceneMap): string[] => arcs.map(({ from, to }) => `${from} > ${to}`);

describe('arcs of the story', () => {
  it('run between cities and buildings, in threads that play there', () => {
    expect(data.arcs.length).toBeGreaterThan(10);
    const threads = new Map(story.events.map(({ id, thread }) => [id, thread]));
    expect(new Set(data.arcs.flatMap(({ from, to }) => [threads.get(from), threads.get(to)]))).toEqual(
      new Set(['diplomacy', 'geneva-talks']),
    );
    for (const { a, b } of data.arcs) {
      expect(TALKS).toContain(places.get(a)!.kind);
      expect(TALKS).toContain(places.get(b)!.kind);
    }
  });

  it('never leave or reach a place of an attack, a port or a plant, even in such a thread', () => {
    const ported = {
      ...story,
      events: story.events.map((event) =>
        event.id === 'russian-proposal' ? { ...event, places: ['latakia-port'] } : event,
      ),
    };
    const arcs = storyArcs(ported, places);
    expect(arcs.length).toBeGreaterThan(10);
    expect(arcs.filter(({ from, to }) => [from, to].includes('russian-proposal'))).toEqual([]);
  });

  it('are none in a thread that is muted', () => {
    const muted = { ...story, threads: story.threads.map((thread) => ({ ...thread, muted: true })) };
    expect(storyArcs(muted, places)).toEqual([]);
  });

  it('never begin after they end', () => {
    for (const { start, end } of data.arcs) expect(start).toBeLessThanOrEqual(end);
  });
});

describe('arcs into a country', () => {
  it('where the story’s attacks happened are none', () => {
    const attacked = new Set(
      data.places.flatMap(({ kind, country }) => (kind === 'attack-site' && country ? [country] : [])),
    );
    expect(attacked).toEqual(new Set(['Syria']));
    expect(data.events['homs-evacuation']).toEqual(['homs']);
    for (const { a, b } of data.arcs)
      for (const id of [a, b]) expect(attacked).not.toContain(places.get(id)!.country);
  });
});

describe('arcs of a scene', () => {
  it('lead from London and St Petersburg to Moscow and on to Washington', () => {
    expect(ends(at('moscows-offer')).sort()).toEqual([
      'kerry-london-remark > russian-proposal',
      'putin-obama-g20 > kerry-london-remark',
      'putin-obama-g20 > russian-proposal',
      'russian-proposal > obama-address',
    ]);
  });

  it('are whole on the day of the consequence, and grow before it', () => {
    const grown = (day: string): number[] =>
      at('two-decisions', day)
        .arcs.filter(({ to }) => to === 'opcw-ec-decision')
        .map((arc) => arc.grown);
    expect(grown('2013-09-14')).toEqual([0]);
    expect(grown('2013-09-20')[0]).toBeCloseTo(6 / 13);
    expect(grown('2013-09-27')).toEqual([1]);
    for (const { id, scene } of steps) {
      const later = sceneMap(data, scene, wide).arcs.filter(({ end }) => end <= scene.at.ms);
      expect([id, later.every((arc) => arc.grown === 1)]).toEqual([id, true]);
    }
  });

  it('are none where nothing in focus led from one city to another', () => {
    for (const step of ['request-in-munich', 'rockets-before-dawn', 'nine-containers', 'remark-in-london'])
      expect(ends(at(step))).toEqual([]);
  });

  it.each(SIZES)('are few, long enough to be seen, and between marks that are shown ($width px)', (size) => {
    for (const { scene } of steps) {
      const { arcs, view, pins } = sceneMap(data, scene, optionsFor(size));
      expect(arcs.length).toBeLessThanOrEqual(6);
      for (const { points } of arcs) {
        const [first, last] = [points[0]!, points.at(-1)!];
        expect(Math.hypot(first[0] - last[0], first[1] - last[1])).toBeGreaterThan(20);
        for (const [x, y] of [first, last]) {
          const near = pins.some(({ point }) => {
            const [px, py] = toScreen(view, size, point);
            return Math.hypot(px - x, py - y) < 12;
          });
          expect(near).toBe(true);
        }
      }
    }
  });

  it('and its way back do not lie on each other', () => {
    const day = parseDate('2014-02-10').start;
    const { arcs } = at('no-progress', new Date(day).toISOString());
    const [there, back] = arcs as [(typeof arcs)[0], (typeof arcs)[0]];
    expect(arcs).toHaveLength(2);
    const [a, b] = [there.points[12]!, back.points[12]!];
    expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(6);
  });
});
