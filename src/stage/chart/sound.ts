/** Plays a score with Web Audio. Loaded when a reader asks for it, and never before. */
import type { Score, Timbre } from './score.ts';

/** Rich timbres sound louder than plain ones; these gains make them about equal. */
const GAIN: Record<Timbre, number> = { sine: 0.3, triangle: 0.28, square: 0.08 };
/** Seconds between the press and the first sound, for the browser to get ready. */
export const LEAD = 0.08;
const ATTACK = 0.015;
/** An exponential fade cannot reach nothing; this is silent. */
const SILENT = 0.0001;
/** A click is a very short, very high note. */
const CLICK = { frequency: 2000, duration: 0.03, gain: 0.12 };

/**
 * Starts at once, and calls `ended` when the last note has died away, unless it was stopped.
 * @returns what stops it
 */
export function play({ notes, clicks, length }: Score, ended: () => void): () => void {
  const context = new AudioContext();
  // Some browsers let a context sleep until it is told again that a person wants it.
  void context.resume();
  const start = context.currentTime + LEAD;
  const sound = (
    onset: number,
    duration: number,
    frequency: number,
    type: OscillatorType,
    gain: number,
  ): void => {
    const oscillator = new OscillatorNode(context, { type, frequency });
    const envelope = new GainNode(context, { gain: 0 });
    const from = start + onset;
    envelope.gain.setValueAtTime(SILENT, from);
    envelope.gain.exponentialRampToValueAtTime(gain, from + ATTACK);
    envelope.gain.exponentialRampToValueAtTime(SILENT, from + duration);
    oscillator.connect(envelope).connect(context.destination);
    oscillator.start(from);
    oscillator.stop(from + duration);
  };
  for (const { onset, duration, frequency, timbre } of notes) {
    sound(onset, duration, frequency, timbre, GAIN[timbre]);
  }
  for (const onset of clicks) sound(onset, CLICK.duration, CLICK.frequency, 'square', CLICK.gain);
  const tail = Math.max(length, ...notes.map(({ onset, duration }) => onset + duration));
  const timer = setTimeout(
    () => {
      void context.close();
      ended();
    },
    (LEAD + tail) * 1000,
  );
  return () => {
    clearTimeout(timer);
    void context.close();
  };
}
