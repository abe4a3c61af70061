/** Values of style sheets as plain numbers and colours: drawing programs know no custom properties and no `calc`. */
import { splitAt } from './css-rules.ts';

/** Custom properties in force, by name. */
export type Variables = Record<string, string>;

/**
 * A value with its custom properties put in; nothing where one of them is not set and has no fallback, which makes
 * the whole declaration void. A property set to `initial` counts as not set.
 */
export function substituted(value: string, variables: Variables): string | undefined {
  let text = value;
  for (;;) {
    const start = text.indexOf('var(');
    if (start < 0) return text;
    let end = start + 4;
    for (let depth = 1; end < text.length && depth > 0; end++)
      depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0;
    const inside = text.slice(start + 4, end - 1);
    const comma = inside.indexOf(',');
    const name = (comma < 0 ? inside : inside.slice(0, comma)).trim();
    const set = variables[name];
    const found =
      set !== undefined && set.trim() !== 'initial'
        ? substituted(set, variables)
        : comma < 0
          ? undefined
          : substituted(inside.slice(comma + 1), variables);
    if (found === undefined) return undefined;
    text = text.slice(0, start) + found + text.slice(end);
  }
}

/** Every `calc()` worked out and `px` left off: sums of products, as our sheets have them. */
export function plainNumbers(value: string): string {
  return value
    .replace(/calc\(([^()]*)\)/g, (_, sum: string) => String(Math.round(total(sum) * 1e5) / 1e5))
    .replace(/(\d)px\b/g, '$1');
}

function total(sum: string): number {
  const [first = '', ...rest] = sum.trim().split(/\s+([+-])\s+/);
  return rest.reduce(
    (value, part, index) =>
      index % 2 === 1 ? value + (rest[index - 1] === '-' ? -1 : 1) * product(part) : value,
    product(first),
  );
}

function product(text: string): number {
  const [first = '', ...rest] = text.trim().split(/\s*([*/])\s*/);
  return rest.reduce(
    (value, part, index) =>
      index % 2 === 0 ? value : rest[index - 1] === '/' ? value / parseFloat(part) : value * parseFloat(part),
    parseFloat(first),
  );
}

/** A colour, and how opaque it is where it is not wholly so. */
export function colour(value: string): { paint: string; opacity?: number } {
  const text = value.trim();
  const lightDark = /^light-dark\((.*)\)$/s.exec(text);
  if (lightDark) return colour(splitAt(lightDark[1] as string, ',')[0] ?? '');
  const mixed = /^color-mix\(in srgb,\s*(\S+)\s+([\d.]+)%,\s*(?:transparent|#0000)\)$/.exec(text);
  if (mixed) return { ...colour(mixed[1] as string), opacity: Number(mixed[2]) / 100 };
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text);
  if (short)
    return {
      paint: `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`,
    };
  return { paint: text };
}
