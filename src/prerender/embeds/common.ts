/** What the page modules of the embeds share. */
import { civilDate, DAY_MS } from '#model/dates.ts';
import type { Ref, Scene } from '#model/scene.ts';
import type { Story } from '#model/story.ts';
import { PICTURE } from '#hosts/embed/snippet.ts';
import type { Piece } from '#hosts/embed/pieces.ts';
import type { EventDays } from '#hosts/embed/scene-for.ts';
import type { MapLevel } from '#stage/map/map-data.ts';
import { stageData, type StageData } from '#stage/stage-data.ts';
import { headTags } from '../head/index.ts';
import { embedRoot } from '../releases.ts';
import type { EmbedContext, EmbedPage } from './page.ts';

/** What an embed's views need. The line under them credits the map. */
export function embedStage(story: Story, levels: readonly MapLevel[]): StageData {
  const data = stageData(story, levels);
  return { ...data, map: { ...data.map, creditBeside: true } };
}

/** UTC days on which events began. */
export function eventDays(story: Story): EventDays {
  return Object.fromEntries(
    story.events.map(({ id, date }): [Ref, number] => [
      id,
      Math.floor((date.start + date.offset * 60_000) / DAY_MS),
    ]),
  );
}

/** Attributes of `<html>` that say what is shown. */
export function sceneAttributes({ at, camera }: Scene, step?: string): Record<string, string> {
  return {
    'data-at': civilDate(at.ms, at.offset),
    ...(step !== undefined && { 'data-step': step }),
    'data-camera': typeof camera === 'string' ? camera : 'free',
  };
}

/** A page of a piece, with its metadata: not for search engines, which should show the story. */
export function embedPage(
  story: Story,
  piece: Piece,
  { siteUrl }: EmbedContext,
  page: Pick<EmbedPage, 'attributes' | 'body' | 'data'> & {
    head?: string;
    description: string;
    canonical?: string;
  },
): EmbedPage {
  const { meta } = story;
  return {
    path: piece.path,
    language: meta.language,
    direction: meta.direction,
    attributes: page.attributes,
    head:
      headTags({
        title: piece.title,
        description: page.description,
        language: meta.language,
        siteName: meta.title,
        path: piece.path,
        canonicalPath: page.canonical ?? '',
        root: embedRoot(piece.path),
        siteUrl,
        robots: 'noindex',
        oembed: piece.title,
        card: { path: `${piece.picture}.png`, alt: piece.alt, height: PICTURE.height },
      }) + (page.head ?? ''),
    body: page.body,
    data: page.data,
  };
}
