/** The forms a name may take where room is scarce: whole, on two lines, or shortened at the end of a word. */
import { textWidth } from '#model/text-width.ts';

export interface Wording {
  lines: readonly string[];
  /** Of the widest line, px. */
  width: number;
  /** How much worse than the whole name on one line; 0 for that. */
  cost: number;
}

const TWO_LINES = 1.5;
const SHORTENED = 4;
/** A shortened name keeps at least this many characters, or it names nothing. */
const LEAST = 9;
/** What a shortened name may not end in: small words, and marks that promise more. */
const DANGLING =
  /(?:[\s:;,–—“(]|\b(?:a|an|and|as|at|by|for|from|in|into|is|of|off|on|or|out|that|the|to|with))+$/i;

/** Every scene asks for those of the same titles: each is measured once. */
const known = new Map<string, readonly Wording[]>();

/** All wordings of `title` at `px` and `weight`, the best first. */
export function wordings(title: string, px: number, weight: number, shorten: boolean): readonly Wording[] {
  const key = [title, px, weight, shorten].join();
  let forms = known.get(key);
  if (!forms) known.set(key, (forms = formsOf(title, px, weight, shorten)));
  return forms;
}

function formsOf(title: string, px: number, weight: number, shorten: boolean): Wording[] {
  const measure = (text: string): number => textWidth(text, px, weight);
  const forms: Wording[] = [{ lines: [title], width: measure(title), cost: 0 }];
  const broken = inTwo(title, measure);
  if (broken) forms.push({ ...broken, cost: TWO_LINES });
  if (!shorten) return forms;
  for (const text of shortened(title)) {
    const cost = SHORTENED + 6 * (1 - text.length / title.length);
    forms.push({ lines: [text], width: measure(text), cost });
    const two = inTwo(text, measure);
    if (two) forms.push({ ...two, cost: cost + TWO_LINES });
  }
  return forms;
}

/** The break at a space that leaves the narrowest block; nothing for a single word. */
export function inTwo(
  title: string,
  measure: (text: string) => number,
): { lines: [string, string]; width: number } | undefined {
  let best: { lines: [string, string]; width: number } | undefined;
  for (let at = title.indexOf(' '); at > 0; at = title.indexOf(' ', at + 1)) {
    const lines: [string, string] = [title.slice(0, at), title.slice(at + 1)];
    const width = Math.max(measure(lines[0]), measure(lines[1]));
    if (!best || width < best.width) best = { lines, width };
  }
  return best;
}

/** The title cut after a word and closed with “…”, longest first; no form ends in a word that leads on. */
export function shortened(title: string): string[] {
  const forms: string[] = [];
  for (let at = title.lastIndexOf(' '); at > 0; at = title.lastIndexOf(' ', at - 1)) {
    const kept = title.slice(0, at).replace(DANGLING, '');
    const text = `${kept}…`;
    const openQuote = kept.lastIndexOf('“') > kept.lastIndexOf('”');
    if (kept.length >= LEAST && !openQuote && !forms.includes(text)) forms.push(text);
  }
  return forms;
}
