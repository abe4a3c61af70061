/**
 * The page behind a step's share link, `s/<step-id>/`. Social networks show its card; people are taken on to the
 * step at once, by a refresh that needs no script, with a link in view where refreshes are switched off.
 */
import type { Chapter, Step, Story } from '#model/story.ts';
import { stepCardAlt, stepCardPath } from '../cards/site-card.ts';
import { headTags, type CardImage } from './head.ts';
import { clip, escapeHtml, tag } from './html.ts';
import { plainPage } from './plain-page.ts';

/** From the root of the site, without a leading slash. */
export function sharePath(stepId: string): string {
  return `s/${stepId}/`;
}

export function sharePage(
  story: Story,
  chapter: Chapter,
  step: Step,
  site: { siteUrl?: string | undefined; card?: CardImage | undefined },
): string {
  const { meta } = story;
  const root = '../../';
  const target = `${root}#${step.id}`;
  const head = headTags({
    title: step.title,
    description: clip(step.text, 200),
    language: meta.language,
    siteName: meta.title,
    path: sharePath(step.id),
    canonicalPath: `#${step.id}`,
    root,
    siteUrl: site.siteUrl,
    type: 'article',
    card: site.card,
    oembed: step.title,
    // The step is part of the story; search engines should show the story.
    robots: 'noindex',
  });
  const refresh = tag('meta', { 'http-equiv': 'refresh', content: `0; url=${target}` });
  const where = [chapter.title, chapter.dates].map(escapeHtml).join(' · ');
  return plainPage({
    language: meta.language,
    direction: meta.direction,
    head: `${refresh}\n${head}`,
    main: [
      `<p class="kicker">${where}</p>`,
      `<h1>${escapeHtml(step.title)}</h1>`,
      `<p>${escapeHtml(clip(step.text, 200))}</p>`,
      `<p><a href="${escapeHtml(target)}">${SHARE_STRINGS.goOn}</a></p>`,
      `<p class="foot">${escapeHtml(meta.title)}: ${escapeHtml(meta.dek)}</p>`,
    ].join('\n'),
  });
}

/** The share pages of all steps, each with its own card. */
export function sharePages(
  story: Story,
  site: { siteUrl?: string | undefined },
): { path: string; type: string; body: string }[] {
  return story.chapters.flatMap((chapter) =>
    chapter.steps.map((step) => {
      const card = { path: stepCardPath(step.id), alt: stepCardAlt(story, chapter, step) };
      const body = sharePage(story, chapter, step, { ...site, card });
      return { path: `${sharePath(step.id)}index.html`, type: 'text/html', body };
    }),
  );
}

const SHARE_STRINGS = { goOn: 'Go to this step of the story' } as const;
