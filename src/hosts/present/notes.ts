/** The teacher's side of each slide, `data/lesson.json`: fetched by the speaker's window, and on a wall only to reveal. */
import type { PathSlide, Teach } from '#model/lesson.ts';
import type { Story } from '#model/story.ts';
import { kicker } from '../story/kicker.ts';
import { activities, slideId } from './deck.ts';

/** HTML of our own renderer's throughout, but for titles. */
export interface SlideNotes {
  /** The day and the place, in words. */
  kicker?: string;
  title: string;
  /** What stands on the wall. */
  lines: string[];
  point?: string;
  ask?: string;
  answer?: string;
  answerKind?: Teach['answerKind'];
  misunderstanding?: string;
  /** Labelled notes of polls and sources. */
  notes?: { label: string; html: string }[];
}

export type LessonNotes = Record<string, SlideNotes>;

/** Relative to the site's root. */
export const NOTES_DATA = 'data/lesson.json';

/** What the four questions to a source are called, and a poll's note. */
export interface NoteLabels {
  who: string;
  when: string;
  forWhom: string;
  missing: string;
  poll: string;
}

/** Scheme links lead nowhere here: the words stay, and what lights up on the stage keeps its hook. */
export function plainLinks(html: string): string {
  return html
    .replace(/<a class="(?:term|actor)[^>]*>(.*?)<\/a>/g, '$1')
    .replace(/<a class="ref[^"]*"([^>]*) href="#[^"]*">(.*?)<\/a>/g, '<span class="ref"$1>$2</span>')
    .replace(/<a [^>]*href="#[^"]*"[^>]*>(.*?)<\/a>/g, '$1');
}

const teachNotes = (teach: Teach | undefined): Partial<SlideNotes> =>
  teach
    ? {
        ...(teach.point !== undefined && { point: plainLinks(teach.point) }),
        ask: plainLinks(teach.ask),
        answer: plainLinks(teach.answer),
        answerKind: teach.answerKind,
        ...(teach.misunderstanding !== undefined && { misunderstanding: plainLinks(teach.misunderstanding) }),
      }
    : {};

function activityNotes(slide: PathSlide, story: Story, labels: NoteLabels): SlideNotes | undefined {
  const steps = story.chapters.flatMap((chapter) => chapter.steps);
  if (slide.kind === 'pause') {
    const step = steps.find(({ id }) => id === slide.step);
    return step && { title: step.title, lines: [], ...teachNotes(step.teach) };
  }
  if (slide.kind === 'poll') {
    const poll = story.classroom?.polls.find(({ id }) => id === slide.poll);
    return (
      poll && {
        title: poll.question,
        lines: poll.options,
        notes: [{ label: labels.poll, html: plainLinks(poll.note) }],
      }
    );
  }
  if (slide.kind === 'analysis') {
    const analysis = story.classroom?.analyses.find(({ id }) => id === slide.analysis);
    return (
      analysis && {
        title: analysis.title,
        lines: [],
        notes: (['who', 'when', 'forWhom', 'missing'] as const).map((key) => ({
          label: labels[key],
          html: plainLinks(analysis[key]),
        })),
      }
    );
  }
  return undefined;
}

export function lessonNotes(story: Story, labels: NoteLabels): LessonNotes {
  const notes: LessonNotes = {};
  for (const { steps } of story.chapters) {
    for (const step of steps) {
      const { text, place } = kicker(step, story);
      notes[step.id] = {
        kicker: place ? `${text} · ${place}` : text,
        title: step.title,
        lines: step.wall.map(plainLinks),
        ...teachNotes(step.teach),
      };
    }
  }
  for (const slide of activities(story)) {
    const found = activityNotes(slide, story, labels);
    if (found) notes[slideId(slide)] = found;
  }
  return notes;
}
