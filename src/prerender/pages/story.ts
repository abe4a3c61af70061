/** `/`: the story. */
import { render } from 'svelte/server';
import { levels } from 'virtual:basemap';
import story from 'virtual:story';
import StoryPage from '#hosts/story/StoryPage.svelte';
import { civilDate } from '#model/dates.ts';
import Stage from '#stage/Stage.svelte';
import { stageData } from '#stage/stage-data.ts';
import { SITE_CARD } from '../cards/site-card.ts';
import { downloads } from '../downloads/index.ts';
import { articleData, datasetData, headTags } from '../head/index.ts';
import { withoutMarkers } from '../markers.ts';
import type { PageContext, PageParts } from '../page.ts';

/** Stands for the stage while the rest of the page is rendered. */
const STAGE = '\u0001stage\u0001';

/** Renders the whole story, with the stage set to its first step. */
export function page(context: PageContext): PageParts {
  const first = story.chapters[0]?.steps[0];
  const data = stageData(story, levels);
  const stage = first ? render(Stage, { props: { data, scene: first.scene } }) : { body: '', head: '' };
  const props = { story, stage: data, stageHtml: STAGE, root: context.root };
  const { body: frame, head } = render(StoryPage, { props });
  // Only the stage comes alive in the browser: elsewhere the renderer’s markers would be dead weight.
  const body = withoutMarkers(frame).replace(STAGE, () => stage.body);
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
        oembed: meta.title,
        jsonLd: [
          articleData(story, { siteUrl, card: { path: SITE_CARD, alt: meta.title } }),
          datasetData(story, files, { siteUrl, root }),
        ],
      }) +
      head +
      stage.head,
    body,
    inPieces: true,
  };
}
