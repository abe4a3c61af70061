/** Reads a content folder: every data file parsed and validated entry by entry, every chapter as text. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { ContentProblem } from '../problem.ts';
import { DATA_FILES, GUIDE_FILE, LISTS, REQUIRED_FILES, SINGLE } from '../schema/index.ts';
import type { EntryOf, ListName, MapFile, StoryFile } from '../schema/index.ts';
import { nearest, suggest } from '../suggest.ts';
import { displayName, EncodingError, readText, type TextFile } from './text.ts';
import { validate } from './validate.ts';
import { parseYaml, type Path, type YamlData } from './yaml.ts';

/** A validated record and where it stands. */
export interface Entry<T> {
  value: T;
  yaml: YamlData;
  path: Path;
}

export type Lists = { [L in ListName]: Entry<EntryOf<L>>[] };

export interface ContentFolder {
  folder: string;
  /** By file name, `events.yaml`; parsed but not necessarily valid. */
  yaml: Map<string, YamlData>;
  story?: Entry<StoryFile>;
  map?: Entry<MapFile>;
  /** Valid entries only. */
  lists: Lists;
  /** By name without `.md`, in the story's order; those that exist. */
  chapters: Map<string, TextFile>;
  /** The story is taught: it has a folder `classroom/`. */
  hasClassroom: boolean;
  /** The teacher's guide. */
  guide?: TextFile;
  /** Absolute paths of all files read. */
  files: string[];
}

/** A problem with an entry, at `sub` within it. */
export function problemIn(
  entry: Entry<unknown>,
  sub: Path,
  message: string,
  what: 'key' | 'value' = 'value',
): ContentProblem {
  return { file: entry.yaml.name, ...entry.yaml.placeOf([...entry.path, ...sub], what), message };
}

/** Parsed and validated files by path: an edit in one file need not read all the others again. */
const cache = new Map<string, { text: string; yaml: YamlData; valid: unknown; problems: ContentProblem[] }>();

function readYamlFile(
  file: TextFile,
  schema: z.ZodType,
): { yaml: YamlData; valid: unknown; problems: ContentProblem[] } {
  const known = cache.get(file.path);
  if (known && known.text === file.text && known.yaml.name === file.name) return known;
  const yaml = parseYaml({ file, start: 0, end: file.text.length });
  const problems = [...yaml.problems];
  let valid: unknown;
  if (yaml.data === null || yaml.data === undefined) {
    if (problems.length === 0) {
      problems.push({ file: file.name, line: 1, column: 1, message: 'the file is empty' });
    }
  } else {
    valid = validate(schema, yaml, problems);
  }
  const result = { text: file.text, yaml, valid, problems };
  cache.set(file.path, result);
  return result;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The entries of a list that are valid, even if the file as a whole is not. */
function validEntries(list: ListName, yaml: YamlData, valid: unknown): Entry<unknown>[] {
  const from = (isRecord(valid) ? valid : isRecord(yaml.data) ? yaml.data : {})[list];
  if (!Array.isArray(from)) return [];
  return from.flatMap((item: unknown, i) => {
    if (valid) return [{ value: item, yaml, path: [list, i] }];
    const result = LISTS[list].entry.safeParse(item);
    return result.success ? [{ value: result.data as unknown, yaml, path: [list, i] }] : [];
  });
}

function directoryNames(folder: string): string[] {
  return existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder).sort() : [];
}

/** Reads a file's text; what is wrong with its encoding becomes a problem. */
function textOf(folder: string, path: string, problems: ContentProblem[]): TextFile | undefined {
  try {
    return readText(folder, path);
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    problems.push({ file: displayName(folder, path), ...error.place, message: error.message });
    return undefined;
  }
}

/** What the names of the files for teaching begin with. */
const CLASSROOM = 'classroom/';

/** Files whose names are near a content file's are slips of the pen, and would otherwise be passed over. */
function checkNames(folder: string, names: readonly string[], problems: ContentProblem[]): void {
  const known = [...Object.keys(DATA_FILES), GUIDE_FILE];
  for (const name of names) {
    const looksLikeOne = name.startsWith(CLASSROOM) ? /\.(?:ya?ml|md)$/i : /\.ya?ml$/i;
    if (!looksLikeOne.test(name) || known.includes(name)) continue;
    const within = CLASSROOM + name;
    problems.push({
      file: displayName(folder, join(folder, name)),
      line: 1,
      column: 1,
      message: `no content file is called “${name}”`,
      ...(known.includes(within) ? { suggestion: within } : suggest(name, known)),
    });
  }
}

function readChapters(content: ContentFolder, problems: ContentProblem[]): void {
  const folder = join(content.folder, 'chapters');
  const present = directoryNames(folder).filter((name) => name.endsWith('.md'));
  const stems = present.map((name) => name.slice(0, -3));
  const story = content.story;
  const wanted = story?.value.chapters ?? stems;
  const seen = new Set<string>();
  for (const [i, stem] of wanted.entries()) {
    if (seen.has(stem)) {
      if (story) problems.push(problemIn(story, ['chapters', i], `the chapter “${stem}” is listed twice`));
      continue;
    }
    seen.add(stem);
    if (!stems.includes(stem)) {
      if (story) {
        const message = `the file chapters/${stem}.md is missing`;
        problems.push({ ...problemIn(story, ['chapters', i], message), ...suggest(stem, stems) });
      }
      continue;
    }
    const path = join(folder, `${stem}.md`);
    content.files.push(path);
    const text = textOf(content.folder, path, problems);
    if (text) content.chapters.set(stem, text);
  }
  if (!story) return;
  for (const stem of stems.filter((name) => !seen.has(name))) {
    problems.push({
      file: displayName(content.folder, join(folder, `${stem}.md`)),
      line: 1,
      column: 1,
      message: `story.yaml does not list this chapter; add “${stem}” to its chapters`,
    });
  }
}

/** Reads everything; what is wrong goes to `problems`. */
export function readFolder(folder: string, problems: ContentProblem[]): ContentFolder {
  const lists = Object.fromEntries(Object.keys(LISTS).map((name) => [name, []])) as unknown as Lists;
  const content: ContentFolder = {
    folder,
    yaml: new Map(),
    lists,
    chapters: new Map(),
    hasClassroom: false,
    files: [],
  };
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    const name = displayName(folder, folder).replace(/\/$/, '');
    problems.push({ file: name, line: 1, column: 1, message: 'there is no such content folder' });
    return content;
  }
  const classroom = join(folder, CLASSROOM);
  content.hasClassroom = existsSync(classroom) && statSync(classroom).isDirectory();
  const names = [...directoryNames(folder), ...directoryNames(classroom).map((name) => CLASSROOM + name)];
  checkNames(folder, names, problems);
  for (const [name, schema] of Object.entries(DATA_FILES)) {
    const path = join(folder, name);
    if (!names.includes(name)) {
      if ((REQUIRED_FILES as readonly string[]).includes(name)) {
        // A misspelt name has been told already, with this one as what was meant.
        const misspelt = names.some(
          (other) => !(other in DATA_FILES) && /\.ya?ml$/.test(other) && nearest(other, [name]),
        );
        if (!misspelt) {
          const file = displayName(folder, path);
          problems.push({ file, line: 1, column: 1, message: 'this file is missing; a story needs it' });
        }
      }
      continue;
    }
    content.files.push(path);
    const text = textOf(folder, path, problems);
    if (!text) continue;
    const result = readYamlFile(text, schema);
    problems.push(...result.problems);
    content.yaml.set(name, result.yaml);
    if (name in SINGLE) {
      if (result.valid === undefined) continue;
      const entry = { value: result.valid, yaml: result.yaml, path: [] };
      if (name === 'story.yaml') content.story = entry as unknown as Entry<StoryFile>;
      else content.map = entry as unknown as Entry<MapFile>;
      continue;
    }
    for (const list of Object.keys(LISTS) as ListName[]) {
      if (LISTS[list].file !== name) continue;
      (lists as Record<ListName, Entry<unknown>[]>)[list] = validEntries(list, result.yaml, result.valid);
    }
  }
  readChapters(content, problems);
  if (names.includes(GUIDE_FILE)) {
    const path = join(folder, GUIDE_FILE);
    content.files.push(path);
    const text = textOf(folder, path, problems);
    if (text) content.guide = text;
  }
  return content;
}
