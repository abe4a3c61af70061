/** The words of a class's guesses. */
export const strings = {
  prompt: 'Draw the curve you expect',
  promptNext: 'Draw the next guess',
  promptFull: 'Six guesses are kept',
  /** `n` from 1. */
  name: (n: number): string => `Guess ${n}`,
  label: (id: string, name: string): string => `${id}  ${name}`,
  nameField: 'Name of this guess',
  keep: 'Keep this guess',
  kept: (name: string): string => `Kept: ${name}. Draw the next one, or see what happened.`,
  keptLast: (name: string): string => `Kept: ${name}. That makes six: see what happened.`,
  list: (count: number): string => (count === 1 ? '1 guess' : `${count} guesses`),
  close: 'Close the list',
  rename: (id: string): string => `Name of guess ${id}`,
  remove: 'Remove',
  removeOf: (name: string): string => `Remove ${name}`,
  removeAll: 'Remove all',
  back: 'Back to the guesses',
  /** What the kept lines say to those who cannot see them. */
  line: (name: string, figures: string): string => `${name}: ${figures}.`,
  at: (value: string, date: string): string => `${value} by ${date}`,

  // The result: one sentence each.
  out: (part: string, date: string): string => `${part} out by ${date}`,
  then: (part: string, date: string): string => `${part} by ${date}`,
  points: (points: number): string =>
    points === 0
      ? 'on the figures announced'
      : `on average ${points === 1 ? '1 point' : `${points} points`} from the figures announced`,
  sentence: (name: string, parts: readonly string[]): string => `${name}: ${parts.join(', ')}.`,
  nearest: (names: readonly string[]): string =>
    names.length === 1
      ? `${names[0]} came nearest to what was announced, by our arithmetic.`
      : `${and(names)} came equally near to what was announced, by our arithmetic.`,
} as const;

export type ClassStrings = typeof strings;

function and(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
