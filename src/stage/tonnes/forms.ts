/** How much the picture says at a size: three lines a row, two, or one; on the smallest stages less around them. */
import type { TonnesData } from './tonnes-data.ts';

export interface TonnesSize {
  /** CSS px. */
  width: number;
  height: number;
  /** The phone’s form; by default, below 560 px. */
  compact?: boolean;
}

/** Rows of three lines with notes beside the squares, of two lines, of one. */
export type FormName = 'full' | 'short' | 'phone';

export interface Form {
  name: FormName;
  pad: number;
  /** Above everything, px. */
  top: number;
  /** Sizes of type, px. */
  heading: number;
  text: number;
  small: number;
  /** Of small type, px. */
  line: number;
  /** Least height of a row, px. */
  row: number;
  /** Squares the largest amount may take. */
  most: number;
  /** The sum is printed, and the reason why nothing is added up; where they are not, description and table say it. */
  finding: boolean;
  why: boolean;
}

/** The least height of what a finger presses, px. */
export const TARGET = 24;

/** The forms to try, best first: the first whose rows are high enough is drawn. */
export function formsFor({ width, compact }: TonnesSize): Form[] {
  const narrow = width < 560;
  const phone: Form = {
    name: 'phone',
    pad: 10,
    top: 4,
    heading: 14,
    text: 12,
    small: 12,
    line: 14,
    row: TARGET,
    most: narrow ? 70 : 140,
    finding: true,
    why: true,
  };
  const phones: Form[] = [
    phone,
    { ...phone, row: 21 },
    { ...phone, row: 21, why: false },
    { ...phone, row: 17, why: false, finding: false },
  ];
  if (compact ?? narrow) return phones;
  const short: Form = { ...phone, name: 'short', pad: 16, top: 8, heading: 17, text: 13, line: 15, row: 33 };
  const full = (small: number, row: number): Form => ({
    ...short,
    name: 'full',
    pad: 20,
    top: 14,
    heading: small + 8,
    text: small + 2,
    small,
    line: small + 3,
    row,
    most: 140,
  });
  const wide = { ...short, most: 140 };
  return [...(width >= 1000 ? [full(13, 60)] : []), full(12, 50), wide, ...phones];
}

/** Rows of the body: the declared total and the sites that destroyed agent. */
export function bodyRows(data: TonnesData): number {
  return data.sites.filter(({ kind }) => kind === 'agent').length + (data.declared ? 1 : 0);
}
