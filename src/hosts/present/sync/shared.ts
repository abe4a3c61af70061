/**
 * One value that several windows hold, the last change of which wins: every window ends with the same. A window that
 * joins or wakes asks; a regular sign of life carries the number of the last change, so that whoever has missed one
 * is sent it again.
 */
import type { Wires } from './wires.ts';

/** Signs of life come so often, and whoever gave none for so long is gone, ms. */
const BEAT = 1_500;
const GONE = 5_000;

/** Which change came later: by number, and by name where two windows changed at once. */
export interface Stamp {
  count: number;
  by: string;
}

/** Above nothing: the later of two changes is `a`. */
export const compareStamps = (a: Stamp, b: Stamp): number =>
  a.count - b.count || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0);

export interface SharedOptions {
  self: string;
  stamp: Stamp;
  wires: () => Wires;
  write(): unknown;
  /** Takes another window's value over; whether it could be read. */
  adopt(value: unknown, stamp: Stamp): boolean;
  /** Whether another window is there. */
  company(there: boolean): void;
  /** What passes by without being kept: the laser. */
  passing(value: unknown): void;
}

export interface Shared {
  readonly stamp: Stamp;
  /** The value has been changed here. */
  changed(): void;
  /** Sends what is not kept. */
  pass(value: unknown): void;
  receive(message: Record<string, unknown>, from: string): void;
  /** Asks the others, on joining. */
  hello(): void;
  stop(): void;
}

function readStamp(value: unknown): Stamp | undefined {
  const { count, by } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Stamp>;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 && typeof by === 'string'
    ? { count, by }
    : undefined;
}

export function createShared(options: SharedOptions): Shared {
  const { self, wires, write, adopt, company, passing } = options;
  let { stamp } = options;
  let seen = 0;

  const send = (kind: string, more: Record<string, unknown> = {}): void =>
    wires().send({ kind, stamp, ...more });
  const state = (): void => send('state', { value: write() });
  const beat = window.setInterval(() => {
    send('beat');
    company(Date.now() - seen < GONE);
  }, BEAT);
  const bye = (): void => send('bye');
  addEventListener('pagehide', bye);
  // Asleep, or kept by the browser for going back: the others may have gone on.
  const wake = (): void => {
    if (!document.hidden) send('beat');
  };
  addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', wake);

  return {
    get stamp() {
      return stamp;
    },
    changed() {
      stamp = { count: stamp.count + 1, by: self };
      state();
    },
    pass: (value) => send('passing', { value }),
    receive(message) {
      if (message['kind'] === 'bye') {
        seen = 0;
        company(false);
        return;
      }
      seen = Date.now();
      company(true);
      if (message['kind'] === 'passing') {
        passing(message['value']);
        return;
      }
      const theirs = readStamp(message['stamp']);
      if (!theirs) return;
      const later = compareStamps(theirs, stamp);
      if (message['kind'] === 'state' && later > 0) {
        if (adopt(message['value'], theirs)) stamp = theirs;
      } else if (later < 0) {
        // They have missed something.
        state();
      } else if (later > 0) send('hello');
      else if (message['kind'] === 'hello') send('beat');
    },
    hello: () => send('hello'),
    stop() {
      clearInterval(beat);
      removeEventListener('pagehide', bye);
      removeEventListener('pageshow', wake);
      document.removeEventListener('visibilitychange', wake);
    },
  };
}
