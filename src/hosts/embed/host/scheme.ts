/** Whether a host page is dark where an embed stands. */

/** Colours that nobody chooses. */
const PROBE = { light: 'rgb(1, 2, 3)', dark: 'rgb(3, 2, 1)' };

/**
 * The scheme that is really in force for an element: what the page supports (`color-scheme` in a style or a `<meta>`)
 * and the reader has asked for. A page that says nothing is light, whatever the reader's system is.
 */
export function schemeOf(element: HTMLElement): 'light' | 'dark' {
  const { style } = element;
  const before = style.caretColor;
  style.caretColor = `light-dark(${PROBE.light}, ${PROBE.dark})`;
  const used = getComputedStyle(element).caretColor;
  style.caretColor = before;
  return used === PROBE.dark ? 'dark' : 'light';
}
