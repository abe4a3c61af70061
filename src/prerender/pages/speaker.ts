/** `/present/speaker/`: the notes of every slide, and the speaker's window. */
import { render } from 'svelte/server';
import { levels } from 'virtual:basemap';
import story from 'virtual:story';
import SpeakerPage from '#hosts/present/speaker/SpeakerPage.svelte';
import { strings } from '#hosts/present/strings.ts';
import Stage from '#stage/Stage.svelte';
import { stageData } from '#stage/stage-data.ts';
import { headTags } from '../head/index.ts';
import { withoutMarkers } from '../markers.ts';
import type { PageContext, PageParts } from '../page.ts';

/** What scripts put on the page later: named here, its styles come with the page. */
export { default as live } from '#hosts/present/speaker/SpeakerDesk.svelte';

/** Stands for the stage while the rest of the page is rendered. */
const STAGE = '\u0001stage\u0001';

/** Renders the notes, with a stage set to the first step for the scripts to take over. */
export function page({ root, siteUrl }: PageContext): PageParts {
  const first = story.chapters[0]?.steps[0];
  const data = stageData(story, levels);
  const stage = first ? render(Stage, { props: { data, scene: first.scene } }) : { body: '', head: '' };
  const { body, head } = render(SpeakerPage, { props: { story, stageHtml: STAGE, root } });
  const { meta } = story;
  return {
    language: meta.language,
    direction: meta.direction,
    attributes: {},
    head:
      headTags({
        title: strings.speakerTitle,
        description: strings.speakerDescription,
        language: meta.language,
        siteName: meta.title,
        path: 'present/speaker/',
        root,
        siteUrl,
        // Answers are no answers any more where a search finds them.
        robots: 'noindex',
      }) +
      head +
      stage.head,
    body: withoutMarkers(body).replace(STAGE, () => stage.body),
  };
}
