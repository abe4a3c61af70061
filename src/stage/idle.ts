/** Work for when nothing else is to be done; and for the next frame. Each returns what calls it off. */

/** Who asks for more time than there ever is gets what there is, after so long, ms. */
const PATIENCE = 500;

/**
 * Runs when the browser is idle, or soon where it does not say so.
 * @param spare how long there should be until the next frame, ms
 */
export function whenIdle(work: () => void, spare = 0): () => void {
  if (typeof requestIdleCallback === 'function') {
    const since = performance.now();
    const wait = (): number =>
      requestIdleCallback((left) => {
        if (left.timeRemaining() >= spare || performance.now() - since > PATIENCE) work();
        else id = wait();
      });
    let id = wait();
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(work, 50);
  return () => clearTimeout(id);
}

/** A frame that takes longer, ms, is not waited for: a window out of sight may get none. */
const NO_FRAME = 120;

/** What the next frame brings, where it has been asked for: one request and one timer serve all who wait. */
let waiting: Set<() => void> | undefined;

function askForFrame(): Set<() => void> {
  const due = new Set<() => void>();
  const run = (): void => {
    cancelAnimationFrame(id);
    clearTimeout(timer);
    // Who asks meanwhile waits for another.
    waiting = undefined;
    for (const work of due) {
      try {
        work();
      } catch (error) {
        // The others are not to miss their frame.
        reportError(error);
      }
    }
  };
  const id = requestAnimationFrame(run);
  const timer = setTimeout(run, NO_FRAME);
  return due;
}

/**
 * Runs with the next frame, or soon where none comes.
 * @param work a function of its own for each call: one that waits already is not run twice
 */
export function nextFrame(work: () => void): () => void {
  const own = (waiting ??= askForFrame());
  own.add(work);
  return () => own.delete(work);
}
