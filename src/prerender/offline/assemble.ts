/**
 * All pages in one HTML file that needs nothing beside it. The first page stands in the body, so it reads without
 * scripts; the others wait as text, which costs nothing until one is asked for. Style sheets that several pages share
 * are in it once.
 */
import type { FileIndex } from '#hosts/offline/start.ts';
import { ONE_FILE_ID, PAGE_PARAMETER, type OneFile } from '#site/page-address.ts';
import { contentSecurityPolicy } from '../csp.ts';
import { escapeHtml } from '../head/html.ts';
import { EARLY, type PageParts } from '../page.ts';
import { withoutCommon } from './common.ts';
import { rewriteLinks } from './links.ts';
import { jsonInScript } from './text.ts';

export interface OfflinePage {
  /** In the query. */
  name: string;
  /** Its folder on the site: `` or `sources/`. */
  folder: string;
  /** The name of its script. */
  client: string;
  parts: PageParts;
  /** Its style sheets, in order. */
  styles: readonly string[];
}

export interface OfflineParts {
  /** The first one is what the file opens with. */
  pages: readonly OfflinePage[];
  /** JSON files by their path on the site, for `loadJson`. */
  data: readonly { path: string; body: string }[];
  /** One classic script: see `build.ts`. */
  script: string;
  /** The fonts, as rules with everything in them. */
  fonts: string;
  /** The rules for the file itself. */
  sheet: string;
  /** `data:` address of the icon. */
  icon: string;
  siteUrl?: string | undefined;
}

/** Hides the first page while another one is asked for. */
const WAIT = `if(/[?&]${PAGE_PARAMETER}=/.test(location.search))document.documentElement.classList.add('waiting')`;

const titleOf = ({ head }: PageParts): string =>
  (/<title>([^<]*)<\/title>/.exec(head)?.[1] ?? '').replace(
    /&(lt|gt|quot|amp);/g,
    (entity) => DECODED[entity] ?? '',
  );
const DECODED: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** What of a page's metadata still says something in a file. */
function headOf({ head }: PageParts): string[] {
  return head.split('\n').filter((line) => /^<(title>|meta name="(description|theme-color)")/.test(line));
}

/** Every sheet once, with the pages it is for. Pages must agree on the order of the sheets they share. */
export function sharedStyles(
  pages: readonly Pick<OfflinePage, 'name' | 'styles'>[],
): { css: string; pages: string[] }[] {
  const sheets: { css: string; pages: string[] }[] = [];
  for (const { name, styles } of pages) {
    let after = -1;
    for (const css of styles) {
      const at = sheets.findIndex((sheet) => sheet.css === css);
      if (at > after) {
        sheets[at]?.pages.push(name);
        after = at;
      } else {
        // New, or shared but standing before one that must come first here: a copy after all that is there.
        sheets.push({ css, pages: [name] });
        after = sheets.length - 1;
      }
    }
  }
  return sheets;
}

/** @throws for a page that a script element cannot hold */
function asText({ name }: OfflinePage, html: string): string {
  if (/<\/?script/i.test(html)) throw new Error(`the page ${name} has a <script> in its body`);
  return `<script type="text/html" data-page="${name}">${html}</script>`;
}

/** @param template `index.html` */
export function assembleOffline(template: string, file: OfflineParts): string {
  const { pages, data, script, fonts, sheet, icon, siteUrl } = file;
  const [first, ...others] = pages;
  if (!first) throw new Error('no pages');
  const oneFile: OneFile = {
    pages: Object.fromEntries(pages.map(({ folder, name }) => [folder, name])),
    first: first.name,
    site: siteUrl,
  };
  const index: FileIndex = {
    ...oneFile,
    shells: Object.fromEntries(
      pages.map(({ name, client, parts }) => [
        name,
        {
          title: titleOf(parts),
          attributes: { lang: parts.language, dir: parts.direction, ...parts.attributes },
          client,
        },
      ]),
    ),
  };
  const body = (page: OfflinePage): string => rewriteLinks(page.parts.body, page.name, oneFile);
  const styles = sharedStyles(pages);
  const early = EARLY + WAIT;
  const policy = contentSecurityPolicy([early, script], [sheet, fonts, ...styles.map(({ css }) => css)], {
    selfContained: true,
  });
  const json = (attributes: string, text: string): string =>
    `<script type="application/json" ${attributes}>${jsonInScript(text)}</script>`;
  const fill: Record<string, string> = {
    lang: escapeHtml(first.parts.language),
    dir: first.parts.direction,
    attributes: Object.entries({ 'data-offline': siteUrl ?? '', ...first.parts.attributes })
      .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
      .join(''),
    head: [
      `<meta http-equiv="Content-Security-Policy" content="${policy}; font-src data:">`,
      `<script>${early}</script>`,
      ...headOf(first.parts),
      '<meta name="robots" content="noindex">',
      `<link rel="icon" href="${icon}">`,
      `<style>${sheet}</style>`,
      ...styles.map(
        ({ css, pages: names }) =>
          `<style data-pages="${names.join(' ')}"${names.includes(first.name) ? '' : ' media="not all"'}>${css}</style>`,
      ),
      `<style>${fonts}</style>`,
    ].join('\n'),
    body: [
      body(first),
      ...others.map((page) => asText(page, withoutCommon(body(page), first.parts.body))),
      json(`id="${ONE_FILE_ID}"`, JSON.stringify(index)),
      ...data.map(({ path, body: text }) => json(`data-file="${path}"`, text)),
      `<script>${script}</script>`,
    ].join('\n'),
  };
  return template.replace(/%(lang|dir|attributes|head|body)%/g, (_, key: string) => fill[key] ?? '');
}
