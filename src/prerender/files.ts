/** Everything in `dist/` that is no page of its own host: downloads, cards, share pages, and what crawlers read. */
import markup, { levels } from 'virtual:basemap';
import story from 'virtual:story';
import { stageData } from '#stage/stage-data.ts';
import { DIALOG_DATA, dialogData } from '#hosts/embed/dialog/dialog-data.ts';
import { deckData, DECK_DATA } from '#hosts/present/deck.ts';
import { lessonNotes, NOTES_DATA } from '#hosts/present/notes.ts';
import { strings as presentStrings } from '#hosts/present/strings.ts';
import { cardTexts } from '#hosts/story/card-texts.ts';
import { pageData } from '#hosts/story/page-data.ts';
import { sceneTexts } from '#hosts/story/scene-text.ts';
import { pictureFiles, stepCardAlt, stepCardPath } from './cards/index.ts';
import { downloads } from './downloads/index.ts';
import { oembedFiles } from './oembed/files.ts';
import { staticPictures } from './pictures/index.ts';
import { readIndex, releasesFolder } from './releases.ts';
import { manifest, notFoundPage, robots, sharePage, sharePath, sitemap } from './head/index.ts';

const CLASSROOM_PAGES = ['classroom/', 'classroom/handout/', 'classroom/key/'];

export interface SiteFile {
  /** Relative to the site's root. */
  path: string;
  /** Media type. */
  type: string;
  body: string | Uint8Array;
  /** The pages' scripts read it (`loadJson`): where pages are kept, so must it be. */
  forPages?: boolean;
}

/** The files for readers' and editors' use of the data: cheap to make, so the development server has them too. */
export function* dataFiles(): Iterable<SiteFile> {
  for (const { path, type, body } of downloads(story))
    yield { path, type, body, forPages: path === 'data/quotes.json' };
  const json = (path: string, data: unknown, forPages = true): SiteFile => ({
    path,
    type: 'application/json',
    body: JSON.stringify(data),
    forPages,
  });
  yield json('data/cards.json', cardTexts(story));
  yield json(
    DIALOG_DATA,
    dialogData(
      story,
      readIndex(releasesFolder()).map(({ number }) => number),
    ),
    // Embedding needs the host.
    false,
  );
  const stage = stageData(story, levels);
  yield json('data/stage.json', pageData(story, stage));
  yield json('data/scenes.json', sceneTexts(story, stage));
  yield json(DECK_DATA, deckData(story, presentStrings.whole));
  yield json(NOTES_DATA, lessonNotes(story, presentStrings.noteLabels));
}

export interface FilesContext {
  siteUrl?: string;
  /** The style sheets of everything that this module imports. */
  styles: string;
}

/** Yields all files one by one, so that pictures need not all be in memory at once. */
export async function* files({ siteUrl, styles }: FilesContext): AsyncIterable<SiteFile> {
  yield* dataFiles();

  for (const chapter of story.chapters) {
    for (const step of chapter.steps) {
      const card = { path: stepCardPath(step.id), alt: stepCardAlt(story, chapter, step) };
      yield {
        path: `${sharePath(step.id)}index.html`,
        type: 'text/html',
        body: sharePage(story, chapter, step, { siteUrl, card }),
      };
    }
  }
  const basemap = { markup, levels };
  yield* pictureFiles(story, basemap);
  yield* staticPictures({ story, data: stageData(story, levels), basemap, styles, siteUrl });

  yield { path: 'manifest.webmanifest', type: 'application/manifest+json', body: manifest(story) };
  yield { path: '404.html', type: 'text/html', body: notFoundPage(story, { siteUrl }) };
  yield { path: 'robots.txt', type: 'text/plain', body: robots(siteUrl) };
  if (siteUrl) {
    yield* oembedFiles(story, siteUrl);
    const updated = story.meta.updated;
    yield {
      path: 'sitemap.xml',
      type: 'application/xml',
      body: sitemap(siteUrl, [
        { path: '', updated },
        { path: 'sources/', updated },
        { path: 'present/', updated },
        ...(story.classroom ? CLASSROOM_PAGES.map((path) => ({ path, updated })) : []),
      ]),
    };
  }
}
