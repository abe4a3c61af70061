/**
 * The reader's place over a reload, by the text and not by the pixel: what browsers keep is how far the page was
 * scrolled, and while fonts and stage are still to come that is another line. Kept for the tab only; not in its
 * history, which browsers no longer write when a page is being left.
 */

interface Place {
  /** The page's address when it was left, with the step. */
  readonly address: string;
  /** The step being read. */
  readonly step: string;
  /** Where its article began, px from the window's top. */
  readonly top: number;
  /** Of the window, px: in another width the text is laid out anew. */
  readonly width: number;
}

const KEY = 'place';
const root = document.documentElement;
/** px from the window's top. */
const topOf = (element: Element): number => element.getBoundingClientRect().top;

/** Keeps the place whenever the page is left. */
export function keepOnLeaving(): void {
  addEventListener('pagehide', () => {
    const step = root.dataset['step'] ?? '';
    const article = document.getElementById(step);
    if (!article) return;
    const place: Place = { address: location.href, step, top: topOf(article), width: root.clientWidth };
    try {
      sessionStorage.setItem(KEY, JSON.stringify(place));
    } catch {
      // Nothing may be kept here: the browser's own place has to do.
    }
  });
}

/** Puts the reader where the page was left, to the pixel; does nothing where no place was kept. */
export function keptPlace(): () => void {
  const place = read();
  const article = place && document.getElementById(place.step);
  if (!place || !article) return () => undefined;
  return () => {
    const by = topOf(article) - place.top;
    // Less than a pixel is where the browser has put the reader itself.
    if (Math.abs(by) >= 1) window.scrollBy({ top: by, behavior: 'instant' });
  };
}

/** Whether the page stands where going to what its address names puts it. */
export function isAtTarget(): boolean {
  const target = document.querySelector(':target');
  return (
    target !== null && Math.abs(topOf(target) - parseFloat(getComputedStyle(target).scrollMarginTop)) < 2
  );
}

/** The place kept for the page as it is addressed and as wide as it is now. */
function read(): Place | undefined {
  try {
    const place = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Place | null;
    return place?.address === location.href && place.width === root.clientWidth ? place : undefined;
  } catch {
    return undefined;
  }
}
