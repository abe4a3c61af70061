/** A reader's guess while the page is open: in memory only, never stored, and handed on by none but its host. */
import type { GuessData } from './guess-data.ts';
import {
  blankGuess,
  daysOf,
  drawn,
  isComplete,
  lastSet,
  move,
  press,
  setKnot,
  standingAt,
  stepped,
  type Change,
  type Guess,
  type Sample,
  type Stroke,
} from './guess.ts';
import { readNumbers, type Entry } from './numbers.ts';
import { result } from './result.ts';
import { strings, type GuessStrings } from './strings.ts';
import { dayName } from './words.ts';

export type GuessSession = ReturnType<typeof createGuess>;

/** All there is to a guess, as plain JSON: for a second window that shows the same. */
export interface GuessState {
  /** In percent, one a knot; null where nothing is set. */
  guess: readonly (number | null)[];
  revealed: boolean;
  said: string;
  /** The knot at which a hand is drawing. */
  knot?: number;
}

/** A guess in plain JSON, and back. */
export const toJson = (guess: Guess): (number | null)[] => guess.map((value) => value ?? null);
export const fromJson = (values: readonly (number | null)[]): Guess =>
  values.map((value) => value ?? undefined);

/**
 * Held by whoever outlives the view, so that a guess is still there when the reader scrolls back.
 * @param full nothing more may be drawn
 */
export function createGuess(data: GuessData, words: GuessStrings = strings, full = (): boolean => false) {
  const days = daysOf(data.knots);
  const end = dayName(data, data.knots.at(-1) as string);
  let guess = $state.raw<Guess>(blankGuess(data.knots.length));
  let revealed = $state(false);
  /** The one thing said to the reader at this moment: what to do, that the line was mended, or the result. */
  let said = $state('');
  let toldMended = false;
  let stroke: Stroke | undefined;
  /** The knot at which a hand in another window is. */
  let elsewhere: number | undefined;
  /** The knot that keys are changing, and the guess before they did: what gives way comes back if they come back. */
  let held: { index: number; before: Guess } | undefined;

  function accept({ guess: next, mended }: Change): void {
    guess = next;
    said = mended && !toldMended ? words.mended : '';
    if (said) toldMended = true;
  }

  function setHeld(index: number, value: number): void {
    if (revealed || full()) return;
    if (held?.index !== index) held = { index, before: guess };
    accept(setKnot(held.before, index, value));
  }

  return {
    get guess(): Guess {
      return guess;
    },
    get complete(): boolean {
      return isComplete(guess);
    },
    get revealed(): boolean {
      return revealed;
    },
    /** Nothing can be drawn now. */
    get locked(): boolean {
      return revealed || full();
    },
    get said(): string {
      return said;
    },

    /** A stroke: begins, goes on, ends. What it does to the rest of the line is undone when it is called off. */
    press(at: Sample): void {
      if (revealed || full()) return;
      held = elsewhere = undefined;
      stroke = press(days, guess, at);
      guess = drawn(stroke).guess;
    },
    move(at: Sample): void {
      if (!stroke) return;
      stroke = move(stroke, at);
      guess = drawn(stroke).guess;
    },
    release(): void {
      if (stroke) accept(drawn(stroke));
      stroke = undefined;
    },
    cancel(): void {
      if (stroke) guess = stroke.before;
      stroke = undefined;
    },
    /** The knot the stroke is at. */
    get knot(): number | undefined {
      // Read with the guess: the stroke itself is no state.
      return guess && (stroke?.knot ?? elsewhere);
    },

    /** By keys: one knot, to a value or a step up or down. */
    set(index: number, value: number): void {
      setHeld(index, value);
    },
    step(index: number, by: number): void {
      setHeld(index, stepped(standingAt(days, guess, index), by));
    },
    /** Takes typed numbers; what cannot be taken is asked for, and the index of its knot returned. */
    fill(entries: readonly Entry[]): number | undefined {
      if (full()) return undefined;
      const read = readNumbers(entries);
      if ('kind' in read) {
        said = words.ask[read.kind](dayName(data, data.knots[read.index] as string));
        return read.index;
      }
      held = undefined;
      accept(read);
      if (!said) said = words.ready;
      return undefined;
    },

    /** Shows what happened once the guess is complete; before that it says what is missing. */
    show(): boolean {
      if (!isComplete(guess)) {
        const last = lastSet(guess);
        const stop = dayName(data, data.knots[last] as string);
        said = last === 0 ? words.notYet(end) : words.stopsAt(stop, end);
        return false;
      }
      return this.reveal();
    },
    /**
     * Shows what happened, guess or no guess.
     * @param text what is said of it
     */
    reveal(text = result(data, guess, words)): true {
      stroke = undefined;
      revealed = true;
      said = text;
      return true;
    },
    again(): void {
      stroke = held = undefined;
      guess = blankGuess(data.knots.length);
      revealed = false;
      said = '';
      toldMended = false;
    },

    /** To be watched, and sent on as it changes. */
    get state(): GuessState {
      return { guess: toJson(guess), revealed, said, ...(guess && stroke && { knot: stroke.knot }) };
    },
    /** Takes over another window's state; a stroke under way here is called off. */
    restore(state: GuessState): void {
      stroke = held = undefined;
      elsewhere = state.knot;
      guess = fromJson(state.guess);
      revealed = state.revealed;
      said = state.said;
    },
  };
}
