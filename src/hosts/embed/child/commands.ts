/** What a host may ask of an embed: a short list of verbs whose values are checked here, whichever way they come. */

/** Where to go; the view decides whether it knows it. Texts of at most 100 characters. */
export interface GotoTarget {
  step?: string;
  at?: string;
  event?: string;
}

export type Theme = 'light' | 'dark' | 'auto';

export type Command =
  | { type: 'goto'; target: GotoTarget }
  | { type: 'theme'; theme: Theme }
  /** Say again what you said when you began. */
  | { type: 'hello' };

const LONGEST = 100;
const KEYS = ['step', 'at', 'event'] as const;
const THEMES: readonly unknown[] = ['light', 'dark', 'auto'];

export const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null;

function readTarget(data: Record<string, unknown>): GotoTarget | undefined {
  const target: GotoTarget = {};
  for (const key of KEYS) {
    const value = Object.hasOwn(data, key) ? data[key] : undefined;
    if (value === undefined) continue;
    // Half a target is a mistake: better nowhere than somewhere else.
    if (typeof value !== 'string' || value === '' || value.length > LONGEST) return undefined;
    target[key] = value;
  }
  return Object.keys(target).length > 0 ? target : undefined;
}

/** A command as an object: `{ type: 'goto', step: '…' }`, `{ type: 'theme', theme: 'dark' }`, `{ type: 'hello' }`. */
export function readCommand(data: unknown): Command | undefined {
  if (!isRecord(data)) return undefined;
  const { type, theme } = data;
  if (type === 'hello') return { type };
  if (type === 'theme') return THEMES.includes(theme) ? { type, theme: theme as Theme } : undefined;
  const target = type === 'goto' && readTarget(data);
  return target ? { type: 'goto', target } : undefined;
}

/** The same as JSON text. */
export function readJson(text: string): Command | undefined {
  try {
    return readCommand(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * A command as a verb and a text, as pym sends it: `theme` with `dark`; `goto` with the id of a step, with `at:…`,
 * `event:…` or `step:…`, or with an object in JSON.
 */
export function readVerb(verb: string, text: string): Command | undefined {
  if (verb !== 'goto') return readCommand({ type: verb, theme: text });
  if (text.startsWith('{')) {
    const command = readJson(`{"type":"goto",${text.slice(1)}`);
    return command?.type === 'goto' ? command : undefined;
  }
  const [, key = 'step', value = ''] = /^(?:(step|at|event):)?(.*)$/s.exec(text) ?? [];
  return readCommand({ type: 'goto', [key]: value });
}
