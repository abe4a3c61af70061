/** Text broken into lines without a DOM: what stands in a box must be known before it is drawn. */
import { textWidth } from '#model/text-width.ts';

/** Breaks at spaces; a word wider than `width` px has a line of its own. */
export function wrapText(text: string, px: number, width: number, weight = 400): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, px, weight) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line ? [...lines, line] : lines;
}

/** As few lines as `width` px allows, and those about equally long. */
export function balanced(text: string, px: number, width: number, weight = 400): string[] {
  let best = wrapText(text, px, width, weight);
  for (let narrower = width - px / 2; narrower > 0; narrower -= px / 2) {
    const lines = wrapText(text, px, narrower, weight);
    if (lines.length > best.length || lines.some((line) => textWidth(line, px, weight) > narrower)) break;
    best = lines;
  }
  return best;
}
