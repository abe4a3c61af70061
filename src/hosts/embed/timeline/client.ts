/** The timeline's embed. */
import { startView } from '../view-client.ts';
import TimelineEmbed from './TimelineEmbed.svelte';

startView(TimelineEmbed);
