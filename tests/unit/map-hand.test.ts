/** The map in a hand: where views go, what they never do, and how often the host is told. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toScreen, visibleBounds, type PlanePoint, type Size, type View } from '#model/projection.ts';
import type { Scene } from '#model/scene.ts';
import { readScene, writeScene } from '#model/scene-address.ts';
import { sparing } from '#stage/map/hand/sparing.ts';
import { clampView, dragged, limitsOf, wheelFactor, zoomAt, type Point } from '#stage/map/hand/zoom.ts';
import { sceneMap } from '#stage/map/scene-map.ts';
import { sceneView, viewAsCamera } from '#stage/map/view.ts';
import { data, optionsFor, SIZES, steps } from './map-story.ts';

/** The plane point under a point of the map. */
const under = ({ x, y, k }: View, { width, height }: Size, [px, py]: Point): PlanePoint => [
  x + (px - width / 2) / k,
  y + (py - height / 2) / k,
];
const close = (a: readonly number[], b: readonly number[]): void =>
  a.forEach((value, i) => expect(value).toBeCloseTo(b[i]!, 6));

describe.each(SIZES.map((size) => [`${size.width} × ${size.height}`, size] as const))('at %s', (_, size) => {
  const limits = limitsOf(data, size);
  const levant = sceneView(data, { camera: 'levant' }, size);
  const points: Point[] = [
    [0, 0],
    [size.width / 3, size.height / 4],
    [size.width - 1, size.height - 1],
  ];

  it('zooming at a point keeps what is under it there', () => {
    for (const point of points) {
      for (const factor of [0.8, 1.25, 2]) {
        const there = under(levant, size, point);
        const zoomed = zoomAt(levant, size, point, factor, limits);
        expect(zoomed.k).toBeCloseTo(levant.k * factor, 9);
        close(toScreen(zoomed, size, there), point);
      }
    }
  });

  it('a drag takes what was under the finger with it, a pinch what was under both', () => {
    const [from, to]: Point[] = [
      [100, 90],
      [140, 70],
    ];
    close(toScreen(dragged(levant, size, [from!], [to!], limits), size, under(levant, size, from!)), to!);
    const fingers: Point[] = [
      [100, 100],
      [200, 140],
    ];
    const spread: Point[] = [
      [80, 90],
      [240, 154],
    ];
    const pinched = dragged(levant, size, fingers, spread, limits);
    fingers.forEach((finger, i) => close(toScreen(pinched, size, under(levant, size, finger)), spread[i]!));
  });

  it('goes no farther than the widest camera, no closer than a fifth of a degree, and stays on the map', () => {
    const [left, top, right, bottom] = limits.bounds;
    let view = levant;
    const seen = new Set<string>();
    for (let i = 0; i < 400; i++) {
      // Up and down, to and fro, never the same way twice.
      const zoomed = zoomAt(view, size, points[i % 3]!, 2 ** Math.sin(i / 8), limits);
      const shove: Point = [Math.sin(i * 7) * 3000, Math.cos(i * 3) * 3000];
      view = dragged(zoomed, size, [[0, 0]], [shove], limits);
      expect(view.k).toBeGreaterThanOrEqual(limits.least);
      expect(view.k).toBeLessThanOrEqual(limits.most);
      expect(size.width / view.k / 10).toBeGreaterThanOrEqual(0.2 - 1e-9);
      const [x0, y0, x1, y1] = visibleBounds(view, size);
      if (x1 - x0 <= right - left) expect(x0 >= left - 1e-6 && x1 <= right + 1e-6).toBe(true);
      if (y1 - y0 <= bottom - top) expect(y0 >= top - 1e-6 && y1 <= bottom + 1e-6).toBe(true);
      seen.add(view.k === limits.most ? 'closest' : view.k === limits.least ? 'widest' : 'between');
    }
    expect(seen.size).toBe(3);
  });

  it('every camera of the story may be where a hand is', () => {
    for (const { id } of data.cameras) {
      const view = sceneView(data, { camera: id }, size);
      expect(view.k).toBeGreaterThanOrEqual(limits.least);
      expect(clampView(view, size, limits).k).toBe(Math.min(view.k, limits.most));
    }
  });

  it('a view told as a camera comes back as that view, also by way of an address', () => {
    const known = {
      cameras: new Set(data.cameras.map(({ id }) => id)),
      threads: new Set<string>(),
      actors: new Set<string>(),
      places: new Set<string>(),
      refs: new Set<string>(),
    };
    for (const factor of [0.6, 1, 3.7]) {
      const view = zoomAt(levant, size, points[1]!, factor, limits);
      const scene: Scene = { ...steps[0]!.scene, camera: viewAsCamera(view, size) };
      const back = sceneView(data, readScene(writeScene(scene), steps[0]!.scene, known), size);
      close([back.x, back.y, back.k], [view.x, view.y, view.k]);
      // Told again, it does not creep.
      const again = sceneView(data, { camera: viewAsCamera(back, size) }, size);
      close([again.x, again.y, again.k], [view.x, view.y, view.k]);
    }
  });
});

describe('a free view', () => {
  const size = SIZES[3]!;
  const options = optionsFor(size);
  const free = (camera: string, factor: number): Scene => {
    const view = sceneView(data, { camera }, size);
    const camera_ = viewAsCamera({ ...view, k: view.k * factor }, size);
    return { ...steps[0]!.scene, focus: [], camera: camera_ };
  };

  it('names places, more of them than none, in any part of the map', () => {
    const named = ({ labels }: ReturnType<typeof sceneMap>): string[] =>
      labels.filter(({ kind }) => kind === 'place').map(({ text }) => text);
    expect(named(sceneMap(data, free('syria', 1.1), options))).toContain('Damascus');
    expect(named(sceneMap(data, free('europe', 1), options)).length).toBeGreaterThan(3);
  });

  it('of a place without geography is drawn as the schematic is, and from farther away as a map', () => {
    const near = sceneMap(data, free('ghouta', 1.5), options);
    expect(near.schematic).toBe(true);
    expect(near.rings.length).toBeGreaterThan(0);
    const far = sceneMap(data, free('ghouta', 0.3), options);
    expect(far.schematic).toBe(false);
    expect(far.levels.length).toBeGreaterThan(0);
  });
});

describe('a wheel', () => {
  it('zooms by little for the many small turns of a trackpad, by more for a notch, never by leaps', () => {
    const turn = (deltaY: number, deltaMode = 0, ctrlKey = false): number =>
      wheelFactor({ deltaY, deltaMode, ctrlKey });
    expect(turn(-2)).toBeGreaterThan(1);
    expect(turn(-2)).toBeLessThan(1.01);
    expect(turn(-100)).toBeCloseTo(1.149, 2);
    expect(turn(-100) * turn(100)).toBeCloseTo(1, 9);
    expect(turn(-3, 1)).toBeCloseTo(turn(-75), 9);
    expect(turn(-2, 0, true)).toBeGreaterThan(turn(-2));
    expect(turn(-100_000)).toBe(2);
  });
});

describe('the host is told', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('at once, then every so often, and always what came last', () => {
    const told: number[] = [];
    const host = sparing<number>((n) => told.push(n), 100);
    for (let n = 0; n <= 50; n++) {
      host.say(n);
      vi.advanceTimersByTime(10);
    }
    expect(told[0]).toBe(0);
    expect(told.length).toBeGreaterThanOrEqual(5);
    expect(told.length).toBeLessThanOrEqual(7);
    vi.advanceTimersByTime(100);
    expect(told.at(-1)).toBe(50);
    vi.advanceTimersByTime(1000);
    host.say(51);
    expect(told.at(-1)).toBe(51);
  });

  it('at the end without delay, and nothing that was called off', () => {
    const told: string[] = [];
    const host = sparing<string>((what) => told.push(what), 100);
    host.say('first');
    host.say('last');
    host.finish();
    expect(told).toEqual(['first', 'last']);
    host.say('waits');
    host.drop();
    vi.advanceTimersByTime(1000);
    expect(told).toEqual(['first', 'last']);
  });
});
