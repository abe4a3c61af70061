/** `/sources/`: every source, how numbers were counted, corrections, downloads. */
import { render } from 'svelte/server';
import story from 'virtual:story';
import SourcesShell from '#hosts/sources/SourcesShell.svelte';
import { strings } from '#hosts/sources/strings.ts';
import { SITE_CARD } from '../cards/site-card.ts';
import { downloads, summarise } from '../downloads/index.ts';
import { headTags } from '../head/index.ts';
import { withoutMarkers } from '../markers.ts';
import type { PageContext, PageParts } from '../page.ts';

/** Renders the sources page. */
export function page({ root, siteUrl }: PageContext): PageParts {
  const { meta } = story;
  const { body, head } = render(SourcesShell, {
    props: { story, root, downloads: summarise(downloads(story)), report: story.report },
  });
  return {
    language: meta.language,
    direction: meta.direction,
    attributes: {},
    head:
      headTags({
        title: strings.title,
        description: strings.description,
        language: meta.language,
        siteName: meta.title,
        path: 'sources/',
        root,
        siteUrl,
        card: { path: SITE_CARD, alt: `${meta.title}: ${meta.dek}` },
      }) + head,
    body: withoutMarkers(body),
  };
}
