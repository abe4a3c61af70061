/**
 * The words that compiled content itself contains, by language: labels inside positions, notes and bindings.
 * A language without an entry falls back to English; its own entry is all it takes to change that.
 */
export interface ContentStrings {
  note: string;
  established: string;
  inOrderOfDate: string;
  inAlphabeticalOrder: string;
  /** Joins two names: “Russia and Syria”. */
  and: string;
  about: string;
  percent: string;
  /** Number words from nought on; figures take over where the list ends. */
  small: readonly string[];
  day: readonly [one: string, many: string];
  week: readonly [one: string, many: string];
}

const en: ContentStrings = {
  note: 'Note',
  established: 'Established:',
  inOrderOfDate: 'In order of date.',
  inAlphabeticalOrder: 'In alphabetical order.',
  and: 'and',
  about: 'about',
  percent: 'percent',
  small: 'no one two three four five six seven eight nine'.split(' '),
  day: ['day', 'days'],
  week: ['week', 'weeks'],
};

const CATALOGUE: Record<string, ContentStrings> = { en };

/** @param language a BCP 47 tag; its first part decides. */
export function contentStrings(language: string): ContentStrings {
  return CATALOGUE[language.split('-')[0] ?? 'en'] ?? en;
}
