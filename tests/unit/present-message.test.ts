/** A session goes to another window and comes back the same; whatever else comes makes no broken one. */
import { describe, expect, it } from 'vitest';
import * as changes from '#hosts/present/changes.ts';
import { readSession, readStroke, writeSession } from '#hosts/present/sync/session-message.ts';
import type { Session } from '#model/session.ts';
import { begin, data, deckOf, decks, faultsOf, known, sent } from './present-fixture.ts';
import { random } from './timeline-fixture.ts';

/** A session with everything in it. */
function full(): Session {
  const deck = deckOf('lesson-45');
  const pause = deck.slides.findIndex(({ kind }) => kind === 'pause');
  const step = deck.slides.find(({ kind }) => kind === 'step')!.id;
  const poll = deck.slides.find(({ kind }) => kind === 'poll')!;
  const all: changes.Change[] = [
    changes.go(deck, pause, 1000),
    changes.runCountdown(2000),
    changes.move({ centre: [35.78, 35.52], width: 1.25 }),
    changes.choose('chart'),
    changes.show(step, 'answer'),
    changes.show(deck.slides[pause]!.id, 'question'),
    changes.count(poll.id, poll.options!, 1, 7),
    changes.draw(step, [0.1, 0.2, 0.3, 0.4]),
    changes.cover('white'),
  ];
  const first: Session = { ...begin('lesson-45'), guess: [1, 2, { three: 4 }] };
  return all.reduce((session, change) => change(session), first);
}

describe('there and back', () => {
  it('everything in it stays', () => {
    expect(faultsOf(full())).toEqual([]);
    expect(sent(full())).toEqual(full());
    // Plain data: a browser keeps it in its history, and posts it.
    expect(JSON.parse(JSON.stringify(writeSession(full())))).toEqual(writeSession(full()));
  });

  it('every slide of every path', () => {
    for (const deck of decks) {
      deck.slides.forEach((_, i) => {
        const session = changes.go(deck, i, 5000)(begin(deck.path.id));
        expect(sent(session)).toEqual(session);
      });
    }
  });

  it('what was shown, counted and drawn along another path', () => {
    const away = changes.takePath('', deckOf(''), 0)(full());
    expect(Object.keys(away.counts)).toHaveLength(1);
    expect(sent(away)).toEqual(away);
  });
});

describe('what makes no sense is left out', () => {
  const message = writeSession(full());
  const read = (part: Record<string, unknown>): Session | undefined =>
    readSession({ ...message, ...part }, known);

  it.each([
    ['no path', { path: 'lesson-46' }],
    ['a path that is none', { path: ['lesson-45'] }],
    ['no slide', { slide: 'somewhere' }],
    ['a slide of another path', { slide: deckOf('').slides[1]!.id }],
    ['no scene', { scene: undefined }],
    ['a scene that is none', { scene: { panel: 'map' } }],
  ])('%s: no session', (_, part) => expect(read(part)).toBeUndefined());

  it.each([[undefined], [null], [0], ['{}'], [[]], [[message]], [() => message]])('%s: no session', (value) =>
    expect(readSession(value, known)).toBeUndefined(),
  );

  it('a part that cannot be read is as if nobody had sent it', () => {
    const poll = Object.keys(message.counts)[0]!;
    const shown = Object.keys(message.shown);
    expect(read({ cover: 'red' })!.cover).toBeUndefined();
    expect(
      read({ shown: { [shown[0]!]: 'notes', nowhere: 'answer', [shown[1]!]: 'question' } })!.shown,
    ).toEqual({ [shown[1]!]: 'question' });
    for (const counts of [[1, 2, 3], [0, 0, 0, -1], [0, 0, 0, 0.5], ['1', 0, 0, 0], [0, 0, 0, 1000], 'many'])
      expect(read({ counts: { [poll]: counts } })!.counts).toEqual({});
    // eslint-disable-next-line no-sparse-arrays -- messages may have holes.
    expect(read({ counts: { [poll]: [1, , 2, 3] } })!.counts).toEqual({});
    expect(read({ counts: { [shown[0]!]: [1, 2, 3, 4] } })!.counts).toEqual({});
    expect(read({ ink: { [shown[0]!]: [[0.5], 'line', [0.1, 0.2]] } })!.ink).toEqual({
      [shown[0]!]: [[0.1, 0.2]],
    });
    expect(read({ clock: { spent: -5, entered: NaN, since: 'now' } })!.clock).toEqual({
      spent: 0,
      entered: 0,
    });
    const held = read({ countdown: { ...message.countdown, phase: 9 } })!.countdown!;
    expect(held).toMatchObject({ phase: 0, left: held.phases[0]! * 1000 });
    // Of another pause: its phase is not this one’s.
    expect(read({ countdown: { ...message.countdown, slide: shown[0], phase: 2 } })!.countdown!.phase).toBe(
      0,
    );
    expect(read({ countdown: { ...message.countdown, left: 1e9 } })!.countdown!.left).toBe(
      held.phases[0]! * 1000,
    );
  });

  it('lines are pairs of numbers on the stage or a little beside it', () => {
    expect(readStroke([0, 1, -1, 2])).toEqual([0, 1, -1, 2]);
    for (const none of [
      [],
      [1],
      [0, 1, 2],
      [0, 3],
      [0, -1.01],
      [0, NaN],
      [0, '1'],
      new Array(2),
      'ab',
      null,
      {},
    ])
      expect(readStroke(none)).toBeUndefined();
    expect(readStroke(new Array(4002).fill(0.5))).toBeUndefined();
  });
});

describe('2,000 hostile messages', () => {
  const ids = data.paths.flatMap(({ slides }) => slides.map(({ id }) => id));
  const WORDS = [
    ...['__proto__', 'constructor', 'toString', '', 'black', 'answer', 'map', 'lesson-45', '%'],
    ...ids,
  ];
  const KEYS = [
    ...['path', 'slide', 'scene', 'cover', 'shown', 'counts', 'ink', 'countdown', 'clock', 'guess'],
    ...['phase', 'phases', 'ends', 'left', 'since', 'spent', 'entered', 'length'],
  ];
  const NUMBERS = [0, -0, 1, -1, 0.5, 1e308, -1e308, NaN, Infinity, 2 ** 53, 999, 1000];

  function anything(next: () => number, depth = 0): unknown {
    const some = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
    const many = Math.floor(next() * 6);
    switch (Math.floor(next() * (depth > 3 ? 5 : 9))) {
      case 0:
        return some(NUMBERS);
      case 1:
        return some(WORDS);
      case 2:
        return some([null, undefined, true, false, 10n, new Date(NaN), new Map(), /x/]);
      case 3:
        return `${some(['at', 'from', 'camera', 'panel', 'focus', 'text', '&', '%E0%'])}=${some(WORDS)},${some(NUMBERS)}`;
      case 4:
        return new Array(many);
      case 5:
        return Array.from({ length: many }, () => some(NUMBERS));
      case 6:
        return Array.from({ length: many }, () => anything(next, depth + 1));
      default: {
        const found: Record<string, unknown> = Object.create(next() < 0.2 ? null : Object.prototype);
        for (let i = 0; i < many; i += 1) {
          const key = next() < 0.5 ? some(KEYS) : some(WORDS);
          Object.defineProperty(found, key, {
            value: anything(next, depth + 1),
            enumerable: true,
            configurable: true,
          });
        }
        return found;
      }
    }
  }

  /** A good message, of which something deep inside is something else. */
  function spoilt(next: () => number, value: unknown): unknown {
    if (next() < 0.12 || typeof value !== 'object' || value === null) return anything(next, 2);
    if (Array.isArray(value))
      return value.map((one) => (next() < 0.5 ? spoilt(next, one) : (one as unknown)));
    const entries = Object.entries(value);
    const at = Math.floor(next() * entries.length);
    return Object.fromEntries(
      entries.map(([key, one], i) => [key, i === at || next() < 0.1 ? spoilt(next, one) : (one as unknown)]),
    );
  }

  it('never throw, never make a broken session', () => {
    const next = random(11);
    let read = 0;
    for (let i = 0; i < 2000; i += 1) {
      const message = i % 4 === 0 ? anything(next) : spoilt(next, writeSession(full()));
      const session = readSession(message, known);
      if (!session) continue;
      read += 1;
      expect(faultsOf(session), `message ${i}`).toEqual([]);
      // What was taken over goes on to the next window as it is.
      const { guess: _, ...rest } = session;
      const { guess: __, ...again } = sent(session)!;
      expect(again, `message ${i}`).toEqual(rest);
    }
    // Else nothing was tried.
    expect(read).toBeGreaterThan(500);
  });
});
