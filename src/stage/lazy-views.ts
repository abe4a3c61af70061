/**
 * The views that no page shows at first: each is loaded when a scene asks for it, or a little before, once the reader
 * has begun to move.
 */
const memo = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load();
    // A failure is not kept: the next scene tries again.
    loading.catch(() => (loading = undefined));
    return loading;
  };
};

export const views = {
  chart: memo(() => import('./chart/ChartView.svelte')),
  tonnes: memo(() => import('./tonnes/TonnesView.svelte')),
  guess: memo(() => import('./guess/index.ts')),
};

/** Loads them all, quietly: a view that cannot be had now is asked for again when a scene needs it. */
export function loadViews(): void {
  for (const load of Object.values(views)) load().catch(() => undefined);
}
