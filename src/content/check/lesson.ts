/** classroom/lesson.yaml: paths that keep the order of the story and add up, excerpts that are quotes. */
import type { ContentFolder } from '../files/folder.ts';
import { problemIn, type Entry } from '../files/folder.ts';
import type { ContentProblem } from '../problem.ts';
import type { EntryOf } from '../schema/index.ts';
import { suggest } from '../suggest.ts';

/** A step of the story, as far as a lesson depends on it. */
export interface TaughtStep {
  id: string;
  /** It has notes for teachers, and so a question. */
  asks: boolean;
}

/** @param steps in reading order. */
export function checkLesson(
  content: ContentFolder,
  steps: readonly TaughtStep[],
  problems: ContentProblem[],
): void {
  for (const path of content.lists.paths) checkPath(path, steps, problems);
  for (const poll of content.lists.polls) {
    for (const [i, option] of poll.value.options.entries()) {
      if (poll.value.options.indexOf(option) < i) {
        problems.push(problemIn(poll, ['options', i], `the option “${option}” stands twice`));
      }
    }
  }
  const quotes = new Map(content.lists.sources.map(({ value }) => [value.id, value.quotes]));
  for (const analysis of content.lists.analyses) {
    const { source, excerpt } = analysis.value;
    const own = quotes.get(source);
    if (!own || own.includes(excerpt)) continue;
    problems.push({
      ...problemIn(
        analysis,
        ['excerpt'],
        `the excerpt is none of the quotes of “${source}”, letter for letter`,
      ),
      ...suggest(excerpt, own),
    });
  }
}

function checkPath(
  path: Entry<EntryOf<'paths'>>,
  steps: readonly TaughtStep[],
  problems: ContentProblem[],
): void {
  const { slides, minutes } = path.value;
  const report = (sub: readonly (string | number)[], message: string): void =>
    void problems.push(problemIn(path, sub, message));
  const sum = slides.reduce((total, slide) => total + slide.minutes, 0);
  if (sum !== minutes) report(['minutes'], `the slides take ${sum} minutes together, not ${minutes}`);

  const place = new Map(steps.map(({ id }, i) => [id, i]));
  const shown = new Set<string>();
  let latest: string | undefined;
  for (const [i, slide] of slides.entries()) {
    if (!('step' in slide)) continue;
    const { step } = slide;
    const at = ['slides', i, 'step'];
    if (!place.has(step)) continue;
    if (shown.has(step)) {
      report(at, `the step “${step}” is in this path already`);
      continue;
    }
    shown.add(step);
    if (latest !== undefined && (place.get(step) as number) < (place.get(latest) as number)) {
      report(at, `the step “${step}” comes before “${latest}” in the story; a path keeps its order`);
    } else {
      latest = step;
    }
  }
  checkPauses(path.value, steps, report);
}

/** A pause asks a step's question, next to the step itself; polls and analyses may stand between. */
function checkPauses(
  { slides }: EntryOf<'paths'>,
  steps: readonly TaughtStep[],
  report: (sub: readonly (string | number)[], message: string) => void,
): void {
  const paused = new Set<string>();
  for (const [i, slide] of slides.entries()) {
    if (!('pause' in slide)) continue;
    const { pause, think, pair, share, minutes } = slide;
    const seconds = think + pair + share;
    if (seconds > minutes * 60) {
      report(
        ['slides', i, 'minutes'],
        `the pause takes ${seconds} seconds (think, pair and share), more than its minutes: ${minutes * 60} seconds`,
      );
    }
    const step = steps.find(({ id }) => id === pause);
    if (!step) continue;
    const at = ['slides', i, 'pause'];
    if (!step.asks) report(at, `the step “${pause}” has no notes for teachers, and so no question`);
    if (paused.has(pause)) report(at, `the question of “${pause}” is asked in this path already`);
    paused.add(pause);
    const neighbours = [slides.slice(0, i).reverse(), slides.slice(i + 1)].map((side) =>
      side.find((other) => 'step' in other),
    );
    if (!neighbours.some((other) => other && 'step' in other && other.step === pause)) {
      report(at, `a pause stands right before or after its step, and “${pause}” is not next to this one`);
    }
  }
}
