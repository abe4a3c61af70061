/** The style sheets of the components, as far as they style SVG: rules, their selectors, and which elements they fit. */
import type { SvgNode } from './svg-tree.ts';

export type Declarations = [property: string, value: string][];

interface Simple {
  kind: 'type' | 'class' | 'id' | 'attribute' | 'is' | 'not' | 'never';
  name?: string;
  value?: string;
  inside?: Complex[];
}

/** Compounds from left to right, each with the combinator before it. */
type Complex = { combinator: ' ' | '>'; simple: Simple[] }[];

export interface Rule {
  selector: Complex;
  /** As CSS compares them: ids, then classes, then types. */
  specificity: number;
  declarations: Declarations;
}

/**
 * The rules that hold for light, still pictures: what stands in an at-rule is for dark, print, small windows or
 * high contrast, and left out.
 */
export function readRules(css: string): Rule[] {
  const rules: Rule[] = [];
  const text = css.replace(/\/\*[^]*?\*\//g, '');
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{', at);
    if (open < 0) break;
    const close = endOf(text, open);
    // A statement such as `@import …;` may stand before the rule.
    const prelude = text
      .slice(at, open)
      .replace(/^[^{}]*;/, '')
      .trim();
    if (!prelude.startsWith('@')) {
      const declarations = readDeclarations(text.slice(open + 1, close));
      for (const part of splitAt(prelude, ','))
        for (const selector of readSelector(part))
          rules.push({ selector, specificity: specificityOf(selector), declarations });
    }
    at = close + 1;
  }
  return rules;
}

/** Where the block that opens at `open` closes. */
function endOf(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '"' || text[at] === "'") at = text.indexOf(text[at] as string, at + 1);
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}

/** `fill:var(--ink);stroke:none`. Custom properties keep their spaces: an empty one is not the same as none. */
export function readDeclarations(text: string): Declarations {
  return splitAt(text, ';').flatMap((part): Declarations => {
    const colon = part.indexOf(':');
    if (colon < 0) return [];
    const value = part.slice(colon + 1).replace(/!important\s*$/, '');
    return [[part.slice(0, colon).trim(), value]];
  });
}

/** Splits at a character that stands in no brackets and no quotation marks. */
export function splitAt(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '"' || char === "'") at = Math.max(at, text.indexOf(char, at + 1));
    else if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') depth--;
    else if (char === separator && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)].filter((part) => part.trim());
}

/** One selector; nothing where it can fit no element of a picture (`:hover`, `::before`, a sibling). */
function readSelector(text: string): Complex[] {
  const complex: Complex = [];
  let combinator: ' ' | '>' = ' ';
  for (const part of text.trim().split(/\s*(>|[+~])\s*|\s+(?![^(]*\))/)) {
    if (!part) continue;
    if (part === '>') combinator = '>';
    else if (part === '+' || part === '~') return [];
    else {
      complex.push({ combinator, simple: readCompound(part) });
      combinator = ' ';
    }
  }
  return [complex];
}

const SIMPLE = /^(?:\*|([.#]?)([\w-]+)|\[([\w-]+)(?:=["']?([^\]"']*)["']?)?\]|:(is|where|not)\(|(::?[\w-]+))/;

function readCompound(text: string): Simple[] {
  const simple: Simple[] = [];
  let rest = text;
  while (rest) {
    const match = SIMPLE.exec(rest);
    if (!match) return [{ kind: 'never' }];
    const [whole, sign, name, attribute, value, pseudo, other] = match;
    rest = rest.slice(whole.length);
    if (pseudo) {
      const close = closing(rest);
      const inside = splitAt(rest.slice(0, close), ',').flatMap(readSelector);
      rest = rest.slice(close + 1);
      simple.push({ kind: pseudo === 'not' ? 'not' : 'is', name: pseudo, inside });
    } else if (other === ':root') simple.push({ kind: 'type', name: ':root' });
    else if (other) simple.push({ kind: 'never' });
    else if (attribute)
      simple.push({ kind: 'attribute', name: attribute, ...(value !== undefined && { value }) });
    else if (name) simple.push({ kind: sign === '.' ? 'class' : sign === '#' ? 'id' : 'type', name });
  }
  return simple;
}

function closing(text: string): number {
  let depth = 1;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length;
}

function specificityOf(selector: Complex): number {
  const of = ({ kind, name, inside }: Simple): number => {
    if (kind === 'id') return 1e6;
    if (kind === 'class' || kind === 'attribute' || name === ':root') return 1e3;
    if (kind === 'type') return 1;
    return inside && name !== 'where' ? Math.max(0, ...inside.map(specificityOf)) : 0;
  };
  return selector.flatMap(({ simple }) => simple.map(of)).reduce((sum, one) => sum + one, 0);
}

/** Whether a selector fits the last of `path`, which begins with the root. */
export function fits(selector: Complex, path: readonly SvgNode[]): boolean {
  const at = selector.length - 1;
  const last = path.length - 1;
  return (
    at >= 0 && last >= 0 && compoundFits(selector[at]!.simple, path, last) && above(selector, at, path, last)
  );
}

/** Whether what stands left of compound `at` fits above the element `index` of the path. */
function above(selector: Complex, at: number, path: readonly SvgNode[], index: number): boolean {
  if (at === 0) return true;
  const { simple } = selector[at - 1]!;
  const lowest = selector[at]!.combinator === '>' ? index - 1 : 0;
  for (let up = index - 1; up >= Math.max(0, lowest); up--)
    if (compoundFits(simple, path, up) && above(selector, at - 1, path, up)) return true;
  return false;
}

function compoundFits(simple: readonly Simple[], path: readonly SvgNode[], index: number): boolean {
  const node = path[index] as SvgNode;
  return simple.every(({ kind, name = '', value, inside = [] }) => {
    switch (kind) {
      case 'type':
        return name === ':root' ? index === 0 : node.name === name;
      case 'class':
        return classesOf(node).has(name);
      case 'id':
        return node.attributes['id'] === name;
      case 'attribute':
        return value === undefined ? name in node.attributes : node.attributes[name] === value;
      case 'is':
        return inside.some((one) => fits(one, path.slice(0, index + 1)));
      case 'not':
        return !inside.some((one) => fits(one, path.slice(0, index + 1)));
      case 'never':
        return false;
    }
  });
}

const classes = new WeakMap<SvgNode, Set<string>>();

function classesOf(node: SvgNode): Set<string> {
  const known = classes.get(node) ?? new Set((node.attributes['class'] ?? '').split(/\s+/));
  classes.set(node, known);
  return known;
}

/** A class or a type that an element must have for the rule to fit; nothing where there is no telling. */
export function keyOf({ selector }: Rule): string | undefined {
  const simple = selector.at(-1)?.simple ?? [];
  const named = simple.find(({ kind }) => kind === 'class') ?? simple.find(({ kind }) => kind === 'type');
  return named && (named.kind === 'class' ? `.${named.name}` : named.name);
}

/** The keys that rules may be found under for an element. */
export const keysFor = (node: SvgNode): string[] => [
  node.name,
  ...[...classesOf(node)].map((name) => `.${name}`),
];
