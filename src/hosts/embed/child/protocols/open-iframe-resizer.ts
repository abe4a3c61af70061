/** open-iframe-resizer 2. Its mode for other children speaks iframe-resizer's language, see there. */
import type { Size } from '../size.ts';

/** Tells the size. */
export const openSize = ({ width, height }: Size) => ({ type: 'iframe-resized', width, height });

/** Whether the parent introduces itself (`init`; it repeats this until answered) or asks for the size (`ask`). */
export function readOpen(data: Record<string, unknown>): 'init' | 'ask' | undefined {
  if (data['type'] === 'iframe-child-init') return 'init';
  return data['type'] === 'iframe-get-child-dimensions' ? 'ask' : undefined;
}
