/** The text of a step as an embed needs it: its links lead out of the frame, to the story’s own pages. */
import type { Story } from '#model/story.ts';

const OUT = 'target="_blank" rel="noopener"';

/**
 * @param html from our own renderer: links are `href="#…"` or `href="./…"`
 * @param root from the embed to the root of the site
 */
export function outward(html: string, story: Story, root: string): string {
  const sources = new Map(story.notes.map(({ number, source }) => [String(number), source]));
  return (
    html
      // One level up: here no chapter stands between the title and a step.
      .replaceAll(/<(\/?)h4\b/g, '<$1h3')
      .replaceAll(/href="#note-(\d+)"/g, (whole, number: string) => {
        const source = sources.get(number);
        return source === undefined ? whole : `href="${root}sources/#source-${source}" ${OUT}`;
      })
      .replaceAll(/href="#((?:actor|term|event|place|voyage)-[^"]*)"/g, `href="${root}#$1" ${OUT}`)
      .replaceAll(/href="\.\/([^"]*)"/g, `href="${root}$1" ${OUT}`)
  );
}
