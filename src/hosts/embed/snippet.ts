/** The HTML that a host pastes. It stands by itself: without our script the frame has its height, and a link below. */
import { writeOptions, type EmbedChoices } from './options.ts';
import { ARTICLE_WIDTH, type Piece } from './pieces.ts';
import { strings } from './strings.ts';

export const KINDS = ['plain', 'script', 'wordpress', 'image'] as const;
export type SnippetKind = (typeof KINDS)[number];

export interface SnippetContext {
  /** Absolute address of the site's root, with its slash at the end. */
  base: string;
  /** The story's title, for the line of credit. */
  credit: string;
  /** Folder of a frozen version, `v/1/`; empty for the version that goes on being corrected. */
  version?: string;
  /** The title of a step, for the text of its picture. */
  titleOf?: (step: string) => string | undefined;
}

/** Size of the pictures, px. */
export const PICTURE = { width: 1200, height: 675 } as const;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The frame's absolute address. */
export function embedAddress(
  piece: Piece,
  choices: EmbedChoices,
  { base, version = '' }: SnippetContext,
): string {
  return `${base}${version}${piece.path}${writeOptions(choices)}`;
}

/** Where the story tells of the piece: the step asked for, else its beginning. */
function storyAddress({ step }: EmbedChoices, { base }: SnippetContext): string {
  return step ? `${base}#${step}` : base;
}

/** A picture of the piece: of the step, where one is asked for. */
function pictureAddress(piece: Piece, { step }: EmbedChoices, { base }: SnippetContext): string {
  return `${base}${step && piece.view !== 'event' ? `pictures/steps/${step}` : piece.picture}.png`;
}

/** The frame alone, at its full height. */
export function frame(piece: Piece, choices: EmbedChoices, context: SnippetContext): string {
  const address = embedAddress(piece, choices, context);
  return `<iframe data-behind-schedule src="${escape(address)}" title="${escape(piece.title)}" width="${ARTICLE_WIDTH}" height="${piece.height}" loading="lazy" style="border:0;width:100%"></iframe>`;
}

const credit = (choices: EmbedChoices, context: SnippetContext): string =>
  `<figcaption><a href="${escape(storyAddress(choices, context))}">${escape(strings.credit(context.credit))}</a></figcaption>`;

const figure = (...lines: string[]): string =>
  ['<figure style="margin:1em 0">', ...lines.map((line) => `  ${line}`), '</figure>'].join('\n');

function picture(piece: Piece, choices: EmbedChoices, context: SnippetContext): string {
  const title = choices.step && piece.view !== 'event' ? context.titleOf?.(choices.step) : undefined;
  const alt = title === undefined ? piece.alt : strings.pictureOfStep(title, context.credit);
  return `<img src="${escape(pictureAddress(piece, choices, context))}" alt="${escape(alt)}" width="${PICTURE.width}" height="${PICTURE.height}" loading="lazy" style="max-width:100%;height:auto">`;
}

/**
 * The code to paste. `plain` is a frame in a figure; `script` the same as an element of our own, which shows the
 * picture until the script has come and the frame's height follows its contents; `wordpress` the address alone,
 * for a line of its own; `image` the picture with its credit.
 */
export function snippet(
  kind: SnippetKind,
  piece: Piece,
  choices: EmbedChoices,
  context: SnippetContext,
): string {
  switch (kind) {
    case 'plain':
      return figure(frame(piece, choices, context), credit(choices, context));
    case 'script': {
      const address = embedAddress(piece, choices, context);
      return [
        figure(
          `<behind-schedule src="${escape(address)}" title="${escape(piece.title)}" height="${piece.height}" style="display:block;min-height:${piece.height}px">`,
          `  <a href="${escape(storyAddress(choices, context))}">${picture(piece, choices, context)}</a>`,
          `</behind-schedule>`,
          credit(choices, context),
        ),
        `<script async src="${escape(context.base)}embed.js"></script>`,
      ].join('\n');
    }
    case 'wordpress':
      return embedAddress(piece, choices, context);
    case 'image':
      return figure(
        `<a href="${escape(storyAddress(choices, context))}">${picture(piece, choices, context)}</a>`,
        credit(choices, context),
      );
  }
}
