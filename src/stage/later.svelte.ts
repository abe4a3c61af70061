/** Values that follow others, but not at once: not all that a step changes is drawn in one frame, nor what nobody sees. */
import { untrack } from 'svelte';
import { nextFrame } from './idle.ts';

/**
 * Follows a value when it is its turn: while it changes in every frame, this one waits. Made within a component, as
 * effects are.
 * @param order of its turn, among those of TURN
 */
export function later<T>(read: () => T, order: number): () => T {
  let shown = $state.raw(untrack(read));
  $effect(() => {
    const next = read();
    if (next !== untrack(() => shown)) return nextFrame(() => (shown = next), order);
    return undefined;
  });
  return () => shown;
}

/**
 * Counts its turns since a component was put in: what is much to draw is not drawn in one frame. Made within it, too.
 * @param first where it begins: at `last` - 1, say, where the server has drawn it
 * @param order of each turn, among those of TURN
 */
export function turns(first: number, last: number, order: number): () => number {
  let turn = $state(first);
  $effect(() => (turn < last ? nextFrame(() => (turn += 1), order) : undefined));
  return () => turn;
}

/** A value as it was when what it is for was last in sight. Made within a component, too. */
export function whileSeen<T>(seen: () => boolean, read: () => T): () => T {
  let last = untrack(read);
  const kept = $derived.by(() => (seen() ? (last = read()) : last));
  return () => kept;
}
