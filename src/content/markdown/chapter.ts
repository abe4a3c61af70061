/** Takes a chapter file apart: front matter, and a step for each `## Heading {#id}` with its scene and prose. */
import type { Token, Tokens } from 'marked';
import type { TextFile } from '../files/text.ts';
import { validate } from '../files/validate.ts';
import { parseYaml, type YamlData } from '../files/yaml.ts';
import type { ContentProblem } from '../problem.ts';
import { frontMatter, scene, type FrontMatter, type SceneSpec } from '../schema/index.ts';
import { lex } from './lexer.ts';
import { Located } from './located.ts';

export interface StepSource {
  id: string;
  heading: Located;
  /** Where the heading starts in the file. */
  offset: number;
  /** Empty when the scene is there but faulty. */
  scene?: { value?: SceneSpec; yaml?: YamlData };
  tokens: Token[];
  /** The text the tokens were lexed from. */
  prose: Located;
}

export interface ChapterSource {
  id: string;
  file: TextFile;
  front?: { value: FrontMatter; yaml: YamlData };
  steps: StepSource[];
  /** False when the file is so broken that its steps are not known. */
  complete: boolean;
}

const MAX_HEADING_WORDS = 6;

/** @param id the file's name without `.md`. */
export function parseChapter(id: string, file: TextFile, problems: ContentProblem[]): ChapterSource {
  const chapter: ChapterSource = { id, file, steps: [], complete: true };
  const report = (offset: number, message: string): void => {
    problems.push({ file: file.name, ...file.placeOf(offset), message });
  };
  const bodyStart = parseFront(chapter, report, problems);
  if (bodyStart === undefined) {
    chapter.complete = false;
    return chapter;
  }

  const body = Located.of(file.text.slice(bodyStart), bodyStart);
  let cursor = 0;
  let step: StepSource | undefined;
  let stepFrom = 0;
  let early = bodyStart === 0;
  const close = (end: number): void => {
    if (step) step.prose = body.slice(stepFrom, end);
  };
  for (const token of lex(body.text)) {
    const start = body.find(token.raw, cursor);
    cursor = start + token.raw.length;
    if (token.type === 'heading' && token['depth'] === 2 && token.raw.startsWith('#')) {
      close(start);
      step = openStep(body.slice(start, cursor), report);
      stepFrom = cursor;
      chapter.steps.push(step);
    } else if (token.type === 'code' && isScene(token as Tokens.Code)) {
      readScene(step, file, body.at(start), token as Tokens.Code, report, problems);
      // The scene is not prose; what follows it is.
      if (step && step.tokens.every(({ type }) => type === 'space')) {
        step.tokens = [];
        stepFrom = cursor;
      }
    } else if (step) {
      step.tokens.push(token);
    } else if (token.type !== 'space' && !early) {
      early = true;
      report(body.at(start), 'prose stands before the first step; a step starts with ## Heading {#id}');
    }
  }
  close(body.text.length);
  if (chapter.steps.length === 0)
    report(bodyStart, 'the chapter has no step; a step starts with ## Heading {#id}');
  return chapter;
}

/** @returns where the body starts, or undefined if that cannot be known. */
function parseFront(
  chapter: ChapterSource,
  report: (offset: number, message: string) => void,
  problems: ContentProblem[],
): number | undefined {
  const { file } = chapter;
  if (!/^---[^\S\n]*\n/.test(file.text)) {
    report(0, 'the chapter must begin with its front matter, between two lines ---');
    return 0;
  }
  const start = file.text.indexOf('\n') + 1;
  const end = /^---[^\S\n]*$/m.exec(file.text.slice(start));
  if (!end) {
    report(0, 'the front matter that begins here is never closed by a second line ---');
    return undefined;
  }
  const yaml = parseYaml({ file, start, end: start + end.index });
  problems.push(...yaml.problems);
  if (yaml.problems.length === 0) {
    const value = validate(frontMatter, yaml, problems);
    if (value) {
      chapter.front = { value, yaml };
    }
  }
  return start + end.index + end[0].length;
}

function openStep(heading: Located, report: (offset: number, message: string) => void): StepSource {
  const line = heading.text.replace(/\s+$/, '');
  const match = /^(##[ \t]+)(.*?)[ \t]*\{#([^{}]*)\}$/.exec(line);
  const offset = heading.at(0);
  const step: StepSource = {
    id: '',
    heading: heading.slice(3),
    offset,
    tokens: [],
    prose: heading.slice(0, 0),
  };
  if (!match) {
    report(offset, 'a step’s heading ends with its id: ## Heading {#step-id}');
    return step;
  }
  const [, marks = '', title = '', id = ''] = match;
  const idAt = heading.at(line.lastIndexOf('{#') + 2);
  step.heading = heading.slice(marks.length, marks.length + title.length);
  step.id = id;
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
    report(idAt, `the id “${id}” must be lower-case letters, digits and single hyphens`);
  } else if (/^(?:note|cite)-\d/.test(id)) {
    report(idAt, `ids such as “${id}” belong to the notes; choose another`);
  }
  if (title === '') report(offset, 'the heading has no words');
  const words = title
    .replace(/\{[^{}|]*\|?([^{}]*)\}/g, '$1')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length > MAX_HEADING_WORDS) {
    report(heading.at(marks.length), `the heading has ${words.length} words; at most six fit`);
  }
  return step;
}

const isScene = (token: Tokens.Code): boolean => /^\s*scene\b/.test(token.lang ?? '');

function readScene(
  step: StepSource | undefined,
  file: TextFile,
  start: number,
  token: Tokens.Code,
  report: (offset: number, message: string) => void,
  problems: ContentProblem[],
): void {
  const { raw } = token;
  const from = raw.indexOf('\n') + 1;
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(raw)?.[1] as string;
  const closed = new RegExp(`\\n {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*\\n*$`).exec(raw);
  const inner = closed ? raw.slice(from, closed.index + 1) : raw.slice(from);
  // An unclosed fence swallows all up to the next one, which closes it in its stead.
  if (!closed || from === 0 || /^(?:```|##[ \t])/m.test(inner)) {
    report(start, 'this ```scene is never closed; its last line is ```');
    if (step) step.scene ??= {};
    return;
  }
  if (!step) {
    report(start, 'a scene stands after a step’s heading');
    return;
  }
  if (step.scene || step.tokens.some(({ type }) => type !== 'space')) {
    report(start, 'the scene stands once, right after the step’s heading');
    return;
  }
  const yaml = parseYaml({ file, start: start + from, end: start + from + inner.length });
  problems.push(...yaml.problems);
  if (yaml.problems.length > 0) {
    step.scene = {};
    return;
  }
  const value = validate(scene, yaml, problems);
  step.scene = value ? { value, yaml } : {};
}
