/** CSS px. */
export interface ElementSize {
  width: number;
  height: number;
}

export const NO_SIZE: ElementSize = { width: 0, height: 0 };

const watched = new Map<Element, (size: ElementSize) => void>();
let observer: ResizeObserver | undefined;

/** The size of an element without padding or border, once, by its selector; of none, that there is nothing. */
export function sizeOf(root: ParentNode | undefined, selector: string): ElementSize {
  const found = root?.querySelector(selector);
  return found ? { width: found.clientWidth, height: found.clientHeight } : NO_SIZE;
}

/**
 * An attachment that tells the size of an element's content box when it is another one than was `known`; of one that
 * has gone, that nothing is left. One observer for all: what changes size together is told together, so that no size
 * is laid out against an old one.
 */
export function sized(set: (size: ElementSize) => void, known = NO_SIZE): (node: HTMLElement) => () => void {
  return (node) => {
    observer ??= new ResizeObserver((entries) => {
      for (const { target, contentRect } of entries)
        watched.get(target)?.({
          width: Math.round(contentRect.width),
          height: Math.round(contentRect.height),
        });
    });
    let last = known;
    watched.set(node, (next) => {
      if (next.width !== last.width || next.height !== last.height) set((last = next));
    });
    observer.observe(node);
    return () => {
      observer?.unobserve(node);
      watched.delete(node);
      set(NO_SIZE);
    };
  };
}
