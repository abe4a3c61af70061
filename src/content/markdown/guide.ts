/** Takes classroom/guide.md apart: a section for each `## Heading {#id}`. */
import type { Token } from 'marked';
import type { TextFile } from '../files/text.ts';
import { lex } from './lexer.ts';
import { Located } from './located.ts';

export interface SectionSource {
  id: string;
  heading: Located;
  tokens: Token[];
  /** The text the tokens were lexed from. */
  prose: Located;
}

export function parseGuide(
  { text }: TextFile,
  report: (offset: number, message: string) => void,
): SectionSource[] {
  const body = Located.of(text, 0);
  const sections: SectionSource[] = [];
  const taken = new Set<string>();
  let section: SectionSource | undefined;
  let from = 0;
  let cursor = 0;
  let early = false;
  const close = (end: number): void => {
    if (!section) return;
    section.prose = body.slice(from, end);
    if (section.tokens.every(({ type }) => type === 'space')) {
      report(section.heading.at(0), 'this section is empty');
    }
  };
  for (const token of lex(text)) {
    const start = body.find(token.raw, cursor);
    cursor = start + token.raw.length;
    if (token.type === 'heading' && token['depth'] === 2 && token.raw.startsWith('#')) {
      close(start);
      section = openSection(body.slice(start, cursor), taken, report);
      sections.push(section);
      from = cursor;
    } else if (section) {
      section.tokens.push(token);
    } else if (token.type !== 'space' && !early) {
      early = true;
      report(body.at(start), 'words stand before the first section; a section starts with ## Heading {#id}');
    }
  }
  close(text.length);
  if (sections.length === 0 && !early)
    report(0, 'the guide is empty; a section starts with ## Heading {#id}');
  return sections;
}

function openSection(
  heading: Located,
  taken: Set<string>,
  report: (offset: number, message: string) => void,
): SectionSource {
  const line = heading.text.replace(/\s+$/, '');
  const match = /^(##[ \t]+)(.*?)[ \t]*\{#([^{}]*)\}$/.exec(line);
  const [, marks = '', title = '', id = ''] = match ?? [];
  if (!match) {
    report(heading.at(0), 'a section’s heading ends with its id: ## Heading {#section-id}');
  } else {
    const idAt = heading.at(line.lastIndexOf('{#') + 2);
    if (title === '') report(heading.at(0), 'the heading has no words');
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
      report(idAt, `the id “${id}” must be lower-case letters, digits and single hyphens`);
    } else if (taken.has(id)) {
      report(idAt, `the section id “${id}” is taken already`);
    }
    taken.add(id);
  }
  return {
    id,
    heading: match ? heading.slice(marks.length, marks.length + title.length) : heading.slice(3),
    tokens: [],
    prose: heading.slice(0, 0),
  };
}
