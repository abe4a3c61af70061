/** What nothing refers to: no mistake, but worth a look. */
import type { Chapter } from '#model/story.ts';
import { problemIn, type ContentFolder } from '../files/folder.ts';
import type { ContentProblem } from '../problem.ts';

/** Positions that no step shows, and terms that no step explains. */
export function findUnused(content: ContentFolder, chapters: readonly Chapter[]): ContentProblem[] {
  const steps = chapters.flatMap((chapter) => chapter.steps);
  const shown = new Set(steps.flatMap((step) => step.positions));
  const disputed = new Set(
    [...content.lists.events, ...content.lists.movements, ...content.lists.deadlines].flatMap(
      ({ value }) => value.disputed,
    ),
  );
  const html = steps.map((step) => `${step.html}${step.teach?.ask ?? ''}`).join('');
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
