/** Where an element stands in the window, measured once, for pointers that then move over it. */
export interface Place {
  left: number;
  top: number;
  /** How much larger it is drawn than it is laid out. */
  scale: number;
}

export function placeOf(node: HTMLElement): Place {
  const { left, top, width } = node.getBoundingClientRect();
  return { left, top, scale: width / node.offsetWidth || 1 };
}

/** A pointer's place in the element, px of its layout from its top left corner. */
export function pointIn(
  { left, top, scale }: Place,
  { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>,
): [x: number, y: number] {
  return [(clientX - left) / scale, (clientY - top) / scale];
}
