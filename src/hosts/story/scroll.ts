/**
 * Follows the reader. One passive scroll listener; positions are measured when the layout changes and never while
 * scrolling, so the scroll path reads nothing but the scroll offset.
 */
import { readShare, stepAt } from './reading.ts';

export interface Following {
  /** Called when another step comes into the reading band, and once at the start. */
  onStep(index: number): void;
  /** Called on every frame scrolled, with the share of the story read, 0 to 1. */
  onRead(share: number): void;
}

/**
 * Where a step begins, px from the top of the window. A chapter's first step begins with the chapter's title, so that
 * the header names the chapter whose title is read; where the title passes over the stage, with the title's middle,
 * so that the stage changes behind it.
 */
function beginning(step: HTMLElement, besideStage: boolean): number {
  const section = step.parentElement;
  const title = section?.querySelector<HTMLElement>(':scope > .head:not(.visually-hidden)');
  if (!title || section?.querySelector(':scope > [data-step]') !== step)
    return step.getBoundingClientRect().top;
  const { top, height } = title.getBoundingClientRect();
  return besideStage ? top + height / 2 : top;
}

/** Starts following; `steps` are the step elements in order, `stage` tells how much of a phone's window it covers. */
export function follow(steps: HTMLElement[], stage: HTMLElement, { onStep, onRead }: Following): void {
  let tops: number[] = [];
  let top = 0;
  let bottom = 0;
  /** Where a step has to arrive to count as read, as a share of the window's height. */
  let band = 0.6;
  let current = -1;
  let frame = 0;

  const update = (): void => {
    frame = 0;
    const y = window.scrollY;
    const index = stepAt(tops, y + innerHeight * band);
    if (index !== current) {
      current = index;
      onStep(index);
    }
    onRead(readShare(y, top, bottom, innerHeight));
  };
  const measure = (): void => {
    const y = window.scrollY;
    const { width, height } = stage.getBoundingClientRect();
    const onTop = width > innerWidth * 0.9;
    band = onTop ? Math.min(0.85, (height + 0.45 * (innerHeight - height)) / innerHeight) : 0.6;
    tops = steps.map((step) => beginning(step, !onTop) + y);
    const story = steps[0]?.closest('main')?.getBoundingClientRect();
    top = (story?.top ?? 0) + y;
    bottom = (story?.bottom ?? 0) + y;
    update();
  };

  addEventListener('scroll', () => (frame ||= requestAnimationFrame(update)), { passive: true });
  addEventListener('resize', measure);
  new ResizeObserver(measure).observe(document.body);
  measure();
}
