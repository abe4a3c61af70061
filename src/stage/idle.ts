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

/** Runs for one after the other, each when the browser is idle; as `whenIdle`. */
export function eachWhenIdle<T>(list: readonly T[], work: (one: T) => void, spare = 0): () => void {
  let stop = (): void => {};
  const next = (index: number): void => {
    if (index === list.length) return;
    stop = whenIdle(() => {
      work(list[index] as T);
      next(index + 1);
    }, spare);
  };
  next(0);
  return () => stop();
}

/** A frame that takes longer, ms, is not waited for: a window out of sight may get none. */
const NO_FRAME = 120;

interface Turn {
  work: () => void;
  order: number;
}

/** Those who wait for a frame of their own. */
const line = new Set<Turn>();
let asked = false;

function ask(): void {
  if (asked || line.size === 0) return;
  asked = true;
  const run = (turns: number): void => {
    cancelAnimationFrame(id);
    clearTimeout(timer);
    asked = false;
    const due = [...line].sort((a, b) => a.order - b.order).slice(0, turns);
    // Who asks meanwhile waits for another frame; and one that fails does not keep the others from theirs.
    ask();
    for (const turn of due) if (line.delete(turn)) turn.work();
  };
  const id = requestAnimationFrame(() => run(1));
  // Nobody sees how much comes at a time.
  const timer = setTimeout(() => run(Infinity), NO_FRAME);
}

/**
 * Runs in one of the next frames, and no other such work in the same: much at a time makes a frame late. Where no frame
 * comes, all that waits runs soon.
 * @param order whose turn is first of several that wait: the lowest, and of equals who has waited longest
 */
export function nextFrame(work: () => void, order: number): () => void {
  const turn = { work, order };
  line.add(turn);
  ask();
  return () => line.delete(turn);
}
