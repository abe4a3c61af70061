/** All pictures that the build makes: a card for the site, one for each step, and the icons. */
import { civilDate } from '#model/dates.ts';
import type { Scene } from '#model/scene.ts';
import type { Story } from '#model/story.ts';
import type { Basemap } from './basemap.ts';
import type { Card } from './card.ts';
import { cardFonts, type CardFonts } from './fonts.ts';
import { iconFiles } from './icons.ts';
import { mapPicture, siteScene } from './map-picture.ts';
import { CACHE_DIR, renderCard } from './render.ts';
import { sharePicture, shareOn } from './share-picture.ts';
import { SITE_CARD, siteCard, stepCard, stepCardPath } from './site-card.ts';

export interface PictureFile {
  /** From the root of the site. */
  path: string;
  type: 'image/png';
  body: Uint8Array;
}

/** resvg draws on threads of its own; more than this would only wait for each other on small machines. */
const AT_ONCE = 2;

/** Draws every picture, or takes it from the cache, a few at a time. */
export async function* pictureFiles(
  story: Story,
  basemap: Basemap,
  { cacheDir = CACHE_DIR }: { cacheDir?: string } = {},
): AsyncIterable<PictureFile> {
  const cards = allCards(story, basemap, await cardFonts(cacheDir));
  for (let first = 0; first < cards.length; first += AT_ONCE) {
    yield* await Promise.all(
      cards.slice(first, first + AT_ONCE).map(async ({ path, card }) => ({
        path,
        type: 'image/png' as const,
        body: await renderCard(card(), { cacheDir }),
      })),
    );
  }
  for (const { path, body } of await iconFiles({ cacheDir })) yield { path, type: 'image/png', body };
}

/** Each card with its path; laid out when its turn comes. */
function allCards(story: Story, basemap: Basemap, fonts: CardFonts): { path: string; card: () => Card }[] {
  const whole = siteScene(story);
  const sitePicture =
    whole && ((): string => mapPicture({ story, scene: whole, basemap, fonts, whole: true }));
  return [
    { path: SITE_CARD, card: () => siteCard(story, sitePicture?.()) },
    ...story.chapters.flatMap((chapter) =>
      chapter.steps.map((step) => ({
        path: stepCardPath(step.id),
        card: () => stepCard(story, chapter, step, picture(story, step.scene, basemap, fonts)),
      })),
    ),
  ];
}

/** A step about the chart shows the last announced share, where there is one; every other step its map. */
function picture(story: Story, scene: Scene, basemap: Basemap, fonts: CardFonts): string {
  const { ms, offset } = scene.at;
  const share = scene.panel === 'chart' ? shareOn(story, civilDate(ms, offset)) : undefined;
  return share ? sharePicture(share, fonts) : mapPicture({ story, scene, basemap, fonts });
}
