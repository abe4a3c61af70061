/**
 * Brings the prerendered quiz to life: marks what is answered, shows the reason, keeps the count. What is right stands
 * in the page (`data-answer`), and so do the reasons. Nothing is stored or sent.
 */
import { inPlace, tally, type Outcome } from './marking.ts';
import { startOrdering } from './ordering.ts';
import type { QuizWords } from './quiz-words.ts';

/** A disc with a tick, and a diamond with a cross: told apart by shape, and by the word beside them. */
const RIGHT =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="11"/><path d="M6.5 12.5l3.75 3.75L17.5 8"/></svg>';
const WRONG =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 1.5L22.5 12 12 22.5 1.5 12zM8.5 8.5l7 7m0-7l-7 7"/></svg>';

interface Item {
  outcome: Outcome;
  /** Back to how the page came. */
  reset(): void;
}

interface Answer {
  /** Undefined while nothing is chosen. */
  mark(): { right: boolean; words: string } | undefined;
  /** Shows in the question itself what was right. */
  show?(): void;
  /** Takes that back. */
  hide?(): void;
  /** Takes the choice back. */
  reset(): void;
}

/** Takes over the quiz of the page. Does nothing where there is none. */
export function startQuiz(page: ParentNode, words: QuizWords): void {
  const quiz = page.querySelector<HTMLElement>('[data-quiz]');
  const count = quiz?.querySelector('[data-quiz-count]');
  const said = quiz?.querySelector('[data-quiz-said]');
  if (!quiz || !count || !said) return;
  const sections = [...quiz.querySelectorAll<HTMLElement>('[data-quiz-item]')];
  const recount = (): void => {
    const { answered, right, total } = tally(items.map(({ outcome }) => outcome));
    count.textContent = words.count(answered, right, total);
    if (answered > 0) said.textContent = '';
  };
  const items = sections.map((section) => startItem(section, words, recount));
  quiz.querySelector('[data-quiz-restart]')?.addEventListener('click', () => {
    for (const item of items) item.reset();
    recount();
    said.textContent = words.restarted;
    sections[0]?.querySelector<HTMLElement>('input, button')?.focus();
  });
  recount();
}

function startItem(section: HTMLElement, words: QuizWords, recount: () => void): Item {
  const verdict = section.querySelector<HTMLElement>('[data-verdict]') as HTMLElement;
  const button = section.querySelector<HTMLElement>('[data-check]') as HTMLElement;
  const details = section.querySelector('details') as HTMLElement;
  const explained = section.querySelector<HTMLElement>('[data-explained]') as HTMLElement;
  // Read with the verdict would be the reason, not a list of titles: that follows it.
  const references = explained.querySelector<HTMLElement>('.source-lines');
  details.remove();

  const open = (): void => {
    verdict.replaceChildren();
    references?.remove();
    answer.hide?.();
    button.textContent = words.check;
    item.outcome = 'open';
    recount();
  };
  const changed = (): void => {
    if (item.outcome !== 'open' || verdict.firstChild) open();
  };
  const check = (): void => {
    const mark = answer.mark();
    const line = document.createElement('p');
    if (!mark) {
      line.textContent = words.chooseFirst;
      verdict.replaceChildren(line);
      return;
    }
    line.className = 'mark';
    line.dataset['right'] = mark.right ? 'yes' : 'no';
    line.innerHTML = mark.right ? RIGHT : WRONG;
    line.append(mark.words);
    verdict.replaceChildren(line, explained);
    if (references) verdict.after(references);
    answer.show?.();
    button.textContent = words.again;
    item.outcome = mark.right ? 'right' : 'wrong';
    recount();
  };
  const answer =
    section.dataset['quizItem'] === 'order'
      ? orderAnswer(section, words, changed)
      : choiceAnswer(section, words, changed, check);
  const item: Item = {
    outcome: 'open',
    reset() {
      answer.reset();
      open();
    },
  };
  button.addEventListener('click', () => {
    if (item.outcome === 'open') return check();
    if (section.dataset['quizItem'] !== 'order') answer.reset();
    open();
  });
  // Browsers bring choices back after a reload: the page begins as if new.
  answer.reset();
  return item;
}

function choiceAnswer(
  section: HTMLElement,
  words: QuizWords,
  changed: () => void,
  check: () => void,
): Answer {
  const radios = [...section.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  for (const radio of radios) {
    radio.addEventListener('change', changed);
    radio.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.repeat) return;
      event.preventDefault();
      check();
    });
  }
  return {
    mark() {
      const chosen = radios.find(({ checked }) => checked);
      if (!chosen) return undefined;
      const right = chosen.value === section.dataset['answer'];
      return { right, words: right ? words.right : words.wrong };
    },
    reset() {
      for (const radio of radios) radio.checked = false;
    },
  };
}

function orderAnswer(section: HTMLElement, words: QuizWords, changed: () => void): Answer {
  const list = section.querySelector<HTMLElement>('[data-order]') as HTMLElement;
  const spoken = section.querySelector<HTMLElement>('[data-moved]') as HTMLElement;
  const right = (section.dataset['answer'] ?? '').split(' ');
  const ordering = startOrdering(list, words, (text) => (spoken.textContent = text), changed);
  const offered = ordering.order();
  const lines = (): HTMLElement[] => [...list.children] as HTMLElement[];
  const where = (line: HTMLElement): Element => line.querySelector('[data-where]') as Element;
  return {
    mark() {
      const placed = inPlace(ordering.order(), right);
      const number = placed.filter(Boolean).length;
      return number === right.length
        ? { right: true, words: words.right }
        : { right: false, words: `${words.wrong} ${words.someRight(number, right.length)}` };
    },
    show() {
      inPlace(ordering.order(), right).forEach((there, index) => {
        const line = lines()[index] as HTMLElement;
        line.dataset['placed'] = there ? 'yes' : 'no';
        const belongs = right.indexOf(line.dataset['event'] ?? '') + 1;
        where(line).textContent = there ? words.hereRight : words.hereWrong(belongs);
      });
    },
    hide() {
      for (const line of lines()) {
        delete line.dataset['placed'];
        where(line).textContent = '';
      }
    },
    reset() {
      ordering.restore(offered);
      spoken.textContent = '';
    },
  };
}
