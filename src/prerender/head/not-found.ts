/**
 * `404.html`. Hosts send it for any missing address at any depth, so it can use nothing that is relative to where
 * it stands: styles are inline, there is no icon and no script.
 *
 * With `SITE_URL` its link leads to the story from anywhere. Without, the folder the site stands in is unknown to
 * a page that may not run scripts, and the one address that means the same at every depth is `/`, the start of
 * the host. That is the story itself unless the site stands in a sub-folder; the text says what to do then.
 */
import type { Story } from '#model/story.ts';
import { escapeHtml, tag } from './html.ts';
import { plainPage } from './plain-page.ts';

export function notFoundPage(story: Story, site: { siteUrl?: string | undefined }): string {
  const { meta } = story;
  const title = escapeHtml(meta.title);
  const ways = site.siteUrl
    ? [
        `<p><a href="${escapeHtml(site.siteUrl)}/">${STRINGS.toStory}</a></p>`,
        `<p><a href="${escapeHtml(site.siteUrl)}/sources/">${STRINGS.toSources}</a></p>`,
      ]
    : [`<p><a href="/">${STRINGS.toStart}</a></p>`, `<p>${STRINGS.subFolder}</p>`];
  return plainPage({
    language: meta.language,
    direction: meta.direction,
    head: [
      `<title>${STRINGS.title} · ${title}</title>`,
      tag('meta', { name: 'robots', content: 'noindex' }),
    ].join('\n'),
    main: [
      `<p class="kicker">${title}</p>`,
      `<h1>${STRINGS.title}</h1>`,
      `<p>${STRINGS.what}</p>`,
      ...ways,
    ].join('\n'),
  });
}

const STRINGS = {
  title: 'There is no page here',
  what: 'The address may be mistyped, or the page may have moved. Every step of the story keeps its link.',
  toStory: 'Go to the story',
  toSources: 'Go to the sources and data',
  toStart: 'Go to the start of this site',
  subFolder:
    'If the story stands in a folder of this site, shorten the address in your browser until only that folder is left.',
} as const;
