/** The step in the address: kept while reading, and arrived at with focus on its heading. */

/** How long scrolling has to rest before the address changes, ms; browsers limit how often it may. */
const REST = 400;

/** Puts the step into the address without a new history entry, once scrolling has come to rest. */
export function keepAddress(): (id: string) => void {
  let timer = 0;
  return (id) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (location.hash !== `#${id}`) history.replaceState(history.state, '', `#${id}`);
    }, REST);
  };
}

/** Moves focus to the heading of the step the address names, on load and on every jump within the page. */
export function focusTarget(): void {
  const arrive = (): HTMLElement | undefined => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const heading = target?.matches('.step, .chapter') && target.querySelector<HTMLElement>('h2, h3');
    if (!target || !heading) return undefined;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    return target;
  };
  addEventListener('hashchange', arrive);

  // The page grows while fonts and stage arrive: hold the place until the reader takes over.
  const target = arrive();
  if (!target) return;
  const held = new AbortController();
  const hold = (): void => target.scrollIntoView();
  hold();
  document.fonts.addEventListener('loadingdone', hold, { signal: held.signal });
  for (const event of ['wheel', 'touchstart', 'keydown', 'pointerdown', 'hashchange']) {
    addEventListener(event, () => held.abort(), { once: true, passive: true });
  }
}
