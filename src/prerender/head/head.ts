/** The metadata of a page: title, description, social card, icons, manifest, structured data. */
import { civilDate } from '#model/dates.ts';
import type { Story } from '#model/story.ts';
import { oembedLink } from '../oembed/index.ts';
import { escapeHtml, tag } from './html.ts';

/** A social card, 1200 px wide. */
export interface CardImage {
  /** From the root of the site, without a leading slash: `cards/site.png`. */
  path: string;
  /** What is to be seen, for those who hear the card. */
  alt: string;
  /** px; 630 by default. */
  height?: number;
}

export interface HeadOptions {
  title: string;
  /** One or two sentences; search engines show about 160 characters. */
  description: string;
  language: string;
  /** Name of the whole site: the story's title. */
  siteName: string;
  /** Where the page stands in the site, without a leading slash: `` or `sources/`. */
  path: string;
  /** Relative prefix from the page to the root: `./` or `../`. */
  root: string;
  /** Absolute address of the site without a trailing slash. Without it no absolute address is made up. */
  siteUrl?: string | undefined;
  type?: 'article' | 'website';
  card?: CardImage | undefined;
  /** Structured data, each a JSON-LD object. */
  jsonLd?: object[];
  /** For `<meta name="robots">`; search engines index by default. */
  robots?: string;
  /** The title of what this page can be embedded as, where it can: hosts find the code by oEmbed. */
  oembed?: string;
  /** The canonical address if it is another page's, from the root. */
  canonicalPath?: string;
}

/** Paper in light and dark, as in `tokens.css`: what browsers tint their bars with. */
export const PAPER = { light: '#fbfaf7', dark: '#12161b' } as const;

/** Tags for `<head>`, one a line. Charset and viewport are the template's. */
export function headTags(options: HeadOptions): string {
  const { title, description, siteUrl, root, card, siteName } = options;
  const absolute = (path: string): string | undefined => siteUrl && `${siteUrl}/${path}`;
  const image = card && absolute(card.path);
  const canonical = absolute(options.canonicalPath ?? options.path);
  const meta = (name: string, content: string | undefined): string =>
    content ? tag('meta', { name, content }) : '';
  const property = (name: string, content: string | undefined): string =>
    content ? tag('meta', { property: name, content }) : '';
  return [
    `<title>${escapeHtml(title === siteName ? title : `${title} · ${siteName}`)}</title>`,
    meta('description', description),
    canonical ? tag('link', { rel: 'canonical', href: canonical }) : '',
    meta('robots', options.robots),
    options.oembed ? oembedLink({ path: options.path, title: options.oembed }, siteUrl) : '',
    tag('link', { rel: 'icon', href: `${root}favicon.svg`, type: 'image/svg+xml' }),
    tag('link', { rel: 'icon', href: `${root}icons/icon-192.png`, type: 'image/png', sizes: '192x192' }),
    tag('link', { rel: 'apple-touch-icon', href: `${root}icons/apple-touch-icon.png` }),
    tag('link', { rel: 'manifest', href: `${root}manifest.webmanifest` }),
    tag('meta', { name: 'theme-color', content: PAPER.light, media: '(prefers-color-scheme: light)' }),
    tag('meta', { name: 'theme-color', content: PAPER.dark, media: '(prefers-color-scheme: dark)' }),
    property('og:title', title),
    property('og:description', description),
    property('og:type', options.type ?? 'website'),
    property('og:site_name', siteName),
    property('og:locale', ogLocale(options.language)),
    // A share page names itself here although its canonical address is another: scrapers follow `og:url`.
    property('og:url', absolute(options.path)),
    property('og:image', image),
    property('og:image:type', image && 'image/png'),
    property('og:image:width', image && '1200'),
    property('og:image:height', image && String(card.height ?? 630)),
    property('og:image:alt', image && card.alt),
    meta('twitter:card', image ? 'summary_large_image' : 'summary'),
    ...(options.jsonLd ?? []).map(jsonLdScript),
  ]
    .filter(Boolean)
    .join('\n');
}

/** `en` is `en_US` to Facebook's vocabulary, `pt-BR` is `pt_BR`; languages without a usual country go as they are. */
function ogLocale(language: string): string {
  const locale = new Intl.Locale(language).maximize();
  return locale.region ? `${locale.language}_${locale.region}` : locale.language;
}

/** A data block: browsers never run it, so the Content-Security-Policy needs no hash for it. */
export function jsonLdScript(data: object): string {
  // The escape keeps `</script>` and `<!--` in a text from ending the element.
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}

/** The story as schema.org's Article. Addresses are given only when the site's own is known. */
export function articleData(
  story: Story,
  site: { siteUrl?: string | undefined; card?: CardImage | undefined },
): object {
  const { meta } = story;
  const { siteUrl, card } = site;
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: meta.title,
    alternativeHeadline: meta.dek,
    description: meta.description,
    inLanguage: meta.language,
    author: { '@type': 'Organization', name: meta.authors },
    dateModified: meta.updated,
    license: meta.licence.textUrl,
    isAccessibleForFree: true,
    articleSection: story.chapters.map(({ title }) => title),
    url: siteUrl && `${siteUrl}/`,
    mainEntityOfPage: siteUrl && `${siteUrl}/`,
    image: siteUrl && card && [`${siteUrl}/${card.path}`],
  };
}

/** What of a download structured data needs. */
export interface DataFile {
  path: string;
  type: string;
  title: string;
}

/** The downloads as schema.org's Dataset, for data search engines. Without the site's address, relative to the page. */
export function datasetData(
  story: Story,
  files: DataFile[],
  site: { siteUrl?: string | undefined; root: string },
): object {
  const { meta } = story;
  const base = site.siteUrl ? `${site.siteUrl}/` : site.root;
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${meta.title}: events, loads, figures and sources`,
    description: `${meta.description} The events, sea routes, announced figures and sources behind the story, as files.`,
    inLanguage: meta.language,
    creator: { '@type': 'Organization', name: meta.authors },
    dateModified: meta.updated,
    license: meta.licence.textUrl,
    isAccessibleForFree: true,
    // The span's end is the first instant no longer covered.
    temporalCoverage: `${civilDate(meta.span[0])}/${civilDate(meta.span[1] - 1)}`,
    url: site.siteUrl && `${site.siteUrl}/sources/#downloads`,
    distribution: files.map(({ path, type, title }) => ({
      '@type': 'DataDownload',
      name: title,
      encodingFormat: type,
      contentUrl: base + path,
    })),
  };
}
