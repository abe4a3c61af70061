/**
 * The chart as sound: time runs from left to right, each announced share is a note, each deadline a click.
 * Pitch is in equal temperament: n semitones above f₀ sound at f₀ · 2^(n/12); A3 = 220 Hz is the octave below
 * the standard A4 = 440 Hz (ISO 16:1975). 0 percent is A3, 100 percent two octaves higher, A5.
 */
import type { ChartData } from './chart-data.ts';
import { dayOf, type ChartFrame } from './geometry.ts';

/** One timbre a way of counting, as the mark is one shape. */
export type Timbre = 'sine' | 'triangle' | 'square';

export interface Note {
  /** Seconds from the start. */
  onset: number;
  /** Seconds. */
  duration: number;
  /** Hz. */
  frequency: number;
  timbre: Timbre;
}

export interface Score {
  notes: Note[];
  /** Onsets of deadlines, seconds. */
  clicks: number[];
  /** Seconds until the date is reached; the last note may sound on. */
  length: number;
}

/** Seconds for the whole width of the chart. */
export const SECONDS = 8;
export const NOTE_SECONDS = 0.45;
const A3 = 220;
const SEMITONES = 24;

/** Hz of a share, percent: the nearest of two octaves of semitones. */
export function frequencyOf(share: number): number {
  const semitones = Math.round((Math.min(Math.max(share, 0), 100) / 100) * SEMITONES);
  return A3 * 2 ** (semitones / 12);
}

const TIMBRES: Record<string, Timbre> = { circle: 'triangle', square: 'square' };

/** What had been announced, and had fallen due, by a civil date. */
export function chartScore(
  data: ChartData,
  { from, to }: Pick<ChartFrame, 'from' | 'to'>,
  on: string,
): Score {
  const onset = (date: string): number => Math.max(0, ((dayOf(date) - from) / (to - from)) * SECONDS);
  const notes = data.series
    .filter(({ kind }) => kind !== 'required')
    .flatMap(({ mark, points }) =>
      points
        .filter(({ date }) => date <= on)
        .map(({ date, value }) => ({
          onset: onset(date),
          duration: NOTE_SECONDS,
          frequency: frequencyOf(value),
          timbre: TIMBRES[mark] ?? 'sine',
        })),
    )
    .sort((a, b) => a.onset - b.onset);
  const clicks = data.deadlines
    .filter(({ due, setOn }) => due <= on && setOn <= on)
    .map(({ due }) => onset(due))
    .sort((a, b) => a - b);
  return { notes, clicks, length: Math.min(SECONDS, onset(on)) };
}
