/** Every id that a data file names must exist. One table says which key names what. */
import type { ContentFolder } from '../files/folder.ts';
import type { Path } from '../files/yaml.ts';
import type { ContentProblem } from '../problem.ts';
import { nearest } from '../suggest.ts';
import { MARKS, type Kind, type Known } from './known.ts';

/** `*` stands for every item of a list. */
interface Reference {
  file: string;
  at: readonly string[];
  kinds: readonly Kind[];
}

const sourcesIn = (file: string, ...lists: string[]): Reference[] =>
  lists.map((list) => ({ file, at: [...list.split('.'), 'sources', '*'], kinds: ['source'] }));

const ofMarks = (file: string, list: string): Reference[] => [
  { file, at: [list, '*', 'thread'], kinds: ['thread'] },
  { file, at: [list, '*', 'places', '*'], kinds: ['place'] },
  { file, at: [list, '*', 'actors', '*'], kinds: ['actor'] },
  { file, at: [list, '*', 'links', '*'], kinds: MARKS },
  { file, at: [list, '*', 'disputed', '*'], kinds: ['position'] },
  ...sourcesIn(file, `${list}.*`, `${list}.*.details.*`),
];

const LESSON = 'classroom/lesson.yaml';
const QUIZ = 'classroom/quiz.yaml';

const REFERENCES: readonly Reference[] = [
  ...ofMarks('events.yaml', 'events'),
  ...ofMarks('movements.yaml', 'movements'),
  ...ofMarks('deadlines.yaml', 'deadlines'),
  { file: 'movements.yaml', at: ['movements', '*', 'ships', '*'], kinds: ['ship'] },
  ...sourcesIn('movements.yaml', 'movements.*.cargo'),
  ...sourcesIn('places.yaml', 'places.*'),
  ...sourcesIn('actors.yaml', 'actors.*'),
  { file: 'positions.yaml', at: ['positions', '*', 'events', '*'], kinds: MARKS },
  ...sourcesIn('positions.yaml', 'positions.*.statements.*'),
  ...sourcesIn('glossary.yaml', 'terms.*'),
  ...sourcesIn('voyages.yaml', 'ships.*', 'voyages.*', 'areas.*'),
  { file: 'voyages.yaml', at: ['voyages', '*', 'ship'], kinds: ['ship'] },
  { file: 'voyages.yaml', at: ['voyages', '*', 'escorts', '*'], kinds: ['ship'] },
  { file: 'voyages.yaml', at: ['voyages', '*', 'from'], kinds: ['place', 'area'] },
  { file: 'voyages.yaml', at: ['voyages', '*', 'to'], kinds: ['place', 'area'] },
  ...sourcesIn('series.yaml', 'series.*.points.*'),
  { file: 'series.yaml', at: ['series', '*', 'points', '*', 'event'], kinds: MARKS },
  { file: 'series.yaml', at: ['series', '*', 'then'], kinds: ['series'] },
  ...sourcesIn('quantities.yaml', 'quantities.*'),
  { file: 'destruction.yaml', at: ['declared', 'quantity'], kinds: ['quantity'] },
  { file: 'destruction.yaml', at: ['sites', '*', 'place'], kinds: ['place', 'area'] },
  ...sourcesIn('destruction.yaml', 'sites.*'),
  ...sourcesIn('discrepancies.yaml', 'discrepancies.*.values.*'),
  { file: 'story.yaml', at: ['report', 'source'], kinds: ['source'] },
  { file: 'claims.yaml', at: ['claims', '*', 'events', '*'], kinds: MARKS },
  { file: 'claims.yaml', at: ['claims', '*', 'steps', '*'], kinds: ['step'] },
  ...sourcesIn('claims.yaml', 'claims.*'),
  { file: 'map.yaml', at: ['cameras', '*', 'labels', '*'], kinds: ['place'] },
  { file: 'map.yaml', at: ['disputed', '*', 'from'], kinds: ['level'] },
  { file: LESSON, at: ['paths', '*', 'slides', '*', 'step'], kinds: ['step'] },
  { file: LESSON, at: ['paths', '*', 'slides', '*', 'pause'], kinds: ['step'] },
  { file: LESSON, at: ['paths', '*', 'slides', '*', 'poll'], kinds: ['poll'] },
  { file: LESSON, at: ['paths', '*', 'slides', '*', 'analysis'], kinds: ['analysis'] },
  ...sourcesIn(LESSON, 'polls.*'),
  { file: LESSON, at: ['analyses', '*', 'source'], kinds: ['source'] },
  { file: LESSON, at: ['analyses', '*', 'step'], kinds: ['step'] },
  ...sourcesIn(QUIZ, 'quiz.*'),
  { file: QUIZ, at: ['quiz', '*', 'step'], kinds: ['step'] },
  { file: QUIZ, at: ['quiz', '*', 'events', '*'], kinds: MARKS },
  { file: QUIZ, at: ['quiz', '*', 'camera'], kinds: ['camera'] },
  { file: QUIZ, at: ['quiz', '*', 'quoted'], kinds: ['source'] },
];

/** The texts that stand at a pattern, each with its path. */
function* textsAt(data: unknown, pattern: readonly string[], path: Path = []): Generator<[string, Path]> {
  const [key, ...rest] = pattern;
  if (key === undefined) {
    if (typeof data === 'string') yield [data, path];
  } else if (key === '*') {
    if (Array.isArray(data)) for (const [i, item] of data.entries()) yield* textsAt(item, rest, [...path, i]);
  } else if (typeof data === 'object' && data !== null) {
    yield* textsAt((data as Record<string, unknown>)[key], rest, [...path, key]);
  }
}

export function checkReferences(content: ContentFolder, known: Known, problems: ContentProblem[]): void {
  for (const { file, at, kinds } of REFERENCES) {
    const yaml = content.yaml.get(file);
    if (!yaml) continue;
    for (const [id, path] of textsAt(yaml.data, at)) {
      const fault = known.fault(kinds, id);
      if (fault) problems.push({ file: yaml.name, ...yaml.placeOf(path), ...fault });
    }
  }
  checkHolders(content, known, problems);
}

/** A holder is an actor's id or plain words; what looks like an id, or nearly is one, must be one. */
function checkHolders(content: ContentFolder, known: Known, problems: ContentProblem[]): void {
  const yaml = content.yaml.get('positions.yaml');
  if (!yaml) return;
  for (const [holder, path] of textsAt(yaml.data, ['positions', '*', 'statements', '*', 'holders', '*'])) {
    if (/[^a-z0-9-]/.test(holder) || known.has(['actor'], holder)) continue;
    if (!holder.includes('-') && nearest(holder, known.all(['actor'])) === undefined) continue;
    const fault = known.fault(['actor'], holder);
    if (fault) problems.push({ file: yaml.name, ...yaml.placeOf(path), ...fault });
  }
}
