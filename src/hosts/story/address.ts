/** The step in the address: kept while reading, and arrived at with focus on its heading. */

/** Puts the step into the address without a new history entry, once scrolling has come to rest. */
export function keepAddress(): (id: string) => void {
  let timer = 0;
  return (id) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (location.hash !== `#${id}`) history.replaceState(history.state, '', `#${id}`);
    }, 400);
  };
}

/** Moves focus to the heading of the step the address names, on load and on every jump within the page. */
export function focusTarget(): void {
  const arrive = (): void => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id ? document.getElementById(id) : null;
    const heading = target?.matches('.step, .chapter') ? target.querySelector<HTMLElement>('h2, h3') : null;
    if (!target || !heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  addEventListener('hashchange', arrive);
  arrive();
}
