/** The step in the address: kept while reading, and arrived at with focus on its heading. */

/** How long scrolling has to rest before the address changes, ms; browsers limit how often it may. */
const REST = 400;

/** What readers do to move on; a jump by link or history is none of them. */
const MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/**
 * Puts the step into the address without a new history entry, once scrolling has come to rest. After a jump the
 * address stays what was jumped to until the reader moves on, so that going back finds it again.
 */
export function keepAddress(): (id: string) => void {
  let timer = 0;
  let jumped = false;
  addEventListener('hashchange', () => {
    jumped = true;
    clearTimeout(timer);
  });
  for (const move of MOVES) addEventListener(move, () => (jumped = false), { passive: true });
  return (id) => {
    clearTimeout(timer);
    if (jumped) return;
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
  // A link to where the address points already changes nothing, and leads there all the same.
  document.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    if (link && link.hash === location.hash) requestAnimationFrame(arrive);
  });

  // Who reloads or comes back is put where they were by the browser, to the pixel.
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (navigation && navigation.type !== 'navigate') return;

  // The page changes its height while fonts and stage arrive, and not every browser keeps the place by itself: it is
  // held until the reader takes over.
  const target = arrive();
  if (!target) return;
  const held = new ResizeObserver(() => target.scrollIntoView());
  held.observe(document.body);
  for (const event of [...MOVES, 'hashchange', 'resize']) {
    addEventListener(event, () => held.disconnect(), { once: true, passive: true });
  }
}
