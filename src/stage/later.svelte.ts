/** Values that follow others, but not at once: not all that a step changes is drawn in one frame, nor what nobody sees. */
import { onMount, untrack } from 'svelte';
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

/**
 * Counts the frames since a component was put in: what is much to draw is not drawn in one. Made within it, too.
 * @param first where it begins: at `last` - 1, say, where the server has drawn it
 */
export function turns(first: number, last: number): () => number {
  let turn = $state(first);
  onMount(() => {
    let stop = (): void => {};
    const wait = (): void => {
      if (turn < last) {
        stop = nextFrame(() => {
          turn += 1;
          wait();
        });
      }
    };
    wait();
    return () => stop();
  });
  return () => turn;
}

/** A value as it was when what it is for was last in sight. Made within a component, too. */
export function whileSeen<T>(seen: () => boolean, read: () => T): () => T {
  let last = untrack(read);
  const kept = $derived.by(() => (seen() ? (last = read()) : last));
  return () => kept;
}
