/** The typefaces of the pictures, and texts that keep their width where those are not installed. */
import { WEIGHTS, type CardFonts, type Face } from '../cards/fonts.ts';
import { PALETTE } from '../cards/palette.ts';
import { element, type SvgNode } from './svg-tree.ts';

/** The site's own, then the nearest of what machines have. */
const SERIF = "'Source Serif 4', Georgia, 'Times New Roman', serif";
const SANS = "'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif";

/** Width in px of a text at a size. No face has the narrow space before a percent sign: it is as wide as a plain one. */
export const widthOf = (fonts: CardFonts, face: Face, size: number, text: string): number =>
  fonts.metrics[face].width(text.replaceAll('\u202f', ' ')) * size;

export interface TextLook {
  face: Face;
  /** px. */
  size: number;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
}

/** One line of text on its base line. */
export function line(text: string, x: number, y: number, look: TextLook): SvgNode {
  const { face, size, fill = PALETTE.ink, anchor = 'start' } = look;
  return element(
    'text',
    {
      x,
      y,
      'font-family': face.startsWith('serif') ? SERIF : SANS,
      'font-weight': WEIGHTS[face],
      'font-style': face.endsWith('italic') ? 'italic' : undefined,
      'font-size': size,
      fill,
      'text-anchor': anchor === 'start' ? undefined : anchor,
    },
    text,
  );
}

interface Type {
  family: string;
  size: number;
  weight: number;
  italic: boolean;
  spacing: number;
}

const PLAIN: Type = { family: SANS, size: 16, weight: 400, italic: false, spacing: 0 };

function typeOf({ attributes }: SvgNode, inherited: Type): Type {
  const { 'font-family': family, 'font-size': size, 'font-weight': weight, 'font-style': style } = attributes;
  const px = size === undefined ? inherited.size : parseFloat(size);
  const spacing = attributes['letter-spacing'];
  return {
    family:
      family === undefined ? inherited.family : family.toLowerCase().includes('source serif') ? SERIF : SANS,
    size: px,
    weight: weight === undefined ? inherited.weight : weight === 'bold' ? 700 : Number(weight) || 400,
    italic: style === undefined ? inherited.italic : style === 'italic',
    spacing:
      spacing === undefined ? inherited.spacing : parseFloat(spacing) * (spacing.endsWith('em') ? px : 1),
  };
}

function faceOf({ family, weight, italic }: Type): Face {
  const name = family === SERIF ? 'serif' : 'sans';
  return italic ? `${name}-italic` : weight > 400 ? `${name}-bold` : name;
}

/**
 * The typefaces' latin cuts lack the sign ≈; every reader takes the tilde for it. Spaces where a run begins or ends
 * are lost in some programs if they are plain.
 */
const settable = (text: string): string => text.replaceAll('≈', '~').replace(/^ +| +$/g, '\u00a0');

/**
 * The tree with every family one of ours.
 * @param forScreens names them as browsers know them, with others to fall back on, and holds every line of text to
 *   the width that ours give it: another typeface is narrowed rather than run into its neighbours. Else they are
 *   named as the font files name themselves.
 */
export function typeset(node: SvgNode, fonts: CardFonts, forScreens: boolean, inherited = PLAIN): SvgNode {
  const type = typeOf(node, inherited);
  const next: SvgNode = { ...node, attributes: { ...node.attributes } };
  const { attributes } = next;
  if ('font-family' in attributes)
    attributes['font-family'] = forScreens
      ? type.family
      : fonts.metrics[type.family === SERIF ? 'serif' : 'sans'].family;
  if ('letter-spacing' in attributes) attributes['letter-spacing'] = String(round(type.spacing));
  next.children = node.children.map((child) =>
    typeof child === 'string' ? settable(child) : typeset(child, fonts, forScreens, type),
  );
  return forScreens && node.name === 'text' ? held(next, fonts, inherited) : next;
}

/** A text whose lines have the width of our typefaces. */
function held(text: SvgNode, fonts: CardFonts, inherited: Type): SvgNode {
  // Lines below the first are spans with a place of their own: each is held by itself.
  const lines: SvgNode['children'][] = [[]];
  for (const child of text.children) {
    const placed =
      typeof child !== 'string' && (child.attributes['x'] ?? child.attributes['y']) !== undefined;
    if (placed) lines.push([]);
    lines.at(-1)!.push(child);
  }
  if (lines.length === 1) return heldTo(text, widthIn(text, fonts, inherited));
  const type = typeOf(text, inherited);
  const spans = lines.map((children) => {
    const [only] = children;
    const span =
      children.length === 1 && typeof only !== 'string' ? only! : element('tspan', {}, ...children);
    return heldTo(span, widthIn(span, fonts, type));
  });
  return { ...text, children: spans };
}

function heldTo(node: SvgNode, width: number): SvgNode {
  if (width < 1) return node;
  const held = { textLength: String(round(width)), lengthAdjust: 'spacingAndGlyphs' };
  return { ...node, attributes: { ...node.attributes, ...held } };
}

/** px, with every run in its own face. */
function widthIn(node: SvgNode, fonts: CardFonts, inherited: Type): number {
  const type = typeOf(node, inherited);
  return node.children
    .map((child) =>
      typeof child === 'string'
        ? widthOf(fonts, faceOf(type), type.size, child) + [...child].length * type.spacing
        : widthIn(child, fonts, type),
    )
    .reduce((sum, width) => sum + width, 0);
}

const round = (value: number): number => Math.round(value * 10) / 10;
