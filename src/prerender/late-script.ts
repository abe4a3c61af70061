/** The code that a page runs after its first paint. */
import { fontsCode } from './fonts.ts';
import type { PageAssets } from './page.ts';
import { PIECES_LATE } from './pieces.ts';

/** How long after a page has loaded it begins to be saved, ms: the page's own script, fonts and data come first. */
const SAVED_AFTER = 2000;

/** Asks for a file before the script that needs it has arrived. */
function early(rel: 'preload' | 'modulepreload', href: string): string {
  return `ask(${JSON.stringify(rel)},${JSON.stringify(href)});`;
}

/** Once everything else is done, the site is saved on the device; embeds, and pages opened from a disk, have no such code. */
function save(script: string, root: string): string {
  return `addEventListener('load',function(){(self.requestIdleCallback||setTimeout)(function(){setTimeout(function(){import(${JSON.stringify(script)}).then(function(m){m.save(${JSON.stringify(root)})},function(){})},${SAVED_AFTER})})})`;
}

/**
 * Runs after the first paint: fonts, then the page's script. Firefox does not tell of a first paint where it opens a
 * page further down, at a step or where a reload found it: there a frame drawn soon after the page has loaded counts.
 * A window that is never painted waits four seconds. A button pressed before the script is there is pressed again by
 * it; those that open a popover need none. When the script cannot load, the page falls back to its form without
 * JavaScript, which is complete.
 */
export function lateScript(
  { script, imports = [], root, fetches, build, saves }: PageAssets,
  inPieces: boolean,
): string {
  const asked = [
    ...imports.map((address) => early('modulepreload', address)),
    ...fetches.map((address) => early('preload', build === undefined ? address : `${address}?v=${build}`)),
  ];
  return [
    '(function(){',
    "var pressed,press=function(e){pressed=e.target.closest('button:not([popovertarget])')||pressed};",
    "addEventListener('click',press);",
    "var ask=function(rel,href){var l=document.createElement('link');l.rel=rel;if(rel==='preload'){l.as='fetch';l.crossOrigin=''}l.href=href;document.head.appendChild(l)};",
    'var go=function(){',
    fontsCode(root),
    ...asked,
    inPieces ? PIECES_LATE : '',
    `import(${JSON.stringify(script)}).then(function(){removeEventListener('click',press);if(pressed)pressed.click()},function(){document.documentElement.classList.remove('js')})`,
    '};',
    'var start=function(){var f=go;go=function(){};f()};',
    "try{new PerformanceObserver(function(l,o){if(l.getEntriesByName('first-contentful-paint').length){o.disconnect();start()}}).observe({type:'paint',buffered:true})}catch(e){}",
    "addEventListener('load',function(){setTimeout(function(){requestAnimationFrame(function(){setTimeout(start,0)})},300)});",
    'setTimeout(start,4000);',
    saves === undefined ? '' : save(saves, root),
    '})()',
  ].join('');
}
