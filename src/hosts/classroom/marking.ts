/** Marks answers. Pure and without a page, so that the browser gets little and tests ask the same questions. */

/** What became of one question: not answered, or right or not. */
export type Outcome = 'open' | 'right' | 'wrong';

export interface Tally {
  answered: number;
  right: number;
  total: number;
}

export function tally(outcomes: readonly Outcome[]): Tally {
  return {
    answered: outcomes.filter((outcome) => outcome !== 'open').length,
    right: outcomes.filter((outcome) => outcome === 'right').length,
    total: outcomes.length,
  };
}

/** Which of the things in order stand where they belong. */
export function inPlace(given: readonly string[], right: readonly string[]): boolean[] {
  return given.map((id, index) => right[index] === id);
}

/** Where something moved by `by` places comes to stand; it stops at the ends. */
export function target(from: number, by: number, length: number): number {
  return Math.max(0, Math.min(length - 1, from + by));
}
