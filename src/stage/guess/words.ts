/** Dates and figures as the guess says them. */
import { formatCivil } from '#model/dates.ts';
import { formatValue } from '#model/series.ts';
import type { Figure, GuessData } from './guess-data.ts';
import type { GuessStrings } from './strings.ts';

/** “5 February”, or “5 Feb”; with its year where the guess reaches over more than one. */
export function dayName({ knots }: Pick<GuessData, 'knots'>, date: string, short = false): string {
  const long = formatCivil(date, short);
  return knots[0]?.slice(0, 4) === knots.at(-1)?.slice(0, 4) ? long.replace(/ \d+$/, '') : long;
}

/** “49.3 %”, “about 4 %”. */
export function figureWords(figure: Figure, words: GuessStrings): string {
  const value = words.percent(Number(formatValue(figure)));
  return figure.approximate ? words.roughly(value) : value;
}

/** “49.3 %”, “≈4 %”. */
export function figureLabel(figure: Figure, words: GuessStrings): string {
  return (figure.approximate ? words.approximately : '') + words.percent(Number(formatValue(figure)));
}
