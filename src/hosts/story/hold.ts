/** The reader's place while the page is still arriving. */

/** What readers do to move on; a jump by link or history is none of them. */
export const MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/** By when fonts and stage have arrived, or will not, ms. */
const ARRIVED = 10_000;

/** A place that the reader is kept at. */
export interface Hold {
  /** Puts the reader there at once, if this has not ended. */
  readonly place: () => void;
  readonly ended: AbortSignal;
}

/**
 * Keeps the reader at a place while the page changes its height: fonts and stage are still to come, and not every
 * browser keeps the place by itself. Ends as soon as the reader takes over.
 */
export function hold(put: () => void): Hold {
  const ending = new AbortController();
  const { signal } = ending;
  const place = (): void => {
    if (!signal.aborted) put();
  };
  const resized = new ResizeObserver(place);
  resized.observe(document.body);
  const end = (): void => {
    resized.disconnect();
    ending.abort();
  };
  for (const event of [...MOVES, 'hashchange', 'resize']) {
    addEventListener(event, end, { signal, passive: true });
  }
  setTimeout(end, ARRIVED);
  return { place, ended: signal };
}
