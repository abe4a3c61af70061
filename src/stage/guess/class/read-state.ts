/** The class's guesses as another window has sent them, taken only as far as they make sense. */
import { LETTERS, LONGEST_NAME, type ClassGuessState, type Letter } from './class-guess.svelte.ts';

/** Longer texts than this say nothing to anybody. */
const LONGEST_TEXT = 4_000;

type Values = (number | null)[];

/** As many values as there are knots, each in percent or not set. */
const isGuess = (value: unknown, knots: number): value is Values =>
  Array.isArray(value) &&
  value.length === knots &&
  value.every((one) => one === null || (typeof one === 'number' && one >= 0 && one <= 100));

/**
 * @param knots how many the guess has
 * @returns nothing for what is no state of these guesses
 */
export function readClassGuess(value: unknown, knots: number): ClassGuessState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { guess, revealed, said, knot, kept } = value as Record<string, unknown>;
  if (!isGuess(guess, knots) || !Array.isArray(kept)) return undefined;
  const seen = new Set<unknown>();
  const named = kept.flatMap((one: unknown) => {
    const {
      id,
      name,
      guess: line,
    } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>;
    if (!LETTERS.includes(id as Letter) || seen.has(id) || typeof name !== 'string' || !isGuess(line, knots))
      return [];
    seen.add(id);
    return [{ id: id as Letter, name: name.slice(0, LONGEST_NAME), guess: line }];
  });
  return {
    guess,
    revealed: revealed === true,
    said: typeof said === 'string' ? said.slice(0, LONGEST_TEXT) : '',
    ...(typeof knot === 'number' && Number.isInteger(knot) && knot >= 0 && knot < knots && { knot }),
    kept: named,
  };
}
