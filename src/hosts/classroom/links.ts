/** Links of passages that were written for the story, on pages beside it. */
import type { Story } from '#model/story.ts';

/**
 * The passage with its links leading to the story's own pages: notes to the list of sources, marks, people and terms to
 * their entries under the story.
 * @param html from our own renderer: links are `href="#…"` or `href="./…"`
 * @param root from the page to the root of the site
 */
export function fromRoot(html: string, story: Pick<Story, 'notes'>, root: string): string {
  const sources = new Map(story.notes.map(({ number, source }) => [String(number), source]));
  return html
    .replaceAll(/href="#note-(\d+)"/g, (whole, number: string) => {
      const source = sources.get(number);
      return source === undefined ? whole : `href="${root}sources/#source-${source}"`;
    })
    .replaceAll(/href="#([^"]+)"/g, `href="${root}#$1"`)
    .replaceAll(/href="\.\/([^"]*)"/g, `href="${root}$1"`);
}

/** The passage without its links, for paper: nothing can be followed there. */
export function withoutLinks(html: string): string {
  return html.replaceAll(/<\/?a\b[^>]*>/g, '');
}
