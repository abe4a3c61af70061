/** Values that follow others, but not at once: not all that a step changes is drawn in one frame, nor what nobody sees. */
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

/** A value as it was when what it is for was last in sight. Made within a component, too. */
export function whileSeen<T>(seen: () => boolean, read: () => T): () => T {
  let last = untrack(read);
  const kept = $derived.by(() => (seen() ? (last = read()) : last));
  return () => kept;
}
