/** Drawing by mouse, finger or pen. */
import type { GuessSession } from './guess.svelte.ts';
import { toSample, type GuessPicture } from './layout.ts';

/**
 * Listens to the pointer on a plot. The plot's place in the window is measured once a stroke, when it begins; the
 * pointer is captured, so a stroke may leave the plot and come back. What the browser takes for scrolling after all
 * is called off.
 */
export function draws(session: GuessSession, picture: () => GuessPicture) {
  return (node: HTMLElement): (() => void) => {
    let pointer: number | undefined;
    let place = { left: 0, top: 0, scale: 1 };

    const sample = ({ clientX, clientY }: PointerEvent) => {
      const { frame, days } = picture();
      const { left, top, scale } = place;
      return toSample(frame, days, (clientX - left) * scale, (clientY - top) * scale);
    };
    const down = (event: PointerEvent): void => {
      if (pointer !== undefined || !event.isPrimary || event.button !== 0 || session.locked) return;
      const { left, top, width } = node.getBoundingClientRect();
      place = { left, top, scale: width > 0 ? picture().frame.width / width : 1 };
      pointer = event.pointerId;
      node.setPointerCapture(pointer);
      session.press(sample(event));
    };
    const move = (event: PointerEvent): void => {
      if (event.pointerId === pointer) session.move(sample(event));
    };
    const up = (event: PointerEvent): void => {
      if (event.pointerId !== pointer) return;
      pointer = undefined;
      session.release();
    };
    const cancel = (event: PointerEvent): void => {
      if (event.pointerId !== pointer) return;
      pointer = undefined;
      session.cancel();
    };
    node.addEventListener('pointerdown', down);
    node.addEventListener('pointermove', move);
    node.addEventListener('pointerup', up);
    node.addEventListener('pointercancel', cancel);
    return () => {
      if (pointer !== undefined) session.cancel();
      node.removeEventListener('pointerdown', down);
      node.removeEventListener('pointermove', move);
      node.removeEventListener('pointerup', up);
      node.removeEventListener('pointercancel', cancel);
    };
  };
}
