/** The outlines of marks, centred on 0,0, all of about the same visual weight at one radius. */
import { tenth } from '#model/boxes.ts';
import type { MarkShape } from '#model/story.ts';
import type { Outcome } from './cursor.ts';

/** An SVG path for a thread's shape with radius `r`, px. */
export function shapePath(shape: MarkShape, r: number): string {
  const n = (factor: number): number => tenth(r * factor);
  switch (shape) {
    case 'circle':
      return `M${n(-1)} 0a${n(1)} ${n(1)} 0 1 1 ${n(2)} 0a${n(1)} ${n(1)} 0 1 1 ${n(-2)} 0Z`;
    case 'square':
      return `M${n(-0.9)} ${n(-0.9)}h${n(1.8)}v${n(1.8)}h${n(-1.8)}Z`;
    case 'diamond':
      return `M0 ${n(-1.25)}L${n(1.05)} 0L0 ${n(1.25)}L${n(-1.05)} 0Z`;
    case 'triangle':
      return `M0 ${n(-1.15)}L${n(1.1)} ${n(0.85)}H${n(-1.1)}Z`;
    case 'bar':
      return `M${n(-0.45)} ${n(-1)}h${n(0.9)}v${n(2)}h${n(-0.9)}Z`;
  }
}

/** The sign in a deadline's flag: a tick for met, a cross for missed, a stroke for withdrawn, a dot for unknown. */
export function signPath(outcome: Outcome, r: number): string {
  const n = (factor: number): number => tenth(r * factor);
  switch (outcome) {
    case 'met':
      return `M${n(-0.5)} ${n(0.05)}L${n(-0.12)} ${n(0.45)}L${n(0.55)} ${n(-0.42)}`;
    case 'missed':
      return `M${n(-0.45)} ${n(-0.45)}L${n(0.45)} ${n(0.45)}M${n(0.45)} ${n(-0.45)}L${n(-0.45)} ${n(0.45)}`;
    case 'withdrawn':
      return `M${n(-0.5)} 0H${n(0.5)}`;
    case 'unknown':
      return `M${n(-0.08)} 0H${n(0.08)}`;
    case 'open':
      return '';
  }
}
