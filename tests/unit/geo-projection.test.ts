import { describe, expect, it } from 'vitest';
import {
  distanceKm,
  fit,
  NO_INSETS,
  project,
  projectBounds,
  scaleBar,
  toScreen,
  unitsPerKm,
  unproject,
  viewFor,
  visibleBounds,
} from '#model/projection.ts';

const size = { width: 1000, height: 600 };
const bounds = [-8, 31.5, 38, 44.5] as const;

describe('the Mercator plane', () => {
  it('counts tenths of a degree, southwards', () => {
    const [x, y] = project([35.8, 0]);
    expect(x).toBe(358);
    expect(y).toBeCloseTo(0);
    expect(project([0, 35])[1]).toBeLessThan(-350);
  });

  it('goes there and back', () => {
    const [lon, lat] = unproject(project([-76.3, 36.8]));
    expect(lon).toBeCloseTo(-76.3, 9);
    expect(lat).toBeCloseTo(36.8, 9);
  });

  it('keeps the poles finite', () => {
    expect(project([0, 90])[1]).toBeGreaterThan(-2000);
  });
});

describe('a view', () => {
  it.each([size, { width: 390, height: 300 }, { width: 300, height: 900 }])(
    'shows all of its bounds (%o)',
    (stage) => {
      const view = fit(projectBounds(bounds), stage, { top: 20, right: 10, bottom: 30, left: 40 });
      for (const corner of [
        [-8, 31.5],
        [38, 44.5],
      ] as const) {
        const [x, y] = toScreen(view, stage, project(corner));
        expect(x).toBeGreaterThanOrEqual(40 - 1e-6);
        expect(x).toBeLessThanOrEqual(stage.width - 10 + 1e-6);
        expect(y).toBeGreaterThanOrEqual(20 - 1e-6);
        expect(y).toBeLessThanOrEqual(stage.height - 30 + 1e-6);
      }
    },
  );

  it('takes a camera by name, the first for an unknown one, or free', () => {
    const cameras = [
      { id: 'a', bounds },
      { id: 'b', bounds: [35, 32, 42, 37] as const },
    ];
    expect(viewFor('b', cameras, size).k).toBeGreaterThan(viewFor('a', cameras, size).k);
    expect(viewFor('gone', cameras, size)).toEqual(viewFor('a', cameras, size));
    const free = viewFor({ centre: [36, 35], width: 10 }, cameras, size, NO_INSETS);
    const [left, , right] = visibleBounds(free, size);
    expect(right - left).toBeCloseTo(100);
    expect(free.x).toBeCloseTo(360);
  });
});

describe('distance', () => {
  it('is right between Latakia and Limassol', () => {
    expect(distanceKm([35.77, 35.515], [33.01, 34.65])).toBeCloseTo(269, -1);
  });

  it('on the plane agrees with the globe over short ways', () => {
    const [x] = project([36, 60]);
    const [x2] = project([36.1, 60]);
    expect((x2 - x) / unitsPerKm(60)).toBeCloseTo(distanceKm([36, 60], [36.1, 60]), 3);
  });

  it('gives a scale bar of whole km that fits', () => {
    const view = viewFor('a', [{ id: 'a', bounds }], size);
    const { km, px } = scaleBar(view, 140);
    expect([1, 2, 5]).toContain(Number(String(km)[0]));
    expect(px).toBeLessThanOrEqual(140);
    expect(px).toBeGreaterThan(140 / 2.51);
  });
});
