import { describe, expect, it } from 'vitest';
import { projectBounds, visibleBounds } from '#model/projection.ts';
import { sceneView } from '#stage/map/view.ts';
import { data } from './map-story.ts';

const { cameras, levels } = data;
const base = levels[0]!.bounds;

describe.each(cameras.map(({ id, bounds }) => ({ id, bounds })))('the view of $id', ({ id, bounds }) => {
  it.each([
    [1600, 410],
    [2560, 420],
    [1200, 650],
    [390, 300],
    [360, 1400],
  ])(
    'on a map of %i × %i px shows all it names and, as far as it can, nothing beyond the base map',
    (width, height) => {
      const size = { width, height };
      const seen = visibleBounds(sceneView({ cameras, levels }, { camera: id }, size), size);
      const [left, top, right, bottom] = seen;
      const named = projectBounds(bounds);
      expect(left).toBeLessThanOrEqual(named[0]);
      expect(top).toBeLessThanOrEqual(named[1]);
      expect(right).toBeGreaterThanOrEqual(named[2]);
      expect(bottom).toBeGreaterThanOrEqual(named[3]);
      if (right - left <= base[2] - base[0]) {
        expect(left).toBeGreaterThanOrEqual(base[0] - 1e-6);
        expect(right).toBeLessThanOrEqual(base[2] + 1e-6);
      }
      if (bottom - top <= base[3] - base[1]) {
        expect(top).toBeGreaterThanOrEqual(base[1] - 1e-6);
        expect(bottom).toBeLessThanOrEqual(base[3] + 1e-6);
      }
    },
  );
});
