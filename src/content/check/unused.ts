/** What nothing refers to: no mistake, but worth a look. */
import type { Classroom } from '#model/lesson.ts';
import type { Chapter } from '#model/story.ts';
import { problemIn, type ContentFolder } from '../files/folder.ts';
import type { ContentProblem } from '../problem.ts';

/** Positions that no step shows, and terms that neither a step nor the guide explains. */
export function findUnused(
  content: ContentFolder,
  chapters: readonly Chapter[],
  classroom: Classroom | undefined,
): ContentProblem[] {
  const steps = chapters.flatMap((chapter) => chapter.steps);
  const shown = new Set(steps.flatMap((step) => step.positions));
  const disputed = new Set(
    [...content.lists.events, ...content.lists.movements, ...content.lists.deadlines].flatMap(
      ({ value }) => value.disputed,
    ),
  );
  const html = steps
    .flatMap(({ html, wall, teach }) => [
      ...[html, ...wall],
      ...[teach?.point, teach?.ask, teach?.answer, teach?.misunderstanding],
    ])
    .concat(classroom?.guide.map((section) => section.html) ?? [])
    .join('');
  const linked = new Set([...html.matchAll(/data-term="([^"]*)"/g)].map((match) => match[1] as string));
  return [
    ...content.lists.positions
      .filter(({ value }) => !shown.has(value.id) && !disputed.has(value.id))
      .map((entry) => problemIn(entry, ['id'], `no step and no mark shows the position “${entry.value.id}”`)),
    ...content.lists.terms
      .filter(({ value }) => !linked.has(value.id))
      .map((entry) => problemIn(entry, ['id'], `no step links the term “${entry.value.id}”`)),
  ];
}
