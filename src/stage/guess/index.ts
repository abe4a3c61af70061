/** The guess is loaded when a scene first asks for it. */
export { createGuess } from './guess.svelte.ts';
export { default as GuessView } from './GuessView.svelte';
