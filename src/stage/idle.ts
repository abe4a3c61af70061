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

/** Runs with the next frame. */
export function nextFrame(work: () => void): () => void {
  const id = requestAnimationFrame(work);
  return () => cancelAnimationFrame(id);
}
