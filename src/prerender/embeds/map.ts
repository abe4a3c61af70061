/** `/embed/map/`. */
import { render } from 'svelte/server';
import story from 'virtual:story';
import MapEmbed from '#hosts/embed/map/MapEmbed.svelte';
import MapPage from '#hosts/embed/map/MapPage.svelte';
import type { EmbedContext } from './page.ts';
import { viewPage } from './view.ts';

export const pages = (context: EmbedContext) =>
  viewPage('map', context, {
    drawn: ({ map }) => map,
    label: () => story.meta.title,
    Live: MapEmbed,
    page: (props, data) => render(MapPage, { props: { ...props, story, data } }),
  });
