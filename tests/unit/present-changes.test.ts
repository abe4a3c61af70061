/** What happens in a lesson, from one session to the next: each change, and any row of them. */
import { describe, expect, it } from 'vitest';
import * as changes from '#hosts/present/changes.ts';
import type { Panel } from '#model/scene.ts';
import type { Session } from '#model/session.ts';
import { begin, deckOf, decks, faultsOf, sent } from './present-fixture.ts';
import { random } from './timeline-fixture.ts';

const lesson = deckOf('lesson-45');
const POLL = lesson.slides.find(({ kind }) => kind === 'poll')!.id;
const PAUSE = lesson.slides.findIndex(({ kind }) => kind === 'pause');
const indexIn = ({ path, slide }: Session): number => changes.indexOf(deckOf(path), slide);
const after = (session: Session, ...all: changes.Change[]): Session =>
  all.reduce((now, change) => change(now), session);

describe('to another slide', () => {
  it('shows its scene and starts the clock', () => {
    const at3 = changes.go(lesson, 3, 5000)(begin('lesson-45'));
    expect(at3.slide).toBe(lesson.slides[3]!.id);
    expect(at3.scene).toBe(lesson.sceneOf(3));
    expect(at3.clock).toEqual({ since: 5000, spent: 0, entered: 0 });
    expect(changes.go(lesson, 4, 9000)(at3).clock).toEqual({ since: 5000, spent: 0, entered: 4000 });
  });

  it('stays, the same session, where there is no such slide or it is there already', () => {
    const session = begin('lesson-45');
    for (const index of [-1, 0, lesson.slides.length, NaN, 0.5])
      expect(changes.go(lesson, index, 0)(session)).toBe(session);
    const last = changes.go(lesson, lesson.slides.length - 1, 0)(session);
    expect(changes.turn(lesson, 1, 0)(last)).toBe(last);
    expect(changes.turn(lesson, -1, 0)(session)).toBe(session);
  });

  it('a covered wall is uncovered first', () => {
    const black = after(begin('lesson-45'), changes.go(lesson, 2, 0), changes.cover('black'));
    for (const by of [1, -1] as const) {
      const back = changes.turn(lesson, by, 0)(black);
      expect(back.cover).toBeUndefined();
      expect(indexIn(back)).toBe(2);
    }
    expect(changes.go(lesson, 5, 0)(black).cover).toBeUndefined();
  });

  it('forth and back is where it was, its own scene again', () => {
    const session = after(
      begin('lesson-45'),
      changes.go(lesson, 2, 0),
      changes.move({ centre: [36, 35], width: 3 }),
      changes.turn(lesson, 1, 0),
      changes.turn(lesson, -1, 0),
    );
    expect(session.scene).toBe(lesson.sceneOf(2));
  });

  it('a slide without a stage has the scene of the step before it', () => {
    lesson.slides.forEach(({ step, kind }, i) => {
      const before = lesson.slides.slice(0, i + 1).findLast((slide) => slide.step !== undefined);
      expect(lesson.sceneOf(i), kind).toBe(
        before ? deckOf('').sceneOf(changes.indexOf(deckOf(''), before.step!)) : deckOf('').sceneOf(0),
      );
      if (kind === 'step') expect(step).toBe(lesson.slides[i]!.id);
    });
  });
});

it('a cover is taken away by the same again, or changed by the other', () => {
  const session = begin();
  const black = changes.cover('black')(session);
  expect(black.cover).toBe('black');
  expect('cover' in changes.cover('black')(black)).toBe(false);
  expect(changes.cover('white')(black).cover).toBe('white');
  expect('cover' in changes.cover(undefined)(black)).toBe(false);
  expect(changes.cover(undefined)(session)).toBe(session);
});

it('a question, then its answer, then neither; a pause, a poll and a source have theirs on the wall', () => {
  const session = begin('lesson-45');
  const slide = (kind: string) => lesson.slides.find((one) => one.kind === kind)!;
  const seen = (kind: string): unknown[] => {
    const reveal = changes.reveal(slide(kind));
    const first = reveal(session);
    const second = reveal(first);
    const third = reveal(second);
    return [first, second, third].map(({ shown }) => shown[slide(kind).id]);
  };
  expect(seen('step')).toEqual(['question', 'answer', undefined]);
  for (const kind of ['pause', 'poll', 'analysis'])
    expect(seen(kind), kind).toEqual(['answer', undefined, 'answer']);
  expect(changes.show(slide('step').id, undefined)(session)).toBe(session);
});

it('the stage is moved, another picture chosen, and all of it put back', () => {
  const session = changes.go(lesson, 2, 0)(begin('lesson-45'));
  const other: Panel = session.scene.panel === 'chart' ? 'map' : 'chart';
  expect(changes.choose(session.scene.panel)(session)).toBe(session);
  const moved = after(session, changes.choose(other), changes.move({ centre: [35.8, 35.5], width: 2 }));
  expect(moved.scene).toMatchObject({ panel: other, camera: { centre: [35.8, 35.5], width: 2 } });
  expect(session.scene).toBe(lesson.sceneOf(2));
  expect(changes.restore(lesson)(moved).scene).toBe(lesson.sceneOf(2));
});

it('hands are counted from none to 999, for options that there are', () => {
  const session = begin('lesson-45');
  const one = changes.count(POLL, 4, 2, 1)(session);
  expect(one.counts[POLL]).toEqual([0, 0, 1, 0]);
  expect(changes.count(POLL, 4, 1, -1)(one).counts[POLL]).toEqual([0, 0, 1, 0]);
  expect(changes.count(POLL, 4, 0, 5000)(one).counts[POLL]).toEqual([999, 0, 1, 0]);
  for (const option of [-1, 4]) expect(changes.count(POLL, 4, option, 1)(one)).toBe(one);
  expect(changes.clearCount(POLL)(one).counts).toEqual({});
});

describe('lines', () => {
  const slide = lesson.slides[1]!.id;
  const draw = (stroke: readonly number[]): changes.Change => changes.draw(slide, stroke);

  it('are added, taken back one by one, or all cleared', () => {
    const session = begin('lesson-45');
    const two = after(session, draw([0.1, 0.1, 0.2, 0.2]), draw([0.5, 0.5]));
    expect(two.ink[slide]).toEqual([
      [0.1, 0.1, 0.2, 0.2],
      [0.5, 0.5],
    ]);
    const one = changes.erase(slide, false)(two);
    expect(one.ink[slide]).toHaveLength(1);
    expect(changes.erase(slide, false)(one).ink).toEqual({});
    expect(changes.erase(slide, true)(two).ink).toEqual({});
    expect(changes.erase(slide, true)(session)).toBe(session);
  });

  it('that leave the window, are very long or very many reach the other window as they are', () => {
    const far = draw([0.5, 0.5, -40, 0.5, 0.5, 77])(begin('lesson-45'));
    expect(sent(far)!.ink).toEqual(far.ink);
    const scribble = Array.from({ length: 9002 }, (_, i) => (i % 200) / 200);
    const long = draw(scribble)(begin('lesson-45'));
    expect(sent(long)!.ink).toEqual(long.ink);
    const [line = []] = long.ink[slide]!;
    expect([line[0], line[1], line.at(-2), line.at(-1)]).toEqual([
      ...scribble.slice(0, 2),
      ...scribble.slice(-2),
    ]);
    let many = begin('lesson-45');
    for (let i = 0; i < 450; i += 1) many = draw([i / 450, 0.5])(many);
    expect(sent(many)!.ink).toEqual(many.ink);
    // The last one drawn is there, whatever had to go.
    expect(many.ink[slide]!.at(-1)).toEqual([449 / 450, 0.5]);
    for (const none of [[], [0.5], [NaN, 0.5]]) expect(faultsOf(draw(none)(begin('lesson-45')))).toEqual([]);
  });
});

describe('the countdown of a pause', () => {
  const [think = 0, pair = 0, share = 0] = lesson.slides[PAUSE]!.phases!;
  const there = changes.go(lesson, PAUSE, 0)(begin('lesson-45'));

  it('waits, runs, is held, and goes through the phases', () => {
    expect(there.countdown).toMatchObject({ phase: 0, left: think * 1000 });
    expect(there.countdown!.ends).toBeUndefined();
    const run = changes.runCountdown(1000)(there);
    expect(changes.left(run.countdown!, 11_000)).toBe(think * 1000 - 10_000);
    const held = changes.runCountdown(11_000)(run);
    expect(held.countdown!.ends).toBeUndefined();
    expect(changes.left(held.countdown!, 99_000_000)).toBe(think * 1000 - 10_000);
    const again = changes.runCountdown(20_000)(held);
    const over = 20_000 + think * 1000;
    expect(changes.left(again.countdown!, over)).toBe(0);
    const second = changes.runCountdown(over)(again);
    expect(second.countdown).toMatchObject({ phase: 1, ends: over + pair * 1000 });
    const third = changes.nextPhase(over)(second);
    expect(third.countdown).toMatchObject({ phase: 2, ends: over + share * 1000 });
    expect(changes.nextPhase(over)(third).countdown).toEqual(there.countdown);
  });

  it('is not on other slides', () => {
    const next = changes.turn(lesson, 1, 0)(there);
    expect('countdown' in next).toBe(false);
    expect(changes.runCountdown(0)(next)).toBe(next);
    expect(changes.nextPhase(0)(next)).toBe(next);
  });
});

it('the clock runs, is held, and is set to nothing', () => {
  const running = changes.runClock(1000)(begin());
  expect(changes.elapsed(running.clock, 4000)).toBe(3000);
  const held = changes.runClock(4000)(running);
  expect(changes.elapsed(held.clock, 99_000)).toBe(3000);
  expect(changes.elapsed(changes.runClock(50_000)(held).clock, 51_000)).toBe(4000);
  // A clock set back while it runs takes nothing off.
  expect(changes.elapsed(running.clock, 0)).toBe(0);
  expect(changes.resetClock(held).clock).toEqual({ spent: 0, entered: 0 });
});

it('another path stays at the slide where it has it, else begins; what was drawn and counted stays', () => {
  const short = deckOf('lesson-15');
  const shared = short.slides.find(({ kind }) => kind === 'step')!.id;
  const whole = deckOf('');
  const session = after(begin(), changes.go(whole, changes.indexOf(whole, shared), 0));
  const drawn = changes.draw(shared, [0.5, 0.5])(session);
  const taken = changes.takePath('lesson-15', short, 0)(drawn);
  expect(taken).toMatchObject({ path: 'lesson-15', slide: shared, ink: drawn.ink });
  const missing = whole.slides.findIndex(({ id }) => changes.indexOf(short, id) < 0);
  const first = changes.takePath('lesson-15', short, 0)(changes.go(whole, missing, 0)(session));
  expect(first.slide).toBe(short.slides[0]!.id);
});

describe('any row of changes', () => {
  const some = <T>(next: () => number, list: readonly T[]): T => list[Math.floor(next() * list.length)]!;

  function anyChange(next: () => number, now: number, { path }: Session): changes.Change {
    const deck = deckOf(path);
    const slide = some(next, deck.slides);
    const poll = some(
      next,
      decks.flatMap(({ slides }) => slides.filter(({ kind }) => kind === 'poll')),
    );
    const other = some(next, decks);
    const wild = (): number => (next() < 0.1 ? (next() - 0.5) * 20 : next());
    return some<() => changes.Change>(next, [
      () => changes.go(deck, Math.floor(next() * (deck.slides.length + 4)) - 2, now),
      () => changes.turn(deck, next() < 0.7 ? 1 : -1, now),
      () => changes.cover(some(next, ['black', 'white', undefined] as const)),
      () => changes.move({ centre: [next() * 40, next() * 60 - 10], width: 0.05 + next() * 200 }),
      () => changes.move(some(next, [...['europe', 'syria']])),
      () => changes.choose(some<Panel>(next, ['map', 'chart', 'timeline', 'positions', 'guess', 'tonnes'])),
      () => changes.restore(deck),
      () => changes.show(slide.id, some(next, ['question', 'answer', undefined] as const)),
      () => changes.reveal(slide),
      () =>
        changes.count(poll.id, poll.options!, Math.floor(next() * 6) - 1, Math.round((next() - 0.4) * 900)),
      () => changes.clearCount(poll.id),
      () => changes.draw(slide.id, Array.from({ length: Math.floor(next() * 12) }, wild)),
      () => changes.erase(slide.id, next() < 0.3),
      () => changes.runCountdown(now),
      () => changes.nextPhase(now),
      () => changes.runClock(now),
      () => changes.resetClock,
      () => changes.takePath(other.path.id, other, now),
    ])();
  }

  it.each([1, 2, 3, 4, 5, 6])('keeps a valid session that other windows read the same (seed %i)', (seed) => {
    const next = random(seed);
    let session = begin();
    let now = 1_000_000;
    for (let i = 0; i < 1500; i += 1) {
      now += Math.floor(next() * 90_000) - 1000;
      const before = session;
      const frozen = JSON.stringify(before);
      session = anyChange(next, now, session)(session);
      expect(faultsOf(session), `change ${i}`).toEqual([]);
      // The other window must not have another lesson than this one.
      if (i % 5 === 0) expect(sent(session), `change ${i}`).toEqual(session);
      expect(JSON.stringify(before)).toBe(frozen);
    }
  });
});
