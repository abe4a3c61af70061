/** What a key does at a knot. */
import { STEP } from './guess.ts';

export type KeyDeed =
  | { do: 'go'; to: number }
  | { do: 'step'; by: number }
  | { do: 'set'; value: number }
  | { do: 'show' }
  | { do: 'leave' };

const LARGE = 4 * STEP;

/** @param count of knots, the fixed first one among them; `index` is never the first */
export function keyDeed(key: string, index: number, count: number): KeyDeed | undefined {
  switch (key) {
    case 'ArrowRight':
      return { do: 'go', to: Math.min(index + 1, count - 1) };
    case 'ArrowLeft':
      return { do: 'go', to: Math.max(index - 1, 1) };
    case 'ArrowUp':
      return { do: 'step', by: STEP };
    case 'ArrowDown':
      return { do: 'step', by: -STEP };
    case 'PageUp':
      return { do: 'step', by: LARGE };
    case 'PageDown':
      return { do: 'step', by: -LARGE };
    case 'Home':
      return { do: 'set', value: 0 };
    case 'End':
      return { do: 'set', value: 100 };
    case 'Enter':
      return { do: 'show' };
    case 'Escape':
      return { do: 'leave' };
    default:
      return undefined;
  }
}
