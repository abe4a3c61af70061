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

/** By when fonts and stage have arrived, or will not, ms. */
const ARRIVED = 10_000;

/** A place that the reader is kept at. */
interface Hold {
  /** Puts the reader there at once, if this has not ended. */
  readonly place: () => void;
  readonly ended: AbortSignal;
}

/**
 * Keeps the reader at a place while the page changes its height: fonts and stage are still to arrive, and not every
 * browser keeps the place by itself. Ends as soon as the reader takes over.
 */
function hold(put: () => void): Hold {
  const ending = new AbortController();
  const { signal } = ending;
  const place = (): void => {
    if (!signal.aborted) put();
  };
  const resized = new ResizeObserver(place);
  resized.observe(document.body);
  const end = (): void => {
    resized.disconnect();
    ending.abort();
  };
  for (const event of [...MOVES, 'hashchange', 'resize']) {
    addEventListener(event, end, { signal, passive: true });
  }
  setTimeout(end, ARRIVED);
  return { place, ended: signal };
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

  const keeping = () => import('./kept-place.ts');
  // Who has not moved on has no place to keep but the address.
  addEventListener('scroll', () => void keeping().then(({ keepPlace }) => keepPlace()), {
    once: true,
    passive: true,
  });

  // Who reloads or comes back is put where they were.
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (navigation && navigation.type !== 'navigate') {
    let put = (): void => undefined;
    const { place, ended } = hold(() => put());
    void keeping().then(({ keptPlace, isAtTarget }) => {
      put = keptPlace();
      place();
      // WebKit goes to what the address names as well, more than once, and as late as it likes.
      const onScroll = (): void => {
        if (isAtTarget()) place();
      };
      addEventListener('scroll', onScroll, { signal: ended, passive: true });
    });
    return;
  }

  const target = arrive();
  if (!target) return;
  const { place } = hold(() => {
    // Who goes elsewhere is there before the page is told.
    if (!target.matches(':target')) return;
    target.scrollIntoView();
    if (document.activeElement === document.body) arrive();
  });
  // WebKit, which goes there once more when the page has loaded, takes focus from what is in it.
  target.addEventListener('focusout', () => requestAnimationFrame(place));
}
