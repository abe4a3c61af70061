/** In development: an edit of the content reloads the page and the reader's place is kept, to the pixel of its step. */
const KEY = 'behind-schedule-place';

interface Hot {
  on(event: string, callback: () => void): void;
}

/** Listens for content updates, and returns to the place kept by the last one; says whether there was one. */
export function keepPlaceOnUpdate(hot: Hot): boolean {
  const kept = sessionStorage.getItem(KEY);
  if (kept) {
    sessionStorage.removeItem(KEY);
    const [id, offset] = JSON.parse(kept) as [string, number];
    const restore = (): void => {
      const step = document.getElementById(id);
      if (step) window.scrollTo(0, step.getBoundingClientRect().top + window.scrollY + offset);
    };
    history.scrollRestoration = 'manual';
    restore();
    document.fonts.ready.then(restore);
  }
  hot.on('story:update', () => {
    const id = document.documentElement.dataset['step'];
    const step = id ? document.getElementById(id) : null;
    if (step) sessionStorage.setItem(KEY, JSON.stringify([id, -step.getBoundingClientRect().top]));
    location.reload();
  });
  return kept !== null;
}
