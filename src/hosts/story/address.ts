/** The step in the address: kept while reading, and arrived at with focus on its heading. */
import { hold, MOVES } from './hold.ts';

/** How long scrolling has to rest before the address changes, ms; browsers limit how often it may. */
const REST = 400;

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
    const { hash } = location;
    timer = window.setTimeout(() => {
      // A busy browser may tell of a jump only after this: what was jumped to is not written over.
      if (location.hash === hash && hash !== `#${id}`) history.replaceState(history.state, '', `#${id}`);
    }, REST);
  };
}

/**
 * Moves focus to the heading of the step the address names, on every jump within the page.
 * @param loading and now: the page has been opened there, and is held there while it arrives
 */
export function focusTarget(loading: boolean): void {
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

  const target = loading && arrive();
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
