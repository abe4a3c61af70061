/**
 * Which step is being read, and how far the date has run towards it: functions of positions alone, never of the
 * steps passed, so that a fast scroll, a deep link and a reload all land on the same picture.
 *
 * While a step's text is in the reading band its own date holds. Between the text before it leaving the band and
 * its own arriving there the date runs from the one to the other, as the reader scrolls.
 */

/** Where a step's text lies, document px. */
export interface TextPlace {
  top: number;
  bottom: number;
  /**
   * Of a chapter's first step: the line of the chapter's title at which the step begins, document px, and where in
   * the window (px from its top) that line has to arrive.
   */
  title?: { line: number; arrives: number };
}

/** The part of the window in which text is being read: px from its top. */
export interface Band {
  from: number;
  to: number;
}

/** Scroll offsets (document px, ascending) at which each step begins, and at which its own date is reached. */
export interface Route {
  begins: number[];
  arrives: number[];
}

/** The middle third of the room that text has in the window; `top` is where a stage that lies on top ends, px. */
export function bandOf(top: number, windowHeight: number): Band {
  const third = (windowHeight - top) / 3;
  return { from: top + third, to: windowHeight - third };
}

/** Where the steps begin and arrive for texts laid out like this; the first has always begun. */
export function routeOf(places: readonly TextPlace[], band: Band): Route {
  const begins: number[] = [];
  const arrives: number[] = [];
  places.forEach((place, index) => {
    const before = places[index - 1];
    if (!before) {
      begins.push(-Infinity);
      arrives.push(-Infinity);
      return;
    }
    const arrive = place.top - band.to;
    const leave = place.title ? place.title.line - place.title.arrives : before.bottom - band.from;
    // Texts so close that both are in the band: they share it, and there is no way to go between them.
    const begin = leave < arrive ? leave : (leave + arrive) / 2;
    begins.push(Math.max(begin, begins[index - 1] as number));
    arrives.push(Math.max(begin, arrive));
  });
  return { begins, arrives };
}

/**
 * The last step that has begun at a scroll offset; the first step before any has.
 * @param begins Document px, ascending.
 */
export function stepAt(begins: readonly number[], y: number): number {
  let low = 0;
  let high = begins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((begins[middle] as number) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The share of the way (0–1) from the date before to the step's own; 1 once the step's text is being read. */
export function shareOf({ begins, arrives }: Route, index: number, y: number): number {
  const begin = begins[index] as number;
  const way = (arrives[index] as number) - begin;
  return way > 0 ? Math.min(1, Math.max(0, (y - begin) / way)) : 1;
}

/** The share of the way (0–1) from a step's beginning to the next one's; of the last step, px from its beginning. */
export function shareWithin({ begins }: Route, index: number, y: number): number {
  const begin = begins[index] as number;
  const next = begins[index + 1];
  return next === undefined || next <= begin ? y - begin : (y - begin) / (next - begin);
}

/** The scroll offset, document px, that lies as far into a step as {@link shareWithin} says: its inverse. */
export function offsetWithin({ begins }: Route, index: number, share: number): number {
  const begin = begins[index] as number;
  const next = begins[index + 1];
  return next === undefined || next <= begin ? begin + share : begin + share * (next - begin);
}

/** How far the story is read, 0 to 1. `top` and `bottom` are its edges, `y` the scroll offset, all in document px. */
export function readShare(y: number, top: number, bottom: number, windowHeight: number): number {
  const room = bottom - top - windowHeight;
  return room <= 0 ? 1 : Math.min(1, Math.max(0, (y - top) / room));
}
