/** What is wrong with the content, said so that an editor can mend it without help. */

export interface ContentProblem {
  /** Relative to the content folder's parent: `content/events.yaml`. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1, in UTF-16 units as editors count. */
  column: number;
  /** The reason, without a full stop. */
  message: string;
  /** The nearest valid spelling, if any is near. */
  suggestion?: string;
}

/** `content/events.yaml:12:7 unknown thread “removl”. Did you mean “removal”?` */
export function formatProblem({ file, line, column, message, suggestion }: ContentProblem): string {
  const hint = suggestion === undefined ? '' : `. Did you mean “${suggestion}”?`;
  return `${file}:${line}:${column} ${message}${hint}`;
}

/** Reading order: by file, then by place in it; the same problem found twice is told once. */
export function sortProblems(problems: readonly ContentProblem[]): ContentProblem[] {
  const sorted = [...problems].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  );
  return sorted.filter(
    (p, i) => i === 0 || formatProblem(p) !== formatProblem(sorted[i - 1] as ContentProblem),
  );
}

/** Everything that is wrong with a content folder, at once. */
export class ContentErrors extends Error {
  readonly problems: ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    const sorted = sortProblems(problems);
    const count = sorted.length === 1 ? '1 problem' : `${sorted.length} problems`;
    super(`${count} in the content:\n${sorted.map(formatProblem).join('\n')}`);
    this.name = 'ContentErrors';
    this.problems = sorted;
  }
}
