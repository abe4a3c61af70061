import { describe, expect, it } from 'vitest';
import { fit, projectBounds, toScreen } from '#model/projection.ts';
import { flight, shift, stale } from '#stage/map/flight.ts';

const size = { width: 1000, height: 600 };
const world = fit(projectBounds([-97, 22, 42, 62]), size);
const syria = fit(projectBounds([35.2, 32.2, 42.5, 37.4]), size);

describe('a flight', () => {
  it('starts here and ends exactly there', () => {
    const way = flight(world, syria, size);
    const start = way.at(0);
    expect(start.x).toBeCloseTo(world.x);
    expect(start.k).toBeCloseTo(world.k);
    expect(way.at(1)).toEqual(syria);
    expect(way.duration).toBeGreaterThanOrEqual(900);
    expect(way.duration).toBeLessThanOrEqual(2600);
  });

  it('zooms on the spot without moving', () => {
    const way = flight(world, { ...world, k: world.k * 4 }, size);
    expect(way.at(0.5).x).toBeCloseTo(world.x);
    expect(way.at(0.5).k).toBeCloseTo(world.k * 2);
  });

  it('never yields nonsense', () => {
    const way = flight(syria, { ...syria, x: syria.x + 300 }, size);
    for (let t = 0; t <= 1; t += 0.05) expect(Object.values(way.at(t)).every(Number.isFinite)).toBe(true);
  });
});

describe('a moved picture', () => {
  it('shows each point where a new one would', () => {
    const wanted = { x: world.x + 20, y: world.y - 10, k: world.k * 1.2 };
    const { x, y, scale } = shift(world, wanted);
    const point = [100, -300] as const;
    const [px, py] = toScreen(world, size, point);
    expect((px - size.width / 2) * scale + x + size.width / 2).toBeCloseTo(toScreen(wanted, size, point)[0]);
    expect((py - size.height / 2) * scale + y + size.height / 2).toBeCloseTo(
      toScreen(wanted, size, point)[1],
    );
  });

  it('is drawn anew when it is too soft or shows its edge', () => {
    expect(stale(world, world, size)).toBe(false);
    expect(stale(world, { ...world, k: world.k * 1.6 }, size)).toBe(true);
    expect(stale(world, { ...world, k: world.k * 0.6 }, size)).toBe(true);
    expect(stale(world, { ...world, x: world.x + (0.2 * size.width) / world.k }, size)).toBe(false);
    expect(stale(world, { ...world, x: world.x + (0.3 * size.width) / world.k }, size)).toBe(true);
  });
});
