/** Windows of a lesson end with the same, whatever is lost, doubled or late between them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compareStamps, createShared, type Shared, type Stamp } from '#hosts/present/sync/shared.ts';
import { random } from './timeline-fixture.ts';

type Message = Record<string, unknown>;

/** Listeners of all windows at once: only one of them is the page of these. */
const listeners = new Map<string, Set<() => void>>();
const page = {
  addEventListener: (type: string, listen: () => void) =>
    void listeners.set(type, (listeners.get(type) ?? new Set()).add(listen)),
  removeEventListener: (type: string, listen: () => void) => void listeners.get(type)?.delete(listen),
};
const happens = (type: string): void => listeners.get(type)?.forEach((listen) => listen());

beforeEach(() => {
  vi.useFakeTimers();
  listeners.clear();
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('addEventListener', page.addEventListener);
  vi.stubGlobal('removeEventListener', page.removeEventListener);
  vi.stubGlobal('document', { ...page, hidden: false });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

interface Fake {
  name: string;
  value: unknown;
  shared: Shared;
  company: boolean;
  passed: unknown[];
  set(value: unknown): void;
}

/** Windows on one wire: what they say waits until it is delivered. */
class Room {
  readonly windows: Fake[] = [];
  readonly wire: { to: Fake; from: string; message: Message }[] = [];
  /** Whether a value can be read. */
  readable = (value: unknown): boolean => value !== 'nonsense';

  join(name: string, value: unknown = 0, stamp: Stamp = { count: 0, by: '' }): Fake {
    const window: Fake = {
      name,
      value,
      company: false,
      passed: [],
      set(next) {
        window.value = next;
        window.shared.changed();
      },
      shared: createShared({
        self: name,
        stamp,
        wires: () => ({
          send: (message) => {
            for (const to of this.windows)
              if (to !== window) this.wire.push({ to, from: name, message: structuredClone(message) });
          },
          add: () => undefined,
          close: () => undefined,
        }),
        write: () => window.value,
        adopt: (next) => {
          if (!this.readable(next)) return false;
          window.value = next;
          return true;
        },
        company: (there) => (window.company = there),
        passing: (passing) => window.passed.push(passing),
      }),
    };
    this.windows.push(window);
    window.shared.hello();
    return window;
  }

  leave(window: Fake): void {
    window.shared.stop();
    this.windows.splice(this.windows.indexOf(window), 1);
  }

  /** Delivers what waits, and what is said to it; ends, or the windows never come to rest. */
  deliver(most = 10_000): void {
    for (let n = 0; this.wire.length > 0; n += 1) {
      if (n > most) throw new Error('they never come to rest');
      this.one(0);
    }
  }

  one(at: number): void {
    const [{ to, from, message } = {} as never] = this.wire.splice(at, 1);
    if (this.windows.includes(to)) to.shared.receive(message, from);
  }

  /** A sign of life of everybody's, delivered. */
  beat(): void {
    vi.advanceTimersByTime(1_500);
    this.deliver();
  }
}

it('a change is everywhere at once', () => {
  const room = new Room();
  const [wall, speaker, third] = [room.join('wall'), room.join('speaker'), room.join('third')];
  room.deliver();
  speaker.set('two');
  room.deliver();
  wall.set('three');
  room.deliver();
  expect([wall, speaker, third].map(({ value }) => value)).toEqual(['three', 'three', 'three']);
});

it('the later change is by number, then by name', () => {
  const [a, b] = [
    { count: 2, by: 'a' },
    { count: 1, by: 'b' },
  ];
  expect(compareStamps(a, b)).toBeGreaterThan(0);
  expect(compareStamps(b, a)).toBeLessThan(0);
  expect(compareStamps({ count: 2, by: 'b' }, a)).toBeGreaterThan(0);
  expect(compareStamps(a, { ...a })).toBe(0);
});

it('changes at the same time end with one of them, the same in both', () => {
  const room = new Room();
  const [wall, speaker] = [room.join('wall'), room.join('speaker')];
  room.deliver();
  wall.set('of the wall');
  speaker.set('of the speaker');
  room.deliver();
  expect(wall.value).toBe('of the wall');
  expect(speaker.value).toBe('of the wall');
});

it('whoever joins gets what is there; whoever was away too', () => {
  const room = new Room();
  const wall = room.join('wall');
  wall.set('five');
  const speaker = room.join('speaker');
  room.deliver();
  expect(speaker.value).toBe('five');
  room.leave(speaker);
  wall.set('six');
  room.deliver();
  const again = room.join('speaker again', 'five', speaker.shared.stamp);
  room.deliver();
  expect(again.value).toBe('six');
  // A wall that was away: what the others have done since comes to it, not what it has to them.
  room.leave(wall);
  again.set('seven');
  const reloaded = room.join('wall again', 'six', wall.shared.stamp);
  room.deliver();
  expect([reloaded.value, again.value]).toEqual(['seven', 'seven']);
});

it('what was lost comes with the next sign of life', () => {
  const room = new Room();
  const [wall, speaker] = [room.join('wall'), room.join('speaker')];
  room.deliver();
  wall.set('lost');
  room.wire.length = 0;
  expect(speaker.value).toBe(0);
  room.beat();
  expect(speaker.value).toBe('lost');
  // Whoever hears of a later change asks for it, and does not wait for its own turn to speak.
  wall.set('lost too');
  room.wire.length = 0;
  speaker.shared.receive({ kind: 'beat', stamp: wall.shared.stamp }, 'wall');
  room.deliver();
  expect(speaker.value).toBe('lost too');
});

it('a window that wakes says so at once', () => {
  const room = new Room();
  const [wall, speaker] = [room.join('wall'), room.join('speaker')];
  room.deliver();
  wall.set('meanwhile');
  room.wire.length = 0;
  happens('visibilitychange');
  room.deliver();
  expect(speaker.value).toBe('meanwhile');
  wall.set('later');
  room.wire.length = 0;
  vi.stubGlobal('document', { ...page, hidden: true });
  happens('visibilitychange');
  expect(room.wire).toEqual([]);
});

it('knows whether another is there: until it says goodbye, or says nothing for long', () => {
  const room = new Room();
  const wall = room.join('wall');
  room.deliver();
  expect(wall.company).toBe(false);
  const speaker = room.join('speaker');
  room.deliver();
  expect([wall.company, speaker.company]).toEqual([true, true]);
  room.leave(speaker);
  wall.shared.receive({ kind: 'bye' }, 'speaker');
  expect(wall.company).toBe(false);
  const quiet = room.join('quiet');
  room.deliver();
  expect(wall.company).toBe(true);
  room.leave(quiet);
  vi.advanceTimersByTime(3_000);
  expect(wall.company).toBe(true);
  vi.advanceTimersByTime(3_500);
  expect(wall.company).toBe(false);
});

it('says goodbye with its page, and nothing after it was stopped', () => {
  const room = new Room();
  const [wall, speaker] = [room.join('wall'), room.join('speaker')];
  room.deliver();
  happens('pagehide');
  room.deliver();
  expect(speaker.company).toBe(false);
  wall.shared.stop();
  speaker.shared.stop();
  for (const type of ['pagehide', 'pageshow', 'visibilitychange']) happens(type);
  vi.advanceTimersByTime(10_000);
  expect(room.wire).toEqual([]);
});

it('what passes by is handed on and not kept', () => {
  const room = new Room();
  const [wall, speaker] = [room.join('wall'), room.join('speaker')];
  room.deliver();
  speaker.shared.pass({ spot: [0.5, 0.5] });
  room.deliver();
  expect(wall.passed).toEqual([{ spot: [0.5, 0.5] }]);
  expect(wall.shared.stamp).toEqual({ count: 0, by: '' });
});

it('a value that cannot be read changes nothing, and the windows rest', () => {
  const room = new Room();
  const [wall, speaker] = [room.join('wall'), room.join('speaker')];
  room.deliver();
  wall.set('nonsense');
  room.deliver(50);
  expect(speaker.value).toBe(0);
  expect(speaker.shared.stamp.count).toBe(0);
  room.beat();
  speaker.set('sense');
  room.deliver(50);
  wall.set('more sense');
  room.deliver(50);
  room.beat();
  expect([wall.value, speaker.value]).toEqual(['more sense', 'more sense']);
});

it('messages of another shape change nothing', () => {
  const room = new Room();
  const wall = room.join('wall', 'mine');
  const stamps = [undefined, null, 7, {}, { count: '9', by: 'x' }, { count: -1, by: 'x' }, { count: 9 }];
  const wrong = [...stamps, { count: NaN, by: 'x' }, { count: 1.5, by: 'x' }, { count: 2 ** 60, by: 'x' }];
  for (const kind of ['state', 'beat', 'hello', 'other', undefined]) {
    for (const stamp of wrong) wall.shared.receive({ kind, stamp, value: 'theirs' }, 'x');
  }
  wall.shared.receive({ kind: 'beat', stamp: { count: 9, by: 'x' }, value: 'theirs' }, 'x');
  expect(wall.value).toBe('mine');
  expect(wall.shared.stamp.count).toBe(0);
});

describe.each([2, 3])('%i windows on a bad wire', (size) => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('end with the same, one of the last changes made (seed %i)', (seed) => {
    const next = random(seed * 31 + size);
    const some = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
    const room = new Room();
    for (let i = 0; i < size; i += 1) room.join(`window ${i}`);
    let made = 0;
    for (let i = 0; i < 400; i += 1) {
      const chance = next();
      const at = Math.floor(next() * room.wire.length);
      if (chance < 0.2) some(room.windows).set((made += 1));
      else if (chance < 0.3) vi.advanceTimersByTime(500);
      else if (room.wire.length === 0) continue;
      // Lost, doubled, or delivered in any order.
      else if (chance < 0.4) room.wire.splice(at, 1);
      else if (chance < 0.45) room.wire.push(room.wire[at]!);
      else room.one(at);
    }
    room.deliver();
    // From here on the wire is good: two signs of life mend everything.
    room.beat();
    room.beat();
    const [first, ...others] = room.windows;
    for (const other of others) {
      expect(other.value).toBe(first!.value);
      expect(other.shared.stamp).toEqual(first!.shared.stamp);
    }
    expect(made).toBeGreaterThan(50);
    expect(Number(first!.value)).toBeGreaterThan(made / 2);
    // One more change on a good wire is the last word, whoever makes it.
    for (const window of room.windows) {
      window.set((made += 1));
      room.deliver();
      expect(room.windows.map(({ value }) => value)).toEqual(room.windows.map(() => made));
    }
    for (const { shared } of room.windows) shared.stop();
  });
});
