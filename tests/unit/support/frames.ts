/** Frames that come when a test says so. */
import { flushSync } from 'svelte';
import { afterEach, beforeEach, vi } from 'vitest';

/** Frames for the tests of a file; none comes by itself. */
export function frames(): { frame: () => void } {
  let asked = new Map<number, () => void>();
  let ids = 0;
  const frame = (): void => {
    const due = [...asked.values()];
    asked.clear();
    for (const run of due) run();
    flushSync();
  };
  beforeEach(() => {
    asked = new Map();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
      asked.set((ids += 1), run);
      return ids;
    });
    vi.stubGlobal('cancelAnimationFrame', (id: number) => asked.delete(id));
  });
  afterEach(() => {
    // What one test leaves waiting is not for the next.
    while (asked.size > 0) frame();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  return { frame };
}
