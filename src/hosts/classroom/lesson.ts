/** Paths through the story as a teacher plans with them. Pure. */
import type { Classroom, LessonPath, PathSlide } from '#model/lesson.ts';
import type { Chapter, Step, Story } from '#model/story.ts';
import { fileSize } from '../sources/listing.ts';
import { strings } from './strings.ts';

/** One line of a path's table. */
export interface PathRow {
  kind: PathSlide['kind'];
  /** What the class does: a step's title, a question, a source's. Plain text, except for pauses: HTML. */
  what: string;
  html: boolean;
  /** The step to look at, if the slide has one. */
  step?: string;
  /** Seconds to think, to talk in pairs, to share. */
  seconds?: readonly [think: number, pair: number, share: number];
  minutes: number;
  /** Minutes from the beginning of the lesson to the end of the slide. */
  until: number;
}

/** All steps of a story by id. */
export function stepsById(story: Pick<Story, 'chapters'>): Map<string, Step> {
  return new Map(story.chapters.flatMap(({ steps }) => steps.map((step) => [step.id, step] as const)));
}

/** The slides of a path with a running total of minutes. */
export function pathRows(path: LessonPath, story: Story): PathRow[] {
  const steps = stepsById(story);
  let until = 0;
  return path.slides.map((slide) => {
    until += slide.minutes;
    return { ...rowOf(slide, steps, story.classroom), minutes: slide.minutes, until };
  });
}

function rowOf(
  slide: PathSlide,
  steps: Map<string, Step>,
  classroom: Classroom | undefined,
): Omit<PathRow, 'minutes' | 'until'> {
  switch (slide.kind) {
    case 'step':
      return {
        kind: 'step',
        what: steps.get(slide.step)?.title ?? slide.step,
        html: false,
        step: slide.step,
      };
    case 'pause': {
      const ask = steps.get(slide.step)?.teach?.ask ?? '';
      const { think, pair, share } = slide;
      return { kind: 'pause', what: ask, html: true, step: slide.step, seconds: [think, pair, share] };
    }
    case 'poll': {
      const poll = classroom?.polls.find(({ id }) => id === slide.poll);
      return { kind: 'poll', what: poll?.question ?? slide.poll, html: false };
    }
    case 'analysis': {
      const analysis = classroom?.analyses.find(({ id }) => id === slide.analysis);
      return {
        kind: 'analysis',
        what: analysis?.title ?? slide.analysis,
        html: false,
        ...(analysis && { step: analysis.step }),
      };
    }
  }
}

/** Minutes of the lesson that the printed sheets are for. */
const LESSON = 45;

/** The path that the printed sheets follow: the one nearest to a lesson of 45 minutes. */
export function lessonPath(paths: readonly LessonPath[]): LessonPath | undefined {
  const off = ({ minutes }: LessonPath): number => Math.abs(minutes - LESSON);
  return paths.toSorted((a, b) => off(a) - off(b))[0];
}

/** A question that the notes of a step put, with the number it has on every sheet. */
export interface Question {
  number: number;
  step: Step;
  chapter: Chapter;
  /** It is part of the lesson that the handout follows. */
  inLesson: boolean;
}

/**
 * Every question of the notes once: first those of the path, in its order, then the others in reading order. The
 * numbers run through, so that a number means the same question on the handout and in the key.
 */
export function questions(story: Story, path: LessonPath | undefined): Question[] {
  const all = story.chapters.flatMap((chapter) =>
    chapter.steps.filter(({ teach }) => teach).map((step) => ({ step, chapter })),
  );
  const order = pathSteps(path);
  const inPath = order.flatMap((id) => all.find(({ step }) => step.id === id) ?? []);
  const others = all.filter(({ step }) => !order.includes(step.id));
  return [
    ...inPath.map((question) => ({ ...question, inLesson: true })),
    ...others.map((question) => ({ ...question, inLesson: false })),
  ].map((question, index) => ({ ...question, number: index + 1 }));
}

/** Ids of the steps that a path visits or pauses at, each once, in its order. */
export function pathSteps(path: LessonPath | undefined): string[] {
  return [...new Set(path?.slides.flatMap((slide) => ('step' in slide ? [slide.step] : [])) ?? [])];
}

/** The polls a path takes, in its order. */
export function pathPolls(classroom: Classroom, path: LessonPath | undefined): Classroom['polls'] {
  const ids = path?.slides.flatMap((slide) => (slide.kind === 'poll' ? [slide.poll] : [])) ?? [];
  return ids.flatMap((id) => classroom.polls.find((poll) => poll.id === id) ?? []);
}

/**
 * The sources that students look into on paper. One that the quiz quotes too is left to the teacher: it says who made
 * it, and that is what the quiz asks.
 */
export function handoutAnalyses({ analyses, quiz }: Classroom): Classroom['analyses'] {
  const quoted = new Set(quiz.flatMap((item) => (item.kind === 'who' ? [item.quoted] : [])));
  return analyses.filter(({ source }) => !quoted.has(source));
}

/** Id of the guide's section that begins with the question of the whole story. */
const QUESTION = 'question';

/** The question of the whole story, which the handout begins with: the guide's, or what the story's second title says. */
export function compellingQuestion({ meta, classroom }: Pick<Story, 'meta' | 'classroom'>): string {
  const html = classroom?.guide.find(({ id }) => id === QUESTION)?.html ?? '';
  const [, first] = /<p>(.*?)<\/p>/s.exec(html) ?? [];
  return first === undefined ? meta.dek : plainText(first);
}

/** The words of a passage of our own renderer. */
function plainText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Another's words in quotation marks, unless they bring their own. */
export function inQuotes(words: string): string {
  return /^[“"«]/.test(words) ? words : `“${words}”`;
}

/** “1 min 30 s”, “60 s”. */
export function secondsWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts = [minutes > 0 && strings.min(minutes), rest > 0 && strings.s(rest)];
  return parts.filter(Boolean).join(' ') || strings.s(0);
}

/** A, B, C … for the options of a question. */
export function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

/** “3.4 MB”, “52 kB”: thousands of bytes, as file managers count. */
export function sizeWords(bytes: number): string {
  return bytes < 1e6 ? fileSize(bytes) : `${(bytes / 1e6).toFixed(1)} MB`;
}
