/**
 * Addresses between the site's pages, in the file that holds them all: there a page is chosen by the query
 * (`?page=sources#x`), so that the fragment goes on meaning a place on the page. Links are written as on the site;
 * the build, and the file's own script for what is added later, rewrite them by these rules.
 */

/** What the one file knows of the site it was made from. */
export interface OneFile {
  /** The pages in it, by their folder on the site: `` and `sources/`, each with its name in the query. */
  pages: Readonly<Record<string, string>>;
  /** The name of the page that stands in the file when none is asked for. */
  first: string;
  /** Absolute address of the site without a trailing slash, when known: where links to all other files lead. */
  site?: string | undefined;
}

/** The parameter that names the page. */
export const PAGE_PARAMETER = 'page';

const SCHEME = /^[a-z][a-z0-9+.-]*:|^\/\//i;
const SHARE_PAGE = /^s\/([^/]+)\/$/;
/** No address of the site's own comes out of it; it only lends `URL` a root. */
const ROOT = 'https://one-file.invalid/';

/**
 * Where a link of the site leads in the one file. Rewritten links come out as they are.
 * @param href as it stands on the page
 * @param current the name of the page it stands on
 * @returns nothing for a file that is not in the one file, where the site's address is not known
 */
export function inOneFile(
  href: string,
  current: string,
  { pages, first, site }: OneFile,
): string | undefined {
  if (/^(#|\?(#|$))/.test(href) || SCHEME.test(href)) return href;
  if (new RegExp(`^\\?(.*&)?${PAGE_PARAMETER}=`).test(href)) return href;
  const folder = Object.keys(pages).find((key) => pages[key] === current) ?? '';
  const { pathname, search, hash } = new URL(href, ROOT + folder);
  const path = decodeURIComponent(pathname.slice(1)).replace(/(^|\/)index\.html$/, '$1');
  const step = SHARE_PAGE.exec(path)?.[1];
  const wanted = step === undefined ? pages[path] : first;
  if (wanted === undefined) return site && `${site}${pathname}${search}${hash}`;
  const place = step === undefined ? hash : `#${step}`;
  const query = search.slice(1);
  // On the page itself: no need to open it anew.
  if (wanted === current && !query && place) return place;
  if (wanted === first && !query) return `?${place}`;
  return `?${[`${PAGE_PARAMETER}=${wanted}`, query].filter(Boolean).join('&')}${place}`;
}

/** The block of data that makes a page part of the one file. */
export const ONE_FILE_ID = 'one-file';

/**
 * The address by which a script opens a page of the site: the same, or its equal in the one file.
 * @param href relative to the page, as a link on it would have it: `../present/speaker/?path=lesson-45`
 */
export function pageAddress(href: string): string {
  const told = document.getElementById(ONE_FILE_ID)?.textContent;
  if (!told) return href;
  const file = JSON.parse(told) as OneFile;
  const current = new URLSearchParams(location.search).get(PAGE_PARAMETER) ?? file.first;
  return inOneFile(href, current, file) ?? href;
}
