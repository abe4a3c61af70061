/** SVG markup as a tree, to be changed and written out again as XML. Reads what our own renderer writes, no more. */

export interface SvgNode {
  name: string;
  attributes: Record<string, string>;
  children: (SvgNode | string)[];
}

const TOKEN = /<!--[^]*?-->|<\/([\w:-]+)\s*>|<([\w:-]+)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|[^<]+/g;
const ATTRIBUTE = /([^\s=]+)(?:="([^"]*)")?/g;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name: string) =>
    decimal || hex
      ? String.fromCodePoint(parseInt(decimal ?? hex, decimal ? 10 : 16))
      : (NAMED[name] ?? whole),
  );

/**
 * The elements of a piece of markup. Comments are left out; text that is nothing but space between elements too.
 * @throws {Error} when an element is closed that is not open, or left open
 */
export function parseSvg(markup: string): SvgNode[] {
  const root: SvgNode = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const [token, closed, name, attributes, empty] of markup.matchAll(TOKEN)) {
    const parent = open.at(-1) as SvgNode;
    if (closed) {
      if (open.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`);
    } else if (name) {
      const node: SvgNode = { name, attributes: {}, children: [] };
      for (const [, key, value = ''] of (attributes ?? '').matchAll(ATTRIBUTE))
        node.attributes[key as string] = decoded(value);
      parent.children.push(node);
      if (!empty) open.push(node);
    } else if (!token.startsWith('<!--')) {
      if (token.trim() || parent.name === 'text' || parent.name === 'tspan')
        parent.children.push(decoded(token));
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is never closed`);
  return root.children.filter((child) => typeof child !== 'string');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The tree as XML. */
export function svgText(node: SvgNode | string): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inside = node.children.map(svgText).join('');
  return `<${node.name}${attributes.join('')}${inside ? `>${inside}</${node.name}>` : '/>'}`;
}

/** An element, for what is drawn here rather than by a component. Numbers are rounded to hundredths. */
export function element(
  name: string,
  attributes: Record<string, string | number | undefined>,
  ...children: (SvgNode | string | undefined)[]
): SvgNode {
  return {
    name,
    attributes: Object.fromEntries(
      Object.entries(attributes).flatMap(([key, value]) =>
        value === undefined
          ? []
          : [[key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value]],
      ),
    ),
    children: children.filter((child) => child !== undefined),
  };
}
