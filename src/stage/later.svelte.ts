/** Values that follow others a frame or more later, so that not all that a step changes is drawn in one frame. */
import { untrack } from 'svelte';
import { nextFrame } from './idle.ts';

/**
 * A value as it was `frames` frames ago, and the newest of them once it rests. Within a component, as effects are.
 * @param frames at least 1
 */
export function later<T>(read: () => T, frames = 1): () => T {
  let shown = $state.raw(untrack(read));
  $effect(() => {
    const next = read();
    if (next === untrack(() => shown)) return undefined;
    let left = frames;
    let stop: () => void;
    const wait = (): void => {
      stop = nextFrame(() => (--left > 0 ? wait() : (shown = next)));
    };
    wait();
    return () => stop();
  });
  return () => shown;
}
