/** Asked once: it follows the system by itself. */
let reduced: MediaQueryList | undefined;

/** Whether nothing may move: the system asks for it, or the host does, for `<html data-still>`. */
export const motionless = (): boolean =>
  document.documentElement.hasAttribute('data-still') ||
  (reduced ??= matchMedia('(prefers-reduced-motion: reduce)')).matches;
