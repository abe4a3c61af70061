/** YAML with the place of every value, so that any later check can say where it found something. */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
} from 'yaml';
import { Located } from '../markdown/located.ts';
import type { ContentProblem } from '../problem.ts';
import type { Place, TextFile } from './text.ts';

export type Path = readonly (string | number)[];

/** Parsed YAML, and where in the file each part of it stands. */
export interface YamlData {
  /** The file's name for problems. */
  name: string;
  /** `undefined` when the text is no YAML. */
  data: unknown;
  problems: ContentProblem[];
  /** The place of a value, of its key, or of the nearest part that exists. */
  placeOf(path: Path, what?: 'key' | 'value'): Place;
  /** The place of an offset in the file. */
  placeAt(offset: number): Place;
  /** The words of the text at `path`, each at its place in the file. */
  locate(path: Path): Located;
}

/** A stretch of YAML inside a file: the whole of it, or a chapter's front matter or scene. */
export interface YamlSlice {
  file: TextFile;
  start: number;
  end: number;
}

function findPair(node: unknown, key: string | number): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key) === String(key));
}

function step(document: Document, node: unknown, key: string | number): unknown {
  const target = isAlias(node) ? node.resolve(document) : node;
  if (isSeq(target) && typeof key === 'number') return target.items[key];
  return findPair(target, key)?.value ?? undefined;
}

const rangeStart = (node: unknown): number | undefined =>
  isPair(node) ? rangeStart(node.key) : ((node as Node | null | undefined)?.range?.[0] ?? undefined);

function offsetOf(document: Document, path: Path, what: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let best = rangeStart(node) ?? 0;
  for (const [i, key] of path.entries()) {
    const parent = isAlias(node) ? node.resolve(document) : node;
    const pair = findPair(parent, key);
    const next = step(document, parent, key);
    const last = i === path.length - 1;
    if (pair && ((last && what === 'key') || next === undefined)) return rangeStart(pair.key) ?? best;
    if (next === undefined) return best;
    // An empty value has a range but nothing to see there: point at its key.
    const empty = pair && isScalar(next) && next.value === null && next.source === '';
    best = (empty ? rangeStart(pair.key) : rangeStart(next)) ?? best;
    node = next;
  }
  return best;
}

/** The library's message in an editor's words. */
function explain(error: YAMLError, text: string): string {
  const at = text.slice(error.pos[0], error.pos[1]);
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return 'a tab is used to indent; YAML wants spaces';
    case 'DUPLICATE_KEY': {
      const key = /^[\w-]+/.exec(text.slice(error.pos[0]))?.[0];
      return `the key${key ? ` “${key}”` : ''} stands twice in the same entry`;
    }
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'a colon and a space within a value read as a second key; put the value in quotes';
    case 'BAD_SCALAR_START':
      return `a value cannot start with ${at.slice(0, 1)}; put the value in quotes`;
    case 'MULTIPLE_DOCS':
      return 'a line --- starts a second document; a content file holds one';
    case 'MISSING_CHAR':
      return `not YAML: ${error.message.replace(/"/g, '').toLowerCase()}`;
    default:
      return `not YAML: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`;
  }
}

/** Parses a stretch of a file as YAML. Never throws: what is wrong is in `problems`. */
export function parseYaml({ file, start, end }: YamlSlice): YamlData {
  const text = file.text.slice(start, end);
  const document = parseDocument(text, { prettyErrors: false, merge: false });
  const problems: ContentProblem[] = [];
  const problemAt = (offset: number, message: string): void => {
    problems.push({ file: file.name, ...file.placeOf(start + offset), message });
  };
  // One slip often breaks all that follows it; only what comes first is worth telling, except for twin keys.
  const syntax = document.errors.filter((error) => error.code !== 'DUPLICATE_KEY').slice(0, 1);
  const twins = document.errors.filter((error) => error.code === 'DUPLICATE_KEY');
  for (const error of [...syntax, ...twins]) problemAt(error.pos[0], explain(error, text));

  let data: unknown;
  if (syntax.length === 0) {
    try {
      data = document.toJS() as unknown;
    } catch (error) {
      problemAt(0, `not YAML: ${(error as Error).message}`);
    }
  }
  return {
    name: file.name,
    data,
    problems,
    placeOf: (path, what = 'value') => file.placeOf(start + offsetOf(document, path, what)),
    placeAt: file.placeOf,
    locate: (path) => {
      const from = offsetOf(document, path, 'value');
      // A block scalar's words begin below its header: `|`, `>-` …
      const header = /^[|>][-+\d]*[^\n]*\n/.exec(text.slice(from))?.[0].length ?? 0;
      const source = Located.of(text.slice(from + header), start + from + header);
      const value = document.getIn(path);
      return source.align(typeof value === 'string' ? value.trim() : '', 0);
    },
  };
}
