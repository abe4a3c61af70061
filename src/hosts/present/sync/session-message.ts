/** A session as a message, and back: whatever another window sends is taken only as far as it makes sense. */
import { readScene, writeScene, type KnownIds } from '#model/scene-address.ts';
import type { Clock, Countdown, Session, Shown, Stroke } from '#model/session.ts';
import type { Slides } from '../changes.ts';
import { indexOf } from '../changes.ts';

/** More than this of anything is no lesson. */
const MOST_STROKES = 400;
const MOST_POINTS = 4000;

/** The scene goes as its address, which is read with care. */
export interface SessionMessage extends Omit<Session, 'scene'> {
  scene: string;
}

/** What a message is read against. */
export interface Known {
  ids: KnownIds;
  /** The slides of a path; nothing for a path that there is not. */
  deck(path: string): Slides | undefined;
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
  known: ReadonlySet<string>,
  read: (one: unknown) => Value | undefined,
): Record<string, Value> {
  const found: Record<string, Value> = {};
  if (!isPlain(value)) return found;
  for (const id of known) {
    const one = Object.hasOwn(value, id) ? read(value[id]) : undefined;
    if (one !== undefined) found[id] = one;
  }
  return found;
}

/** Pairs of finite numbers, a little beyond the stage at most. */
export function readStroke(value: unknown): Stroke | undefined {
  if (!Array.isArray(value) || value.length < 2 || value.length % 2 !== 0 || value.length > MOST_POINTS)
    return undefined;
  return value.every((n) => typeof n === 'number' && n >= -1 && n <= 2) ? (value as number[]) : undefined;
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

function readCountdown(value: unknown, deck: Slides): Countdown | undefined {
  if (!isPlain(value)) return undefined;
  const slide = deck.slides.find(({ id }) => id === value['slide']);
  const phases = slide?.phases;
  const phase = value['phase'];
  if (!slide || !phases || typeof phase !== 'number' || phases[phase] === undefined) return undefined;
  const left = Math.max(0, number(value['left'], 0));
  const ends = value['ends'];
  return {
    slide: slide.id,
    phases,
    phase,
    left,
    ...(typeof ends === 'number' && Number.isFinite(ends) && { ends }),
  };
}

/** Nothing where the message is none: of an unknown path or slide, or of another shape. */
export function readSession(value: unknown, { ids, deck: deckOf }: Known): Session | undefined {
  if (!isPlain(value) || typeof value['path'] !== 'string' || typeof value['slide'] !== 'string')
    return undefined;
  const deck = deckOf(value['path']);
  if (!deck || typeof value['scene'] !== 'string') return undefined;
  const index = indexOf(deck, value['slide']);
  if (index < 0) return undefined;
  const slides = new Set(deck.slides.map(({ id }) => id));
  const cover = value['cover'];
  const countdown = readCountdown(value['countdown'], deck);
  return {
    path: value['path'],
    slide: value['slide'],
    scene: readScene(value['scene'], deck.sceneOf(index), ids),
    ...((cover === 'black' || cover === 'white') && { cover }),
    shown: record(value['shown'], slides, (one): Shown | undefined =>
      one === 'question' || one === 'answer' ? one : undefined,
    ),
    counts: record(value['counts'], slides, (one) =>
      Array.isArray(one) && one.length < 10 && one.every((n) => Number.isInteger(n) && n >= 0 && n < 1000)
        ? (one as number[])
        : undefined,
    ),
    ink: record(value['ink'], slides, (one) =>
      Array.isArray(one)
        ? one
            .slice(0, MOST_STROKES)
            .flatMap((stroke) => [readStroke(stroke) ?? []].filter((s) => s.length > 0))
        : undefined,
    ),
    ...(countdown && { countdown }),
    clock: readClock(value['clock']),
    ...(value['guess'] !== undefined && { guess: value['guess'] }),
  };
}
