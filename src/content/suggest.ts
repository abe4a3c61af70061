import { closest, distance } from 'fastest-levenshtein';

/** The nearest of `candidates`, if it is near enough to be what was meant. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const list = [...candidates].filter((candidate) => candidate !== word);
  if (list.length === 0) return undefined;
  const best = closest(word, list);
  const allowed = Math.max(2, Math.floor(Math.max(word.length, best.length) / 3));
  if (distance(word, best) <= allowed) return best;
  // Half of a long id is often all one remembers.
  return word.length >= 4 ? list.find((candidate) => candidate.startsWith(word)) : undefined;
}

/** `{ suggestion }` to spread into a problem, or nothing. */
export function suggest(word: string, candidates: Iterable<string>): { suggestion?: string } {
  const suggestion = nearest(word, candidates);
  return suggestion === undefined ? {} : { suggestion };
}
