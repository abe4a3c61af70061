/** What a page module gives and gets, and how the parts become one HTML document. */
import { contentSecurityPolicy } from './csp.ts';
import { escapeHtml } from './head/html.ts';
import { lateScript } from './late-script.ts';
import { PIECES_EARLY } from './pieces.ts';

export interface PageContext {
  /** Absolute address of the site without a trailing slash, when known. */
  siteUrl?: string;
  /** Relative prefix from this page to the site's root: `./` or `../`. */
  root: string;
  /** The file with all pages in it, to be offered where it lies beside the pages: absent in development and in itself. */
  offlineFile?: OfflineFile;
}

/** A file to be downloaded and opened from a disk. */
export interface OfflineFile {
  /** From the root of the site, without a leading slash. */
  path: string;
  bytes: number;
}

/** A page's own parts; the frame adds policy, styles and scripts. */
export interface PageParts {
  language: string;
  direction: 'ltr' | 'rtl';
  /** Attributes of `<html>`. */
  attributes: Record<string, string>;
  /** Title, description and other metadata. */
  head: string;
  body: string;
  /** It is long, and marks with `data-piece` what may be laid out later than the rest. */
  inPieces?: boolean;
}

export interface PageAssets {
  /** Styles to inline. */
  styles: string;
  /** The page's module script, relative to the page. */
  script: string;
  /** The modules it imports, and those these do, relative to the page: asked for together with it. */
  imports?: readonly string[];
  root: string;
  /** Data the script will fetch, relative to the page: asked for together with the script. */
  fetches: readonly string[];
  /** Told apart from all other builds by it, when there is one: pages ask for their data by it. */
  build?: string;
  /** The script that saves the site for use without a network, relative to the page. */
  saves?: string;
  /** The dev server injects its own scripts and styles, so there it is off. */
  strict: boolean;
}

/**
 * Runs before anything is drawn: marks that scripts run, and applies the reader's theme so that nothing flashes.
 * Storage may be blocked; then the system's theme holds.
 */
export const EARLY = `document.documentElement.classList.add('js');try{var t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;

export interface Assembled {
  html: string;
  /** The Content-Security-Policy the page is under; empty where it is not strict. */
  policy: string;
}

/** Puts a page together from the template `index.html`. */
export function assemble(template: string, parts: PageParts, assets: PageAssets): Assembled {
  const { inPieces = false } = parts;
  const early = inPieces ? PIECES_EARLY + EARLY : EARLY;
  const late = lateScript(assets, inPieces);
  const styles = assets.styles.trim();
  const policy = assets.strict ? contentSecurityPolicy([early, late], [styles]) : '';
  const head = [
    policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<script>${early}</script>`,
    parts.head,
    styles && `<style>${styles}</style>`,
    `<noscript><link rel="stylesheet" href="${assets.root}fonts/fonts.css"></noscript>`,
  ];
  const own = { ...parts.attributes, ...(assets.build !== undefined && { 'data-build': assets.build }) };
  const attributes = Object.entries(own)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
  const fill: Record<string, string> = {
    lang: escapeHtml(parts.language),
    dir: parts.direction,
    attributes,
    head: head.filter(Boolean).join('\n'),
    body: `${parts.body}\n<script>${late}</script>`,
  };
  const html = template.replace(/%(lang|dir|attributes|head|body)%/g, (_, key: string) => fill[key] ?? '');
  return { html, policy };
}
