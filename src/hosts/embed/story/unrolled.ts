/**
 * The story unrolled: all steps below one another in a frame as high as they are, the stage kept in what the reader
 * sees of it. The same reading as on the story's own page, with the visible band in place of the window.
 */
import { bandOf, routeOf, shareOf, stepAt, type Route } from '../../story/reading.ts';
import { followBand, type VisibleBand } from './band.ts';

/** Where the stage lies beside the text, it is at most this high; where on top, it leaves the text its room. CSS px. */
const BESIDE = { share: 1, most: 800, least: 360 };
const ON_TOP = { share: 0.45, most: 380, least: 220 };
/** Narrower than this share of the room, the stage lies beside the text. */
const ALONE = 0.9;

export interface Unrolled {
  onStep(index: number): void;
  /** The share of the way from the date before to the step's own, 0 to 1. */
  onRun(share: number): void;
}

/**
 * @param root what is followed: the whole embed
 * @param scroller holds the stage, positioned from its top, and the steps
 */
export function unroll(
  root: HTMLElement,
  scroller: HTMLElement,
  stage: HTMLElement,
  steps: readonly HTMLElement[],
  { onStep, onRun }: Unrolled,
): void {
  let band: VisibleBand = { top: 0, height: 0 };
  let route: Route = { begins: [], arrives: [] };
  let offset = 0;
  let room = 0;
  let stageHeight = 0;
  let current = -1;
  let ran = -1;

  const update = (): void => {
    // From the top of what scrolls: a header stands above it.
    const y = band.top - offset;
    stage.style.translate = `0 ${Math.min(Math.max(y, 0), Math.max(0, room - stageHeight))}px`;
    const index = stepAt(route.begins, y);
    const share = shareOf(route, index, y);
    if (index !== current) onStep((current = index));
    else if (share === ran) return;
    onRun((ran = share));
  };
  const measure = (): void => {
    if (band.height === 0) return;
    const box = scroller.getBoundingClientRect();
    const beside = stage.offsetWidth < box.width * ALONE;
    const limits = beside ? BESIDE : ON_TOP;
    stageHeight = Math.round(Math.min(Math.max(band.height * limits.share, limits.least), limits.most));
    scroller.style.setProperty('--stage-height', `${stageHeight}px`);
    offset = box.top - root.getBoundingClientRect().top;
    const { top, height } = scroller.getBoundingClientRect();
    room = height;
    const places = steps.map((step) => {
      const first = (step.firstElementChild ?? step).getBoundingClientRect();
      const last = (step.lastElementChild ?? step).getBoundingClientRect();
      return { top: first.top - top, bottom: last.bottom - top };
    });
    route = routeOf(places, bandOf(beside ? 0 : stageHeight, band.height));
    update();
  };

  followBand(root, (next) => {
    // As the frame comes into view its band grows, and as it goes the band shrinks: that is no new layout.
    const resized = next.height > band.height || (next.top > 0 && next.height !== band.height);
    band = next;
    if (resized) measure();
    else update();
  });
  new ResizeObserver(measure).observe(scroller);
}
