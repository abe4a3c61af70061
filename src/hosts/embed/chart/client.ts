/** The chart's embed. */
import { startView } from '../view-client.ts';
import ChartEmbed from './ChartEmbed.svelte';

// The chart has one period; a step lends it the date.
startView(ChartEmbed, (_, __, from) => from);
