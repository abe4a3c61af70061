import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scene } from '#model/scene.ts';
import { layoutPicture, type TimelinePicture } from '#stage/timeline/layout.ts';
import { inParts, type Drawn, type Parts } from '#stage/timeline/parts.svelte.ts';
import { civilDay, timelineData } from '#stage/timeline/timeline-data.ts';
import { frames } from './support/frames.ts';
import { event, scene, threads } from './timeline-fixture.ts';

const data = timelineData({
  threads,
  events: threads.flatMap(({ id }, n) => [
    event(`${id}-early`, `2013-08-0${n + 1}`, { thread: id }),
    event(`${id}-late`, `2013-09-1${n}`, { thread: id }),
  ]),
});
const drawn = (scene: Scene, height = 210): Drawn => ({
  scene,
  picture: layoutPicture(data, scene.span, scene.focus, { width: 900, height }),
});
const august = drawn(scene('2013-08-20', '2013-08-01', '2013-09-01'));
const autumn = drawn(scene('2013-09-11', '2013-08-01', '2013-10-01', ['attack-late']));
const high = drawn(scene('2013-09-11', '2013-08-01', '2013-10-01', ['attack-late']), 330);

const { frame } = frames();
let calm = false;
let shown = $state.raw(august);
let date = $state('');
let parts: Parts;
let stop: (() => void) | undefined;

beforeEach(() => {
  calm = false;
  vi.stubGlobal('document', { documentElement: { hasAttribute: () => calm } });
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  shown = august;
  date = '2013-08-20';
  stop = $effect.root(() => {
    parts = inParts(
      () => shown,
      threads.length,
      () => civilDay(Date.parse(date), 0),
    );
  });
  flushSync();
});
afterEach(() => stop?.());

/** For each lane whether its marks are those of a picture. */
const lanesOf = ({ marks }: TimelinePicture): boolean[] =>
  parts.lanes.map((lane) => lane.marks.length > 0 && lane.marks.every((mark) => marks.includes(mark)));

describe('a timeline that comes in parts', () => {
  it('is whole at first, each mark in the lane of its thread', () => {
    expect(lanesOf(august.picture)).toEqual([true, true, true, true, true]);
    expect(parts.lanes.flatMap(({ marks }) => marks)).toHaveLength(august.picture.marks.length);
    parts.lanes.forEach(({ marks }, thread) => {
      for (const { mark } of marks) expect(mark.thread).toBe(thread);
    });
    expect(parts.named).toBe(august.picture);
  });

  it('shows another scene lane by lane, from the top, and names after the last', () => {
    shown = autumn;
    date = '2013-09-11';
    flushSync();
    for (let n = 0; n <= threads.length; n += 1) {
      expect(lanesOf(autumn.picture), `after ${n} frames`).toEqual(threads.map((_, lane) => lane < n));
      expect(parts.named, `after ${n} frames`).toBe(august.picture);
      frame();
    }
    expect(parts.named).toBe(autumn.picture);
    for (const lane of parts.lanes) expect(lane.gone).toBeUndefined();
  });

  it('divides past from future lane by lane too', () => {
    const late = (thread: number): boolean =>
      civilDay(Date.parse(`2013-09-1${thread}`), 0) <= (parts.lanes[thread]?.moment ?? NaN);
    shown = autumn;
    date = '2013-09-11';
    flushSync();
    expect(threads.map((_, thread) => late(thread))).toEqual([false, false, false, false, false]);
    frame();
    expect(threads.map((_, thread) => late(thread))).toEqual([true, false, false, false, false]);
    for (let n = 0; n < threads.length; n += 1) frame();
    expect(threads.map((_, thread) => late(thread))).toEqual([true, true, false, false, false]);
  });

  it('follows the date at once while the scene stays, and only in the lane where a mark turns', () => {
    shown = autumn;
    flushSync();
    for (let n = 0; n <= threads.length; n += 1) frame();
    const before = [...parts.lanes];
    date = '2013-09-10';
    flushSync();
    const after = [...parts.lanes];
    expect(after.map((lane, thread) => lane === before[thread])).toEqual([false, true, true, true, true]);
    date = '2013-09-10T20:00Z';
    flushSync();
    expect([...parts.lanes].every((lane, thread) => lane === after[thread])).toBe(true);
  });

  it('shows nothing of the last scene where the strip gets another height', () => {
    shown = high;
    flushSync();
    for (let n = 0; n <= threads.length; n += 1) {
      const gone = parts.lanes.map((lane) => lane.gone ?? false);
      expect(gone, `after ${n} frames`).toEqual(threads.map((_, lane) => lane >= n));
      expect(lanesOf(high.picture), `after ${n} frames`).toEqual(gone.map((one) => !one));
      expect([parts.named.labels, parts.named.arcs], `after ${n} frames`).toEqual([[], []]);
      frame();
    }
    expect(parts.named).toBe(high.picture);
    expect(high.picture.labels.length).toBeGreaterThan(0);
  });

  it('is there at once where only the size changes', () => {
    const lower = drawn(august.scene as Scene, 180);
    shown = lower;
    flushSync();
    expect(lanesOf(lower.picture)).toEqual([true, true, true, true, true]);
    expect(parts.named).toBe(lower.picture);
  });

  it('is there at once where nothing may move', () => {
    calm = true;
    shown = autumn;
    flushSync();
    expect(lanesOf(autumn.picture)).toEqual([true, true, true, true, true]);
    expect(parts.named).toBe(autumn.picture);
  });
});
