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

/** What the next frame brings: one request and one timer serve all who wait for it. */
let waiting = new Set<() => void>();
let asked = false;

function askForFrame(): void {
  if (asked) return;
  asked = true;
  const run = (): void => {
    cancelAnimationFrame(id);
    clearTimeout(timer);
    const due = waiting;
    // Who asks meanwhile waits for another.
    waiting = new Set();
    asked = false;
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
}

/** Runs with the next frame, or soon where none comes. */
export function nextFrame(work: () => void): () => void {
  const own = waiting;
  // The same function may wait twice.
  const entry = (): void => work();
  own.add(entry);
  askForFrame();
  return () => own.delete(entry);
}
