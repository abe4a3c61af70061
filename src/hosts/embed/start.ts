/**
 * What every embed's script does first and last: reads its inline data and its address, lets the view come alive,
 * tells the host. A view that fails leaves the still and the text in its place.
 */
import type { Instant, Ref } from '#model/scene.ts';
import { readInstant } from '#model/scene-address.ts';
import { connect, type EmbedChild } from './child/index.ts';
import { DATA_ID } from './embed-data.ts';
import { readOptions, type EmbedIds, type EmbedOptions, type EmbedTheme } from './options.ts';
import { openOutside } from './outward.ts';

/** What a host or an address may ask for: known ids and real dates only. */
export interface Target {
  step?: string;
  at?: Instant;
  event?: Ref;
}

export interface Tell {
  /** Another step is shown; `at` is its civil date. */
  step(id: string, at: string): void;
  /** The reader chose an event, a place or a voyage. */
  select(ref: Ref): void;
}

export interface View<Data> {
  /** The ids that may be named. */
  ids: (data: Data) => EmbedIds;
  /** Brings the view to life as the address asks; the result goes where the host asks. */
  run: (context: {
    data: Data;
    options: EmbedOptions;
    root: HTMLElement;
    tell: Tell;
  }) => (target: Target) => void;
}

function setTheme(theme: EmbedTheme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** The embed's inline data. */
function readData<Data>(): Data {
  return JSON.parse(document.getElementById(DATA_ID)?.textContent ?? 'null') as Data;
}

export function startEmbed<Data>({ ids, run }: View<Data>): void {
  const root = document.querySelector<HTMLElement>('main.embed');
  if (!root) return;
  let child: EmbedChild | undefined = undefined;
  // What happens before the host can be told is its own asking.
  const tell: Tell = {
    step: (id, at) => child?.step(id, at),
    select: (ref) => child?.select(ref),
  };
  openOutside();
  let go: (target: Target) => void = () => undefined;
  let known: EmbedIds = { steps: new Set(), events: new Set() };
  try {
    const data = readData<Data>();
    known = ids(data);
    go = run({ data, options: readOptions(location.search, known), root, tell });
  } catch (error) {
    document.documentElement.classList.remove('js');
    reportError(error);
  }
  child = connect(root, {
    goto({ step, at, event }) {
      const date = at === undefined ? undefined : readInstant(at);
      const target: Target = {
        ...(step !== undefined && known.steps.has(step) && { step }),
        ...(date && { at: date }),
        ...(event !== undefined && known.events.has(event) && { event }),
      };
      if (Object.keys(target).length > 0) go(target);
    },
    theme: setTheme,
  });
  child.ready();
}
