declare module 'virtual:basemap' {
  /** The levels of detail, coarse to fine: scale in CSS px per degree, bounds in plane units. */
  export const levels: {
    id: string;
    minScale: number;
    bounds: readonly [left: number, top: number, right: number, bottom: number];
  }[];
  /** SVG markup on the server; a marker in the browser, where the page already holds the markup. */
  const markup: string;
  export default markup;
}
