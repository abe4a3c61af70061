/** `/embed/chart/`. */
import { render } from 'svelte/server';
import story from 'virtual:story';
import ChartEmbed from '#hosts/embed/chart/ChartEmbed.svelte';
import ChartPage from '#hosts/embed/chart/ChartPage.svelte';
import { finding } from '#hosts/story/finding.ts';
import type { EmbedContext } from './page.ts';
import { viewPage } from './view.ts';

export const pages = (context: EmbedContext) =>
  viewPage('chart', context, {
    drawn: ({ chart }) => chart,
    label: finding,
    Live: ChartEmbed,
    page: (props, data) => render(ChartPage, { props: { ...props, story, data } }),
  });
