/**
 * Which part of a frame the reader sees, though the host scrolls and may say nothing of it: an observer of the whole
 * frame, begun anew in every frame of the screen, is told what of it is visible, even across origins. Listening to
 * scroll events is of no use in a frame as high as its contents.
 */

/** What is visible of an element, CSS px from its top. */
export interface VisibleBand {
  top: number;
  height: number;
}

/** When nothing has moved for so many frames, only every so many frames is looked. */
const RESTS_AFTER = 40;
const RESTING = 6;

/**
 * Tells the visible band whenever it changes, for as long as any of the element is visible.
 * @returns ends it
 */
export function followBand(element: HTMLElement, tell: (band: VisibleBand) => void): () => void {
  let frame = 0;
  let known: VisibleBand = { top: -1, height: -1 };
  let rested = 0;

  const observer = new IntersectionObserver((entries) => {
    const entry = entries.at(-1);
    if (!entry?.isIntersecting) return;
    const { intersectionRect: seen, boundingClientRect: whole } = entry;
    const band = { top: Math.round(seen.top - whole.top), height: Math.round(seen.height) };
    if (band.height > 0 && (band.top !== known.top || band.height !== known.height)) {
      known = band;
      rested = 0;
      tell(band);
    }
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(again);
  });
  const again = (): void => {
    rested += 1;
    if (rested > RESTS_AFTER && rested % RESTING !== 0) {
      frame = requestAnimationFrame(again);
      return;
    }
    observer.unobserve(element);
    observer.observe(element);
  };
  observer.observe(element);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}
