/** Which ids exist, by kind, and where; duplicates and clashes are found on the way. */
import { join } from 'node:path';
import type { ContentFolder } from '../files/folder.ts';
import type { Path, YamlData } from '../files/yaml.ts';
import type { ContentProblem } from '../problem.ts';
import { REQUIRED_FILES } from '../schema/index.ts';
import { nearest } from '../suggest.ts';

/** Kinds of things that have ids, as problems name them. */
export type Kind =
  | 'thread'
  | 'event'
  | 'movement'
  | 'deadline'
  | 'place'
  | 'actor'
  | 'position'
  | 'term'
  | 'ship'
  | 'voyage'
  | 'area'
  | 'series'
  | 'quantity'
  | 'site'
  | 'source'
  | 'discrepancy'
  | 'claim'
  | 'camera'
  | 'level'
  | 'step'
  | 'path'
  | 'poll'
  | 'analysis'
  | 'question';

/** What stands on the timeline. */
export const MARKS: readonly Kind[] = ['event', 'movement', 'deadline'];
/** What a scene's focus may name: one namespace. */
export const FOCUS: readonly Kind[] = [...MARKS, 'place', 'voyage', 'area', 'position'];

const LISTS_OF: readonly { kind: Kind; file: string; list: string }[] = [
  { kind: 'thread', file: 'story.yaml', list: 'threads' },
  { kind: 'event', file: 'events.yaml', list: 'events' },
  { kind: 'movement', file: 'movements.yaml', list: 'movements' },
  { kind: 'deadline', file: 'deadlines.yaml', list: 'deadlines' },
  { kind: 'place', file: 'places.yaml', list: 'places' },
  { kind: 'actor', file: 'actors.yaml', list: 'actors' },
  { kind: 'position', file: 'positions.yaml', list: 'positions' },
  { kind: 'term', file: 'glossary.yaml', list: 'terms' },
  { kind: 'ship', file: 'voyages.yaml', list: 'ships' },
  { kind: 'voyage', file: 'voyages.yaml', list: 'voyages' },
  { kind: 'area', file: 'voyages.yaml', list: 'areas' },
  { kind: 'series', file: 'series.yaml', list: 'series' },
  { kind: 'quantity', file: 'quantities.yaml', list: 'quantities' },
  { kind: 'site', file: 'destruction.yaml', list: 'sites' },
  { kind: 'source', file: 'sources.yaml', list: 'sources' },
  { kind: 'discrepancy', file: 'discrepancies.yaml', list: 'discrepancies' },
  { kind: 'claim', file: 'claims.yaml', list: 'claims' },
  { kind: 'camera', file: 'map.yaml', list: 'cameras' },
  { kind: 'level', file: 'map.yaml', list: 'levels' },
  { kind: 'path', file: 'classroom/lesson.yaml', list: 'paths' },
  { kind: 'poll', file: 'classroom/lesson.yaml', list: 'polls' },
  { kind: 'analysis', file: 'classroom/lesson.yaml', list: 'analyses' },
  { kind: 'question', file: 'classroom/quiz.yaml', list: 'quiz' },
];

const article = (kind: Kind): string => (/^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`);

export class Known {
  private readonly ids = new Map<Kind, Set<string>>();
  /** Kinds whose file could not be read: nothing can be said about references to them. */
  private readonly unreadable = new Set<Kind>();

  add(kind: Kind, id: string): void {
    const set = this.ids.get(kind) ?? new Set();
    this.ids.set(kind, set.add(id));
  }

  markUnreadable(kind: Kind): void {
    this.unreadable.add(kind);
  }

  all(kinds: readonly Kind[]): string[] {
    return kinds.flatMap((kind) => [...(this.ids.get(kind) ?? [])]);
  }

  has(kinds: readonly Kind[], id: string): boolean {
    return kinds.some((kind) => this.ids.get(kind)?.has(id));
  }

  /** Why `id` names nothing of these kinds, or `undefined` if it does (or nobody can tell). */
  fault(kinds: readonly Kind[], id: string): { message: string; suggestion?: string } | undefined {
    if (this.has(kinds, id) || kinds.some((kind) => this.unreadable.has(kind))) return undefined;
    const wanted = kinds.length > 1 && kinds.every((kind) => MARKS.includes(kind)) ? 'event' : kinds[0]!;
    // Where nothing of the kind is known yet, what bears the id elsewhere is no help.
    const other = this.all(kinds).length > 0 ? [...this.ids].find(([, ids]) => ids.has(id))?.[0] : undefined;
    const suggestion = nearest(id, this.all(kinds));
    const hint = suggestion === undefined ? {} : { suggestion };
    if (other) {
      const list = kinds.length > 3 ? 'something the stage shows' : article(wanted);
      return { message: `“${id}” is ${article(other)}, not ${list}`, ...hint };
    }
    if (kinds.length > 3)
      return { message: `unknown id “${id}”: no event, place, voyage or position has it`, ...hint };
    return { message: `unknown ${wanted} “${id}”`, ...hint };
  }
}

interface Found {
  kind: Kind;
  yaml: YamlData;
  path: Path;
}

const position = ({ yaml, path }: Found): string => {
  const { line } = yaml.placeOf(path);
  return `${yaml.name}:${line}`;
};

/** Collects the ids of all data files, valid or not, so that one faulty entry does not set off many problems. */
export function collectKnown(content: ContentFolder, problems: ContentProblem[]): Known {
  const known = new Known();
  const first = new Map<string, Found>();
  const stageIds = new Map<string, Found>();
  for (const { kind, file, list } of LISTS_OF) {
    const yaml = content.yaml.get(file);
    if (!yaml) {
      // A file that is there but no text, or that should be there.
      if (
        content.files.includes(join(content.folder, file)) ||
        REQUIRED_FILES.some((name) => name === file)
      ) {
        known.markUnreadable(kind);
      }
      continue;
    }
    const entries = (yaml.data as Record<string, unknown> | null | undefined)?.[list];
    if (yaml.data === undefined || yaml.data === null) known.markUnreadable(kind);
    if (!Array.isArray(entries)) continue;
    for (const [i, entry] of entries.entries()) {
      const id = (entry as { id?: unknown } | null)?.id;
      if (typeof id !== 'string') continue;
      const found: Found = { kind, yaml, path: [list, i, 'id'] };
      const twin = first.get(`${kind} ${id}`);
      const clash = FOCUS.includes(kind) ? stageIds.get(id) : undefined;
      const place = (): { file: string; line: number; column: number } => ({
        file: yaml.name,
        ...yaml.placeOf(found.path),
      });
      if (twin) {
        problems.push({ ...place(), message: `the ${kind} id “${id}” is taken already (${position(twin)})` });
      } else if (clash) {
        problems.push({
          ...place(),
          message:
            `the id “${id}” is ${article(clash.kind)} already (${position(clash)}); ` +
            'events, movements, deadlines, places, voyages, areas and positions share one set of ids',
        });
      }
      if (!twin) first.set(`${kind} ${id}`, found);
      if (!clash && FOCUS.includes(kind)) stageIds.set(id, found);
      known.add(kind, id);
    }
  }
  return known;
}
