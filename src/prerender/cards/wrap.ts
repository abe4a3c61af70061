/** Breaks text into lines by real widths. */

export interface WrapOptions {
  /** Largest width of a line, px. */
  width: number;
  /** Width of a text at the size it will be drawn, px. */
  measure: (text: string) => number;
  /** No more lines than this; what is left over is cut with an ellipsis. */
  maxLines: number;
}

/** Greedy lines. A word wider than a line stands alone on one and is the caller's to shrink. */
export function wrap(text: string, { width, measure, maxLines }: WrapOptions): string[] {
  const words = text.trim().split(/\s+/);
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = line ? `${line} ${word}` : word;
    if (!line || measure(longer) <= width) line = longer;
    else if (lines.length === maxLines - 1) {
      return [...lines, ellipsis([line, ...words.slice(index)].join(' '), width, measure)];
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** Greedy lines evened out: the narrowest column that needs no more of them, as `text-wrap: balance` does. */
export function balance(text: string, options: WrapOptions): string[] {
  const greedy = wrap(text, options);
  let low = options.width / 2;
  let high = options.width;
  // Twelve halvings settle the width to less than a pixel.
  for (let turn = 0; turn < 12; turn++) {
    const middle = (low + high) / 2;
    const lines = wrap(text, { ...options, width: middle });
    const fits = lines.join(' ') === greedy.join(' ') && lines.length === greedy.length;
    if (fits && lines.every((line) => options.measure(line) <= options.width)) high = middle;
    else low = middle;
  }
  return wrap(text, { ...options, width: high });
}

function ellipsis(text: string, width: number, measure: (text: string) => number): string {
  let cut = text;
  while (cut.includes(' ') && measure(`${cut}…`) > width) cut = cut.slice(0, cut.lastIndexOf(' '));
  return `${cut.replace(/[\s,;:.–—]+$/, '')}…`;
}
