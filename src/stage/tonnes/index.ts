/** Where every tonne went is loaded when a scene first asks for it, or a little before. */
export { default as TonnesView } from './TonnesView.svelte';
export { keptTonnes as prepare } from './kept.ts';
