/** Closes an open `<details>` as readers expect of a menu: by Escape, which gives focus back, or by a press elsewhere. */
export function closesLikeMenu(details: HTMLDetailsElement): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !details.open) return;
    event.stopPropagation();
    details.open = false;
    details.querySelector<HTMLElement>('summary')?.focus();
  };
  details.addEventListener('keydown', onKey, { signal });
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (details.open && !details.contains(target as Node)) details.open = false;
    },
    { signal },
  );
  return () => listening.abort();
}
