/** Citations away from the story's page, where the numbered notes are not: they name the source's publisher. */
import type { ContentFolder } from '../files/folder.ts';
import { attributes, escapeHtml } from '../markdown/html.ts';

/** The HTML of one citation, by the source's id. */
export type SourceNamer = (id: string) => string;

export function sourceNamer({ lists }: ContentFolder): SourceNamer {
  const publishers = new Map(lists.sources.map(({ value }) => [value.id, value.publisher]));
  return (id) =>
    ` <cite${attributes({ class: 'said-by', 'data-source': id })}>(${escapeHtml(publishers.get(id) ?? id)})</cite>`;
}
