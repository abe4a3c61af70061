/** Where the oEmbed answer of a page is, and the tag by which hosts find it. */
import { tag } from '../head/html.ts';

/** A page that can be embedded. */
export interface EmbeddablePage {
  /** From the root of the site, without a leading slash: ``, `s/montreux/`, `embed/map/`. */
  path: string;
  title: string;
}

/** From the root of the site: one file for each page, since a static site cannot read `?url=`. */
export function oembedPath(path: string): string {
  return `oembed/${path.replace(/\/$/, '') || 'story'}.json`;
}

/** The tag for `<head>`; empty where the site's address is unknown, since the answer is made of whole addresses. */
export function oembedLink({ path, title }: EmbeddablePage, siteUrl: string | undefined): string {
  if (!siteUrl) return '';
  return tag('link', {
    rel: 'alternate',
    type: 'application/json+oembed',
    href: `${siteUrl}/${oembedPath(path)}`,
    title,
  });
}
