/** Fills and runs the share popover. */
import type { LiveStrings } from '#site/strings.ts';

/** What is shared: the step being read. */
export interface Shared {
  id: string;
  title: string;
}

/**
 * The share page of a step: it has the step's own card and leads on to the step. In a file opened from a disk, the
 * site's, whose address stands on `<html>`.
 */
export function shareAddress(id: string, base: string): string {
  return new URL(`s/${id}/`, base).href;
}

/** Wires the popover; `current` tells which step is being read when it opens. */
export function shareStep(current: () => Shared, strings: LiveStrings): void {
  const card = document.getElementById('share-card');
  const link = card?.querySelector<HTMLInputElement>('[data-share-link]');
  const name = card?.querySelector<HTMLElement>('[data-share-step]');
  const copy = card?.querySelector<HTMLButtonElement>('[data-share-copy]');
  const native = card?.querySelector<HTMLButtonElement>('[data-share-native]');
  const status = card?.querySelector<HTMLElement>('[data-share-status]');
  if (!card || !link || !name || !copy || !native || !status) return;

  card.addEventListener('beforetoggle', (event) => {
    if ((event as ToggleEvent).newState !== 'open') return;
    const { id, title } = current();
    const site = document.documentElement.dataset['offline'];
    link.value = shareAddress(id, site ? `${site}/` : new URL('./', document.baseURI).href);
    name.textContent = title;
    status.textContent = '';
    native.hidden = typeof navigator.share !== 'function';
  });
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(link.value);
      status.textContent = strings.copied;
    } catch {
      // No clipboard here (an insecure origin, a permission refused): the reader copies by hand.
      link.select();
      status.textContent = strings.copyFailed;
    }
  });
  native.addEventListener('click', () => {
    // A dismissed share sheet rejects; nothing is to be said about it.
    navigator.share({ title: name.textContent ?? document.title, url: link.value }).catch(() => undefined);
  });
}
