/** Reads the numbers out of English wording: figures, number words and mixtures of them. */

export interface FoundNumber {
  value: number;
  start: number;
  end: number;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const SMALL = new Map<string, number>([
  ...ONES.map((word, i): [string, number] => [word, i]),
  ...TENS.map((word, i): [string, number] => [word, 20 + 10 * i]),
]);
const BIG = new Map<string, number>([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);

/** `1,300`, `1 300` with a no-break or thin space, `49.3`, `2013`. */
export const FIGURE = /\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?/;
const TOKEN = new RegExp(`(${FIGURE.source})|([A-Za-z]+)`, 'g');

interface Token {
  value: number;
  kind: 'figure' | 'small' | 'big' | 'half';
  start: number;
  end: number;
}

const figureValue = (text: string): number => Number(text.replace(/[,\u00a0\u202f\u2009]/g, ''));

function tokens(text: string): (Token | 'and' | 'a' | 'other')[] {
  const list: (Token | 'and' | 'a' | 'other')[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const place = { start: match.index, end: match.index + match[0].length };
    const word = match[2]?.toLowerCase();
    if (match[1]) list.push({ kind: 'figure', value: figureValue(match[1]), ...place });
    else if (word && SMALL.has(word)) list.push({ kind: 'small', value: SMALL.get(word)!, ...place });
    else if (word && BIG.has(word)) list.push({ kind: 'big', value: BIG.get(word)!, ...place });
    else if (word === 'half') list.push({ kind: 'half', value: 0.5, ...place });
    else list.push(word === 'and' ? 'and' : word === 'a' || word === 'an' ? 'a' : 'other');
  }
  return list;
}

/**
 * All numbers in a wording, in order: “thirty-one”, “a hundred and thirty-three”, “2.3 million”, “half a dozen”.
 * “a” counts as one only before hundred, thousand and the like.
 */
export function numbersIn(text: string): FoundNumber[] {
  const list = tokens(text);
  const found: FoundNumber[] = [];
  let i = 0;
  while (i < list.length) {
    const first = list[i]!;
    const next = list[i + 1];
    if (typeof first === 'string') {
      // “a hundred”: the article adds nothing to what “hundred” alone says.
      i += 1;
      continue;
    }
    if (first.kind === 'half') {
      // “half a dozen”, “half a million”
      const noun = next === 'a' ? list[i + 2] : next;
      if (typeof noun === 'object' && noun.kind === 'big') {
        found.push({ value: noun.value / 2, start: first.start, end: noun.end });
        i = list.indexOf(noun, i) + 1;
      } else {
        found.push({ value: 0.5, start: first.start, end: first.end });
        i += 1;
      }
      continue;
    }
    // Total of closed groups (“two thousand”), and the group being read (“three hundred”).
    let total = 0;
    let group: number | undefined;
    let end = first.end;
    let previous: Token | undefined;
    for (; i < list.length; i++) {
      let token = list[i]!;
      if (token === 'and' && previous?.kind === 'big') {
        const after = list[i + 1];
        if (typeof after !== 'object' || after.kind !== 'small') break;
        token = after;
        i += 1;
      }
      if (typeof token === 'string' || token.kind === 'half') break;
      if (previous && !follows(previous, token, text)) break;
      if (token.kind === 'big') {
        group = (group ?? 1) * token.value;
        if (token.value >= 1000) {
          total += group;
          group = undefined;
        }
      } else {
        group = (group ?? 0) + token.value;
      }
      end = token.end;
      previous = token;
    }
    found.push({ value: total + (group ?? 0), start: first.start, end });
  }
  return found;
}

/** Whether two neighbouring tokens belong to one number. */
function follows(a: Token, b: Token, text: string): boolean {
  const between = text.slice(a.end, b.start);
  if (!/^(?:[\s\u00a0-]|\s*and\s*)+$/.test(between)) return false;
  if (b.kind === 'big') return true;
  if (b.kind === 'figure' || a.kind === 'figure') return false;
  if (a.kind === 'big') return true;
  return a.value >= 20 && b.value > 0 && b.value < 10;
}

/** Whether a wording says one of `values`: as a figure, in words, or scaled (“2.3 million”). */
export function saysOneOf(wording: string, values: readonly number[]): boolean {
  return numbersIn(wording).some((found) =>
    values.some((value) => Math.abs(found.value - value) <= 1e-9 * Math.max(1, Math.abs(value))),
  );
}
