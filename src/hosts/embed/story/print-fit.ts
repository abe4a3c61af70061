/**
 * A host that prints cannot make a frame higher, so a step's text has to go into the height there is: smaller, by as
 * much as the style sheet for paper is told here (`--print-zoom`). Known beforehand, since frames of another origin
 * are not told that they will be printed.
 */

/** Lines break where words end, so the area is not filled evenly. */
const RAGGED = 0.93;
/** Smaller than this nobody reads. */
const LEAST = 0.35;

/** @param text scrolls where the step is longer than the room */
export function fitForPrint(text: HTMLElement): void {
  // On paper it is fitted already.
  if (matchMedia('print').matches) return;
  const { clientHeight, scrollHeight } = text;
  // Smaller letters make lines lower and longer alike.
  const zoom = scrollHeight > clientHeight ? Math.sqrt(clientHeight / scrollHeight) * RAGGED : 1;
  text.style.setProperty('--print-zoom', String(Math.max(LEAST, zoom)));
}
