/** The baked base map for a picture: the level of detail that suits, with colours and lines for resvg. */
import { toScreen, visibleBounds, type PlaneBounds, type Size, type View } from '#model/projection.ts';
import { PALETTE } from './palette.ts';

export interface BasemapLevel {
  id: string;
  /** Drawn from this many px per degree on. */
  minScale: number;
  /** Plane units. */
  bounds: PlaneBounds;
}

/** What `virtual:basemap` gives. */
export interface Basemap {
  /** SVG of all levels. */
  markup: string;
  /** Coarse to fine. */
  levels: readonly BasemapLevel[];
}

/** Fill or line of each class of path; widths in px. */
const LOOK: Record<string, { fill?: string; stroke?: string; width?: number; dash?: readonly number[] }> = {
  sea: { fill: PALETTE.sea },
  land: { fill: PALETTE.land, stroke: PALETTE.coast, width: 1.2 },
  highlight: { fill: PALETTE.landHighlight, stroke: PALETTE.coast, width: 1.2 },
  lake: { fill: PALETTE.sea },
  river: { stroke: PALETTE.sea, width: 1.5 },
  border: { stroke: PALETTE.border, width: 1.5 },
  disputed: { stroke: PALETTE.inkSoft, width: 1.5, dash: [5, 4] },
};

/**
 * SVG of the levels to draw at a view. A finer level that does not reach the picture's edges has the coarser ones
 * beneath it.
 */
export function basemapAt({ markup, levels }: Basemap, view: View, size: Size): string {
  const perDegree = view.k * 10;
  const suiting = levels.findLastIndex(({ minScale }) => minScale <= perDegree);
  const [left, top, right, bottom] = visibleBounds(view, size);
  const covers = ({ bounds: [l, t, r, b] }: BasemapLevel): boolean =>
    l <= left && t <= top && r >= right && b >= bottom;
  const from = levels.findLastIndex((level, index) => index <= suiting && covers(level));
  const wanted = levels.slice(Math.max(0, from), suiting + 1);
  const [x, y] = toScreen(view, size, [0, 0]);
  const drawn = wanted.map(({ id }) => styled(levelMarkup(markup, id), id, view.k)).join('');
  return `<g transform="translate(${x},${y}) scale(${view.k})">${drawn}</g>`;
}

/** The inner `<svg>` of one level. */
function levelMarkup(markup: string, id: string): string {
  const start = markup.indexOf(`<g id="basemap-${id}">`);
  if (start < 0) return '';
  const from = markup.indexOf('<svg', start);
  return markup.slice(from, markup.indexOf('</svg>', from) + '</svg>'.length);
}

/**
 * Classes as attributes; line widths, given in px, in the units of the level, since resvg scales lines with shapes.
 * The inner `<svg>` becomes a clipped group: resvg loses what lies in an `<svg>` that reaches beyond the picture.
 */
function styled(svg: string, id: string, k: number): string {
  const number = (name: string): number => Number(new RegExp(` ${name}="([-\\d.]+)`).exec(svg)?.[1] ?? 0);
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(number) as [number, number, number, number];
  const [left = 0, top = 0, units = 1] = (/ viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
  const px = units / width / k;
  const paths = svg
    .slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
    .replace(/ class="([a-z-]+)"/g, (_, name: string) => attributes(LOOK[name] ?? {}, px));
  return [
    `<clipPath id="clip-${id}"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></clipPath>`,
    `<g clip-path="url(#clip-${id})"><g transform="translate(${x},${y}) scale(${width / units}) translate(${-left},${-top})">`,
    paths,
    '</g></g>',
  ].join('');
}

function attributes({ fill = 'none', stroke, width = 1, dash }: (typeof LOOK)[string], px: number): string {
  if (!stroke) return ` fill="${fill}"`;
  const dashes = dash ? ` stroke-dasharray="${dash.map((length) => length * px).join(' ')}"` : '';
  return ` fill="${fill}" stroke="${stroke}" stroke-width="${width * px}" stroke-linejoin="round"${dashes}`;
}
