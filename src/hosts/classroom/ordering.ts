/** A list that is put in order: by its buttons, or by dragging a line. */
import { target } from './marking.ts';
import type { QuizWords } from './quiz-words.ts';

export interface Ordering {
  /** Ids in the order they stand. */
  order(): string[];
  /** Back to an order. */
  restore(ids: readonly string[]): void;
}

/**
 * @param list an `<ol>` whose items have `data-event`, a `[data-title]`, buttons `[data-move]` and a `[data-grip]`
 * @param say for those who hear the page
 * @param changed after every change of the order
 */
export function startOrdering(
  list: HTMLElement,
  words: QuizWords,
  say: (text: string) => void,
  changed: () => void,
): Ordering {
  const lines = (): HTMLElement[] => [...list.children] as HTMLElement[];
  const title = (line: HTMLElement): string => line.querySelector('[data-title]')?.textContent ?? '';

  /** Buttons that lead nowhere say so; they keep the focus, which a disabled button would lose. */
  const ends = (): void => {
    const all = lines();
    all.forEach((line, index) => {
      for (const button of line.querySelectorAll<HTMLElement>('[data-move]')) {
        const stuck = target(index, Number(button.dataset['move']), all.length) === index;
        button.setAttribute('aria-disabled', String(stuck));
      }
    });
  };

  /** Moves the neighbours, never the line itself: an element that is moved loses the focus. */
  const bring = (line: HTMLElement, to: number): void => {
    for (let at = lines().indexOf(line); at !== to; at = lines().indexOf(line)) {
      if (at > to) line.after(line.previousElementSibling as Element);
      else line.before(line.nextElementSibling as Element);
    }
    ends();
    changed();
  };

  list.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-move]');
    const line = button?.closest('li');
    if (!button || !line) return;
    const by = Number(button.dataset['move']);
    const from = lines().indexOf(line);
    const to = target(from, by, lines().length);
    if (to === from) {
      say(by < 0 ? words.first(title(line)) : words.last(title(line)));
      return;
    }
    bring(line, to);
    say(words.moved(title(line), to + 1, lines().length));
  });

  let dragged: HTMLElement | undefined;
  list.addEventListener('pointerdown', (event) => {
    const pressed = event.target as Element;
    const line = pressed.closest<HTMLElement>('li');
    // A finger on the line scrolls the page; only the grip is for dragging. A mouse may take hold anywhere.
    const held = pressed.closest('[data-grip]') ?? (event.pointerType === 'mouse' ? line : null);
    if (!line || !held || !event.isPrimary || event.button !== 0 || pressed.closest('button')) return;
    dragged = line;
    list.setPointerCapture(event.pointerId);
    line.toggleAttribute('data-dragged', true);
  });
  list.addEventListener('pointermove', ({ clientY }) => {
    if (!dragged) return;
    const middle = (line: Element): number => {
      const { top, height } = line.getBoundingClientRect();
      return top + height / 2;
    };
    const at = lines().indexOf(dragged);
    const to =
      dragged.previousElementSibling && clientY < middle(dragged.previousElementSibling)
        ? at - 1
        : dragged.nextElementSibling && clientY > middle(dragged.nextElementSibling)
          ? at + 1
          : at;
    if (to !== at) bring(dragged, to);
  });
  const drop = (): void => {
    if (!dragged) return;
    dragged.removeAttribute('data-dragged');
    say(words.moved(title(dragged), lines().indexOf(dragged) + 1, lines().length));
    dragged = undefined;
  };
  list.addEventListener('pointerup', drop);
  list.addEventListener('pointercancel', drop);

  ends();
  return {
    order: () => lines().map((line) => line.dataset['event'] ?? ''),
    restore(ids) {
      const all = lines();
      list.append(...ids.flatMap((id) => all.find((line) => line.dataset['event'] === id) ?? []));
      ends();
    },
  };
}
