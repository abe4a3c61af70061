/**
 * Which step is being read: a function of positions alone, never of the steps passed, so that a fast scroll,
 * a deep link and a reload all land on the same picture.
 */

/**
 * The last step whose top is at or above the reading line; the first step before that.
 * @param tops Tops of the steps in document px, ascending.
 * @param line The reading line in document px.
 */
export function stepAt(tops: readonly number[], line: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] as number) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How far the story is read, 0 to 1. `top` and `bottom` are its edges, `y` the scroll offset, all in document px. */
export function readShare(y: number, top: number, bottom: number, windowHeight: number): number {
  const room = bottom - top - windowHeight;
  return room <= 0 ? 1 : Math.min(1, Math.max(0, (y - top) / room));
}
