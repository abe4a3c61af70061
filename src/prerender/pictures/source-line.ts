/** “Sources: OPCW, Reuters and 3 more”: as many names as fit a line. */
const STRINGS = {
  one: 'Source',
  several: 'Sources',
  and: 'and',
  more: (count: number): string => `${count} more`,
} as const;

/**
 * @param names may repeat; each is said once
 * @param width of the line, in what `measure` gives
 */
export function sourceLine(
  names: readonly string[],
  width: number,
  measure: (text: string) => number,
): string {
  const all = [...new Set(names)];
  if (all.length === 0) return '';
  const label = all.length === 1 ? STRINGS.one : STRINGS.several;
  for (let count = all.length; count > 0; count--) {
    const left = all.length - count;
    const said = left > 0 ? [...all.slice(0, count), STRINGS.more(left)] : all;
    const list =
      said.length > 1 ? `${said.slice(0, -1).join(', ')} ${STRINGS.and} ${said.at(-1) as string}` : said[0];
    const text = `${label}: ${list}`;
    if (measure(text) <= width) return text;
  }
  return `${label}: ${STRINGS.more(all.length)}`;
}
