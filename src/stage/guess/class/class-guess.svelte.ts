/**
 * The guesses of a class: up to six, drawn one after the other and kept under names, then what happened over all of
 * them. It is a guess like the reader's, the one in hand, with more beside it.
 */
import type { GuessData } from '../guess-data.ts';
import { createGuess, fromJson, toJson, type GuessSession, type GuessState } from '../guess.svelte.ts';
import { isComplete, type Guess } from '../guess.ts';
import { strings as plainStrings, type GuessStrings } from '../strings.ts';
import { classResult } from './class-result.ts';
import { strings, type ClassStrings } from './strings.ts';

/** Their letters, which are theirs as long as they are kept. */
export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Letter = (typeof LETTERS)[number];
/** Longer names are cut. */
export const LONGEST_NAME = 24;

export interface KeptGuess {
  id: Letter;
  name: string;
  guess: Guess;
}

export interface ClassGuessState extends GuessState {
  kept: readonly { id: Letter; name: string; guess: readonly (number | null)[] }[];
}

export interface ClassGuessSession extends GuessSession {
  /** In the order of their letters. */
  readonly kept: readonly KeptGuess[];
  readonly full: boolean;
  /** What the next one is called unless somebody says otherwise. */
  readonly nextName: string;
  /** The line in hand is whole and may be kept. */
  readonly keepable: boolean;
  /** Keeps the line in hand, and begins a new one. */
  keep(name?: string): void;
  rename(id: Letter, name: string): void;
  remove(id: Letter): void;
  removeAll(): void;
  readonly state: ClassGuessState;
  restore(state: ClassGuessState): void;
}

export function createClassGuess(
  data: GuessData,
  words: ClassStrings = strings,
  plain: GuessStrings = plainStrings,
): ClassGuessSession {
  let kept = $state.raw<readonly KeptGuess[]>([]);
  /** What was done with the last line; nothing once another is begun. */
  let told = $state('');
  const full = (): boolean => kept.length === LETTERS.length;
  const own = createGuess(data, plain, full);
  const free = (): Letter => LETTERS.find((id) => kept.every((other) => other.id !== id)) ?? 'F';
  const nextName = (): string => words.name(LETTERS.indexOf(free()) + 1);
  const called = (name: string, otherwise: string): string => name.trim().slice(0, LONGEST_NAME) || otherwise;
  const blank = (): boolean => own.guess.every((value, index) => index === 0 || value === undefined);

  const more = {
    get kept() {
      return kept;
    },
    get full() {
      return full();
    },
    get nextName() {
      return nextName();
    },
    get keepable() {
      return !own.locked && isComplete(own.guess);
    },
    /** There is something to compare with what happened. */
    get complete() {
      return kept.length > 0 || isComplete(own.guess);
    },
    get said() {
      return own.said || (blank() ? told : '');
    },
    keep(name = '') {
      if (own.locked || !isComplete(own.guess)) return;
      const one = { id: free(), name: called(name, nextName()), guess: own.guess };
      kept = [...kept, one].sort((a, b) => (a.id < b.id ? -1 : 1));
      own.again();
      told = (full() ? words.keptLast : words.kept)(one.name);
    },
    rename(id: Letter, name: string) {
      const otherwise = words.name(LETTERS.indexOf(id) + 1);
      kept = kept.map((one) => (one.id === id ? { ...one, name: called(name, otherwise) } : one));
      told = '';
    },
    remove(id: Letter) {
      kept = kept.filter((one) => one.id !== id);
      told = '';
    },
    removeAll() {
      kept = [];
      told = '';
    },
    show(): boolean {
      more.keep();
      return kept.length === 0 ? own.show() : more.reveal();
    },
    reveal(): true {
      if (kept.length === 0) return own.reveal();
      // What is half drawn is no guess.
      own.again();
      return own.reveal(classResult(data, kept, words, plain).lead);
    },
    again() {
      told = '';
      own.again();
    },
    get state(): ClassGuessState {
      const guesses = kept.map(({ id, name, guess }) => ({ id, name, guess: toJson(guess) }));
      return { ...own.state, said: more.said, kept: guesses };
    },
    restore(state: ClassGuessState) {
      told = '';
      kept = state.kept.map(({ id, name, guess }) => ({ id, name, guess: fromJson(guess) }));
      own.restore(state);
    },
  };
  // All the rest is the one guess's.
  return Object.create(own, Object.getOwnPropertyDescriptors(more)) as ClassGuessSession;
}
