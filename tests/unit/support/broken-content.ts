/** Broken copies of the second story: what is told of a mistake, and where. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { loadStory } from '#content/load.ts';
import { ContentErrors, formatProblem, type ContentProblem } from '#content/problem.ts';
import { changedStory, type Change } from '../../fixtures/second-story.ts';

export const swap = (file: string, replace: string, by: string): Change => ({ file, replace, by });

/** What is wrong with a folder, in reading order. */
export function problemsOf(folder: string): ContentProblem[] {
  try {
    loadStory(folder);
    return [];
  } catch (error) {
    if (error instanceof ContentErrors) return error.problems;
    throw error;
  }
}

/** Line and column of the ‸ in `at`, where the rest of it stands in the file. */
function placeOf(folder: string, file: string, at: string): { line: number; column: number } {
  const text = readFileSync(join(folder, file), 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');
  const caret = at.indexOf('‸');
  const start = text.indexOf(at.slice(0, caret) + at.slice(caret + 1));
  if (start < 0) throw new Error(`${file} does not contain “${at}”`);
  const before = text.slice(0, start + caret).split('\n');
  return { line: before.length, column: (before.at(-1) as string).length + 1 };
}

/** One mistake; `at` quotes the file as the editor sees it, with ‸ before the character the problem points to. */
export interface Case {
  name: string;
  changes: Change[];
  /** Where the problem is; the first changed file by default. */
  file?: string;
  /** Defaults to the beginning of the file. */
  at?: string;
  says: string;
  meant?: string;
}

/** Expects that the case's mistake, and nothing else, is told as it says. */
export function tell({ changes, file = changes[0]?.file ?? '', at, says, meant }: Case): void {
  const folder = changedStory(changes);
  const problems = problemsOf(folder);
  const said = problems.map(formatProblem).join('\n');
  expect(problems, said).toHaveLength(1);
  const problem = problems[0] as ContentProblem;
  expect(problem.file).toBe(`second-story/${file}`);
  expect(problem.message).toContain(says);
  if (at !== undefined) {
    const { line, column } = problem;
    expect({ line, column }, said).toEqual(placeOf(folder, file, at));
  } else {
    expect([problem.line, problem.column]).toEqual([1, 1]);
  }
  if (meant !== undefined) expect(problem.suggestion).toBe(meant);
}
