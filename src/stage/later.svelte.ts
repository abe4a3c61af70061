/** Values that follow others a frame or more later, so that not all that a step changes is drawn in one frame. */
import { untrack } from 'svelte';
import { nextFrame } from './idle.ts';

/**
 * Follows a value so many frames after its last change: while it changes in every frame, this one waits. Made within
 * a component, as effects are.
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
