/** story.yaml's `method`: Markdown about how the numbers were counted, for the sources page. */
import type { Known } from '../check/known.ts';
import type { ContentFolder } from '../files/folder.ts';
import type { BindingData } from '../markdown/bindings.ts';
import { renderMarkdown } from '../markdown/render.ts';
import type { ContentProblem } from '../problem.ts';

/** @returns HTML, empty when the story says nothing. */
export function compileMethod(
  { story }: ContentFolder,
  known: Known,
  data: BindingData,
  problems: ContentProblem[],
): string {
  const yaml = story?.yaml;
  if (!yaml || story.value.method === undefined) return '';
  const text = yaml.locate(['method']);
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
      problem(offset, 'the method has no numbered notes; link the page itself: [title](https://…)');
      return '';
    },
  }).html;
}
