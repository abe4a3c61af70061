/** Chapters and steps: prose to HTML, scenes checked, citations numbered through the whole story. */
import type { Scene } from '#model/scene.ts';
import type { Chapter, Note, Step } from '#model/story.ts';
import type { Known } from '../check/known.ts';
import type { ContentFolder } from '../files/folder.ts';
import type { BindingData } from '../markdown/bindings.ts';
import type { ChapterSource, StepSource } from '../markdown/chapter.ts';
import { attributes, escapeHtml } from '../markdown/html.ts';
import type { Located } from '../markdown/located.ts';
import { Notes } from '../markdown/notes.ts';
import type { RenderContext } from '../markdown/inline.ts';
import { renderBlocks, renderInlineLine, renderLine } from '../markdown/render.ts';
import type { ContentProblem } from '../problem.ts';
import { nearest, suggest } from '../suggest.ts';
import { renderPosition } from './positions.ts';
import { sourceNamer, type SourceNamer } from './said-by.ts';
import { compileScene } from './scene.ts';
import { compileTeach } from './teach.ts';
import { compileWall } from './wall.ts';

const EMPTY_SCENE: Scene = {
  at: { ms: 0, offset: 0 },
  span: [0, 1],
  camera: '',
  focus: [],
  filter: { threads: [], actors: [], places: [], text: '' },
  panel: 'map',
};

/** The boxes of a step, each `> [!NAME …]`. */
const BOXES = ['POSITIONS', 'WALL', 'TEACH'];

export interface Compiled {
  chapters: Chapter[];
  notes: Note[];
}

export function compileChapters(
  sources: readonly ChapterSource[],
  content: ContentFolder,
  known: Known,
  data: BindingData,
  problems: ContentProblem[],
): Compiled {
  const compiler = new ChapterCompiler(content, known, data, problems);
  const chapters = sources.map((source) => compiler.chapter(source));
  return { chapters, notes: compiler.notes.list() };
}

class ChapterCompiler {
  readonly notes = new Notes();
  private readonly content: ContentFolder;
  private readonly known: Known;
  private readonly data: BindingData;
  private readonly problems: ContentProblem[];
  private readonly actorNames: ReadonlyMap<string, string>;
  private readonly namer: SourceNamer;
  /** Positions shown so far, and the step that shows each. */
  private readonly shown = new Map<string, string>();

  constructor(content: ContentFolder, known: Known, data: BindingData, problems: ContentProblem[]) {
    this.content = content;
    this.known = known;
    this.data = data;
    this.problems = problems;
    this.actorNames = new Map(content.lists.actors.map(({ value }) => [value.id, value.name]));
    this.namer = sourceNamer(content);
  }

  chapter(source: ChapterSource): Chapter {
    const { front, id } = source;
    const context = this.lineContext(source);
    const chapter: Chapter = {
      id,
      title: front ? renderLine(front.yaml.locate(['title']), context) : '',
      dates: front?.value.dates ?? '',
      summary: front ? renderLine(front.yaml.locate(['summary']), context) : '',
      still: front
        ? compileScene(front.value.still, front.yaml, ['still'], this.known, this.problems)
        : EMPTY_SCENE,
      steps: [],
    };
    if (front?.value.number !== undefined) chapter.number = front.value.number;
    const plain = this.plain(source);
    if (plain !== undefined) chapter.plain = plain;
    chapter.steps = source.steps.map((step) => this.step(source, step));
    return chapter;
  }

  /** The chapter in plain words; a story that is taught has them for every chapter. */
  private plain(source: ChapterSource): string | undefined {
    if (!source.front) return undefined;
    const { yaml, value } = source.front;
    const report = (path: readonly string[], message: string): void =>
      void this.problems.push({ file: yaml.name, ...yaml.placeOf(path), message });
    if (value.plain === undefined) {
      if (this.content.hasClassroom) {
        report([], '“plain” is missing; where there is a folder classroom/, every chapter has plain words');
      }
      return undefined;
    }
    const context: RenderContext = {
      ...this.lineContext(source),
      cite: (_, offset) => {
        this.reporter(source)(offset, '“plain” has no citations; the steps cite');
        return '';
      },
    };
    const { html, text } = renderInlineLine(yaml.locate(['plain']), context, '“plain”');
    const segmenter = new Intl.Segmenter(this.data.language, { granularity: 'sentence' });
    const count = [...segmenter.segment(text)].filter(({ segment }) => /\p{L}/u.test(segment)).length;
    if (text !== '' && (count < 2 || count > 4)) {
      const has = count === 1 ? 'one sentence' : `${count} sentences`;
      report(['plain'], `“plain” has ${has}; write two to four short ones`);
    }
    return html;
  }

  private reporter(source: ChapterSource): RenderContext['problem'] {
    const { file } = source;
    return (offset, message, hint = {}) => {
      const problem: ContentProblem = { file: file.name, ...file.placeOf(offset), message };
      if (hint.suggestion !== undefined) problem.suggestion = hint.suggestion;
      this.problems.push(problem);
    };
  }

  /** For headings and front matter: no citations there. */
  private lineContext(source: ChapterSource): RenderContext {
    return { known: this.known, data: this.data, problem: this.reporter(source), cite: () => '' };
  }

  private step(source: ChapterSource, from: StepSource): Step {
    const problem = this.reporter(source);
    const cites: string[] = [];
    const step: Step = {
      id: from.id,
      title: renderLine(from.heading, this.lineContext(source)),
      chapter: source.id,
      scene: EMPTY_SCENE,
      html: '',
      text: '',
      cites,
      positions: [],
      wall: [],
    };
    if (!from.scene)
      problem(from.offset, `the step “${from.id}” has no scene; write a \`\`\`scene block after its heading`);
    else if (from.scene.value && from.scene.yaml) {
      step.scene = compileScene(from.scene.value, from.scene.yaml, [], this.known, this.problems);
    }
    const cite = (id: string): string => {
      if (!cites.includes(id)) cites.push(id);
      return this.citation(id, step.id);
    };
    // A faulty box is told once, not as a missing one besides.
    let hasWall = false;
    const plainContext = { known: this.known, data: this.data, problem };
    const context: RenderContext = {
      ...plainContext,
      cite,
      directive: (name, argument, body, at) => {
        switch (name) {
          case 'POSITIONS':
            return this.position(argument, body, at, step, cite, problem);
          case 'WALL':
            if (hasWall) problem(at.at(0), `the step “${step.id}” has lines for the wall already`);
            else step.wall = compileWall(argument, body, at, plainContext);
            hasWall = true;
            return '';
          case 'TEACH':
            if (step.teach) problem(at.at(0), `the step “${step.id}” has notes for teachers already`);
            else step.teach = compileTeach(argument, body, at, plainContext, this.namer);
            return '';
          default: {
            problem(
              at.at(0),
              `unknown box “[!${name}]”; write [!POSITIONS id], [!WALL] or [!TEACH minutes=4]`,
              suggest(name, BOXES),
            );
            // It may have been meant for the wall.
            hasWall ||= nearest(name, ['WALL']) !== undefined;
            return '';
          }
        }
      },
    };
    const { html, text } = renderBlocks(from.tokens, from.prose, context);
    step.html = html;
    step.text = text;
    if (text === '') problem(from.offset, `the step “${from.id}” has no prose`);
    else if (cites.length === 0) {
      problem(
        from.offset,
        `the step “${from.id}” cites no source; every step cites at least one: [^source-id]`,
      );
    }
    if (!hasWall) {
      problem(
        from.offset,
        `the step “${from.id}” has no lines for the wall; write a box > [!WALL] below its prose`,
      );
    }
    return step;
  }

  private citation(source: string, step: string): string {
    const number = this.notes.cite(source, step);
    const link = attributes({ class: 'cite', role: 'doc-noteref', href: `#note-${number}` });
    return (
      `<sup class="cites"><a${link}><span class="visually-hidden">${escapeHtml(this.data.strings.note)} </span>` +
      `${number}</a></sup>`
    );
  }

  private position(
    id: string,
    body: Located,
    at: Located,
    step: Step,
    cite: (id: string) => string,
    problem: RenderContext['problem'],
  ): string {
    const idAt = at.at(at.find(id, 3));
    if (body.text.trim() !== '') {
      problem(
        body.at(body.text.search(/\S/)),
        '[!POSITIONS id] stands alone in its quote; prose goes below it, after an empty line',
      );
    }
    if (id === '') {
      problem(at.at(0), 'write which position: [!POSITIONS position-id]');
      return '';
    }
    const fault = this.known.fault(['position'], id);
    if (fault) {
      problem(idAt, fault.message, fault);
      return '';
    }
    const before = this.shown.get(id);
    if (before !== undefined) problem(idAt, `the position “${id}” is shown already, in the step “${before}”`);
    this.shown.set(id, step.id);
    step.positions.push(id);
    const found = this.content.lists.positions.find(({ value }) => value.id === id);
    if (!found) return '';
    return renderPosition(found.value, {
      name: (holder) => this.actorNames.get(holder) ?? holder,
      cite,
      strings: this.data.strings,
      language: this.data.language,
    });
  }
}
