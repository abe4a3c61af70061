/** CSS px. */
export interface ElementSize {
  width: number;
  height: number;
}

export const NO_SIZE: ElementSize = { width: 0, height: 0 };

const watched = new Map<Element, (size: ElementSize) => void>();
let observer: ResizeObserver | undefined;

/**
 * An attachment that tells the size of an element's content box; of one that has gone, that nothing is left. One
 * observer for all: what changes size together is told together, so that no size is laid out against an old one.
 */
export function sized(set: (size: ElementSize) => void): (node: HTMLElement) => () => void {
  return (node) => {
    observer ??= new ResizeObserver((entries) => {
      for (const { target, contentRect } of entries)
        watched.get(target)?.({
          width: Math.round(contentRect.width),
          height: Math.round(contentRect.height),
        });
    });
    watched.set(node, set);
    observer.observe(node);
    return () => {
      observer?.unobserve(node);
      watched.delete(node);
      set(NO_SIZE);
    };
  };
}
