/** Where an element of the page is, px of the window; measured when it or the window changes its size. */

export interface PageBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Call while a component is being set up. */
export function boxOf(element: () => HTMLElement): { readonly box: PageBox } {
  let box = $state.raw<PageBox>({ x: 0, y: 0, width: 1, height: 1 });
  $effect(() => {
    const node = element();
    const measure = (): void => {
      const { x, y, width, height } = node.getBoundingClientRect();
      box = { x, y, width: Math.max(1, width), height: Math.max(1, height) };
    };
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    addEventListener('resize', measure);
    addEventListener('scroll', measure, { passive: true, capture: true });
    return () => {
      observer.disconnect();
      removeEventListener('resize', measure);
      removeEventListener('scroll', measure, { capture: true });
    };
  });
  return {
    get box() {
      return box;
    },
  };
}
