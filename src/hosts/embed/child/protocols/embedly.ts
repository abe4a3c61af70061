/** Embedly and, after it, Medium: a JSON text; they look for the iframe whose `src` is exactly this. */

/**
 * Tells the height, px.
 * @param src the embed's address as it was loaded
 */
export const embedlyHeight = (src: string, height: number): string =>
  JSON.stringify({ context: 'iframe.resize', src, height });
