/** Keeps the screen of a wall awake, and hides a pointer that rests. */

/** A pointer that has rested for so long is in the way, ms. */
const RESTS = 3_000;

/** Where the browser can; it lets go whenever the window is hidden, so it is asked again. */
export function keepAwake(): void {
  const ask = (): void => {
    if (!document.hidden) navigator.wakeLock?.request('screen').catch(() => undefined);
  };
  ask();
  document.addEventListener('visibilitychange', ask);
}

/** `<html data-idle>` while neither pointer nor focus moves. */
export function watchIdle(): void {
  const { dataset } = document.documentElement;
  let timer = 0;
  const awake = (): void => {
    delete dataset['idle'];
    clearTimeout(timer);
    timer = window.setTimeout(() => (dataset['idle'] = ''), RESTS);
  };
  for (const type of ['pointermove', 'pointerdown', 'focusin'] as const)
    addEventListener(type, awake, { passive: true });
  awake();
}
