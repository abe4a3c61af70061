/** What names lit marks, loaded when the first of them is lit. */
export { placeTips, underTips } from './tips.ts';
export { default as Tips } from './Tips.svelte';
