/** The notes in groups, so that a reader of many finds those of a chapter, and none of the groups takes long to lay out. */
import type { Chapter, Note, Story } from '#model/story.ts';

export interface ChapterNotes {
  chapter: Chapter;
  /** Those that the chapter cites first, in the order of their numbers; at least one. */
  notes: Note[];
}

/** Every note stands under the chapter that cites it first; a chapter that cites nothing new is left out. */
export function notesByChapter({ chapters, notes }: Pick<Story, 'chapters' | 'notes'>): ChapterNotes[] {
  const home = new Map(chapters.flatMap((chapter) => chapter.steps.map(({ id }) => [id, chapter] as const)));
  return chapters
    .map((chapter) => ({
      chapter,
      notes: notes.filter(({ steps }) => steps[0] !== undefined && home.get(steps[0]) === chapter),
    }))
    .filter((group) => group.notes.length > 0);
}
