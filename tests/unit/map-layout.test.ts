/** Every scene of the story at every size of the stage: nothing over anything, nothing cut, nothing that hangs on the date. */
import { describe, expect, it } from 'vitest';
import { grow, overlaps, within, type Box } from '#model/boxes.ts';
import { DAY_MS } from '#model/dates.ts';
import type { Size } from '#model/projection.ts';
import { layoutMap, type MapLayout } from '#stage/map/layout.ts';
import { momentOf } from '#stage/map/moment.ts';
import { sceneMap } from '#stage/map/scene-map.ts';
import { SHIP_RADIUS } from '#stage/map/ships.ts';
import { viewAsCamera } from '#stage/map/view.ts';
import { data, optionsFor, SIZES, steps } from './map-story.ts';

const named = (size: Size): string => `${size.width} × ${size.height}`;
const whole = ({ width, height }: Size): Box => ({ x0: 0, y0: 0, x1: width, y1: height });

describe.each(SIZES.map((size) => [named(size), size] as const))('at %s', (_, size) => {
  const options = optionsFor(size);
  const maps = steps.map(({ id, scene }) => ({ id, scene, map: sceneMap(data, scene, options) }));

  it('no name touches another, an overlay, the foot or the small map, and none is cut', () => {
    const faults = maps.flatMap(({ id, map }) => {
      const boxes = [
        ...map.labels.map(({ text, box }) => ({ what: text, box })),
        ...map.foot.boxes.map((box, i) => ({ what: `foot ${i}`, box })),
        ...(map.locator ? [{ what: 'small map', box: map.locator.box }] : []),
      ];
      const others = options.covered.map((box, i) => ({ what: `overlay ${i}`, box }));
      return boxes.flatMap(({ what, box }, i) => [
        ...(within(box, whole(size)) ? [] : [`${id}: ${what} is cut`]),
        ...[...boxes.slice(i + 1), ...(what.startsWith('foot') ? [] : others)].flatMap((other) =>
          overlaps(box, other.box) ? [`${id}: ${what} over ${other.what}`] : [],
        ),
      ]);
    });
    expect(faults).toEqual([]);
  });

  it('no name lies on a mark or a hull that is not its own', () => {
    const faults = maps.flatMap(({ id, map }) => {
      const marks = [
        ...map.pins.map((pin) => ({ owner: pin.id, ...pin })),
        ...map.ships.map((ship) => ({ owner: `ship:${ship.id}`, radius: SHIP_RADIUS / 2, ...ship })),
      ];
      return marks.flatMap(({ owner, x, y, radius }) =>
        map.labels.flatMap((label) =>
          label.id !== owner && overlaps(grow({ x0: x, y0: y, x1: x, y1: y }, radius), label.box)
            ? [`${id}: ${label.text} on ${owner}`]
            : [],
        ),
      );
    });
    expect(faults).toEqual([]);
  });

  it('what a scene is about is named: ships in view that have room, places in focus', () => {
    const named = maps.reduce((sum, { map }) => sum + map.labels.filter(({ focused }) => focused).length, 0);
    const wanted = maps.reduce((sum, { map }) => {
      const ships = map.ships.filter(({ x, y }) => x > 0 && y > 0 && x < size.width && y < size.height);
      return sum + ships.length + map.pins.filter(({ focused }) => focused).length;
    }, 0);
    expect(named).toBeGreaterThan(wanted * 0.9);
  });

  it('the layout does not hang on the date cursor', () => {
    const plain = ({ drawn, measure, ...rest }: MapLayout): unknown => {
      void [drawn, measure];
      return structuredClone(rest);
    };
    for (const { scene } of maps) {
      const layout = layoutMap(data, scene, options);
      const before = plain(layout);
      for (let day = -20; day <= 20; day += 4) {
        const moment = momentOf(data, layout, { ms: scene.at.ms + day * DAY_MS, offset: 0 });
        for (const [i, { box }] of moment.names.entries()) {
          expect(within(box, layout.frame)).toBe(true);
          const others = [...layout.labels.map((label) => label.box), ...layout.foot.boxes];
          expect(others.some((other) => overlaps(box, other))).toBe(false);
          expect(moment.names.slice(i + 1).some((other) => overlaps(box, other.box))).toBe(false);
        }
      }
      expect(plain(layout)).toEqual(before);
    }
  });
});

describe('a small map', () => {
  it('names no place that its scene is not about beyond a few', () => {
    const size = SIZES[0]!;
    for (const { scene } of steps) {
      const { pins } = layoutMap(data, scene, optionsFor(size));
      const focused = pins.filter((pin) => pin.focused).length;
      const ports = 2 * data.voyages.length;
      expect(pins.length).toBeLessThanOrEqual(Math.max(3, focused + ports));
    }
    const world = layoutMap(data, { ...steps[0]!.scene, camera: 'world', focus: [] }, optionsFor(size));
    expect(world.pins.length).toBeLessThanOrEqual(3);
    const wide = layoutMap(data, { ...steps[0]!.scene, camera: 'world', focus: [] }, optionsFor(SIZES[4]!));
    expect(wide.pins.length).toBeGreaterThan(4);
  });
});

describe.each(SIZES.map((size) => [named(size), size] as const))(
  'under a taller timeline at %s',
  (_, size) => {
    const below = Math.round(size.height * 0.3);
    const seen: Box = { x0: 0, y0: 0, x1: size.width, y1: size.height - below };
    const options = optionsFor(size);
    const insets = { top: 0, right: 0, bottom: below, left: 0 };

    it('marks, names and the foot keep to what is seen of the map, and what a scene is about stays on it', () => {
      let kept = 0;
      let before = 0;
      for (const { id, scene } of steps) {
        const map = sceneMap(data, scene, { ...options, insets });
        for (const { x, y } of map.pins) expect(within({ x0: x, y0: y, x1: x, y1: y }, seen), id).toBe(true);
        for (const { text, box } of map.labels) expect(within(box, seen), `${id}: ${text}`).toBe(true);
        for (const box of map.foot.boxes) expect(within(box, seen), id).toBe(true);
        kept += map.pins.filter(({ focused }) => focused).length;
        before += sceneMap(data, scene, options).pins.filter(({ focused }) => focused).length;
      }
      expect(before).toBeGreaterThan(40);
      expect(kept).toBeGreaterThan(before * 0.95);
    });

    it('nothing is marked under it where a hand has placed the map', () => {
      let hidden = 0;
      for (const { id, scene } of steps) {
        const { view, schematic } = layoutMap(data, scene, options);
        if (schematic) continue;
        const placed = { ...scene, camera: viewAsCamera(view, size) };
        const under = ({ y }: { y: number }): boolean => y > seen.y1;
        hidden += layoutMap(data, placed, options).pins.filter(under).length;
        expect(layoutMap(data, placed, { ...options, insets }).pins.filter(under), id).toEqual([]);
      }
      expect(hidden).toBeGreaterThan(0);
    });
  },
);
