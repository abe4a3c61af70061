/** Numbers typed instead of a line drawn. */
import { fill, type Change, type Guess } from './guess.ts';

/** What a field holds. A number field keeps what is no number to itself and only says that there is something. */
export interface Entry {
  text: string;
  unreadable?: boolean;
}

/** What to do about the entries, of which field. */
export interface Question {
  kind: 'nothing' | 'number' | 'range' | 'end';
  /** Index of the knot. */
  index: number;
}

/**
 * Reads one entry for each knot but the first, in order. Fields left empty before the last are joined by straight
 * lines; the last has to be there.
 */
export function readNumbers(entries: readonly Entry[]): Change | Question {
  const values: (number | undefined)[] = [0];
  for (const [at, { text, unreadable }] of entries.entries()) {
    const index = at + 1;
    const plain = text.trim().replace(/\s*%$/, '').replace(',', '.');
    if (plain === '' && !unreadable) {
      values.push(undefined);
      continue;
    }
    const value = Number(plain);
    if (unreadable || !Number.isFinite(value)) return { kind: 'number', index };
    if (value < 0 || value > 100) return { kind: 'range', index };
    values.push(Math.round(value));
  }
  const guess: Guess = values;
  if (guess.slice(1).every((value) => value === undefined)) return { kind: 'nothing', index: entries.length };
  if (guess.at(-1) === undefined) return { kind: 'end', index: entries.length };
  return fill(guess);
}
