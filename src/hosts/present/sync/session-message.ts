/** A session as a message, and back: whatever another window sends is taken only as far as it makes sense. */
import { readScene, writeScene, type KnownIds } from '#model/scene-address.ts';
import type { Clock, Countdown, Session, Shown, Stroke } from '#model/session.ts';
import { countdownFor, indexOf, INK_RANGE, MOST_NUMBERS, MOST_STROKES } from '../changes.ts';
import type { SlideData } from '../deck.ts';
import type { Deck } from '../decks.ts';

/** The scene goes as its address, which is read with care. */
export interface SessionMessage extends Omit<Session, 'scene'> {
  scene: string;
}

/** What a message is read against. */
export interface Known {
  ids: KnownIds;
  /** Every path: what was shown, counted and drawn on slides of others is kept for when they are taken again. */
  decks: readonly Deck[];
}

export function writeSession({ scene, ...rest }: Session): SessionMessage {
  return { ...rest, scene: writeScene(scene) };
}

type Plain = Record<string, unknown>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const number = (value: unknown, fallback: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : fallback;

/** The entries that can be read, by slide. */
function record<Value>(
  value: unknown,
  known: ReadonlyMap<string, SlideData>,
  read: (one: unknown, slide: SlideData) => Value | undefined,
): Record<string, Value> {
  const found: Record<string, Value> = {};
  if (!isPlain(value)) return found;
  for (const [id, slide] of known) {
    const one = Object.hasOwn(value, id) ? read(value[id], slide) : undefined;
    if (one !== undefined) found[id] = one;
  }
  return found;
}

/** Pairs of finite numbers, a little beyond the stage at most. */
export function readStroke(value: unknown): Stroke | undefined {
  if (!Array.isArray(value) || value.length < 2 || value.length % 2 !== 0 || value.length > MOST_NUMBERS)
    return undefined;
  const [least, most] = INK_RANGE;
  // Array.from: what a list leaves out is no number either.
  const ok = Array.from(value as unknown[]).every((n) => typeof n === 'number' && n >= least && n <= most);
  return ok ? (value as number[]) : undefined;
}

function readStrokes(value: unknown): Stroke[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const strokes = value.slice(-MOST_STROKES).flatMap((one) => {
    const stroke = readStroke(one);
    return stroke ? [stroke] : [];
  });
  return strokes.length > 0 ? strokes : undefined;
}

/** One for each option of the poll. */
function readCounts(value: unknown, { options }: SlideData): number[] | undefined {
  if (!Array.isArray(value) || value.length !== options) return undefined;
  const ok = Array.from(value as unknown[]).every(
    (n) => Number.isInteger(n) && Number(n) >= 0 && Number(n) < 1000,
  );
  return ok ? (value as number[]) : undefined;
}

function readClock(value: unknown): Clock {
  if (!isPlain(value)) return { spent: 0, entered: 0 };
  const clock = {
    spent: Math.max(0, number(value['spent'], 0)),
    entered: Math.max(0, number(value['entered'], 0)),
  };
  return typeof value['since'] === 'number' && Number.isFinite(value['since'])
    ? { ...clock, since: value['since'] }
    : clock;
}

/** Of the slide that the lesson is at; held at its beginning where what is sent is none of this pause. */
function readCountdown(value: unknown, slide: SlideData): Countdown | undefined {
  const { phases } = slide;
  if (!phases) return undefined;
  const from = isPlain(value) && value['slide'] === slide.id ? value : {};
  const { phase, ends } = from;
  const seconds = typeof phase === 'number' ? phases[phase] : undefined;
  if (seconds === undefined) return countdownFor(slide);
  return {
    slide: slide.id,
    phases,
    phase: phase as number,
    left: Math.min(seconds * 1000, Math.max(0, number(from['left'], 0))),
    ...(typeof ends === 'number' && Number.isFinite(ends) && { ends }),
  };
}

/** Nothing where the message is none: of an unknown path or slide, or of another shape. */
export function readSession(value: unknown, { ids, decks }: Known): Session | undefined {
  if (!isPlain(value)) return undefined;
  const { path, slide: id, scene, cover } = value;
  const deck = decks.find((other) => other.path.id === path);
  if (!deck || typeof id !== 'string' || typeof scene !== 'string') return undefined;
  const index = indexOf(deck, id);
  const slide = deck.slides[index];
  if (!slide) return undefined;
  const slides = new Map(decks.flatMap((other) => other.slides.map((one) => [one.id, one] as const)));
  const countdown = readCountdown(value['countdown'], slide);
  return {
    path: deck.path.id,
    slide: slide.id,
    scene: readScene(scene, deck.sceneOf(index), ids),
    ...((cover === 'black' || cover === 'white') && { cover }),
    shown: record(value['shown'], slides, (one): Shown | undefined =>
      one === 'question' || one === 'answer' ? one : undefined,
    ),
    counts: record(value['counts'], slides, readCounts),
    ink: record(value['ink'], slides, readStrokes),
    ...(countdown && { countdown }),
    clock: readClock(value['clock']),
    ...(value['guess'] !== undefined && { guess: value['guess'] }),
  };
}
