/**
 * Runs at the end of the file that holds all pages. The first page stands in the body; another one that the address
 * asks for is put in its place, with its styles and attributes. Then the page's own script is run. Going to another
 * page loads the file anew, so nothing has to be taken down.
 */
import { inOneFile, ONE_FILE_ID, PAGE_PARAMETER, type OneFile } from '#site/page-address.ts';

/** What the file says of its pages. */
export interface FileIndex extends OneFile {
  /** By the pages' names in the query. */
  shells: Readonly<Record<string, PageShell>>;
}

/** What of a page stands outside its body. */
export interface PageShell {
  title: string;
  /** Of `<html>`. */
  attributes: Record<string, string>;
  /** The name of its script. */
  client: string;
}

/** Set while the body still holds another page than the one asked for. */
const WAITING = 'waiting';

/** @param clients the pages' scripts, each run when it is called */
export function start(clients: Readonly<Record<string, () => Promise<unknown>>>): void {
  const root = document.documentElement;
  const file = JSON.parse(document.getElementById(ONE_FILE_ID)?.textContent ?? '') as FileIndex;
  const asked = new URLSearchParams(location.search).get(PAGE_PARAMETER) ?? file.first;
  const name = file.shells[asked] ? asked : file.first;
  const shell = file.shells[name] as PageShell;
  try {
    if (name !== file.first) show(name, shell, file);
    keepLinks(name, file);
  } finally {
    root.classList.remove(WAITING);
  }
  // Without its script a page falls back to its form for readers without scripts, which is complete.
  clients[shell.client]?.().catch((error: unknown) => {
    root.classList.remove('js');
    reportError(error);
  });
}

function show(name: string, { title, attributes }: PageShell, { shells, first }: FileIndex): void {
  const { documentElement: root, body, head } = document;
  const template = document.createElement('template');
  template.innerHTML = document.querySelector(`script[data-page="${name}"]`)?.textContent ?? '';
  const page = template.content;
  // What several pages have in common is in the file once, in the first one.
  const common = [...page.querySelectorAll('[data-common]')].map((place) => ({
    place,
    nodes: [...(document.getElementById(place.id)?.childNodes ?? [])],
  }));
  head.append(...body.querySelectorAll('script[type]'));
  body.replaceChildren(page);
  for (const { place, nodes } of common) {
    place.removeAttribute('data-common');
    place.replaceChildren(...nodes);
  }
  for (const sheet of head.querySelectorAll<HTMLStyleElement>('style[data-pages]'))
    sheet.media = sheet.dataset['pages']?.split(' ').includes(name) ? 'all' : 'not all';
  // Its classes go and come one by one: among them stands the one that says scripts run.
  const { class: old = '', ...before } = shells[first]?.attributes ?? {};
  const { class: names = '', ...after } = attributes;
  for (const attribute of Object.keys(before)) root.removeAttribute(attribute);
  root.classList.remove(...old.split(' ').filter(Boolean));
  for (const [attribute, value] of Object.entries(after)) root.setAttribute(attribute, value);
  root.classList.add(...names.split(' ').filter(Boolean));
  document.title = title;
}

/** Links that scripts write lead where they would on the site; those the build has seen do so already. */
function keepLinks(name: string, file: FileIndex): void {
  const rewrite = (link: Element): void => {
    const href = link.getAttribute('href');
    if (href === null) return;
    const address = inOneFile(href, name, file);
    if (address === undefined) link.removeAttribute('href');
    else if (address !== href) link.setAttribute('href', address);
  };
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target instanceof Element && target.localName === 'a') rewrite(target);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.localName === 'a') rewrite(node);
        node.querySelectorAll('a[href]').forEach(rewrite);
      }
    }
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['href'] });
}
