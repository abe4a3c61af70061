/** The sources as CSL-JSON, the format of citation processors (Zotero, Pandoc, citeproc). */
import type { Source, Story } from '#model/story.ts';
import { dateParts, lastDateParts } from './dates.ts';
import { licenceLine } from './licence.ts';
import { citedTitle } from './titles.ts';
import type { Download } from './types.ts';

export function sourcesCsl(story: Story): Download {
  const licence = licenceLine(story);
  return {
    path: 'data/sources.csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    title: 'Sources as CSL-JSON',
    describes:
      'Every source, for Zotero, Pandoc and other citation processors. The format has no place for a licence of ' +
      'the whole, so each entry has it under “custom”.',
    body: `${JSON.stringify(
      story.sources.map((source) => item(source, licence)),
      null,
      1,
    )}\n`,
  };
}

function item(source: Source, licence: string): object {
  const press = source.kind === 'press';
  return {
    id: source.id,
    type: press ? 'article-newspaper' : 'webpage',
    title: citedTitle(source),
    author: [{ literal: source.author ?? source.publisher }],
    ...(press ? { 'container-title': source.publisher } : { publisher: source.publisher }),
    issued: source.date && {
      'date-parts':
        source.date.precision === 'interval'
          ? [dateParts(source.date), lastDateParts(source.date)]
          : [dateParts(source.date)],
      ...(source.date.approximate ? { circa: true } : {}),
    },
    URL: source.url,
    language: source.language,
    custom: { grade: source.grade, seen: source.seen, kind: source.kind, licence },
  };
}
