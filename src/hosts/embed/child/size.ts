/** How large an embed is, and when to say so. */

/** CSS px, whole. */
export interface Size {
  width: number;
  height: number;
}

/** Layout counts in 64ths of a px; less than that is the arithmetic's. */
const NOISE = 0.01;

const whole = (px: number): number => Math.ceil(Math.max(0, px - NOISE));

/** The size of an element now; zero while the iframe is hidden. */
export function measure(element: Element): Size {
  const { width, height } = element.getBoundingClientRect();
  return { width: whole(width), height: whole(height) };
}

/** Heights that take turns faster than this are the page's doing, not the reader's, ms. */
const QUICK = 1000;
/** So many in turn are a loop: A, B, A, B. */
const TURNS = 4;

/**
 * Lets heights through until two of them take turns: a taller iframe gives the host a scroll bar, which makes it
 * narrower and so shorter, and the bar goes. Then the taller one stays, until there is a third.
 * @returns whether to send a height, at a time in ms
 */
export function steady(): (height: number, now: number) => boolean {
  let sent: { height: number; at: number }[] = [];
  return (height, now) => {
    const recent = [...sent, { height, at: now }].slice(-TURNS);
    const [a, b, c, d] = recent;
    const loop = a && b && c && d && a.height === c.height && b.height === d.height && d.at - a.at < QUICK;
    if (loop && height < c.height) return false;
    sent = recent;
    return true;
  };
}
