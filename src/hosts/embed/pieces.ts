/** What can be embedded: the story, its views, and each event by itself. */
import type { Ref } from '#model/scene.ts';
import type { Story } from '#model/story.ts';
import { cardHeight } from './card-height.ts';
import { strings } from './strings.ts';

export type EmbedView = 'story' | 'map' | 'timeline' | 'chart' | 'event';

/** Facts about an embed that its snippet needs; plain JSON. */
export interface Piece {
  view: EmbedView;
  /** Of a card. */
  event?: Ref;
  /** From the root of the site: `embed/map/`. */
  path: string;
  /** Names the frame: what it is, and of which story. */
  title: string;
  /**
   * Height of the frame without scripts, CSS px: views have this height at every width; a card has it in an article
   * column of {@link ARTICLE_WIDTH} px.
   */
  height: number;
  /** Its picture from the root of the site, without the ending (`.png`, `.svg`). */
  picture: string;
  /** What is to be seen in the picture. */
  alt: string;
}

/** The column that oEmbed is answered for, CSS px. */
export const ARTICLE_WIDTH = 700;

/** CSS px; the style sheet of each view is made to them, and a test measures them. */
export const VIEW_HEIGHTS: Record<Exclude<EmbedView, 'event'>, number> = {
  story: 680,
  map: 560,
  timeline: 440,
  chart: 560,
};

/** The embeddable views of a story: those it has figures, places and dates for. */
export function views(story: Story): Piece[] {
  const { title } = story.meta;
  const has: Record<Exclude<EmbedView, 'event'>, boolean> = {
    story: true,
    map: true,
    timeline: true,
    chart: story.series.some(({ charted }) => charted),
  };
  return (Object.keys(VIEW_HEIGHTS) as Exclude<EmbedView, 'event'>[])
    .filter((view) => has[view])
    .map((view) => ({
      view,
      path: `embed/${view}/`,
      title: view === 'story' ? title : `${strings.views[view]}: ${title}`,
      height: VIEW_HEIGHTS[view],
      picture: `pictures/${view}`,
      alt: strings.pictureOf(view, title),
    }));
}

/** A card for each event. */
export function cards(story: Story): Piece[] {
  return story.events.map((event) => ({
    view: 'event',
    event: event.id,
    path: `embed/event/${event.id}/`,
    title: `${event.title}: ${story.meta.title}`,
    height: cardHeight(story, event),
    picture: `pictures/events/${event.id}`,
    alt: `${event.title}. ${event.what}`,
  }));
}

/** Everything there is to embed. */
export const pieces = (story: Story): Piece[] => [...views(story), ...cards(story)];
