/** CSS px. */
export interface ElementSize {
  width: number;
  height: number;
}

export const NO_SIZE: ElementSize = { width: 0, height: 0 };

/** An attachment that tells the size of an element's content box; of one that has gone, that nothing is left. */
export function sized(set: (size: ElementSize) => void): (node: HTMLElement) => () => void {
  return (node) => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry)
        set({ width: Math.round(entry.contentRect.width), height: Math.round(entry.contentRect.height) });
    });
    observer.observe(node);
    return () => {
      observer.disconnect();
      set(NO_SIZE);
    };
  };
}
