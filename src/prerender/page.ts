/** What a page module gives and gets, and how the parts become one HTML document. */
import { contentSecurityPolicy } from './csp.ts';
import { escapeHtml } from './head/html.ts';

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
}

export interface PageAssets {
  /** Styles to inline. */
  styles: string;
  /** The page's module script, relative to the page. */
  script: string;
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

/** How long after a page has loaded it begins to be saved, ms: the page's own script, fonts and data come first. */
const SAVED_AFTER = 2000;

/** Asks for data before the script that needs it has arrived. */
function early(address: string): string {
  return `l=document.createElement('link');l.rel='preload';l.as='fetch';l.crossOrigin='';l.href=${JSON.stringify(address)};document.head.appendChild(l);`;
}

/** Once everything else is done, the site is saved on the device; embeds, and pages opened from a disk, have no such code. */
function save(script: string, root: string): string {
  return `;addEventListener('load',function(){(self.requestIdleCallback||setTimeout)(function(){setTimeout(function(){import(${JSON.stringify(script)}).then(function(m){m.save(${JSON.stringify(root)})},function(){})},${SAVED_AFTER})})})`;
}

/**
 * Runs after the first paint: fonts, then the page's script. Firefox does not tell of a first paint where it opens a
 * page further down, at a step or where a reload found it: there a frame drawn soon after the page has loaded counts.
 * A window that is never painted waits four seconds. A button pressed before the script is there is pressed again by
 * it; those that open a popover need none. When the script cannot load, the page falls back to its form without
 * JavaScript, which is complete.
 */
function late({ script, root, fetches, build, saves }: PageAssets): string {
  const asked = fetches.map((address) => early(build === undefined ? address : `${address}?v=${build}`));
  const after = saves === undefined ? '' : save(saves, root);
  return `(function(){var pressed,press=function(e){pressed=e.target.closest('button:not([popovertarget])')||pressed};addEventListener('click',press);var go=function(){var l=document.createElement('link');l.rel='stylesheet';l.href=${JSON.stringify(`${root}fonts/fonts.css`)};document.head.appendChild(l);${asked.join('')}import(${JSON.stringify(script)}).then(function(){removeEventListener('click',press);if(pressed)pressed.click()},function(){document.documentElement.classList.remove('js')})};var start=function(){var f=go;go=function(){};f()};try{new PerformanceObserver(function(l,o){if(l.getEntriesByName('first-contentful-paint').length){o.disconnect();start()}}).observe({type:'paint',buffered:true})}catch(e){}addEventListener('load',function(){setTimeout(function(){requestAnimationFrame(function(){setTimeout(start,0)})},300)});setTimeout(start,4000)${after}})()`;
}

export interface Assembled {
  html: string;
  /** The Content-Security-Policy the page is under; empty where it is not strict. */
  policy: string;
}

/** Puts a page together from the template `index.html`. */
export function assemble(template: string, parts: PageParts, assets: PageAssets): Assembled {
  const lateScript = late(assets);
  const styles = assets.styles.trim();
  const policy = assets.strict ? contentSecurityPolicy([EARLY, lateScript], [styles]) : '';
  const head = [
    policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<script>${EARLY}</script>`,
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
    body: `${parts.body}\n<script>${lateScript}</script>`,
  };
  const html = template.replace(/%(lang|dir|attributes|head|body)%/g, (_, key: string) => fill[key] ?? '');
  return { html, policy };
}
