/**
 * Datawrapper's embed codes. The newer one finds the iframe by the message's source; the older one by
 * `id="datawrapper-chart-<id>"` or by an address that contains the id, so the id must not occur in other addresses.
 */

/** The id an embed goes by: `behind-schedule-map` for `/embed/map/`. */
export const datawrapperId = (view: string): string =>
  `behind-schedule-${view.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'embed'}`;

/** Tells the height, px. */
export const datawrapperHeight = (id: string, height: number) => ({ 'datawrapper-height': { [id]: height } });
