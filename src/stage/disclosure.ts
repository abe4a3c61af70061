/** Closes an open `<details>` as readers expect of a menu: by Escape, which gives focus back, or by a press elsewhere. */
export function closesLikeMenu(details: HTMLDetailsElement): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !details.open) return;
    const { activeElement } = document;
    // Focus is nowhere once what had it has gone.
    if (activeElement !== document.body && !details.contains(activeElement)) return;
    event.stopPropagation();
    details.open = false;
    details.querySelector<HTMLElement>('summary')?.focus();
  };
  document.addEventListener('keydown', onKey, { signal, capture: true });
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (details.open && !details.contains(target as Node)) details.open = false;
    },
    { signal },
  );
  return () => listening.abort();
}
