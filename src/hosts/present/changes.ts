/** What may happen in a lesson: from one session to the next. Pure; the same object back where nothing changes. */
import type { Camera, Panel, Scene } from '#model/scene.ts';
import type { Clock, Countdown, Cover, Session, Shown, Stroke } from '#model/session.ts';
import type { SlideData } from './deck.ts';

export type Change = (session: Session) => Session;

/** Where the slides are and what their scenes are. */
export interface Slides {
  readonly slides: readonly SlideData[];
  sceneOf(index: number): Scene;
}

export const indexOf = ({ slides }: Slides, id: string): number =>
  slides.findIndex((slide) => slide.id === id);

/** What the clock has run, ms. */
export const elapsed = ({ since, spent }: Clock, now: number): number =>
  spent + (since === undefined ? 0 : Math.max(0, now - since));

/** To a slide by its index; where there is none, nothing changes. Coming to a slide uncovers the wall. */
export function go(deck: Slides, index: number, now: number): Change {
  return (session) => {
    const slide = deck.slides[index];
    if (!slide || slide.id === session.slide) return session;
    const { cover: _, countdown: __, ...rest } = session;
    // The clock begins when the lesson leaves its first slide.
    const { since = now, spent } = session.clock;
    const clock: Clock = { since, spent, entered: 0 };
    return {
      ...rest,
      slide: slide.id,
      scene: deck.sceneOf(index),
      clock: { ...clock, entered: elapsed(clock, now) },
      ...(slide.phases && { countdown: countdownFor(slide) }),
    };
  };
}

/** One slide on or back. While the wall is covered the first press only uncovers it. */
export function turn(deck: Slides, by: 1 | -1, now: number): Change {
  return (session) => {
    if (session.cover) return uncover(session);
    return go(deck, indexOf(deck, session.slide) + by, now)(session);
  };
}

function uncover({ cover: _, ...rest }: Session): Session {
  return rest;
}

/** Black or white; the same again takes it away. */
export function cover(colour: Cover | undefined): Change {
  return (session) => {
    if (session.cover === colour && colour === undefined) return session;
    return colour === undefined || session.cover === colour
      ? uncover(session)
      : { ...session, cover: colour };
  };
}

export const move =
  (camera: Camera): Change =>
  (session) => ({ ...session, scene: { ...session.scene, camera } });

export const choose =
  (panel: Panel): Change =>
  (session) =>
    session.scene.panel === panel ? session : { ...session, scene: { ...session.scene, panel } };

/** The slide's own scene again, after the map was moved or another picture chosen. */
export const restore =
  (deck: Slides): Change =>
  (session) => ({ ...session, scene: deck.sceneOf(indexOf(deck, session.slide)) });

/** What is shown over a slide; nothing takes it away. */
export function show(slide: string, what: Shown | undefined): Change {
  return (session) => {
    if (session.shown[slide] === what) return session;
    const { [slide]: _, ...rest } = session.shown;
    return { ...session, shown: what === undefined ? rest : { ...rest, [slide]: what } };
  };
}

/** Question, then answer, then neither; a pause has its question on the wall already. */
export function reveal({ id, kind }: SlideData): Change {
  return (session) => {
    const now = session.shown[id];
    const asked = kind === 'pause' || kind === 'analysis' || kind === 'poll' || now === 'question';
    return show(id, now === 'answer' ? undefined : asked ? 'answer' : 'question')(session);
  };
}

/** Hands counted: adds to one option of a poll, never below none. */
export function count(poll: string, options: number, option: number, by: number): Change {
  return (session) => {
    const before = session.counts[poll] ?? Array.from({ length: options }, () => 0);
    if (option < 0 || option >= options) return session;
    const next = before.map((hands, i) => (i === option ? Math.min(999, Math.max(0, hands + by)) : hands));
    return { ...session, counts: { ...session.counts, [poll]: next } };
  };
}

export const clearCount =
  (poll: string): Change =>
  (session) => {
    const { [poll]: _, ...counts } = session.counts;
    return { ...session, counts };
  };

/** More lines than this on a slide, or numbers in a line, are not kept: windows would not take them from each other. */
export const MOST_STROKES = 400;
export const MOST_NUMBERS = 4000;
/** Lines end so far beside the stage, shares of it: a pen held down goes on outside the window. */
export const INK_RANGE = [-1, 2] as const;

/** A line as windows take it. One that is too long keeps its ends, and every other point as often as need be. */
function fitted(stroke: Stroke): Stroke {
  const [least, most] = INK_RANGE;
  let line: readonly number[] = stroke.map((n) => Math.min(most, Math.max(least, n)));
  while (line.length > MOST_NUMBERS) {
    const last = line.length - 2;
    line = line.filter((_, i) => i % 4 < 2 || i >= last);
  }
  return line;
}

/** A line more on a slide; beyond the most, the oldest goes. */
export function draw(slide: string, stroke: Stroke): Change {
  return (session) => {
    if (stroke.length < 2 || stroke.length % 2 !== 0 || !stroke.every(Number.isFinite)) return session;
    const strokes = [...(session.ink[slide] ?? []), fitted(stroke)].slice(-MOST_STROKES);
    return { ...session, ink: { ...session.ink, [slide]: strokes } };
  };
}

/** Takes the last line of a slide back, or all of them. */
export function erase(slide: string, all: boolean): Change {
  return (session) => {
    const strokes = session.ink[slide];
    if (!strokes || strokes.length === 0) return session;
    const { [slide]: _, ...rest } = session.ink;
    const left = all ? [] : strokes.slice(0, -1);
    return { ...session, ink: left.length > 0 ? { ...rest, [slide]: left } : rest };
  };
}

/** A pause's countdown, held at the beginning of its first phase. */
export function countdownFor({ id, phases = [] }: SlideData): Countdown {
  return { slide: id, phase: 0, phases, left: (phases[0] ?? 0) * 1000 };
}

/** What is left of the phase, ms, never below none. */
export const left = ({ ends, left: held }: Countdown, now: number): number =>
  Math.max(0, ends === undefined ? held : ends - now);

/** Runs or holds the countdown; at the end of a phase goes on to the next. */
export function runCountdown(now: number): Change {
  return (session) => {
    const { countdown } = session;
    if (!countdown) return session;
    const { ends, ...rest } = countdown;
    const remaining = left(countdown, now);
    if (ends !== undefined && remaining > 0) return { ...session, countdown: { ...rest, left: remaining } };
    if (remaining > 0) return { ...session, countdown: { ...rest, ends: now + remaining } };
    return nextPhase(now)(session);
  };
}

/** The next phase, running; after the last the first, held. */
export function nextPhase(now: number): Change {
  return (session) => {
    const { countdown } = session;
    if (!countdown) return session;
    const { slide, phases, phase } = countdown;
    const next = (phase + 1) % phases.length;
    const ms = (phases[next] ?? 0) * 1000;
    return {
      ...session,
      countdown: { slide, phases, phase: next, left: ms, ...(next > 0 && { ends: now + ms }) },
    };
  };
}

/** Runs or holds the lesson's clock. */
export function runClock(now: number): Change {
  return (session) => {
    const { since: _, ...clock } = session.clock;
    return {
      ...session,
      clock:
        session.clock.since === undefined
          ? { ...clock, since: now }
          : { ...clock, spent: elapsed(session.clock, now) },
    };
  };
}

/** The clock at nothing, held. */
export const resetClock: Change = (session) => ({ ...session, clock: { spent: 0, entered: 0 } });

/** The class's guesses, as the guess writes them. */
export const guess =
  (state: unknown): Change =>
  (session) => ({ ...session, guess: state });

/** Another way through the story: stays at the slide where the way has it, else begins. */
export function takePath(path: string, deck: Slides, now: number): Change {
  return (session) => {
    const index = Math.max(0, indexOf(deck, session.slide));
    const { slide: _, ...rest } = session;
    return go(deck, index, now)({ ...rest, path, slide: '' });
  };
}
