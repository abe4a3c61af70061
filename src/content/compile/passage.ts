/** The passages of story.yaml that are Markdown: how the numbers were counted, and the form of the report. */
import type { Known } from '../check/known.ts';
import type { ContentFolder } from '../files/folder.ts';
import type { BindingData } from '../markdown/bindings.ts';
import { renderMarkdown } from '../markdown/render.ts';
import type { ContentProblem } from '../problem.ts';

/**
 * @param path where the passage stands in story.yaml
 * @returns HTML, empty when the story says nothing there.
 */
export function compilePassage(
  path: readonly string[],
  { story }: ContentFolder,
  known: Known,
  data: BindingData,
  problems: ContentProblem[],
): string {
  const yaml = story?.yaml;
  const given = path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    story?.value,
  );
  if (!yaml || given === undefined) return '';
  const text = yaml.locate([...path]);
  const problem = (offset: number, message: string, hint: { suggestion?: string } = {}): void => {
    const place = { file: yaml.name, ...yaml.placeAt(offset) };
    problems.push({
      ...place,
      message,
      ...(hint.suggestion === undefined ? {} : { suggestion: hint.suggestion }),
    });
  };
  return renderMarkdown(text, {
    known,
    data,
    problem,
    cite: (_, offset) => {
      problem(offset, `the ${path[0]} has no numbered notes; link the page itself: [title](https://…)`);
      return '';
    },
  }).html;
}
