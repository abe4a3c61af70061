import { DAY_MS } from '#model/dates.ts';
import type { StepScene } from '../embed-data.ts';
import type { Target } from '../start.ts';

interface Told {
  steps: readonly StepScene[];
  texts: { events: Record<string, { step?: string }> };
}

/**
 * The index of the step that is asked for by its id, by an event it tells of, or by a date: then the step with the
 * last date before it. In time and not in order, since stories look back.
 */
export function meantStep({ steps, texts }: Told, { step, event, at }: Target): number | undefined {
  const id = step ?? (event === undefined ? undefined : texts.events[event]?.step);
  const named = steps.findIndex((one) => one.id === id);
  if (named >= 0) return named;
  if (!at) return undefined;
  // A date without a time is the whole day.
  const until = at.ms % DAY_MS === 0 ? at.ms + DAY_MS - 1 : at.ms;
  let best: number | undefined;
  steps.forEach(({ scene }, i) => {
    const other = best === undefined ? -Infinity : steps[best]!.scene.at.ms;
    if (scene.at.ms <= until && scene.at.ms > other) best = i;
  });
  return best;
}
