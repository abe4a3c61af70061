/** Holds parsed YAML against a zod schema, in an editor's words and with the place of each fault. */
import type { z } from 'zod';
import type { $ZodIssue, $ZodType } from 'zod/v4/core';
import type { ContentProblem } from '../problem.ts';
import { suggest } from '../suggest.ts';
import type { Path, YamlData } from './yaml.ts';

interface Def {
  type: string;
  shape?: Record<string, $ZodType>;
  innerType?: $ZodType;
  element?: $ZodType;
  options?: $ZodType[];
  items?: $ZodType[];
  out?: $ZodType;
}
const defOf = (schema: $ZodType): Def => schema._zod.def as unknown as Def;

/** The keys an object may have at `path` below `schema`. */
function keysAt(schema: $ZodType | undefined, path: Path): string[] {
  if (!schema) return [];
  const def = defOf(schema);
  if (def.innerType) return keysAt(def.innerType, path);
  if (def.type === 'pipe') return keysAt(def.out, path);
  if (def.type === 'union') return (def.options ?? []).flatMap((option) => keysAt(option, path));
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(def.shape ?? {});
  if (def.shape) return keysAt(def.shape[String(key)], rest);
  if (def.items) return keysAt(def.items[Number(key)], rest);
  return keysAt(def.element, rest);
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) value = (value as Record<string | number, unknown> | null | undefined)?.[key];
  return value;
}

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys and values',
  tuple: 'a list',
};

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return KINDS[typeof value] ?? typeof value;
}

/** How many things would have to change for the value to pass. */
const faults = (issues: readonly $ZodIssue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);

/** Of the ways a union may be written, the one that was meant: it fits the value's kind, and has fewest faults. */
function meant(issue: $ZodIssue & { code: 'invalid_union' }): $ZodIssue[] {
  const fitting = issue.errors.filter(
    (issues) => !issues.some((each) => each.path.length === 0 && each.code === 'invalid_type'),
  );
  const ways = [...(fitting.length > 0 ? fitting : issue.errors)];
  return ways.sort((a, b) => faults(a) - faults(b))[0] ?? [];
}

/** Issues with the unions taken apart, and one issue for each unknown key. */
function* flatten(
  issues: readonly $ZodIssue[],
  base: Path = [],
): Generator<$ZodIssue & { path: PropertyKey[] }> {
  for (const issue of issues) {
    const path = [...base, ...(issue.path as Path)];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const literals = issue.errors.flatMap((list) =>
        list.length === 1 && list[0]?.code === 'invalid_value' ? list[0].values : [],
      );
      if (literals.length === issue.errors.length) {
        yield { code: 'invalid_value', values: literals, path, message: '', input: undefined };
      } else {
        yield* flatten(meant(issue), path);
      }
    } else if (issue.code === 'invalid_union' && 'options' in issue) {
      // None of the words that decide which keys an entry has.
      yield {
        code: 'invalid_value',
        values: [...(issue.options as string[])],
        path,
        message: '',
        input: undefined,
      };
    } else if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) yield { ...issue, keys: [key], path };
    } else {
      yield { ...issue, path };
    }
  }
}

const key = (path: readonly PropertyKey[]): string => {
  const name = [...path].reverse().find((part) => typeof part === 'string');
  return name === undefined ? 'this' : `“${String(name)}”`;
};

function say(issue: $ZodIssue, value: unknown): string {
  const name = key(issue.path);
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return `${name} is missing`;
      if (issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
        return `${name} must be text; put it in quotes: "${value}"`;
      }
      return `${name} must be ${KINDS[issue.expected] ?? issue.expected}, not ${kindOf(value)}`;
    case 'invalid_value': {
      if (value === undefined) return `${name} is missing`;
      if (issue.path.at(-1) === 'grade') {
        return `grade ${String(value)} is not published: only A and B are; leave the entry or the field out`;
      }
      const words = issue.values.map(String);
      const list = words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words[0];
      return `${name} cannot be “${String(value)}”; write ${list}`;
    }
    case 'too_small':
      if (issue.origin === 'string') return `${name} is empty`;
      if (issue.origin === 'array') {
        return issue.minimum === 1
          ? `${name} is an empty list; name at least one`
          : `${name} must have at least ${issue.minimum} items`;
      }
      return `${name} must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}, not ${String(value)}`;
    case 'too_big':
      if (issue.origin === 'string') {
        return `${name} has ${[...String(value)].length} characters; at most ${issue.maximum} fit`;
      }
      if (issue.origin === 'array') return `${name} must have at most ${issue.maximum} items`;
      return `${name} must be at most ${issue.maximum}, not ${String(value)}`;
    case 'invalid_format':
      if (issue.format === 'url') return `${name} is not a web address: “${String(value)}”`;
      return issue.message.startsWith('Invalid')
        ? `${name} is misspelt: “${String(value)}”`
        : `${name} is “${String(value)}”, but ${issue.message}`;
    case 'unrecognized_keys':
      return / /.test(issue.keys[0] ?? '')
        ? `unknown key “${issue.keys[0]}”; a text with a comma within { } needs quotes`
        : `unknown key “${issue.keys[0]}”`;
    default:
      return issue.message.startsWith('Invalid') ? `${name} is not as it should be` : issue.message;
  }
}

/**
 * Validates `yaml.data`, or the part of it at `path`.
 * @returns the typed data, or `undefined` with the problems pushed to `problems`.
 */
export function validate<S extends z.ZodType>(
  schema: S,
  yaml: YamlData,
  problems: ContentProblem[],
  path: Path = [],
): z.output<S> | undefined {
  const data = valueAt(yaml.data, path);
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  for (const issue of flatten(result.error.issues as $ZodIssue[])) {
    const inner = issue.path as Path;
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const full = [...path, ...inner];
    const place = unknown === undefined ? yaml.placeOf(full) : yaml.placeOf([...full, unknown], 'key');
    const hint =
      unknown !== undefined
        ? suggest(unknown, keysAt(schema, inner))
        : issue.code === 'invalid_value' && issue.path.at(-1) !== 'grade'
          ? suggest(String(valueAt(data, inner)), issue.values.map(String))
          : {};
    problems.push({ file: yaml.name, ...place, message: say(issue, valueAt(data, inner)), ...hint });
  }
  return undefined;
}
