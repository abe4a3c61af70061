/** Work for when nothing else is to be done; and for the next frame. Each returns what calls it off. */

/** Runs when the browser is idle, or soon where it does not say so. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(work);
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(work, 50);
  return () => clearTimeout(id);
}

/** A frame that takes longer, ms, is not waited for: a window out of sight may get none. */
const NO_FRAME = 120;

/** Runs with the next frame, or soon where none comes. */
export function nextFrame(work: () => void): () => void {
  const stop = (): void => {
    cancelAnimationFrame(id);
    clearTimeout(timer);
  };
  const run = (): void => {
    stop();
    work();
  };
  const id = requestAnimationFrame(run);
  const timer = setTimeout(run, NO_FRAME);
  return stop;
}
