/** What hosts choose for an embed, in all ways that differ: for tests of addresses and of the code to paste. */
import type { EmbedChoices } from '#hosts/embed/options.ts';

/** All combinations of the values of each key; `undefined` leaves the key out. */
export function combinations<Key extends keyof EmbedChoices>(
  values: Record<Key, readonly (EmbedChoices[Key] | undefined)[]>,
): EmbedChoices[] {
  let all: EmbedChoices[] = [{}];
  for (const key of Object.keys(values) as Key[]) {
    all = all.flatMap((choices) =>
      values[key].map((value) => (value === undefined ? choices : { ...choices, [key]: value })),
    );
  }
  return all;
}

/** Numbers from 0 to 1 that look random and are the same in every run (a linear congruential generator). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
