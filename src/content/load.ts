/** Content folder in, typed story out; or every problem at once. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Story } from '#model/story.ts';
import { checkData } from './check/data.ts';
import { collectKnown, type Known } from './check/known.ts';
import { checkLesson } from './check/lesson.ts';
import { checkMap } from './check/map.ts';
import { checkQuiz } from './check/quiz.ts';
import { checkReferences } from './check/references.ts';
import { findUnused } from './check/unused.ts';
import { compileClassroom } from './compile/classroom.ts';
import { compileChapters } from './compile/chapters.ts';
import { compilePassage } from './compile/passage.ts';
import { compileStory } from './compile/story.ts';
import { readFolder, type ContentFolder } from './files/folder.ts';
import type { BindingData } from './markdown/bindings.ts';
import { parseChapter, type ChapterSource } from './markdown/chapter.ts';
import { ContentErrors, sortProblems, type ContentProblem } from './problem.ts';
import { contentStrings } from './strings.ts';

export interface LoadedStory {
  story: Story;
  warnings: ContentProblem[];
  /** Absolute paths of every file read. */
  files: string[];
}

function addSteps(chapters: readonly ChapterSource[], known: Known, problems: ContentProblem[]): void {
  const first = new Map<string, string>();
  for (const { file, steps } of chapters) {
    for (const { id, offset } of steps) {
      if (id === '') continue;
      const place = file.placeOf(offset);
      const twin = first.get(id);
      if (twin)
        problems.push({
          file: file.name,
          ...place,
          message: `the step id “${id}” is taken already (${twin})`,
        });
      else first.set(id, `${file.name}:${place.line}`);
      known.add('step', id);
    }
  }
}

function bindingData(content: ContentFolder, known: Known): BindingData {
  const { lists, story } = content;
  const language = story?.value.language ?? 'en';
  return {
    known,
    quantities: new Map(lists.quantities.map(({ value }) => [value.id, value])),
    series: new Map(lists.series.map(({ value }) => [value.id, value])),
    movements: lists.movements.map(({ value }) => value),
    deadlines: lists.deadlines.map(({ value }) => value),
    events: lists.events.length + lists.movements.length + lists.deadlines.length,
    sources: lists.sources.length,
    strings: contentStrings(language),
    language,
  };
}

/**
 * Reads, validates and compiles a content folder.
 * @param folder absolute, or relative to the working directory.
 * @throws {ContentErrors} with every problem found, in reading order.
 */
export function loadStory(folder: string): LoadedStory {
  const problems: ContentProblem[] = [];
  const content = readFolder(resolve(folder), problems);
  const known = collectKnown(content, problems);
  const sources = [...content.chapters].map(([id, file]) => parseChapter(id, file, problems));
  addSteps(sources, known, problems);
  const wanted = content.story?.value.chapters.length ?? 0;
  if (sources.length < wanted || sources.some(({ complete }) => !complete)) known.markUnreadable('step');
  checkReferences(content, known, problems);
  checkData(content, problems);
  checkMap(content, problems);
  const data = bindingData(content, known);
  const { chapters, notes } = compileChapters(sources, content, known, data, problems);
  const method = compilePassage(['method'], content, known, data, problems);
  const about = compilePassage(['report', 'about'], content, known, data, problems);
  const steps = chapters.flatMap((chapter) => chapter.steps);
  checkLesson(
    content,
    steps.map(({ id, teach }) => ({ id, asks: teach !== undefined })),
    problems,
  );
  checkQuiz(content, known, problems);
  const classroom = compileClassroom(content, known, data, problems);
  const { story, map } = content;
  if (problems.length > 0 || !story || !map) throw new ContentErrors(problems);
  return {
    story: compileStory(content, story.value, map.value, { chapters, notes, method, about, classroom }),
    warnings: sortProblems(findUnused(content, chapters, classroom)),
    files: content.files,
  };
}

const loaded = new Map<string, { stamp: string; result: LoadedStory }>();

function stampOf(files: readonly string[]): string {
  return files
    .map((file) => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat ? `${stat.mtimeMs}:${stat.size}` : 'gone';
    })
    .join(' ');
}

/** {@link loadStory}, again only when one of the files it read has changed. New files need {@link forget}. */
export function loadCached(folder: string): LoadedStory {
  const known = loaded.get(resolve(folder));
  if (known && stampOf(known.result.files) === known.stamp) return known.result;
  const result = loadStory(folder);
  loaded.set(resolve(folder), { stamp: stampOf(result.files), result });
  return result;
}

/** Makes the next {@link loadCached} read the folder anew. */
export function forget(folder: string): void {
  loaded.delete(resolve(folder));
}
