/**
 * The views that no page shows at first: each is loaded when a scene or a reader asks for it, or a little before,
 * once the reader has begun to move.
 */
import type { Panel } from '#model/scene.ts';
import { keepingFocus } from './focus.ts';
import { whenIdle } from './idle.ts';
import type { StageData } from './stage-data.ts';

const LOAD = {
  chart: () => import('./chart/index.ts'),
  tonnes: () => import('./tonnes/index.ts'),
  guess: () => import('./guess/index.ts'),
  classGuess: () => import('./guess/class/index.ts'),
  legend: () => import('./StageLegend.svelte'),
};
export type LazyView = keyof typeof LOAD;
type Loaded<Name extends LazyView> = Awaited<ReturnType<(typeof LOAD)[Name]>>;
type Views = { [Name in LazyView]?: Loaded<Name> };

let views = $state.raw<Views>({});
let failed = $state.raw<readonly LazyView[]>([]);
let loading: readonly LazyView[] = [];

/** What has been loaded so far. Not awaited in markup: once loaded, a view is there at once. */
export const lazy = {
  get views(): Views {
    return views;
  },
  get failed(): readonly LazyView[] {
    return failed;
  },
};

/** Loads a view, unless it is there or on its way. One that could not be had is tried again at the next call. */
export function loadView(name: LazyView): void {
  if (views[name] || loading.includes(name)) return;
  loading = [...loading, name];
  keepingFocus<Loaded<LazyView>>(LOAD[name]())
    .then(
      (view) => {
        views = { ...views, [name]: view };
        failed = failed.filter((other) => other !== name);
      },
      () => (failed = [...failed, name]),
    )
    .finally(() => (loading = loading.filter((other) => other !== name)));
}

/** Loads those that a reader may come to. */
export function loadViews(): void {
  (['chart', 'tonnes', 'guess', 'legend'] as const).forEach(loadView);
}

/** One layout on a slow machine, ms. */
const LAYOUT = 8;

/**
 * Lays out, once there is time for it, what a reader may come to next and is there: mounted, it has less to do.
 * @param panels those that scenes to come ask for
 * @param room what a view in front of the map will have, px
 * @returns what calls it off
 */
export function prepareViews(
  data: StageData,
  panels: readonly Panel[],
  room: { width: number; height: number; compact: boolean },
): () => void {
  const { chart, tonnes, guess } = views;
  return whenIdle(() => {
    if (data.chart && panels.includes('chart')) chart?.prepare(data.chart, room);
    if (data.tonnes && panels.includes('tonnes')) tonnes?.prepare(data.tonnes, room);
    if (data.guess && panels.includes('guess')) guess?.prepare(data.guess, room);
  }, LAYOUT);
}
