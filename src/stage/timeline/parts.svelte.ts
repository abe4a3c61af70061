/**
 * A new picture is much to draw: its parts take it up one after the other, one a frame, so that no frame is late. At
 * any time only the newest picture counts; parts that have waited longest come first, however fast pictures change.
 */
import { untrack } from 'svelte';
import { nextFrame } from '../idle.ts';
import type { TimelinePicture } from './layout.ts';

export interface Parts {
  /** What each part shows. */
  readonly shown: readonly TimelinePicture[];
  /** Some part has not taken up the newest picture yet. */
  readonly settling: boolean;
}

const sameSize = (a: TimelinePicture, b: TimelinePicture): boolean =>
  a.frame.width === b.frame.width &&
  a.frame.height === b.frame.height &&
  a.frame.compact === b.frame.compact &&
  a.frame.px === b.frame.px;

/** To be called while a component is set up. */
export function partsOf(count: number, newest: () => TimelinePicture): Parts {
  let shown = $state.raw<readonly TimelinePicture[]>(untrack(() => Array.from({ length: count }, newest)));
  let turn = 0;
  // Another size leaves no time: nothing would fit.
  const fitting = $derived(shown.every((picture) => sameSize(picture, newest())) ? shown : shown.map(newest));
  const settling = $derived(fitting.some((picture) => picture !== newest()));

  $effect(() => {
    const picture = newest();
    let call: (() => void) | undefined;
    const take = (): void => {
      call = undefined;
      for (let tries = 0; tries < count; tries += 1) {
        const part = (turn + tries) % count;
        if (shown[part] === picture) continue;
        turn = (part + 1) % count;
        shown = shown.with(part, picture);
        call = nextFrame(take);
        return;
      }
    };
    if (untrack(() => fitting !== shown)) shown = untrack(() => fitting);
    else untrack(take);
    return () => call?.();
  });

  return {
    get shown() {
      return fitting;
    },
    get settling() {
      return settling;
    },
  };
}
