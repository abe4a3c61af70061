/** `/embed/timeline/`. */
import { render } from 'svelte/server';
import story from 'virtual:story';
import TimelineEmbed from '#hosts/embed/timeline/TimelineEmbed.svelte';
import TimelinePage from '#hosts/embed/timeline/TimelinePage.svelte';
import { strings } from '#stage/strings.ts';
import type { EmbedContext } from './page.ts';
import { viewPage } from './view.ts';

export const pages = (context: EmbedContext) =>
  viewPage('timeline', context, {
    drawn: ({ timeline }) => timeline,
    label: () => strings.timeline,
    Live: TimelineEmbed,
    page: (props, data) => render(TimelinePage, { props: { ...props, story, data } }),
  });
