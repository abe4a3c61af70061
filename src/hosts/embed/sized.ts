import { sized, type ElementSize } from '#stage/sized.ts';

/**
 * As `sized` does, but of what is not shown nothing is told: in a frame that its host hides, what was known still
 * holds.
 */
export const sizedWhenShown = (set: (size: ElementSize) => void): ReturnType<typeof sized> =>
  sized((size) => {
    if (size.width > 0 && size.height > 0) set(size);
  });
