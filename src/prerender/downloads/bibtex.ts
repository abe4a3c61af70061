/** The sources for LaTeX and reference managers. */
import type { Source, Story } from '#model/story.ts';
import { dateParts } from './dates.ts';
import { licenceLine, QUOTATIONS } from './licence.ts';
import { citedTitle } from './titles.ts';
import type { Download } from './types.ts';

export function sourcesBib(story: Story): Download {
  const head = [
    `% ${story.meta.title}: sources`,
    `% Licence: ${licenceLine(story)}`,
    `% ${QUOTATIONS}`,
    `% Updated ${story.meta.updated}. UTF-8. Keys are the ids used in the other files.`,
  ]
    // BibTeX has no comment sign: it skips everything up to the next at sign, which must not be in here.
    .map((line) => line.replaceAll('@', ' at '))
    .join('\n');
  return {
    path: 'data/sources.bib',
    type: 'application/x-bibtex',
    title: 'Sources as BibTeX',
    describes: 'Every source, for LaTeX, JabRef, Zotero and others.',
    body: `${head}\n\n${story.sources.map(entry).join('\n\n')}\n`,
  };
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `@misc`, the one type that every BibTeX style knows and that fits pages, releases and letters alike. */
function entry(source: Source): string {
  const [year, month, day] = source.date ? dateParts(source.date) : [];
  const fields: [string, string | undefined][] = [
    // The second pair of braces keeps names of bodies whole, and the capitals of titles.
    ['author', `{{${escape(source.author ?? source.publisher)}}}`],
    ['title', `{{${escape(citedTitle(source))}}}`],
    ['howpublished', `{${escape(source.publisher)}}`],
    ['year', year && `{${year}}`],
    ['month', month && MONTHS[month - 1]],
    ['day', day && `{${day}}`],
    ['url', source.url && `{${verbatim(source.url)}}`],
    ['language', `{${escape(languageName(source.language))}}`],
    ['note', `{${escape(remarks(source).join(' '))}}`],
  ].filter((field): field is [string, string] => Boolean(field[1]));
  const lines = fields.map(([name, value]) => `  ${name} = ${value}`);
  return `@misc{${source.id},\n${lines.join(',\n')}\n}`;
}

function remarks(source: Source): string[] {
  return [
    ...(source.descriptive ? ['The title is a description.'] : []),
    ...(source.seen === 'copy' ? ['Read as a reproduction.'] : []),
    `Grade ${source.grade}.`,
  ];
}

const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** LaTeX's own characters made plain; everything else stays UTF-8. */
export function escape(text: string): string {
  return text.replace(/[\\~^]|[&%$#_{}]/g, (sign) => SPECIAL[sign] ?? `\\${sign}`);
}

/** Addresses are taken as they are, but for signs that would end the field. */
function verbatim(url: string): string {
  return url.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('\\', '%5C');
}

function languageName(code: string): string {
  return (new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code).toLowerCase();
}
