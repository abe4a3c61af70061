/** The oEmbed 1.0 answers: for the story, each step's share page, each view and each event's card. */
import type { Story } from '#model/story.ts';
import type { EmbedChoices } from '#hosts/embed/options.ts';
import { ARTICLE_WIDTH, pieces, type Piece } from '#hosts/embed/pieces.ts';
import { frame, PICTURE } from '#hosts/embed/snippet.ts';
import { escapeHtml } from '../head/html.ts';
import { sharePath } from '../head/share-page.ts';
import { stepPicture } from '../pictures/paths.ts';
import { oembedPath, type EmbeddablePage } from './link.ts';

/** Seconds a host may keep an answer: a day. */
const CACHE_AGE = 86_400;

export interface OembedFile {
  path: string;
  type: 'application/json';
  body: string;
}

/** A page, what is embedded for it, and how. */
interface Answer extends EmbeddablePage {
  piece: Piece;
  choices: EmbedChoices;
  /** Its picture from the root, without the ending. */
  picture: string;
  /** Where a reader is taken who cannot see the frame, from the root. */
  link: string;
}

/** All answers, with whole addresses. */
export function oembedFiles(story: Story, siteUrl: string): OembedFile[] {
  const { meta } = story;
  return answers(story).map(({ path, title, piece, choices, picture, link }) => {
    const address = `${siteUrl}/`;
    const named = { ...piece, title };
    // WordPress keeps a quotation and a frame of what it is given, and shows the quotation until the frame answers.
    const html =
      `<blockquote><a href="${escapeHtml(address + link)}">${escapeHtml(title)}</a></blockquote>` +
      frame(named, choices, { base: address, credit: meta.title });
    return {
      path: oembedPath(path),
      type: 'application/json',
      body: `${JSON.stringify({
        version: '1.0',
        type: 'rich',
        title,
        author_name: meta.authors,
        author_url: address,
        provider_name: meta.title,
        provider_url: address,
        cache_age: CACHE_AGE,
        html,
        width: ARTICLE_WIDTH,
        height: piece.height,
        thumbnail_url: `${address}${picture}.png`,
        thumbnail_width: PICTURE.width,
        thumbnail_height: PICTURE.height,
      })}\n`,
    };
  });
}

function answers(story: Story): Answer[] {
  const all = pieces(story);
  const whole = all.find(({ view }) => view === 'story');
  const plain = { choices: {}, link: '' };
  return [
    ...(whole
      ? [
          { ...plain, path: '', title: whole.title, piece: whole, picture: whole.picture },
          ...story.chapters
            .flatMap(({ steps }) => steps)
            .map((step) => ({
              path: sharePath(step.id),
              title: `${step.title}: ${story.meta.title}`,
              piece: whole,
              choices: { step: step.id },
              picture: stepPicture(step.id),
              link: `#${step.id}`,
            })),
        ]
      : []),
    ...all.map((piece) => ({
      ...plain,
      path: piece.path,
      title: piece.title,
      piece,
      picture: piece.picture,
    })),
  ];
}
