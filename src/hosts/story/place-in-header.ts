/** The header names the chapter being read, marks it in the menu, and shows how far the story is read. */
export interface PlaceInHeader {
  /** The step being read and its chapter's title. */
  at(index: number, chapter: string): void;
  /** The share of the story read, 0 to 1. */
  read(share: number): void;
}

/** The bar is at most so many px long: less than a px more is not worth a layout in every frame. */
const PARTS = 352;

export function placeInHeader(articles: readonly HTMLElement[]): PlaceInHeader {
  const name = document.querySelector('[data-chapter-name]');
  const progress = document.querySelector<HTMLProgressElement>('progress.progress');
  const menu = [...document.querySelectorAll<HTMLAnchorElement>('#chapter-menu a')];
  const sections = articles.map((article) => article.closest('.chapter'));
  const chapters = [...new Set(sections)];
  const close = (): void => document.getElementById('chapter-menu')?.hidePopover();
  let reading: Element | null | undefined;
  let shown = NaN;
  menu.forEach((link) => link.addEventListener('click', close));
  return {
    at(index, chapter) {
      const section = sections[index];
      // Most steps are of the chapter before them: to write it again would lay out the header.
      if (section === reading) return;
      reading = section;
      if (name) name.textContent = chapter;
      menu.forEach((link, i) => {
        if (chapters[i] === section) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      });
    },
    read(share) {
      const value = Math.round(share * PARTS) / PARTS;
      if (progress && value !== shown) progress.value = shown = value;
    },
  };
}
