import { flushSync } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { later, turns, whileSeen } from '#stage/later.svelte.ts';
import { frames } from './support/frames.ts';

const { frame } = frames();
let stop: (() => void) | undefined;
afterEach(() => stop?.());

/** What a component makes. */
function made<T>(make: () => T): T {
  let made!: T;
  stop = $effect.root(() => {
    made = make();
  });
  flushSync();
  return made;
}

describe('a value that follows another', () => {
  it('is there at first, and changes a frame later', () => {
    let value = $state('a');
    const shown = made(() => later(() => value, 0));
    expect(shown()).toBe('a');
    frame();
    value = 'b';
    flushSync();
    expect(shown()).toBe('a');
    frame();
    expect(shown()).toBe('b');
  });

  it('takes the newest, and never one that has passed', () => {
    let value = $state(0);
    const seen: number[] = [];
    made(() => {
      const shown = later(() => value, 0);
      $effect(() => {
        seen.push(shown());
      });
    });
    for (const next of [1, 2, 3]) {
      value = next;
      flushSync();
    }
    frame();
    frame();
    expect(seen).toEqual([0, 3]);
  });

  it('asks for no turn where the value is back before it comes', () => {
    let value = $state(0);
    let other = $state(0);
    const shown = made(() => [later(() => value, 0), later(() => other, 1)] as const);
    value = 1;
    other = 1;
    flushSync();
    value = 0;
    flushSync();
    frame();
    expect([shown[0](), shown[1]()]).toEqual([0, 1]);
  });

  it('comes in its order, one in a frame', () => {
    let value = $state(0);
    const [last, first] = made(() => [later(() => value, 2), later(() => value, 1)] as const);
    value = 1;
    flushSync();
    frame();
    expect([first(), last()]).toEqual([1, 0]);
    frame();
    expect([first(), last()]).toEqual([1, 1]);
  });

  it('changes no more when what made it is gone', () => {
    let value = $state(0);
    const shown = made(() => later(() => value, 0));
    value = 1;
    flushSync();
    stop?.();
    frame();
    expect(shown()).toBe(0);
  });
});

describe('turns', () => {
  it('count from the first to the last, one in a frame', () => {
    const turn = made(() => turns(1, 3, 0));
    const seen = [turn()];
    for (let i = 0; i < 4; i += 1) {
      frame();
      seen.push(turn());
    }
    expect(seen).toEqual([1, 2, 3, 3, 3]);
  });
});

describe('a value while it is seen', () => {
  let value = $state('a');
  let seen = $state(true);
  /** Of a view that is in sight at first, or not. */
  const shownWhile = (first: boolean): (() => string) => {
    value = 'a';
    seen = first;
    return made(() =>
      whileSeen(
        () => seen,
        () => value,
      ),
    );
  };

  it('stays as it was while nobody sees it, and is the newest when it is seen again', () => {
    const shown = shownWhile(true);
    value = 'b';
    expect(shown()).toBe('b');
    seen = false;
    expect(shown()).toBe('b');
    value = 'c';
    expect(shown()).toBe('b');
    seen = true;
    expect(shown()).toBe('c');
  });

  it('is what it was at first where it has not been seen yet', () => {
    const shown = shownWhile(false);
    value = 'b';
    expect(shown()).toBe('a');
  });
});
