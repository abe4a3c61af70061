/** `/embed/story/`. */
import { render } from 'svelte/server';
import { levels } from 'virtual:basemap';
import story from 'virtual:story';
import { stepScenes } from '#hosts/embed/embed-data.ts';
import { views } from '#hosts/embed/pieces.ts';
import { entryTexts, sourceTexts, type StoryEmbedData } from '#hosts/embed/story/story-data.ts';
import StoryEmbedPage from '#hosts/embed/story/StoryEmbedPage.svelte';
import { cardTexts } from '#hosts/story/card-texts.ts';
import { sceneTexts } from '#hosts/story/scene-text.ts';
import Stage from '#stage/Stage.svelte';
import { withoutMarkers } from '../markers.ts';
import { embedPage, embedStage, sceneAttributes } from './common.ts';
import { embedRoot } from '../releases.ts';
import type { EmbedContext, EmbedPage } from './page.ts';

/** Stands for the stage while the rest of the page is rendered. */
const LIVE = '\u0001live\u0001';

export function* pages(context: EmbedContext): Iterable<EmbedPage> {
  const piece = views(story).find(({ view }) => view === 'story');
  const first = story.chapters[0]?.steps[0];
  if (!piece || !first) return;
  const stage = embedStage(story, levels);
  const root = embedRoot(piece.path);
  const live = render(Stage, { props: { data: stage, scene: first.scene } });
  const frame = render(StoryEmbedPage, { props: { story, piece, stage, root, liveHtml: LIVE } });
  const data: StoryEmbedData = {
    scene: first.scene,
    steps: stepScenes(story),
    stage,
    texts: cardTexts(story),
    scenes: sceneTexts(story, stage),
    sources: sourceTexts(story),
    entries: entryTexts(story),
    root,
  };
  yield embedPage(story, piece, context, {
    attributes: sceneAttributes(first.scene, first.id),
    description: story.meta.description,
    head: frame.head + live.head,
    body: withoutMarkers(frame.body).replace(LIVE, () => live.body),
    data,
  });
}
