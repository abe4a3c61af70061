import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eachWhenIdle, nextFrame, whenIdle } from '#stage/idle.ts';
import { kept } from '#stage/kept.ts';
import { frames } from './support/frames.ts';

describe('work for when there is time', () => {
  /** Idle moments asked for, by their ids. */
  let waiting = new Map<number, IdleRequestCallback>();
  let ids = 0;
  /** The browser is idle, with so many ms until the next frame. */
  const idle = (left: number): void => {
    const [[id, run] = []] = waiting;
    if (id === undefined || !run) throw new Error('nobody waits');
    waiting.delete(id);
    run({ didTimeout: false, timeRemaining: () => left });
  };

  beforeEach(() => {
    waiting = new Map();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    vi.stubGlobal('requestIdleCallback', (run: IdleRequestCallback) => {
      waiting.set((ids += 1), run);
      return ids;
    });
    vi.stubGlobal('cancelIdleCallback', (id: number) => waiting.delete(id));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('waits for a moment that is long enough', () => {
    const work = vi.fn();
    whenIdle(work, 6);
    idle(2);
    idle(5.9);
    expect(work).not.toHaveBeenCalled();
    idle(6);
    expect(work).toHaveBeenCalledOnce();
    expect(waiting.size).toBe(0);
  });

  it('does not wait for ever', () => {
    const work = vi.fn();
    whenIdle(work, 6);
    idle(1);
    vi.advanceTimersByTime(501);
    idle(1);
    expect(work).toHaveBeenCalledOnce();
  });

  it('takes the first moment where any will do', () => {
    const work = vi.fn();
    whenIdle(work);
    idle(0);
    expect(work).toHaveBeenCalledOnce();
  });

  it('can be called off, after it has waited too', () => {
    const work = vi.fn();
    const stop = whenIdle(work, 6);
    idle(1);
    stop();
    expect(waiting.size).toBe(0);
    expect(work).not.toHaveBeenCalled();
  });

  it('comes for one after the other, each in a moment of its own', () => {
    const done: string[] = [];
    eachWhenIdle(['a', 'b', 'c'], (one) => done.push(one), 6);
    expect(done).toEqual([]);
    idle(8);
    expect(done).toEqual(['a']);
    idle(5);
    expect(done).toEqual(['a']);
    idle(6);
    idle(6);
    expect(done).toEqual(['a', 'b', 'c']);
    expect(waiting.size).toBe(0);
  });

  it('can be called off between two of several', () => {
    const work = vi.fn();
    const stop = eachWhenIdle(['a', 'b'], work);
    idle(8);
    stop();
    expect(waiting.size).toBe(0);
    expect(work.mock.calls).toEqual([['a']]);
    eachWhenIdle([], work)();
    expect(waiting.size).toBe(0);
  });

  it('comes soon where the browser does not say when it is idle', () => {
    vi.stubGlobal('requestIdleCallback', undefined);
    const work = vi.fn();
    whenIdle(work, 6);
    const stop = whenIdle(work, 6);
    stop();
    vi.advanceTimersByTime(60);
    expect(work).toHaveBeenCalledOnce();
  });
});

describe('work for the next frame', () => {
  const { frame, asked } = frames();

  it('is done once, and by none but one in a frame, in the order of asking', () => {
    const done: number[] = [];
    for (const n of [1, 2, 3]) nextFrame(() => done.push(n), 0);
    expect(asked()).toBe(1);
    expect(done).toEqual([]);
    frame();
    expect(done).toEqual([1]);
    frame();
    expect(done).toEqual([1, 2]);
    frame();
    expect(done).toEqual([1, 2, 3]);
    vi.advanceTimersByTime(1000);
    frame();
    expect(done).toEqual([1, 2, 3]);
    expect(asked()).toBe(0);
  });

  it('comes first where its order is lowest, among those who have come meanwhile too', () => {
    const done: string[] = [];
    nextFrame(() => done.push('last'), 2);
    nextFrame(() => done.push('second'), 1);
    nextFrame(() => done.push('first'), -1);
    frame();
    nextFrame(() => done.push('between'), 0);
    nextFrame(() => done.push('third'), 1);
    for (let i = 0; i < 4; i++) frame();
    expect(done).toEqual(['first', 'between', 'second', 'third', 'last']);
  });

  it('waits for another frame where it is asked for within one', () => {
    const second = vi.fn();
    nextFrame(() => nextFrame(second, 0), 0);
    frame();
    expect(second).not.toHaveBeenCalled();
    frame();
    expect(second).toHaveBeenCalledOnce();
  });

  it('can be called off, by one whose turn is before it too, and takes no frame', () => {
    const before = vi.fn();
    const within = vi.fn();
    nextFrame(before, 0)();
    nextFrame(() => stop(), 0);
    const stop = nextFrame(within, 0);
    const after = vi.fn();
    nextFrame(after, 0);
    frame();
    frame();
    expect(before).not.toHaveBeenCalled();
    expect(within).not.toHaveBeenCalled();
    expect(after).toHaveBeenCalledOnce();
    // The last is called off: a frame brings nothing, and the next is not lost.
    nextFrame(vi.fn(), 0)();
    frame();
    nextFrame(after, 0);
    frame();
    expect(after).toHaveBeenCalledTimes(2);
  });

  it('fails for itself alone', () => {
    const other = vi.fn();
    nextFrame(() => {
      throw new Error('broken');
    }, 0);
    nextFrame(other, 0);
    expect(frame).toThrow('broken');
    frame();
    expect(other).toHaveBeenCalledOnce();
  });

  it('comes soon, all of it, where there are no frames, and not again with the next one', () => {
    const work = vi.fn();
    const second = vi.fn();
    nextFrame(work, 0);
    nextFrame(second, 0);
    const off = vi.fn();
    nextFrame(() => stop(), -1);
    const stop = nextFrame(off, 0);
    vi.advanceTimersByTime(121);
    expect(work).toHaveBeenCalledOnce();
    expect(second).toHaveBeenCalledOnce();
    expect(off).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    frame();
    expect(work).toHaveBeenCalledOnce();
    expect(second).toHaveBeenCalledOnce();
  });
});

describe('a layout kept', () => {
  it('is made once for the data and the size last asked for', () => {
    const layout = vi.fn((data: { n: number }, size: { width: number }) => ({ area: data.n * size.width }));
    const get = kept(layout);
    const data = { n: 2 };
    const first = get(data, { width: 10 });
    expect(first).toEqual({ area: 20 });
    expect(get(data, { width: 10 })).toBe(first);
    expect(layout).toHaveBeenCalledTimes(1);
    expect(get(data, { width: 11 })).toEqual({ area: 22 });
    expect(get({ n: 3 }, { width: 11 })).toEqual({ area: 33 });
    expect(layout).toHaveBeenCalledTimes(3);
  });
});
