import { describe, expect, it } from 'vitest';
import { overlaps } from '#model/boxes.ts';
import { layoutMap } from '#stage/map/layout.ts';
import { litLabel, litNames, litOn } from '#stage/map/lit.ts';
import { momentOf } from '#stage/map/moment.ts';
import { targetsOf } from '#stage/map/targets.ts';
import { data, optionsFor, SIZES, steps } from './map-story.ts';

const at = (step: string) => {
  const { scene } = steps.find(({ id }) => id === step)!;
  const layout = layoutMap(data, scene, optionsFor(SIZES[3]!));
  return { layout, moment: momentOf(data, layout, scene.at) };
};

describe('what is lit', () => {
  it('is nothing when nothing is', () => {
    const { layout } = at('two-decisions');
    const { refs, pins, extra } = litOn(data, layout, new Set());
    expect([refs.size, pins.size, extra.length]).toEqual([0, 0, 0]);
  });

  it('of an event are its places, marks and names', () => {
    const { layout } = at('two-decisions');
    const emphasis = litOn(data, layout, new Set(['us-russia-framework']));
    expect([...emphasis.pins]).toEqual(['geneva']);
    expect(layout.labels.filter((label) => litLabel(label, emphasis)).map(({ text }) => text)).toEqual([
      'Geneva',
    ]);
    expect(emphasis.refs).toContain('us-russia-framework');
  });

  it('shares a mark with what stands for it', () => {
    const { layout } = at('no-progress');
    expect(layout.pins.map(({ id }) => id)).not.toContain('geneva');
    const emphasis = litOn(data, layout, new Set(['geneva']));
    expect([...emphasis.pins]).toEqual(['un-geneva']);
    expect(emphasis.extra).toEqual([]);
  });

  it('gets a mark for the moment where the scene has none, and a name where there is room', () => {
    const { layout, moment } = at('two-decisions');
    const emphasis = litOn(data, layout, new Set(['oslo']));
    expect(emphasis.extra.map(({ id }) => id)).toEqual(['oslo']);
    const [name] = litNames(emphasis, layout, moment);
    expect(name!.text).toBe('Oslo');
    expect(layout.labels.some(({ box }) => overlaps(box, name!.box))).toBe(false);
    // Outside the picture there is nothing to see.
    expect(litOn(data, at('chlorine').layout, new Set(['oslo'])).extra).toEqual([]);
  });
});

describe('what can be pressed', () => {
  it('is every mark and every line in view, by a name that says what it is', () => {
    const { layout, moment } = at('nine-containers');
    const targets = targetsOf(data, layout, moment.routes);
    expect(targets.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['latakia-port', 'limassol-port', 'ark-futura-limassol-latakia']),
    );
    expect(targets.find(({ id }) => id === 'latakia-port')!.name).toBe('Latakia, Syria');
    for (const { scene } of steps) {
      const one = layoutMap(data, scene, optionsFor(SIZES[3]!));
      const { routes } = momentOf(data, one, scene.at);
      const ids = targetsOf(data, one, routes).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(one.pins.map(({ id }) => id)));
    }
  });

  it('says where days were not published', () => {
    const { layout, moment } = at('where-the-tonnes-went');
    const names = targetsOf(data, layout, moment.routes).map(({ name }) => name);
    expect(names.some((name) => name.includes('day of departure not published, arrived'))).toBe(true);
  });
});
