/**
 * Follows the reader. One passive scroll listener; positions are measured when the layout changes and never while
 * scrolling, so the scroll path reads nothing but the scroll offset.
 */
import {
  bandOf,
  offsetWithin,
  readShare,
  routeOf,
  shareOf,
  shareWithin,
  stepAt,
  type Route,
  type TextPlace,
} from './reading.ts';

export interface Following {
  /**
   * Called when another step begins, and once at the start.
   * @param y how far the page is scrolled, px
   */
  onStep(index: number, y: number): void;
  /** Called on every frame in which the date runs: the share of the way to the step's own date, 0 to 1. */
  onRun(share: number): void;
  /** Called on every frame scrolled, with the share of the story read, 0 to 1. */
  onRead(share: number): void;
}

/** Where in the window a title that passes over the stage changes what lies behind it, as a share of its height. */
const TITLE_LINE = 0.6;

/**
 * Where a step's text lies. A chapter's first step begins with the chapter's title, so that the header names the
 * chapter whose title is read; where the title passes over the stage, with the title's middle, so that the stage
 * changes behind it.
 */
function textPlace(step: HTMLElement, y: number, besideStage: boolean, titleTop: number): TextPlace {
  const first = (step.firstElementChild ?? step).getBoundingClientRect();
  const last = (step.lastElementChild ?? step).getBoundingClientRect();
  const place: TextPlace = { top: first.top + y, bottom: last.bottom + y };
  const section = step.parentElement;
  const title = section?.querySelector<HTMLElement>(':scope > .head:not(.visually-hidden)');
  if (!title || section?.querySelector(':scope > [data-step]') !== step) return place;
  const { top, height } = title.getBoundingClientRect();
  return {
    ...place,
    title: besideStage
      ? { line: top + y + height / 2, arrives: TITLE_LINE * document.documentElement.clientHeight }
      : { line: top + y, arrives: titleTop },
  };
}

/** Starts following; `steps` are the step elements in order, `stage` tells how much of a phone's window it covers. */
export function follow(steps: HTMLElement[], stage: HTMLElement, { onStep, onRun, onRead }: Following): void {
  let route: Route = { begins: [], arrives: [] };
  let top = 0;
  let bottom = 0;
  let width = 0;
  let height = 0;
  let current = -1;
  let ran = -1;
  let frame = 0;
  let y = 0;

  const update = (): void => {
    frame = 0;
    const index = stepAt(route.begins, y);
    const share = shareOf(route, index, y);
    const stepped = index !== current;
    if (stepped) {
      current = index;
      onStep(index, y);
    }
    if (stepped || share !== ran) onRun((ran = share));
    onRead(readShare(y, top, bottom, height));
  };
  const measure = (): void => {
    const root = document.documentElement;
    const resized = width > 0 && root.clientWidth !== width;
    width = root.clientWidth;
    // Where in the step the reader was; the first has no beginning, and nobody is to be taken from it.
    const reading = resized && current > 0 ? shareWithin(route, current, y) : undefined;
    y = window.scrollY;
    // Not innerHeight: that one changes while a phone's browser bars come and go, and nothing is laid out anew.
    height = root.clientHeight;
    const covered = stage.getBoundingClientRect();
    const sticky = getComputedStyle(stage).position === 'sticky';
    const onTop = sticky && covered.width > root.clientWidth * 0.9;
    const inset = sticky ? parseFloat(getComputedStyle(stage).insetBlockStart) || 0 : 0;
    const band = bandOf(onTop ? inset + covered.height : 0, height);
    const beside = sticky && !onTop;
    route = routeOf(
      steps.map((step) => textPlace(step, y, beside, band.to)),
      band,
    );
    const story = steps[0]?.closest('main')?.getBoundingClientRect();
    top = (story?.top ?? 0) + y;
    bottom = (story?.bottom ?? 0) + y;
    if (reading !== undefined) {
      // Another width is another layout, and browsers do not keep the place in it.
      y = Math.round(offsetWithin(route, current, reading));
      window.scrollTo({ top: y, behavior: 'instant' });
    }
    update();
  };

  addEventListener(
    'scroll',
    () => {
      // Read here, where a frame begins and the layout is clean: later in the frame it might have to be made anew.
      y = window.scrollY;
      frame ||= requestAnimationFrame(update);
    },
    { passive: true },
  );
  addEventListener('resize', measure);
  new ResizeObserver(measure).observe(document.body);
  measure();
}
