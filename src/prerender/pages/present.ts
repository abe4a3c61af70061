/** `/present/`: the story as slides. */
import { render } from 'svelte/server';
import { levels } from 'virtual:basemap';
import story from 'virtual:story';
import PresentPage from '#hosts/present/PresentPage.svelte';
import { strings } from '#hosts/present/strings.ts';
import { civilDate } from '#model/dates.ts';
import Stage from '#stage/Stage.svelte';
import { stageData } from '#stage/stage-data.ts';
import { SITE_CARD } from '../cards/site-card.ts';
import { headTags } from '../head/index.ts';
import { withoutMarkers } from '../markers.ts';
import type { PageContext, PageParts } from '../page.ts';

/** What scripts put on the page later: named here, its styles come with the page. */
export { default as live } from '#hosts/present/live/Desk.svelte';
export { default as tally } from '#hosts/present/live/PollTally.svelte';

/** Stands for the stage while the rest of the page is rendered. */
const STAGE = '\u0001stage\u0001';

/** Renders every slide, with the stage set to the first step. */
export function page({ root, siteUrl }: PageContext): PageParts {
  const first = story.chapters[0]?.steps[0];
  const data = stageData(story, levels);
  const stage = first ? render(Stage, { props: { data, scene: first.scene } }) : { body: '', head: '' };
  const { body, head } = render(PresentPage, { props: { story, stageHtml: STAGE, root } });
  const attributes: Record<string, string> = { class: 'present' };
  if (first) {
    const { at, camera } = first.scene;
    attributes['data-at'] = civilDate(at.ms, at.offset);
    attributes['data-camera'] = typeof camera === 'string' ? camera : 'free';
  }
  const { meta } = story;
  return {
    language: meta.language,
    direction: meta.direction,
    attributes,
    head:
      headTags({
        title: strings.title,
        description: strings.description,
        language: meta.language,
        siteName: meta.title,
        path: 'present/',
        root,
        siteUrl,
        card: { path: SITE_CARD, alt: `${meta.title}: ${meta.dek}` },
      }) +
      head +
      stage.head,
    body: withoutMarkers(body).replace(STAGE, () => stage.body),
  };
}
