/**
 * What the content folder says, read straight from its files: the tests compare the page with it without going
 * through the compiler they test.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

export interface SceneText {
  at: string;
  span: string;
  camera: unknown;
  focus: string[];
  panel?: string;
}
export interface StepText {
  id: string;
  title: string;
  scene: SceneText;
  /** Source ids cited, in order of first citation. */
  cites: string[];
}
export interface ChapterText {
  id: string;
  title: string;
  /** A prologue has none. */
  number?: number;
  dates: string;
  summary: string;
  steps: StepText[];
}

export const CONTENT = resolve('content');

const read = (folder: string, path: string): string =>
  readFileSync(join(folder, path), 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');

/** A YAML file of the content folder. */
export function readYaml<T>(path: string, folder = CONTENT): T {
  return parse(read(folder, path)) as T;
}

/** All chapters in reading order. */
export function readChapters(folder = CONTENT): ChapterText[] {
  return readYaml<{ chapters: string[] }>('story.yaml', folder).chapters.map((id) => {
    const text = read(folder, `chapters/${id}.md`);
    const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
    const head = parse(front) as Omit<ChapterText, 'id' | 'steps'>;
    const steps = body.split(/^(?=## )/m).flatMap((part) => {
      const heading = /^## (.*?)\s*\{#([a-z0-9-]+)\}/.exec(part);
      const scene = /^```scene\n(.*?)^```/ms.exec(part);
      if (!heading || !scene) return [];
      // Notes for teachers are not on the page, and neither are the sources only they cite.
      const shown = part.replaceAll(/^> ?\[!TEACH[^\n]*\n(?:^>[^\n]*\n?)*/gm, '');
      const cites = [...shown.matchAll(/\[\^([a-z0-9-]+)\]/g)].map((match) => match[1] as string);
      return [
        {
          id: heading[2] as string,
          title: plain(heading[1] as string),
          scene: parse(scene[1] as string) as SceneText,
          cites: [...new Set(cites)],
        },
      ];
    });
    return { id, ...head, steps };
  });
}

interface SourceText {
  id: string;
  publisher: string;
  title: string;
  url?: string;
  quotes?: string[];
}

/** The first citation of the story whose source has an address and a quotation, and the step it stands in. */
export function quotedCitation(): { step: StepText; source: Required<SourceText> } {
  const { sources } = readYaml<{ sources: SourceText[] }>('sources.yaml');
  for (const step of readChapters().flatMap((chapter) => chapter.steps)) {
    for (const cite of step.cites) {
      const source = sources.find(({ id }) => id === cite);
      if (source?.url && source.quotes?.length) return { step, source: source as Required<SourceText> };
    }
  }
  throw new Error('no step cites a source with an address and a quotation');
}

/** The date cursor as the page shows it: the civil date as written, a month by its first day. */
export function civilAt(at: string): string {
  const day = at.slice(0, 10);
  return /^\d{4}-\d{2}$/.test(day) ? `${day}-01` : day;
}

/** Text without typographic differences that Markdown rendering may bring. */
export function plain(text: string): string {
  return text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\{[^{}|]*\|([^{}]*)\}/g, '$1')
    .replaceAll(/[*_`\\]/g, '')
    .replaceAll(/[“”"]/g, '"')
    .replaceAll(/[‘’'ʼ]/g, "'")
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
