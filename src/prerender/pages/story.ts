/** `/`: the story. */
import { render } from 'svelte/server';
import { levels } from 'virtual:basemap';
import story from 'virtual:story';
import StoryPage from '#hosts/story/StoryPage.svelte';
import { civilDate } from '#model/dates.ts';
import { SITE_CARD } from '../cards/site-card.ts';
import { downloads } from '../downloads/index.ts';
import { articleData, datasetData, headTags } from '../head/index.ts';
import type { PageContext, PageParts } from '../page.ts';

/** Renders the whole story, with the stage set to its first step. */
export function page(context: PageContext): PageParts {
  const { body, head } = render(StoryPage, { props: { story, levels, root: context.root } });
  const first = story.chapters[0]?.steps[0];
  const attributes: Record<string, string> = {};
  if (first) {
    const { at, camera } = first.scene;
    attributes['data-at'] = civilDate(at.ms, at.offset);
    attributes['data-step'] = first.id;
    attributes['data-camera'] = typeof camera === 'string' ? camera : 'free';
  }
  const { meta } = story;
  const { root, siteUrl } = context;
  const files = downloads(story).filter((file) => file.columns);
  return {
    language: meta.language,
    direction: meta.direction,
    attributes,
    head:
      headTags({
        title: meta.title,
        description: meta.description,
        language: meta.language,
        siteName: meta.title,
        path: '',
        root,
        siteUrl,
        type: 'article',
        card: { path: SITE_CARD, alt: `${meta.title}: ${meta.dek}` },
        jsonLd: [
          articleData(story, { siteUrl, card: { path: SITE_CARD, alt: meta.title } }),
          datasetData(story, files, { siteUrl, root }),
        ],
      }) + head,
    body,
  };
}
