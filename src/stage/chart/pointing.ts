import { placeOf, pointIn, type Place } from '../place.ts';

/** What a pointer does on the layer over the chart, in px of the layer. */
export interface Pointing {
  /** A mouse or pen rests there. */
  hover(x: number, y: number): void;
  leave(): void;
  /** Pressed there; `finger`: by touch, which cannot hover. */
  press(x: number, y: number, finger: boolean): void;
}

/**
 * Listens on an element. Its place in the window is measured when the pointer enters and after a scroll, before the
 * next frame: moving the pointer reads no layout.
 */
export function pointing({ hover, leave, press }: Pointing) {
  return (node: HTMLElement): (() => void) => {
    let place: Place = { left: 0, top: 0, scale: 1 };
    let inside = false;
    let pending = 0;
    const measure = (): void => {
      pending = 0;
      place = placeOf(node);
    };
    const moved = (): void => {
      if (inside && pending === 0) pending = requestAnimationFrame(measure);
    };
    const enter = (): void => {
      inside = true;
      measure();
    };
    const move = (event: PointerEvent): void => {
      if (event.pointerType !== 'touch') hover(...pointIn(place, event));
    };
    const out = (event: PointerEvent): void => {
      inside = false;
      if (event.pointerType !== 'touch') leave();
    };
    const click = (event: MouseEvent): void => {
      // Clicks on what lies on the layer come from keyboards and screen readers, which speak for themselves.
      if (event.target !== node) return;
      measure();
      const finger = (event as PointerEvent).pointerType === 'touch';
      press(...pointIn(place, event), finger);
    };
    const stop = new AbortController();
    const { signal } = stop;
    node.addEventListener('pointerenter', enter, { signal });
    node.addEventListener('pointermove', move, { signal });
    node.addEventListener('pointerleave', out, { signal });
    node.addEventListener('click', click, { signal });
    window.addEventListener('scroll', moved, { signal, passive: true, capture: true });
    window.addEventListener('resize', moved, { signal });
    return () => {
      stop.abort();
      cancelAnimationFrame(pending);
    };
  };
}

/** Calls `escape` on Escape, wherever the focus is, for as long as the element is there. */
export function onEscape(escape: () => void) {
  return (): (() => void) => {
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) escape();
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  };
}
