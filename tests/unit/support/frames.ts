/** Frames that come when a test says so. */
import { flushSync } from 'svelte';
import { afterEach, beforeEach, vi } from 'vitest';

interface Frames {
  /** The next frame comes, and effects follow what it changes. */
  frame: () => void;
  /** How many are asked for. */
  asked: () => number;
}

/** Frames for the tests of a file, or of a `describe`; none comes by itself. */
export function frames(): Frames {
  let waiting = new Map<number, () => void>();
  let ids = 0;
  const frame = (): void => {
    const due = [...waiting.values()];
    waiting.clear();
    for (const run of due) run();
    flushSync();
  };
  beforeEach(() => {
    waiting = new Map();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
      waiting.set((ids += 1), run);
      return ids;
    });
    vi.stubGlobal('cancelAnimationFrame', (id: number) => waiting.delete(id));
  });
  afterEach(() => {
    // What one test leaves waiting is not for the next.
    while (waiting.size > 0) frame();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  return { frame, asked: () => waiting.size };
}
