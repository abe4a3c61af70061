/** Which sources a sheet names, for its list. Pure. */
import type { Source, Story } from '#model/story.ts';
import type { GuessData } from '#stage/guess/guess-data.ts';
import { handoutAnalyses, lessonPath, questions } from './lesson.ts';

/** Ids of the sources that a passage of our own renderer names: `data-source="…"`. */
export function namedIn(html: string): string[] {
  return [...html.matchAll(/data-source="([^"]+)"/g)].map(([, id]) => id as string);
}

/** The sources of these ids, each once, by publisher and then by date, undated ones last. */
export function sourceList(story: Pick<Story, 'sources' | 'meta'>, ids: Iterable<string>): Source[] {
  const wanted = new Set(ids);
  const { compare } = new Intl.Collator(story.meta.language);
  const from = ({ date }: Source): number => date?.start ?? Infinity;
  return story.sources
    .filter(({ id }) => wanted.has(id))
    .toSorted(
      (a, b) =>
        compare(a.publisher, b.publisher) ||
        (from(a) === from(b) ? compare(a.title, b.title) : from(a) - from(b)),
    );
}

/**
 * What the handout shows and asks about. Sources of answers, and of what the quiz quotes, are left to the key: their
 * titles would give answers away.
 */
export function handoutSources(story: Story): Source[] {
  const { classroom } = story;
  if (!classroom) return [];
  const path = lessonPath(classroom.paths);
  return sourceList(story, [
    ...questions(story, path)
      .filter(({ inLesson }) => inLesson)
      .flatMap(({ step }) => namedIn(step.teach?.ask ?? '')),
    ...handoutAnalyses(classroom).map(({ source }) => source),
    ...story.chapters.flatMap(({ plain }) => namedIn(plain ?? '')),
  ]);
}

/** What the key's answers rest on. */
export function keySources(story: Story, guess: GuessData | undefined): Source[] {
  const { classroom } = story;
  if (!classroom) return [];
  const series = story.series.filter(
    ({ id }) => id === guess?.actual.series || guess?.strays.some((stray) => stray.series === id),
  );
  return sourceList(story, [
    ...story.chapters.flatMap(({ steps }) => steps.flatMap(({ teach }) => teach?.sources ?? [])),
    ...classroom.polls.flatMap(({ sources }) => sources),
    ...classroom.analyses.map(({ source }) => source),
    ...classroom.quiz.flatMap((item) => [...item.sources, ...(item.kind === 'who' ? [item.quoted] : [])]),
    ...series.flatMap(({ points }) => points.flatMap(({ sources }) => sources)),
  ]);
}
