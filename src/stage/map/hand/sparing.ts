/** Says things at once, but not more often than every so many ms; the last one is never left out. */
export interface Sparing<T> {
  say(what: T): void;
  /** Says what still waits, now. */
  finish(): void;
  /** Forgets what still waits. */
  drop(): void;
}

export function sparing<T>(tell: (what: T) => void, every: number): Sparing<T> {
  let waiting: { what: T } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = (): void => {
    timer = undefined;
    if (!waiting) return;
    const { what } = waiting;
    waiting = undefined;
    timer = setTimeout(send, every);
    tell(what);
  };
  return {
    say(what) {
      waiting = { what };
      if (timer === undefined) send();
    },
    finish() {
      clearTimeout(timer);
      send();
    },
    drop() {
      waiting = undefined;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
