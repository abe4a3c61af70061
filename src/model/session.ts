/**
 * One sitting of a lesson: what belongs to it and not to the picture, and the scene that it is at. Plain JSON: windows
 * that present the same lesson exchange it whole.
 */
import type { Scene } from './scene.ts';

/** The wall made black or white, so that the class looks at the teacher. */
export type Cover = 'black' | 'white';

/** What is shown over a slide: its question to the class; or the answer with it. */
export type Shown = 'question' | 'answer';

/** A line drawn on the stage: x and y by turns, shares (0–1) of the stage's width and height. */
export type Stroke = readonly number[];

/** Phases of a pause that follow one another: thinking alone, in pairs, sharing. */
export interface Countdown {
  slide: string;
  /** Index of the phase under way, and how long each takes, seconds. */
  phase: number;
  phases: readonly number[];
  /** When the phase ends, epoch ms; absent while it is held. */
  ends?: number;
  /** What is left of it while it is held, ms. */
  left: number;
}

/** How long the lesson has run. */
export interface Clock {
  /** Since when it runs, epoch ms; absent while it is held. */
  since?: number;
  /** Run before that, ms. */
  spent: number;
  /** What it had run when the slide was come to, ms. */
  entered: number;
}

export interface Session {
  /** The way through the story; empty: every step. */
  path: string;
  /** The slide's id. */
  slide: string;
  scene: Scene;
  cover?: Cover;
  /** By slide. */
  shown: Readonly<Record<string, Shown>>;
  /** Hands counted for each option, by poll. */
  counts: Readonly<Record<string, readonly number[]>>;
  /** By slide. */
  ink: Readonly<Record<string, readonly Stroke[]>>;
  countdown?: Countdown;
  clock: Clock;
  /** The class's guesses, as the guess writes them. */
  guess?: unknown;
}
