/**
 * What the address of an embed may ask for: `?step=montreux&theme=dark&chrome=0`. Hosts write these by hand, so
 * whatever is wrong or unknown counts as not said.
 */
import { readInstant } from '#model/scene-address.ts';
import type { Instant, Ref } from '#model/scene.ts';

export const THEMES = ['light', 'dark', 'auto'] as const;
export type EmbedTheme = (typeof THEMES)[number];

export interface EmbedOptions {
  /** Light unless the host says otherwise: a page that is light would be torn by a dark embed. */
  theme: EmbedTheme;
  /** Whether title and controls are shown; the source line always is. */
  chrome: boolean;
  /** All steps below one another instead of one at a time: the story’s embed only. */
  scroll: boolean;
  step?: string;
  at?: Instant;
  /** The timeline's period, UTC ms, `from < to`; a date alone is the day's start. */
  from?: number;
  to?: number;
  /** What is shown as chosen from the first. */
  event?: Ref;
  lang?: string;
}

/** The ids that an embed's address may name. */
export interface EmbedIds {
  steps: ReadonlySet<string>;
  events: ReadonlySet<Ref>;
}

/** Addresses longer than this, characters, are no host's: nothing of them is read. */
const LONGEST_QUERY = 4000;

/** Reads a query, with or without its question mark. Of a parameter that is given twice the first counts. */
export function readOptions(query: string, known: EmbedIds): EmbedOptions {
  const params = new URLSearchParams(query.length > LONGEST_QUERY ? '' : query);
  const theme = THEMES.find((name) => name === params.get('theme')) ?? 'light';
  const options: EmbedOptions = {
    theme,
    chrome: params.get('chrome') !== '0',
    scroll: params.get('mode') === 'scroll',
  };
  const step = params.get('step');
  if (step !== null && known.steps.has(step)) options.step = step;
  const event = params.get('event');
  if (event !== null && known.events.has(event)) options.event = event;
  const at = readInstant(params.get('at') ?? '');
  if (at) options.at = at;
  const from = readInstant(params.get('from') ?? '')?.ms;
  const to = readInstant(params.get('to') ?? '')?.ms;
  // One end alone is said of the period there is; both must be in order.
  if (from !== undefined && (to === undefined || from < to)) options.from = from;
  if (to !== undefined && (from === undefined || from < to)) options.to = to;
  const lang = params.get('lang');
  if (lang !== null && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang)) options.lang = lang;
  return options;
}

/** What a host chooses, as the dialog and oEmbed write it. */
export interface EmbedChoices {
  step?: string;
  /** Civil dates, `YYYY-MM-DD`. */
  at?: string;
  from?: string;
  to?: string;
  event?: Ref;
  theme?: EmbedTheme;
  chrome?: boolean;
  scroll?: boolean;
}

/** The query for these choices with its question mark; empty where all is as it would be anyway. */
export function writeOptions({ theme, chrome, scroll, ...rest }: EmbedChoices): string {
  const query = new URLSearchParams();
  if (scroll) query.set('mode', 'scroll');
  for (const key of ['step', 'at', 'from', 'to', 'event'] as const) {
    const value = rest[key];
    if (value) query.set(key, value);
  }
  if (theme && theme !== 'light') query.set('theme', theme);
  if (chrome === false) query.set('chrome', '0');
  const text = query.toString();
  return text && `?${text}`;
}
