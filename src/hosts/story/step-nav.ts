/** Previous and next step by button: scrolling's equal for hands that do not scroll. */
import { motionless } from '#stage/motionless.ts';
import { strings } from './strings.ts';

export interface StepNav {
  /** Shows which step is being read. */
  update(): void;
}

/** How long after a press the way is still under way, so that the next press counts from where it leads, ms. */
const UNDER_WAY = 900;

/** @param reading the index of the step being read */
export function stepNav(
  titles: readonly string[],
  articles: readonly HTMLElement[],
  reading: () => number,
): StepNav {
  const nav = document.querySelector<HTMLElement>('[data-step-nav]');
  const count = nav?.querySelector<HTMLElement>('[data-step-count]');
  const status = nav?.querySelector<HTMLElement>('[role="status"]');
  const [previous, next] = [...(nav?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
  if (!nav || !count || !status || !previous || !next) return { update: () => undefined };
  let goal: number | undefined;
  let timer = 0;

  const go = (by: number): void => {
    const index = Math.min(Math.max((goal ?? reading()) + by, 0), articles.length - 1);
    goal = index;
    clearTimeout(timer);
    timer = window.setTimeout(() => (goal = undefined), UNDER_WAY);
    articles[index]?.scrollIntoView({ behavior: motionless() ? 'instant' : 'smooth', block: 'start' });
    status.textContent = strings.arrived(index + 1, articles.length, titles[index] ?? '');
  };
  previous.addEventListener('click', () => go(-1));
  next.addEventListener('click', () => go(1));
  return {
    update() {
      const index = reading();
      count.textContent = strings.stepOf(index + 1, articles.length);
      // Not `disabled`: a button that has focus must not lose it.
      previous.setAttribute('aria-disabled', String(index === 0));
      next.setAttribute('aria-disabled', String(index === articles.length - 1));
    },
  };
}
