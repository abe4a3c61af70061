/** The guess is loaded when a scene first asks for it. */
import type { GuessData } from './guess-data.ts';
import { layoutGuess, type GuessSize } from './layout.ts';

export { createGuess } from './guess.svelte.ts';
export { default as GuessView } from './GuessView.svelte';

/** Makes what takes time ready: a plot in about its size is laid out, which is done quicker the second time. */
export const prepare = (data: GuessData, size: GuessSize): void => void layoutGuess(data, size);
