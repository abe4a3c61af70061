/** What of a timeline's signs needs explaining: those that its story uses. */
import { outcome, type Outcome } from './cursor.ts';
import type { TimelineData } from './timeline-data.ts';

const OUTCOMES: readonly Outcome[] = ['open', 'met', 'missed', 'withdrawn', 'unknown'];

/** The states in which a deadline of the story is drawn at one date or another: open at first, then as it turned out. */
export function deadlineStates({ marks }: Pick<TimelineData, 'marks'>): Outcome[] {
  const used = new Set(
    marks
      .filter(({ kind }) => kind === 'deadline')
      .flatMap((mark) => [outcome(mark, -Infinity), outcome(mark, Infinity)]),
  );
  return OUTCOMES.filter((state) => used.has(state));
}
