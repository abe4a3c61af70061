/** The chart is loaded when a scene first asks for it, or a little before. */
export { default as ChartView } from './ChartView.svelte';
export { keptChart as prepare } from './kept.ts';
