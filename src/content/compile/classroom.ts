/** The folder `classroom/`: the guide, the paths, the polls and sources to look into, and the quiz. */
import type { Classroom, GuideSection, LessonPath, Poll, QuizItem, SourceAnalysis } from '#model/lesson.ts';
import type { Known } from '../check/known.ts';
import type { ContentFolder, Entry } from '../files/folder.ts';
import type { Path } from '../files/yaml.ts';
import type { BindingData } from '../markdown/bindings.ts';
import { parseGuide } from '../markdown/guide.ts';
import type { RenderContext } from '../markdown/inline.ts';
import { renderBlocks, renderInlineLine, renderLine } from '../markdown/render.ts';
import type { ContentProblem } from '../problem.ts';
import type { EntryOf } from '../schema/index.ts';
import { sourceNamer, type SourceNamer } from './said-by.ts';

/** A poll's option stands on a card and beside its count. As printed. */
const MAX_OPTION = 60;

/** @returns undefined where the story has no such folder. */
export function compileClassroom(
  content: ContentFolder,
  known: Known,
  data: BindingData,
  problems: ContentProblem[],
): Classroom | undefined {
  if (!content.hasClassroom) return undefined;
  const { paths, polls, analyses, quiz } = content.lists;
  const compiler = new ClassroomCompiler(content, known, data, problems);
  return {
    guide: compiler.guide(),
    paths: paths.map((entry) => compiler.path(entry)),
    polls: polls.map((entry) => compiler.poll(entry)),
    analyses: analyses.map((entry) => compiler.analysis(entry)),
    quiz: quiz.map((entry) => compiler.question(entry)),
  };
}

class ClassroomCompiler {
  private readonly content: ContentFolder;
  private readonly known: Known;
  private readonly data: BindingData;
  private readonly problems: ContentProblem[];
  private readonly namer: SourceNamer;

  constructor(content: ContentFolder, known: Known, data: BindingData, problems: ContentProblem[]) {
    this.content = content;
    this.known = known;
    this.data = data;
    this.problems = problems;
    this.namer = sourceNamer(content);
  }

  guide(): GuideSection[] {
    const { guide } = this.content;
    if (!guide) return [];
    const problem = this.reporter(guide.name, guide.placeOf);
    const context = this.context(problem, this.namer);
    return parseGuide(guide, problem).map(({ id, heading, tokens, prose }) => ({
      id,
      title: renderLine(heading, context),
      html: renderBlocks(tokens, prose, context).html,
    }));
  }

  path(entry: Entry<EntryOf<'paths'>>): LessonPath {
    const { id, minutes, slides } = entry.value;
    return {
      id,
      title: this.words(entry, ['title'], 'a title'),
      summary: this.words(entry, ['summary'], 'a summary'),
      minutes,
      slides: slides.map((slide) => {
        if ('step' in slide) return { kind: 'step', ...slide };
        if ('poll' in slide) return { kind: 'poll', ...slide };
        if ('analysis' in slide) return { kind: 'analysis', ...slide };
        const { pause, ...times } = slide;
        return { kind: 'pause', step: pause, ...times };
      }),
    };
  }

  poll(entry: Entry<EntryOf<'polls'>>): Poll {
    const { id, options, sources } = entry.value;
    const { html, cites } = this.notes(entry, ['note'], 'a note');
    return {
      id,
      question: this.words(entry, ['question'], 'a poll’s question'),
      options: options.map((_, i) => {
        const text = this.words(entry, ['options', i], 'a poll’s option');
        const { length } = [...text];
        if (length > MAX_OPTION) {
          this.report(
            entry,
            ['options', i],
            `the option has ${length} characters; at most ${MAX_OPTION} fit`,
          );
        }
        return text;
      }),
      note: html,
      sources: [...new Set([...sources, ...cites])],
    };
  }

  analysis(entry: Entry<EntryOf<'analyses'>>): SourceAnalysis {
    const { id, source, excerpt, step } = entry.value;
    const notes = (key: string): string => this.notes(entry, [key], `“${key}”`).html;
    return {
      id,
      source,
      title: this.words(entry, ['title'], 'a title'),
      excerpt,
      step,
      who: notes('who'),
      when: notes('when'),
      forWhom: notes('forWhom'),
      missing: notes('missing'),
    };
  }

  question(entry: Entry<EntryOf<'quiz'>>): QuizItem {
    const item = entry.value;
    const base = {
      id: item.id,
      question: this.line(entry, ['question'], 'a question'),
      why: this.line(entry, ['why'], '“why”'),
      sources: item.sources,
      step: item.step,
    };
    switch (item.kind) {
      case 'choice': {
        const options = item.options.map((option, i) => ({
          html: this.line(entry, ['options', i], 'an option'),
          right: option === item.right,
        }));
        return { ...base, kind: item.kind, options };
      }
      case 'order':
        return { ...base, kind: item.kind, events: item.events };
      case 'place': {
        const { kind, camera, options, right } = item;
        return { ...base, kind, camera, options, answer: right };
      }
      case 'who': {
        const { kind, quote, quoted, options, right } = item;
        return { ...base, kind, quote, quoted, options, answer: right };
      }
    }
  }

  private report(entry: Entry<unknown>, sub: Path, message: string): void {
    const { yaml, path } = entry;
    this.problems.push({ file: yaml.name, ...yaml.placeOf([...path, ...sub]), message });
  }

  private reporter(
    file: string,
    placeOf: (offset: number) => { line: number; column: number },
  ): RenderContext['problem'] {
    return (offset, message, { suggestion } = {}) => {
      const hint = suggestion === undefined ? {} : { suggestion };
      this.problems.push({ file, ...placeOf(offset), message, ...hint });
    };
  }

  private context(problem: RenderContext['problem'], cite: RenderContext['cite']): RenderContext {
    return { known: this.known, data: this.data, problem, cite };
  }

  private contextOf({ yaml }: Entry<unknown>, cite: RenderContext['cite'] = () => ''): RenderContext {
    return this.context(this.reporter(yaml.name, yaml.placeAt), cite);
  }

  /** Plain words, with bindings printed. */
  private words(entry: Entry<unknown>, sub: Path, what: string): string {
    return renderLine(entry.yaml.locate([...entry.path, ...sub]), this.contextOf(entry), what);
  }

  /** A line of HTML that a student may see; its sources are listed with it. */
  private line(entry: Entry<unknown>, sub: Path, what: string): string {
    const context = this.contextOf(entry, (_, offset) => {
      context.problem(offset, `${what} has no citations; list the source under “sources”`);
      return '';
    });
    return renderInlineLine(entry.yaml.locate([...entry.path, ...sub]), context, what).html;
  }

  /** A line of HTML for the teacher, which names its sources itself. */
  private notes(entry: Entry<unknown>, sub: Path, what: string): { html: string; cites: string[] } {
    const cites: string[] = [];
    const context = this.contextOf(entry, (id) => {
      cites.push(id);
      return this.namer(id);
    });
    const { html } = renderInlineLine(entry.yaml.locate([...entry.path, ...sub]), context, what);
    return { html, cites };
  }
}
