/** The baked base map for a picture: the level of detail that suits, with colours and lines for resvg. */
import { toScreen, visibleBounds, type PlaneBounds, type Size, type View } from '#model/projection.ts';
import { cropped } from './crop.ts';
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
const LOOK: Record<
  string,
  { fill?: string; stroke?: string; width?: number; opacity?: number; dash?: readonly number[] }
> = {
  sea: { fill: PALETTE.sea },
  'waterline-outer': { stroke: PALETTE.coast, width: 15, opacity: 0.1 },
  waterline: { stroke: PALETTE.coast, width: 7, opacity: 0.16 },
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
  const around: PlaneBounds = [left, top, right, bottom];
  const drawn = wanted.map(({ id }) => levelSvg(markup, id, view.k, around)).join('');
  return `<g transform="translate(${x},${y}) scale(${view.k})">${drawn}</g>`;
}

/**
 * One level in plane units.
 * @param k px per plane unit, for the widths of lines
 * @param around what of the plane is in the picture: shapes that lie wholly outside are left out
 */
export function levelSvg(markup: string, id: string, k: number, around: PlaneBounds): string {
  return styled(levelMarkup(markup, id), id, k, around);
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
function styled(svg: string, id: string, k: number, around: PlaneBounds): string {
  const number = (name: string): number => Number(new RegExp(` ${name}="([-\\d.]+)`).exec(svg)?.[1] ?? 0);
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(number) as [number, number, number, number];
  const [left = 0, top = 0, units = 1] = (/ viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
  const px = units / width / k;
  // A little more than the picture, for the outer line along the coast.
  const reach = 40 / k;
  const toUnits = (value: number, from: number, first: number): number =>
    first + ((value - from) / width) * units;
  const box: PlaneBounds = [
    toUnits(around[0] - reach, x, left),
    toUnits(around[1] - reach, y, top),
    toUnits(around[2] + reach, x, left),
    toUnits(around[3] + reach, y, top),
  ];
  const paths = svg
    .slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
    // Widths are worked out below for every drawing program, so no browser may scale them once more.
    .replaceAll(' vector-effect="non-scaling-stroke"', '')
    .replace(/ d="([^"]*)"/g, (_, d: string) => ` d="${cropped(d, box)}"`)
    .replace(/<path [^>]*d=""\/>/g, (path) => (path.includes(' id=') ? path : ''))
    .replace(/ class="([a-z-]+)"/g, (_, name: string) => attributes(LOOK[name] ?? {}, px));
  return [
    `<clipPath id="clip-${id}"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></clipPath>`,
    `<g clip-path="url(#clip-${id})"><g transform="translate(${x},${y}) scale(${width / units}) translate(${-left},${-top})">`,
    paths,
    '</g></g>',
  ].join('');
}

function attributes(look: (typeof LOOK)[string], px: number): string {
  const { fill = 'none', stroke, width = 1, opacity, dash } = look;
  if (!stroke) return ` fill="${fill}"`;
  const dashes = dash ? ` stroke-dasharray="${dash.map((length) => tidy(length * px)).join(' ')}"` : '';
  return ` fill="${fill}" stroke="${stroke}" stroke-width="${tidy(width * px)}" stroke-linejoin="round"${opacity ? ` stroke-opacity="${opacity}"` : ''}${dashes}`;
}

/** Nine digits are more than any picture shows. */
const tidy = (value: number): number => Number(value.toPrecision(9));
