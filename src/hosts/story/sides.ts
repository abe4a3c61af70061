import { MediaQuery } from 'svelte/reactivity';
import { COMPOSED_RANGES } from '#model/ranges.ts';

/**
 * The sides of a position for the stage: a copy of those in the text, which the wide page then leaves out there (see
 * ChapterSection.svelte, which asks for the same width). In a narrower window they stay in the text.
 */
export function sidesOf(page: HTMLElement): (position: string) => HTMLElement | undefined {
  const beside = new MediaQuery(`width >= ${COMPOSED_RANGES['above-portrait-tablet'].from}px`);
  return (position) => {
    if (!beside.current) return undefined;
    const original = page.querySelector<HTMLElement>(`article [data-position="${CSS.escape(position)}"]`);
    const copy = original?.cloneNode(true) as HTMLElement | undefined;
    const title = copy?.querySelector('[id]');
    if (!copy || !title) return undefined;
    title.id = `stage-${title.id}`;
    copy.setAttribute('aria-labelledby', title.id);
    return copy;
  };
}
