/** The licence line that every download carries, and what it does not cover. */
import type { Story } from '#model/story.ts';

/** Said wherever words of others are in a file. */
export const QUOTATIONS =
  'Quotations and the titles of sources belong to their owners and are not under this licence.';

/** “CC BY 4.0, https://…” and how to credit it. */
export function licenceLine(story: Story): string {
  const { licence, title, authors } = story.meta;
  // A story may be signed with its own name; once is enough.
  const credit = [...new Set([title, authors])].join(', ');
  return `${licence.text} (${licence.textUrl}). Credit: ${credit}.`;
}

/** Members that stand at the top of every JSON file of ours. */
export function jsonHeader(story: Story): {
  title: string;
  updated: string;
  licence: string;
  rights: string;
} {
  return {
    title: story.meta.title,
    updated: story.meta.updated,
    licence: licenceLine(story),
    rights: QUOTATIONS,
  };
}
