/** The guesses of a class, loaded where a host has such a session. */
export { default as ClassGuessView } from './ClassGuessView.svelte';
