/**
 * Keys and clickers to commands. Presenters send PageUp and PageDown, some Escape and F5, some “.” or “B” for black;
 * sources of the map: what PowerPoint, Google Slides, Impress and reveal.js take.
 */

export type Command =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'black'
  | 'white'
  | 'jump'
  | 'number'
  | 'start'
  | 'close'
  | 'overview'
  | 'speaker'
  | 'fullscreen'
  | 'help'
  | 'laser'
  | 'draw'
  | 'undo'
  | 'timer'
  | 'answer'
  | 'motion';

export interface Press {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
}

/**
 * Where the focus is: `text` takes every key, `value` (sliders, lists to choose from, the map) the arrows and letters
 * too, `control` (buttons, links) Space and Enter.
 */
export type Focus = 'page' | 'control' | 'value' | 'text';

/** Clickers that go on whatever has the focus. */
const ALWAYS: Record<string, Command> = { PageDown: 'next', PageUp: 'previous', F5: 'start' };
const MOVES: Record<string, Command> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};
const LETTERS: Record<string, Command> = {
  n: 'next',
  p: 'previous',
  b: 'black',
  '.': 'black',
  ':': 'black',
  ';': 'black',
  w: 'white',
  ',': 'white',
  g: 'jump',
  o: 'overview',
  s: 'speaker',
  f: 'fullscreen',
  '?': 'help',
  l: 'laser',
  d: 'draw',
  z: 'undo',
  t: 'timer',
  a: 'answer',
  m: 'motion',
};

/**
 * The command of a key press; nothing where the press is somebody else's. Digits give `number`.
 * @param letters single characters are commands; readers may switch them off (WCAG 2.1.4)
 */
export function commandOf(press: Press, focus: Focus, letters: boolean): Command | undefined {
  const { key, code, shiftKey, repeat } = press;
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  // A key held down is one press: Escape would leave at once.
  if (repeat) return undefined;
  if (key === 'Escape') return 'close';
  if (focus === 'text') return key === 'F5' ? 'start' : undefined;
  const always = ALWAYS[key];
  if (always) return always;
  if (key === 'F1') return 'help';
  if (focus === 'value') return undefined;
  if (MOVES[key]) return MOVES[key];
  if (key === 'Backspace') return focus === 'page' ? 'previous' : undefined;
  if (key === ' ' || key === 'Enter') {
    if (focus === 'control') return undefined;
    return shiftKey && key === ' ' ? 'previous' : 'next';
  }
  if (!letters) return undefined;
  if (/^[0-9]$/.test(key)) return 'number';
  // Some clickers send the key between the comma and the slash whatever the layout prints there.
  return LETTERS[key.toLowerCase()] ?? (code === 'Period' ? 'black' : undefined);
}

/** What kind of thing has the focus. */
export function focusOf(element: Element | null): Focus {
  if (!element || element === document.body) return 'page';
  // A dialog just closed keeps the focus for a moment.
  if (element.closest('dialog:not([open])')) return 'page';
  if (
    element.matches(
      'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, [contenteditable]',
    )
  )
    return 'text';
  if (element.matches('input, select, [role="slider"], [role="spinbutton"], [role="radio"], [data-pad]'))
    return 'value';
  if (element.matches('button, a[href], summary, [role="button"]')) return 'control';
  return 'page';
}
