/**
 * A name in the text, its mark, its pin and its row light together, from whichever of them pointer or focus rests
 * on. Elements say what they show by `data-event`, `data-place`, `data-voyage`; the stage lights by itself what it
 * is told.
 */
import type { Ref } from '#model/scene.ts';
import { NOTHING_LIT } from '#stage/actions.ts';

const HOOKS = ['event', 'place', 'voyage'] as const;
const SELECTOR = HOOKS.map((hook) => `[data-${hook}]`).join(',');

/** What an element of the page shows. */
export function refOf({ dataset }: HTMLElement): Ref | undefined {
  for (const hook of HOOKS) if (dataset[hook]) return dataset[hook];
  return undefined;
}

export interface Highlight {
  /** Lights one thing and what belongs to it; nothing: puts all out. */
  light(ref: Ref | undefined): void;
}

/**
 * @param page holds the text and the lists
 * @param stage lies within the page and tells by itself what it is pointed at
 * @param related what lights together with a thing
 * @param show hands the stage what is lit
 */
export function createHighlight(
  page: HTMLElement,
  stage: HTMLElement,
  related: (ref: Ref) => Iterable<Ref>,
  show: (lit: ReadonlySet<Ref>) => void,
): Highlight {
  let current: Ref | undefined;
  let shining: HTMLElement[] = [];
  let index: Map<Ref, HTMLElement[]> | undefined;

  /** Made on first use: most readers point at nothing for a while. */
  const elementsOf = (ref: Ref): HTMLElement[] => {
    if (!index) {
      index = new Map();
      for (const element of page.querySelectorAll<HTMLElement>(SELECTOR)) {
        const own = refOf(element);
        if (!own || stage.contains(element)) continue;
        index.set(own, [...(index.get(own) ?? []), element]);
      }
    }
    return index.get(ref) ?? [];
  };

  const light = (ref: Ref | undefined): void => {
    if (ref === current) return;
    current = ref;
    shining.forEach((element) => element.classList.remove('lit'));
    const lit = ref === undefined ? NOTHING_LIT : new Set([ref, ...related(ref)]);
    shining = [...lit].flatMap(elementsOf);
    shining.forEach((element) => element.classList.add('lit'));
    show(lit);
  };

  const over = ({ target }: Event): void => {
    const element = target as Element;
    if (stage.contains(element)) return;
    const shows = element.closest<HTMLElement>(SELECTOR);
    light(shows && page.contains(shows) ? refOf(shows) : undefined);
  };
  page.addEventListener('pointerover', over, { passive: true });
  page.addEventListener('focusin', over);
  page.addEventListener('pointerleave', () => light(undefined), { passive: true });
  return { light };
}
