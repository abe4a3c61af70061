/** How the date passes from one scene to the next: run through, or cut. */
import { DAY_MS } from './dates.ts';
import type { Instant } from './scene.ts';

/** A leap longer than this is cut: days run through would be a blur. */
export const LONGEST_RUN_DAYS = 120;

const civil = ({ ms, offset }: Instant): number => ms + offset * 60_000;

/** Backwards in time, or too far ahead to be run through. */
export function isCut(from: Instant, to: Instant): boolean {
  const way = civil(to) - civil(from);
  return way < 0 || way > LONGEST_RUN_DAYS * DAY_MS;
}

/**
 * The date a share (0–1) of the way from one to the other, told by the clock of the place gone to. A cut has no way:
 * it is there at once.
 */
export function between(from: Instant, to: Instant, share: number): Instant {
  if (share >= 1 || isCut(from, to)) return to;
  const start = civil(from);
  return { ms: start + share * (civil(to) - start) - to.offset * 60_000, offset: to.offset };
}

/** How far a cut goes: in days, in months (of 30.44 days) up to two years, then in years; rounded. */
export function distance(from: Instant, to: Instant): { unit: 'day' | 'month' | 'year'; count: number } {
  const days = Math.abs(civil(to) - civil(from)) / DAY_MS;
  if (days < 45) return { unit: 'day', count: Math.round(days) };
  const months = Math.round(days / 30.44);
  if (months < 24) return { unit: 'month', count: months };
  return { unit: 'year', count: Math.round(days / 365.25) };
}
