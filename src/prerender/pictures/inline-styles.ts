/**
 * A component's SVG with its style sheet written into it, as attributes every drawing program understands, and
 * with everything left out that only a page has use for. Colours are the light theme's.
 */
import { fits, keyOf, keysFor, readDeclarations, type Rule } from './css-rules.ts';
import { colour, plainNumbers, substituted, type Variables } from './css-values.ts';
import { pathLength } from './path-length.ts';
import { element, type SvgNode } from './svg-tree.ts';

const PAINTS = new Set(['fill', 'stroke']);
const ATTRIBUTES = new Set([
  ...PAINTS,
  'fill-opacity', 'font-family', 'font-size', 'font-style', 'font-weight', 'letter-spacing', 'opacity',
  'paint-order', 'shape-rendering', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap', 'stroke-linejoin',
  'stroke-opacity', 'stroke-width', 'text-anchor', 'text-decoration', 'vector-effect',
]); // prettier-ignore
/** Read here and acted on, but no attribute of the result. */
const ACTED_ON = new Set(['visibility', 'display', 'scale', 'clip-path']);
/** What ties an element to its page. */
const OF_THE_PAGE = /^(class|style|role|tabindex|aria-.*|data-.*|pathLength|vector-effect)$/;

export type Styles = (node: SvgNode) => SvgNode;

/** Rules by a class or type they ask for, so that an element is compared with few of them. */
export function stylist(rules: readonly Rule[]): Styles {
  const byKey = new Map<string, [Rule, number][]>();
  rules.forEach((rule, order) => {
    const useful = rule.declarations.some(
      ([name]) => name.startsWith('--') || ATTRIBUTES.has(name) || ACTED_ON.has(name),
    );
    if (!useful) return;
    const key = keyOf(rule) ?? '*';
    byKey.set(key, [...(byKey.get(key) ?? []), [rule, order]]);
  });

  const cascade = (path: readonly SvgNode[]): Map<string, string> => {
    const node = path.at(-1) as SvgNode;
    const found = ['*', ...(path.length === 1 ? [':root'] : []), ...keysFor(node)]
      .flatMap((key) => byKey.get(key) ?? [])
      .filter(([rule]) => fits(rule.selector, path))
      .sort(([a, first], [b, second]) => a.specificity - b.specificity || first - second);
    return new Map([
      ...found.flatMap(([rule]) => rule.declarations),
      ...readDeclarations(node.attributes['style'] ?? ''),
    ]);
  };

  /** The last of a path, with what stands in it; nothing where nothing of it is to be seen. */
  const styled = (path: readonly SvgNode[], inherited: Variables, shown: boolean): SvgNode | undefined => {
    const node = path.at(-1) as SvgNode;
    const winners = cascade(path);
    const own = [...winners].filter(([name]) => name.startsWith('--'));
    const set = { ...inherited, ...Object.fromEntries(own) };
    // A property that refers to itself is void, not endless.
    const variables = { ...inherited };
    for (const [name, value] of own)
      variables[name] = substituted(value, { ...set, [name]: 'initial' }) ?? 'initial';
    const get = (name: string): string | undefined => {
      const value = winners.get(name);
      return value === undefined ? undefined : substituted(value, variables)?.trim();
    };
    if (get('display') === 'none' || get('opacity') === '0' || /100%/.test(get('clip-path') ?? ''))
      return undefined;
    const visible = get('visibility') === undefined ? shown : get('visibility') === 'visible';

    const children = node.children.flatMap((child): (SvgNode | string)[] => {
      if (typeof child === 'string') return [child];
      const kept = styled([...path, child], variables, visible);
      return kept ? [kept] : [];
    });
    if (!visible && (DRAWN.has(node.name) || children.length === 0)) return undefined;

    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(node.attributes))
      if (!OF_THE_PAGE.test(name)) attributes[name] = value;
    for (const name of winners.keys()) {
      const value = ATTRIBUTES.has(name) ? get(name) : undefined;
      if (value === undefined || name === 'vector-effect') continue;
      if (PAINTS.has(name)) {
        const { paint, opacity } = colour(value);
        attributes[name] = paint;
        if (opacity !== undefined) attributes[`${name}-opacity`] = String(opacity);
      } else attributes[name] = plainNumbers(value);
    }
    dashesOf(node, attributes);
    const scale = get('scale');
    if (scale) attributes['transform'] = `${attributes['transform'] ?? ''} scale(${scale})`.trim();
    return { name: node.name, attributes, children };
  };
  return (root) => styled([root], {}, true) ?? element('g', {});
}

const DRAWN = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'text', 'tspan', 'use']);

/** Dashes given in shares of a path's length, in its own units: not every program knows `pathLength`. */
function dashesOf(node: SvgNode, attributes: Record<string, string>): void {
  const whole = Number(node.attributes['pathLength'] ?? 0);
  const dashes = attributes['stroke-dasharray'];
  if (!whole || !dashes) return;
  const shares = dashes.split(/[\s,]+/).map((dash) => Number(dash) / whole);
  const offset = Number(attributes['stroke-dashoffset'] ?? 0) / whole;
  if (shares[0]! >= 1 && offset === 0) {
    delete attributes['stroke-dasharray'];
    return;
  }
  const length = pathLength(node.attributes['d'] ?? '');
  const inUnits = (share: number): string => String(Math.round(share * length * 100) / 100);
  attributes['stroke-dasharray'] = shares.map(inUnits).join(' ');
  if (offset) attributes['stroke-dashoffset'] = inUnits(offset);
}
