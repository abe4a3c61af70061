/** Svelte marks in comments what the browser is to take over; a page that stays as it is needs none of them. */

/** The HTML without any comments. Our pages have no comments of their own, and scripts and styles hold none. */
export function withoutMarkers(html: string): string {
  return html.replace(/<!--[^]*?-->/g, '');
}
