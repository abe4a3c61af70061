/**
 * What a class is taught with: notes for each step, paths through the steps with pauses, polls and sources to look
 * into, the guide and the quiz. Plain data, part of the compiled story. HTML is our own renderer's, from checked
 * Markdown. What is marked “for the teacher” never reaches the wall or a student's sheet.
 */

/** For the teacher: what to do with one step. */
export interface Teach {
  /** Planned for the step, whole minutes. */
  minutes: number;
  /** What to point at on the stage; HTML. */
  point?: string;
  /** The question to the class, which may stand on the wall; HTML. */
  ask: string;
  /** The answer, or the evidence for several; HTML. Kept back until it is revealed. */
  answer: string;
  /** What `answer` is: one answer, or evidence that allows of more than one. */
  answerKind: 'answer' | 'evidence';
  /** A common misunderstanding; HTML. */
  misunderstanding?: string;
  /** Ids of sources that the notes name. */
  sources: string[];
}

/** A way through the story that fits a lesson: steps in reading order, with activities between them. */
export interface LessonPath {
  id: string;
  title: string;
  /** One sentence: for which lesson it is. */
  summary: string;
  /** The sum of its slides', whole minutes; the content check holds it. */
  minutes: number;
  slides: PathSlide[];
}

export type PathSlide =
  | { kind: 'step'; step: string; minutes: number }
  /** The question of a step, for the class to think, talk in pairs, and share; each in seconds. */
  | { kind: 'pause'; step: string; minutes: number; think: number; pair: number; share: number }
  | { kind: 'poll'; poll: string; minutes: number }
  | { kind: 'analysis'; analysis: string; minutes: number };

/** A show of hands, or of cards A to D: no right answer is announced by the count. */
export interface Poll {
  id: string;
  question: string;
  /** Two to four, plain text. */
  options: string[];
  /** For the teacher: what to make of the count; HTML. */
  note: string;
  sources: string[];
}

/** A source put on the wall to be looked into: who made it, when, for whom, and what does it not say. */
export interface SourceAnalysis {
  id: string;
  /** The id of the source; its publisher, title and date are shown with the excerpt. */
  source: string;
  title: string;
  /** Verbatim, one of the source's quotes. */
  excerpt: string;
  /** The step it belongs to. */
  step: string;
  /** For the teacher; HTML each. */
  who: string;
  when: string;
  forWhom: string;
  missing: string;
}

interface QuizBase {
  id: string;
  /** HTML. */
  question: string;
  /** Shown with the verdict; HTML. */
  why: string;
  /** Ids; at least one. */
  sources: string[];
  /** The step that tells it. */
  step: string;
}

export type QuizItem =
  /** One right option of three or four. */
  | (QuizBase & { kind: 'choice'; options: { html: string; right: boolean }[] })
  /** Events in order of time: the right order is that of their dates. */
  | (QuizBase & { kind: 'order'; events: string[] })
  /** Which of these points on the map is it? `options` are ids of places with coordinates, `answer` among them. */
  | (QuizBase & { kind: 'place'; camera: string; options: string[]; answer: string })
  /** Who said it? `options` are ids of actors, `answer` among them; `quote` is verbatim from `quoted`, a source. */
  | (QuizBase & { kind: 'who'; quote: string; quoted: string; options: string[]; answer: string });

/** One part of the teacher's guide. */
export interface GuideSection {
  id: string;
  title: string;
  html: string;
}

/** The folder `classroom/` of a story's content. */
export interface Classroom {
  guide: GuideSection[];
  paths: LessonPath[];
  polls: Poll[];
  analyses: SourceAnalysis[];
  quiz: QuizItem[];
}
