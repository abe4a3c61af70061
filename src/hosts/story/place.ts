/** The reader's place from one loading of the page to the next. What keeps it is loaded once there is one to keep. */
import { hold } from './hold.ts';

/** Whether the reader reloads the page, or comes back to one that the browser no longer has. */
export function isReturning(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation !== undefined && navigation.type !== 'navigate';
}

/**
 * Keeps the place.
 * @param returning puts the reader where they were, and holds them there while the page arrives
 */
export function keepPlace(returning: boolean): void {
  const load = () => import('./kept-place.ts');
  // Who has not moved on has no place but the address.
  const onMove = (): void => void load().then(({ keepOnLeaving }) => keepOnLeaving(), reportError);
  addEventListener('scroll', onMove, { once: true, passive: true });
  if (!returning) return;

  let put = (): void => undefined;
  const { place, ended } = hold(() => put());
  load().then(({ keptPlace, isAtTarget }) => {
    put = keptPlace();
    place();
    // WebKit goes to what the address names as well, more than once, and as late as it likes.
    const onScroll = (): void => {
      if (isAtTarget()) place();
    };
    addEventListener('scroll', onScroll, { signal: ended, passive: true });
  }, reportError);
}
