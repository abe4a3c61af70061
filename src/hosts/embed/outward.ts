/**
 * Links that lead out of the frame: a window of their own, never the host's. A frame whose sandbox forbids windows
 * shows the address instead, since a link that does nothing is worse than none.
 */
import { strings } from './strings.ts';

/** A field with the address, ready to be copied, where the link's own line of text ends. */
function showAddress(link: HTMLAnchorElement): void {
  const place = link.closest('p, footer, li, td, figcaption') ?? link.parentElement;
  if (!place) return;
  let field = place.querySelector<HTMLInputElement>(':scope > .address');
  if (!field) {
    field = document.createElement('input');
    field.className = 'address';
    field.readOnly = true;
    field.setAttribute('aria-label', strings.copyAddress);
    field.title = strings.copyAddress;
    place.append(field);
  }
  field.value = link.href;
  field.focus();
  field.select();
}

/** Takes over presses on links that lead elsewhere. */
export function openOutside(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.getAttribute('href')?.startsWith('#')) return;
    event.preventDefault();
    // Not `noopener` here: with it a window that opened and one that was refused look the same.
    const opened = window.open(link.href, '_blank');
    if (opened) opened.opener = null;
    else showAddress(link);
  });
}
