/** What the page modules of map, timeline and chart have in common: the living picture, rendered by itself. */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { levels } from 'virtual:basemap';
import story from 'virtual:story';
import { defaultScene } from '#hosts/embed/default-scene.ts';
import { stepScenes } from '#hosts/embed/embed-data.ts';
import { views, type Piece } from '#hosts/embed/pieces.ts';
import { within } from '#hosts/embed/scene-for.ts';
import { strings } from '#hosts/embed/strings.ts';
import type { ViewData, ViewProps } from '#hosts/embed/view-client.ts';
import { cardTexts } from '#hosts/story/card-texts.ts';
import type { Scene } from '#model/scene.ts';
import { NO_ACTIONS, NOTHING_LIT } from '#stage/actions.ts';
import type { StageData } from '#stage/stage-data.ts';
import { withoutMarkers } from '../markers.ts';
import { embedPage, embedStage, eventDays, sceneAttributes } from './common.ts';
import { embedRoot } from '../releases.ts';
import type { EmbedContext, EmbedPage } from './page.ts';

/** Stands for the living picture while the rest of the page is rendered. */
const LIVE = '\u0001live\u0001';

export interface ViewPageProps {
  piece: Piece;
  scene: Scene;
  root: string;
  liveHtml: string;
  label: string;
}

/** The page of a view; none where the story has nothing for it. */
export function* viewPage<Drawn>(
  view: 'map' | 'timeline' | 'chart',
  context: EmbedContext,
  {
    drawn: drawnOf,
    label,
    Live,
    page,
  }: {
    drawn: (stage: StageData) => Drawn | undefined;
    label: (drawn: Drawn) => string;
    Live: Component<ViewProps<Drawn>>;
    /** Renders the page around the picture. */
    page: (props: ViewPageProps, drawn: Drawn) => { body: string; head: string };
  },
): Iterable<EmbedPage> {
  const piece = views(story).find((one) => one.view === view);
  const drawn = drawnOf(embedStage(story, levels));
  if (!piece || drawn === undefined) return;
  const scene = defaultScene(story, view);
  const root = embedRoot(piece.path);
  const said = label(drawn);
  const live = render(Live, {
    props: {
      data: drawn,
      view: { scene, at: scene.at, lit: NOTHING_LIT, actions: NO_ACTIONS },
      label: said,
    },
  });
  const frame = page({ piece, scene, root, liveHtml: LIVE, label: said }, drawn);
  const { figures: _, ...texts } = cardTexts(story);
  const steps = stepScenes(story).map((step) =>
    // The chart has one period, and every step a date in it.
    view === 'chart'
      ? { ...step, scene: { ...step.scene, span: scene.span, at: within(step.scene.at, scene.span) } }
      : step,
  );
  const data: ViewData<Drawn> = {
    scene,
    steps: steps.map(({ id, title, scene: shown }) => ({ id, title, scene: shown })),
    drawn,
    texts: { ...texts, figures: {} },
    days: eventDays(story),
    label: said,
    root,
  };
  yield embedPage(story, piece, context, {
    attributes: sceneAttributes(scene),
    description: strings.leads[view],
    head: frame.head + live.head,
    body: withoutMarkers(frame.body).replace(LIVE, () => live.body),
    data,
  });
}
