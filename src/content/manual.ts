/**
 * The key tables of content/README.md, made from the schemas, so that manual and check cannot drift apart.
 * A table stands between `<!-- keys:NAME -->` and `<!-- /keys -->`; `scripts/write-manual.mjs` writes them.
 */
import type { z } from 'zod';
import type { $ZodType } from 'zod/v4/core';
import { date, id, ids, point, sourceIds, webAddress } from './schema/common.ts';
import { frontMatter, LIST_FILES, LISTS, QUIZ_KINDS, scene, SINGLE } from './schema/index.ts';

interface Def {
  type: string;
  shape?: Record<string, $ZodType>;
  innerType?: $ZodType;
  element?: $ZodType;
  options?: $ZodType[];
  items?: $ZodType[];
  entries?: Record<string, string>;
  values?: unknown[];
  defaultValue?: unknown;
}
const defOf = (schema: $ZodType): Def => schema._zod.def as unknown as Def;
const describe = (schema: $ZodType): string | undefined => (schema as z.ZodType).description;

/** Schemas that have a word of their own in the tables. */
const WORDS = new Map<unknown, string>([
  [id, 'id'],
  [date, 'date'],
  [point, '[longitude, latitude]'],
  [ids, 'list of ids'],
  [sourceIds, 'list of ids'],
  [webAddress, 'web address'],
]);
/** `.describe()` makes a copy of the schema that shares its definition. */
const BY_DEF = new Map<unknown, string>(
  [...WORDS].map(([schema, word]) => [defOf(schema as $ZodType), word]),
);

function kindOf(schema: $ZodType): string {
  const def = defOf(schema);
  const word = BY_DEF.get(def);
  if (word) return word;
  if (def.innerType) return kindOf(def.innerType);
  switch (def.type) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'true or false';
    case 'enum':
      return Object.values(def.entries ?? {}).join(', ');
    case 'literal':
      return (def.values ?? []).join(', ');
    case 'array': {
      const inner = kindOf(def.element as $ZodType);
      if (inner === 'keys') return 'list of entries';
      return `list of ${/^(?:id|text|date|number)$/.test(inner) ? inner.replace(/^(id|date|number)$/, '$1s').replace('text', 'texts') : inner}`;
    }
    case 'tuple':
      return `[${(def.items ?? []).map(kindOf).join(', ')}]`;
    case 'union':
      return [...new Set((def.options ?? []).map(kindOf))].join(' or ');
    case 'object':
      return 'keys';
    default:
      return 'text';
  }
}

/** Whether the key must be there, and what holds if it is not. */
function neededOf(schema: $ZodType): string {
  const def = defOf(schema);
  if (def.type === 'optional') return 'no';
  if (def.type !== 'default') return 'yes';
  const fallback = def.defaultValue;
  return Array.isArray(fallback) ? 'no' : `no: ${String(fallback)}`;
}

function meaningOf(schema: $ZodType): string {
  let each: $ZodType | undefined = schema;
  while (each) {
    const words = describe(each);
    if (words !== undefined) return words;
    each = defOf(each).innerType;
  }
  return '';
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function rowsOf(schema: $ZodType, prefix: string, without: ReadonlySet<string>): string[] {
  const def = defOf(schema);
  if (def.innerType) return rowsOf(def.innerType, prefix, without);
  if (def.element) return rowsOf(def.element, prefix, without);
  if (def.options) return [...new Set(def.options.flatMap((option) => rowsOf(option, prefix, without)))];
  return Object.entries(def.shape ?? {}).flatMap(([key, value]) => {
    if (without.has(key)) return [];
    const name = `${prefix}${key}`;
    const row = `| \`${name}\` | ${cell(kindOf(value))} | ${neededOf(value)} | ${cell(meaningOf(value))} |`;
    return [row, ...rowsOf(value, `${name}.`, new Set())];
  });
}

const SCHEMAS: Record<string, z.ZodType> = {
  story: SINGLE['story.yaml'],
  map: SINGLE['map.yaml'],
  claims: LIST_FILES['claims.yaml'],
  'front matter': frontMatter,
  scene,
  ...Object.fromEntries(
    Object.entries(LISTS)
      .filter(([name]) => name !== 'claims' && name !== 'quiz')
      .map(([name, { entry }]) => [name, entry]),
  ),
  ...QUIZ_KINDS,
};
const keysOf = (schema: $ZodType): string[] => Object.keys(defOf(schema).shape ?? {});
const EVENT_KEYS = new Set(keysOf(LISTS.events.entry));
/** What every kind of question has; `kind` itself says something else in each. */
const QUESTION_KEYS = new Set(
  keysOf(QUIZ_KINDS.choice).filter((key) => key !== 'kind' && key in QUIZ_KINDS.order.shape),
);
/** Tables that name only the keys of their own: the others are those of an event, or of any question. */
const WITHOUT: Record<string, ReadonlySet<string>> = {
  movements: EVENT_KEYS,
  deadlines: EVENT_KEYS,
  order: QUESTION_KEYS,
  place: QUESTION_KEYS,
  who: QUESTION_KEYS,
};

/** The names of all tables the manual must have. */
export const TABLES: readonly string[] = Object.keys(SCHEMAS);

export function keyTable(name: string): string {
  const schema = SCHEMAS[name];
  if (!schema) throw new Error(`there is no table “${name}”; there are ${TABLES.join(', ')}`);
  return [
    '| key | value | needed | what |',
    '| --- | --- | --- | --- |',
    ...rowsOf(schema, '', WITHOUT[name] ?? new Set()),
  ].join('\n');
}

/** The manual with its tables written anew. */
export function withTables(manual: string): string {
  return manual.replace(
    /<!-- keys:([\w ]+) -->\n[\s\S]*?<!-- \/keys -->/g,
    (_, name: string) =>
      `<!-- keys:${name} -->\n<!-- prettier-ignore-start -->\n\n${keyTable(name)}\n\n<!-- prettier-ignore-end -->\n<!-- /keys -->`,
  );
}
