/**
 * The responsive ranges by name, in CSS px of window width; `src/site/media.css` declares the same names for
 * stylesheets and a unit test holds the two together. `from` is included, `to` is not.
 */
export interface Range {
  from: number;
  to: number;
}

export const BASE_RANGES = {
  'narrow-browser-and-phone': { from: 0, to: 640 },
  'medium-browser-and-portrait-tablet': { from: 640, to: 960 },
  'landscape-tablet': { from: 960, to: 1120 },
  'medium-wide-browser': { from: 1120, to: 1440 },
  'wide-browser-and-larger': { from: 1440, to: Infinity },
} as const satisfies Record<string, Range>;

export const COMPOSED_RANGES = {
  'above-phone': { from: 640, to: Infinity },
  'portrait-tablet-and-above': { from: 640, to: Infinity },
  'portrait-tablet-and-below': { from: 0, to: 960 },
  'above-portrait-tablet': { from: 960, to: Infinity },
  'landscape-tablet-and-above': { from: 960, to: Infinity },
  'landscape-tablet-and-below': { from: 0, to: 1120 },
  'medium-browser-and-landscape-tablet': { from: 640, to: 1120 },
  'landscape-tablet-and-medium-wide-browser': { from: 960, to: 1440 },
  'medium-wide-browser-and-larger': { from: 1120, to: Infinity },
} as const satisfies Record<string, Range>;

export type RangeName = keyof typeof BASE_RANGES | keyof typeof COMPOSED_RANGES;

/** Whether a window `width` CSS px wide is in the range. */
export function inRange(name: RangeName, width: number): boolean {
  const range: Range = { ...BASE_RANGES, ...COMPOSED_RANGES }[name];
  return width >= range.from && width < range.to;
}
