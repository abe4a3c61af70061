/** Lets the date run from one step's to the next's, so that ships sail between them. */
import { between, isCut } from '#model/passage.ts';
import type { Instant } from '#model/scene.ts';
import { motionless } from '#stage/motionless.ts';

/** ms */
const RUN = 1_200;

/** Slow at both ends; of the share of the time gone, 0 to 1. */
const eased = (share: number): number => (share < 0.5 ? 2 * share * share : 1 - (2 - 2 * share) ** 2 / 2);

/**
 * Moves the date, or sets it at once where the story cuts or motion is not wanted.
 * @returns calls it off
 */
export function runDate(from: Instant, to: Instant, set: (at: Instant) => void): () => void {
  if (isCut(from, to) || motionless()) {
    set(to);
    return () => undefined;
  }
  let start: number | undefined;
  let frame = requestAnimationFrame(function run(now) {
    start ??= now;
    const share = Math.min(1, (now - start) / RUN);
    set(share < 1 ? between(from, to, eased(share)) : to);
    if (share < 1) frame = requestAnimationFrame(run);
  });
  return () => cancelAnimationFrame(frame);
}
