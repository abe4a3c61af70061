/** Keys, clickers and swipes of a window that presents. */
import { commandOf, focusOf, type Command } from '../keys.ts';
import type { Controls } from './controls.svelte.ts';

/** A swipe is at least so long, px, and twice as long as it is high. */
const SWIPE = 60;

/** Listens on the window until it is called off. */
export function listenToKeys(controls: Controls): () => void {
  const act = (event: KeyboardEvent, command: Command): void => {
    event.preventDefault();
    if (command === 'number') controls.digit(event.key);
    else controls.run(command);
  };
  const read = (event: KeyboardEvent): Command | undefined =>
    commandOf(event, focusOf(document.activeElement), controls.letters);

  // A clicker goes on whatever has the focus: before a slider, a list or the stage gets the key.
  const first = (event: KeyboardEvent): void => {
    if (!['PageDown', 'PageUp', 'F5'].includes(event.key)) return;
    const command = read(event);
    if (command) event.stopImmediatePropagation();
    if (command) act(event, command);
    else if (event.repeat) event.preventDefault();
  };
  const rest = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || ['PageDown', 'PageUp', 'F5'].includes(event.key)) return;
    const covered = controls.lesson.session.cover !== undefined;
    if (event.key === 'Enter' && controls.typing && focusOf(document.activeElement) !== 'text') {
      event.preventDefault();
      controls.goTyped();
      return;
    }
    // A dialog that is open has its own keys; Escape closes it by itself.
    if (document.querySelector('dialog:modal')) return;
    if (event.key === 'Escape' && document.querySelector(':popover-open')) return;
    const command = commandOf(event, covered ? 'page' : focusOf(document.activeElement), controls.letters);
    if (command) act(event, command);
  };
  addEventListener('keydown', first, { capture: true });
  addEventListener('keydown', rest);
  return () => {
    removeEventListener('keydown', first, { capture: true });
    removeEventListener('keydown', rest);
  };
}

/** One slide on or back by a swipe over the words; over the map a hand moves the map. */
export function listenToSwipes(words: HTMLElement, controls: Controls): void {
  // Else the browser takes a finger that moves sideways for itself, to scroll what does not scroll.
  words.style.touchAction = 'pan-y pinch-zoom';
  let from: { x: number; y: number; id: number } | undefined;
  words.addEventListener('pointerdown', ({ pointerType, clientX, clientY, pointerId, isPrimary }) => {
    from = pointerType === 'touch' && isPrimary ? { x: clientX, y: clientY, id: pointerId } : undefined;
  });
  words.addEventListener('pointerup', ({ pointerId, clientX, clientY }) => {
    if (!from || from.id !== pointerId) return;
    const [dx, dy] = [clientX - from.x, clientY - from.y];
    from = undefined;
    if (Math.abs(dx) < SWIPE || Math.abs(dx) < 2 * Math.abs(dy)) return;
    const forwards = dx < 0 !== (document.documentElement.dir === 'rtl');
    controls.run(forwards ? 'next' : 'previous');
  });
  words.addEventListener('pointercancel', () => (from = undefined));
}
