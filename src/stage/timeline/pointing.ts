/** The pointer over the strip: one listener for all marks, and no layout read while it moves. */
import { placeOf, pointIn, type Place } from '../place.ts';
import { REACH } from './nearest.ts';

export interface Pointing {
  /** Id of the mark meant at a point, px from the strip's top left corner. */
  find(x: number, y: number, reach: number): string | undefined;
  /** The pointer rests on another mark than before, or on none. */
  point(id: string | undefined): void;
  /** A mark was pressed or tapped. */
  press(id: string): void;
}

/** An attachment for the strip’s element. */
export function pointing({ find, point, press }: Pointing): (node: HTMLElement) => () => void {
  return (node) => {
    let corner: Place | undefined;
    let last: string | undefined;
    const listening = new AbortController();
    const on = <K extends keyof HTMLElementEventMap>(
      type: K,
      handle: (event: HTMLElementEventMap[K]) => void,
    ): void => node.addEventListener(type, handle, { signal: listening.signal });
    const tell = (id: string | undefined): void => {
      if (id === last) return;
      last = id;
      node.style.cursor = id === undefined ? '' : 'pointer';
      point(id);
    };
    const measure = (): Place => (corner = placeOf(node));

    on('pointerenter', measure);
    on('pointermove', (event) => {
      if (event.pointerType === 'touch') return;
      tell(find(...pointIn(corner ?? measure(), event), REACH.pointer));
    });
    on('pointerleave', () => tell(undefined));
    on('click', (event) => {
      // Keys and assistive technology press the buttons themselves.
      if ((event.target as Element).closest('button, [popover]')) return;
      const reach = (event as PointerEvent).pointerType === 'touch' ? REACH.finger : REACH.pointer;
      const id = find(...pointIn(measure(), event), reach);
      if (id !== undefined) press(id);
    });
    // The strip moves with the page: measured anew when the pointer next moves.
    addEventListener('scroll', () => (corner = undefined), { passive: true, signal: listening.signal });
    return () => listening.abort();
  };
}
