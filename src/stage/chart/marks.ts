/** The three shapes of figures: two official bases, and everything else. */
import type { Box } from '#model/boxes.ts';
import type { Symbol } from './legend.ts';

/** Half the size of a figure's mark, px. */
export const POINT = 4.5;

export function pointBox({ x, y }: { x: number; y: number }): Box {
  return { x0: x - POINT, y0: y - POINT, x1: x + POINT, y1: y + POINT };
}

/** An SVG path centred on 0,0; crosses are strokes, the others are filled. */
export function markPath(mark: Symbol, r: number): string {
  switch (mark) {
    case 'circle':
      return `M${-r} 0a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`;
    case 'square': {
      const half = r * 0.9;
      return `M${-half} ${-half}h${2 * half}v${2 * half}h${-2 * half}Z`;
    }
    case 'cross': {
      const arm = r * 0.85;
      return `M${-arm} ${-arm}L${arm} ${arm}M${arm} ${-arm}L${-arm} ${arm}`;
    }
    default:
      return '';
  }
}
