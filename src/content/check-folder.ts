/** The content check as lines of text, for the terminal. */
import { loadStory } from './load.ts';
import { ContentErrors, formatProblem } from './problem.ts';

export interface Verdict {
  ok: boolean;
  lines: string[];
}

/** @param folder absolute, or relative to the working directory. */
export function checkFolder(folder: string): Verdict {
  try {
    const { story, warnings, files } = loadStory(folder);
    const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
    const steps = story.chapters.flatMap((chapter) => chapter.steps).length;
    return {
      ok: true,
      lines: [
        ...warnings.map((warning) => `warning: ${formatProblem(warning)}`),
        `content: ${count(files.length, 'file')}, ${count(steps, 'step')}, ${count(story.events.length, 'event')}, ` +
          `${count(story.sources.length, 'source')} — no problem`,
      ],
    };
  } catch (error) {
    if (!(error instanceof ContentErrors)) throw error;
    const { problems } = error;
    const sum = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    return { ok: false, lines: [...problems.map(formatProblem), `content: ${sum}`] };
  }
}
