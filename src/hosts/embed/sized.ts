import type { Attachment } from 'svelte/attachments';

/** CSS px. */
export interface Size {
  width: number;
  height: number;
}

/** Keeps a size in step with an element's content box. */
export function sized(set: (size: Size) => void): Attachment<HTMLElement> {
  return (node) => {
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      // A frame that is not shown measures nothing; what was known still holds.
      if (width > 0 && height > 0) set({ width: Math.round(width), height: Math.round(height) });
    });
    observer.observe(node);
    return () => observer.disconnect();
  };
}
