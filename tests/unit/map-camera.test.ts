import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fit, projectBounds, type View } from '#model/projection.ts';
import { nextFrame } from '#stage/idle.ts';
import { createCamera } from '#stage/map/camera.svelte.ts';
import { TURN } from '#stage/turn.ts';
import { flight, stale } from '#stage/map/flight.ts';

const size = { width: 1000, height: 600 };
const world = fit(projectBounds([-97, 22, 42, 62]), size);
const syria = fit(projectBounds([35.2, 32.2, 42.5, 37.4]), size);
const europe = fit(projectBounds([-9.5, 32.6, 39.5, 61]), size);
let calm = false;
/** A host has switched motion off. */
let stopped = false;
const page = { hidden: false, documentElement: { hasAttribute: () => stopped } };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16));
  vi.stubGlobal('cancelAnimationFrame', (timer: number) => clearTimeout(timer));
  page.hidden = calm = stopped = false;
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('matchMedia', () => ({
    get matches() {
      return calm;
    },
  }));
});
afterEach(() => {
  // What one test leaves waiting is not for the next.
  vi.runAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** How far apart two views look: widths of the picture, and doublings. */
const step = (a: View, b: View): number =>
  Math.hypot(a.x - b.x, a.y - b.y) * Math.min(a.k, b.k) + 200 * Math.abs(Math.log2(a.k / b.k));

/** The frame in which a flight from rest begins: the step that sends the camera has the one before. */
const begin = (): unknown => vi.advanceTimersByTime(16);

describe('the camera', () => {
  it('flies, and is exactly there in the end', () => {
    const camera = createCamera(world, size);
    camera.aim(syria, size, false);
    expect(camera.flying).toBe(false);
    expect(camera.at).toBe(world);
    begin();
    expect(camera.flying).toBe(true);
    expect(camera.at).toBe(world);
    vi.advanceTimersByTime(800);
    expect(camera.at.k).toBeGreaterThan(world.k);
    expect(camera.at.k).toBeLessThan(syria.k);
    vi.advanceTimersByTime(2000);
    expect(camera.flying).toBe(false);
    expect(camera.at).toBe(syria);
    expect(camera.baked).toBe(syria);
  });

  it.each([
    ['in', world, syria],
    ['out', syria, world],
    ['across', europe, syria],
  ])('draws its picture ahead of the way, less often and never late: %s', (_, from, to) => {
    const camera = createCamera(from, size);
    camera.aim(to, size, false);
    begin();
    let drawn = from;
    let draws = 0;
    /** The picture of one that draws what it sees. */
    let seen = from;
    let sights = 0;
    while (camera.flying) {
      expect(stale(camera.baked, camera.at, size)).toBe(false);
      if (camera.baked !== drawn) draws += 1;
      drawn = camera.baked;
      if (stale(seen, camera.at, size)) {
        seen = camera.at;
        sights += 1;
      }
      vi.advanceTimersByTime(16);
    }
    expect(sights).toBeGreaterThan(2);
    expect(draws).toBeGreaterThan(0);
    expect(draws).toBeLessThanOrEqual(Math.ceil(sights * 0.7));
    expect(camera.redrawn).toBe(false);
  });

  it('draws nothing anew where it lands, when it could see that far', () => {
    const camera = createCamera(syria, size);
    camera.aim(europe, size, false);
    begin();
    let last = camera.baked;
    while (camera.at !== europe) {
      last = camera.baked;
      vi.advanceTimersByTime(16);
    }
    expect(last).toBe(europe);
  });

  it('comes to rest in three frames: the ground, what hangs on it, what lies over it', () => {
    const camera = createCamera(world, size);
    camera.aim(syria, size, false);
    begin();
    while (camera.at !== syria) vi.advanceTimersByTime(16);
    expect([camera.baked, camera.redrawn, camera.flying]).toEqual([syria, false, true]);
    // The lines’ turn, which is theirs before the landing.
    const lines = vi.fn();
    nextFrame(lines, TURN.camera);
    vi.advanceTimersByTime(16);
    expect(lines).toHaveBeenCalledOnce();
    expect(camera.flying).toBe(true);
    vi.advanceTimersByTime(16);
    expect(camera.flying).toBe(false);
    // What runs the line finds it empty, and asks for no more.
    vi.advanceTimersByTime(16);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('sent on as it comes to rest, or before it has begun, it goes there', () => {
    const camera = createCamera(world, size);
    camera.aim(syria, size, false);
    camera.aim(europe, size, false);
    begin();
    while (camera.at !== europe) vi.advanceTimersByTime(16);
    camera.aim(syria, size, false);
    vi.advanceTimersByTime(200);
    expect(camera.flying).toBe(true);
    expect(camera.at).not.toBe(syria);
    vi.advanceTimersByTime(3000);
    expect([camera.at, camera.flying]).toEqual([syria, false]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not set off from a hand that has taken it meanwhile', () => {
    const camera = createCamera(europe, size);
    const here = { ...europe, x: europe.x + 10 };
    camera.aim(syria, size, false);
    camera.hold(here);
    vi.advanceTimersByTime(3000);
    expect([camera.at, camera.held]).toEqual([here, true]);
  });

  it('turns in mid-flight from where it is, and back again, without a jump and without a queue', () => {
    const camera = createCamera(world, size);
    camera.aim(syria, size, false);
    let before = camera.at;
    const goals = [europe, syria, world, syria, europe];
    for (let frame = 0; frame < 200; frame++) {
      const goal = frame % 20 === 19 ? goals[(frame / 20) | 0] : undefined;
      if (goal) {
        camera.aim(goal, size, false);
        expect(camera.at).toBe(before);
      }
      vi.advanceTimersByTime(16);
      expect(step(before, camera.at)).toBeLessThan(120);
      before = camera.at;
    }
    vi.advanceTimersByTime(2600);
    expect(camera.flying).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('resized in mid-flight goes on to its goal, in no more time', () => {
    const camera = createCamera(world, size);
    camera.aim(syria, size, false);
    begin();
    vi.advanceTimersByTime(1000);
    const before = camera.at;
    const narrow = { width: 700, height: 600 };
    const there = fit(projectBounds([35.2, 32.2, 42.5, 37.4]), narrow);
    camera.aim(there, narrow, false);
    expect(camera.at).toBe(before);
    expect(camera.flying).toBe(true);
    vi.advanceTimersByTime(1700);
    expect(camera.flying).toBe(false);
    expect(camera.at).toBe(there);
  });

  it('at rest in a window that is resized is there at once', () => {
    const camera = createCamera(world, size);
    const small = fit(projectBounds([-97, 22, 42, 62]), { width: 500, height: 400 });
    camera.aim(small, { width: 500, height: 400 }, false);
    expect(camera.flying).toBe(false);
    expect(camera.baked).toBe(small);
  });

  it('has landed when a hidden page is shown again, wherever it was sent meanwhile', () => {
    const camera = createCamera(world, size);
    camera.aim(syria, size, false);
    vi.advanceTimersByTime(300);
    page.hidden = true;
    camera.land();
    expect(camera.flying).toBe(false);
    expect(camera.at).toBe(syria);
    camera.aim(europe, size, false);
    expect(camera.flying).toBe(false);
    expect(camera.at).toBe(europe);
  });

  it.each([
    ['the system asks for it', () => (calm = true)],
    ['the host does', () => (stopped = true)],
  ])('jumps where nothing may move: %s', (_, ask) => {
    ask();
    const camera = createCamera(world, size);
    camera.aim(syria, size, false);
    expect(camera.flying).toBe(false);
    expect(camera.at).toBe(syria);
  });

  it('is where a hand puts it, and sharp when the hand rests', () => {
    const camera = createCamera(europe, size);
    const moved = { ...europe, x: europe.x + 10 };
    camera.aim(moved, size, true);
    expect(camera.at).toBe(moved);
    expect(camera.baked).toBe(europe);
    vi.advanceTimersByTime(200);
    expect(camera.baked).toBe(moved);
  });

  it('has landed in time where no frames come', () => {
    vi.stubGlobal('requestAnimationFrame', () => 0);
    const camera = createCamera(world, size);
    camera.aim(syria, size, false);
    vi.advanceTimersByTime(2700);
    expect(camera.flying).toBe(false);
    expect(camera.at).toBe(syria);
    // From when it is sent, though the frame that it begins in does not come either.
    camera.aim(europe, size, false);
    vi.advanceTimersByTime(flight(syria, europe, size).duration + 61);
    expect([camera.at, camera.flying]).toEqual([europe, false]);
    camera.aim(syria, size, false);
    vi.advanceTimersByTime(2700);
    expect(camera.at).toBe(syria);
    camera.glide(europe);
    vi.advanceTimersByTime(300);
    expect(camera.at).toBe(europe);
  });

  it('stays in the hand that has it, whatever other hands want, until the scene names another camera', () => {
    const camera = createCamera(europe, size);
    const here = { ...europe, x: europe.x + 10 };
    const elsewhere = { ...europe, x: europe.x - 90 };
    camera.hold(here);
    expect([camera.at, camera.held, camera.own]).toEqual([here, true, true]);
    camera.aim(elsewhere, size, true);
    expect(camera.at).toBe(here);
    vi.advanceTimersByTime(5000);
    expect(camera.held).toBe(true);
    camera.aim(syria, size, false);
    expect([camera.held, camera.own, camera.goal]).toEqual([false, false, syria]);
    vi.advanceTimersByTime(3000);
    expect(camera.at).toBe(syria);
  });

  it('released, it is drawn exactly where it is, and goes where other hands want it', () => {
    const camera = createCamera(europe, size);
    const here = { ...europe, x: europe.x + 10 };
    camera.hold(here);
    expect(camera.baked).toBe(europe);
    camera.release();
    expect([camera.baked, camera.held, camera.flying]).toEqual([here, false, false]);
    camera.aim(europe, size, true);
    expect([camera.at, camera.own]).toEqual([europe, false]);
  });

  it('what is laid out waits while another window’s hand moves, and not for long after', () => {
    const camera = createCamera(europe, size);
    for (let i = 1; i <= 5; i++) {
      camera.aim({ ...europe, x: europe.x + i }, size, true);
      expect(camera.held).toBe(true);
      vi.advanceTimersByTime(100);
      expect(camera.held).toBe(true);
    }
    vi.advanceTimersByTime(200);
    expect(camera.held).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});
