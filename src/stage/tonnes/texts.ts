/** Texts of the picture: what fits into how much room, and where it stands. */
import { tenth, textBox, type Anchor, type Box } from '#model/boxes.ts';
import { textWidth } from '#model/text-width.ts';
import { strings, type TonnesStrings } from './strings.ts';
import type { TonnesSource } from './tonnes-data.ts';

export type TextKind = 'heading' | 'name' | 'amount' | 'soft' | 'note';

export interface PlacedText {
  key: string;
  kind: TextKind;
  text: string;
  x: number;
  /** Vertical middle. */
  y: number;
  px: number;
  anchor: Anchor;
  box: Box;
}

/** Room for a text that the date decides. */
export interface Slot {
  key: string;
  kind: TextKind;
  x: number;
  y: number;
  px: number;
  /** px. */
  room: number;
  /** Said after it where there is room. */
  after?: string;
}

const WEIGHT: Record<TextKind, number> = { heading: 600, name: 600, amount: 600, soft: 400, note: 400 };

/** The first of the texts, from long to short, that fits into `room` px; the last if none does. */
export function fitText(texts: readonly string[], px: number, room: number, kind: TextKind): string {
  return texts.find((text) => textWidth(text, px, WEIGHT[kind]) <= room) ?? texts.at(-1) ?? '';
}

export function place(
  key: string,
  kind: TextKind,
  text: string,
  x: number,
  y: number,
  px: number,
  anchor: Anchor = 'start',
): PlacedText {
  const [left, middle] = [tenth(x), tenth(y)];
  const box = textBox(left, middle, textWidth(text, px, WEIGHT[kind]), px, anchor);
  return { key, kind, text, x: left, y: middle, px, anchor, box };
}

/** Puts into a slot the longest of the texts that fits. */
export function fill({ key, kind, x, y, px, room, after }: Slot, texts: readonly string[]): PlacedText {
  // What comes after it follows the text with its day, long or short, and never a shorter word for the state.
  const dated = texts.slice(0, Math.max(1, texts.length - 1));
  const wanted = after ? [...dated.map((text) => `${text} · ${after}`), ...texts] : texts;
  return place(key, kind, fitText(wanted, px, room, kind), x, y, px);
}

/** A text in lines no wider than `room` px. */
export function wrapText(text: string, px: number, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, px) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** As many publishers as fit, by their names without what stands in brackets, and how many more there are. */
export function publishers(
  sources: readonly TonnesSource[],
  px: number,
  room: number,
  words: TonnesStrings = strings,
): string {
  const names = [...new Set(sources.map(({ publisher }) => publisher.replace(/ \([^)]*\)/g, '')))];
  for (let shown = names.length; shown > 0; shown--) {
    const rest = names.length - shown;
    const text = [...names.slice(0, shown), ...(rest > 0 ? [words.more(rest)] : [])].join(', ');
    if (textWidth(text, px) <= room) return text;
  }
  return '';
}
