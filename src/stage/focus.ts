/**
 * Where the address names a step, WebKit goes there once more whenever a style sheet has arrived, and takes focus
 * from whatever has it: a reader by keyboard would begin at the page's top again.
 * @param loading what may bring style sheets along
 * @returns the same, with focus where it was
 */
export function keepingFocus<Loaded>(loading: Promise<Loaded>): Promise<Loaded> {
  const ending = new AbortController();
  const { signal } = ending;
  let lost: HTMLElement | null = null;
  addEventListener(
    'focusout',
    ({ target, relatedTarget }) => (lost = relatedTarget ? null : (target as HTMLElement)),
    { signal },
  );
  // A press on what takes no focus means to leave.
  addEventListener('pointerdown', () => (lost = null), { signal });
  return loading.finally(() => {
    ending.abort();
    if (document.activeElement === document.body) lost?.focus({ preventScroll: true });
  });
}
