/** The guesses' names at the ends of their lines, one under the other. */
import { tenth, type Box } from '#model/boxes.ts';
import { textWidth } from '#model/text-width.ts';
import type { GuessFrame } from '../layout.ts';
import type { KeptGuess } from './class-guess.svelte.ts';
import type { ClassStrings } from './strings.ts';

export interface End {
  id: string;
  text: string;
  x: number;
  /** Vertical middle of the name, and where the line ends. */
  y: number;
  from: number;
  box: Box;
}

export const WEIGHT = 600;
/** From a line's end to its name, px, and the air after it. */
const LEAD = 14;
const AIR = 4;
/** The most of a plot that names take. */
const SHARE = 0.24;
/** From name to name, em. */
const LEADING = 1.25;

/** Letters alone on a small plot. */
const textOf = ({ id, name }: KeptGuess, compact: boolean, words: ClassStrings): string =>
  compact ? id : words.label(id, name);

/** The room names need at the ends of the lines, px. */
export function gutterOf(
  kept: readonly KeptGuess[],
  width: number,
  px: number,
  compact: boolean,
  words: ClassStrings,
): number {
  if (kept.length === 0) return 0;
  const widest = Math.max(...kept.map((one) => textWidth(textOf(one, compact, words), px, WEIGHT)));
  return Math.ceil(Math.min(widest + LEAD + AIR, width * SHARE));
}

/** Each as near to the end of its line as the others allow; equal ends in the order of their letters. */
export function placeEnds(
  kept: readonly KeptGuess[],
  frame: GuessFrame,
  compact: boolean,
  words: ClassStrings,
): End[] {
  const { px, x1, y0, y1, width } = frame;
  const step = px * LEADING;
  const x = x1 + LEAD;
  const wanted = kept
    .map((one) => ({ one, from: frame.y(one.guess.at(-1) ?? 0) }))
    .sort((a, b) => a.from - b.from);
  const highest = Math.min(y0, Math.max(px * 0.55, y1 - (kept.length - 1) * step));
  const ys: number[] = [];
  wanted.forEach(({ from }, i) => ys.push(Math.max(from, i === 0 ? highest : (ys[i - 1] as number) + step)));
  for (let i = ys.length - 1; i >= 0; i -= 1)
    ys[i] = Math.min(ys[i] as number, i === ys.length - 1 ? y1 : (ys[i + 1] as number) - step);
  return wanted.map(({ one, from }, i) => {
    const text = cut(textOf(one, compact, words), width - AIR - x, px);
    const y = tenth(ys[i] as number);
    const box = { x0: x, y0: y - px * 0.55, x1: x + textWidth(text, px, WEIGHT), y1: y + px * 0.55 };
    return { id: one.id, text, x, y, from, box };
  });
}

function cut(text: string, room: number, px: number): string {
  if (textWidth(text, px, WEIGHT) <= room) return text;
  for (let length = text.length - 1; length > 1; length -= 1) {
    const shorter = `${text.slice(0, length).trimEnd()}…`;
    if (textWidth(shorter, px, WEIGHT) <= room) return shorter;
  }
  return text.slice(0, 1);
}

/** Each its own, in px: told apart without colour. */
export const DASHES: Record<string, string | undefined> = {
  A: undefined,
  B: '9 4',
  C: '2 4',
  D: '12 4 2 4',
  E: '5 3',
  F: '12 3 2 3 2 3',
};
