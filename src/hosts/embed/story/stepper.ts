/** One step at a time: previous, next, or chosen by its title. */
import { strings } from '../strings.ts';
import { fitForPrint } from './print-fit.ts';

export interface Stepper {
  /** Shows a step's text. */
  at(index: number): void;
}

/** @param go is asked for a step when the reader chooses one */
export function stepper(
  root: HTMLElement,
  articles: readonly HTMLElement[],
  go: (index: number) => void,
): Stepper {
  const find = <E extends HTMLElement>(name: string): E => {
    const found = root.querySelector<E>(`[data-stepper="${name}"]`);
    if (!found) throw new Error(`This embed has no “${name}”.`);
    return found;
  };
  const previous = find<HTMLButtonElement>('previous');
  const next = find<HTMLButtonElement>('next');
  const choice = find<HTMLSelectElement>('choice');
  const count = find('count');
  const text = find('text');
  let current = 0;
  new ResizeObserver(() => fitForPrint(text)).observe(text);
  const to = (index: number): void => {
    if (index >= 0 && index < articles.length && index !== current) go(index);
  };
  previous.addEventListener('click', () => to(current - 1));
  next.addEventListener('click', () => to(current + 1));
  choice.addEventListener('change', () => to(choice.selectedIndex));
  return {
    at(index) {
      current = index;
      articles.forEach((article, i) => (article.hidden = i !== index));
      text.scrollTop = 0;
      fitForPrint(text);
      choice.selectedIndex = index;
      count.textContent = strings.stepOf(index + 1, articles.length);
      // Not `disabled`: a button that has focus must not lose it.
      previous.setAttribute('aria-disabled', String(index === 0));
      next.setAttribute('aria-disabled', String(index === articles.length - 1));
    },
  };
}
