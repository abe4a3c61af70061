/** What a civil day decides: how far each site had come, and the sum of what had been reported destroyed. */
import { formatCivil } from '#model/dates.ts';
import { strings, type TonnesStrings } from './strings.ts';
import type { TonnesData, TonnesDay, TonnesSite } from './tonnes-data.ts';

/** `undated`: no source states the day on which it ended, nor, by now, that it is still going on. */
export type TonnesState = 'before' | 'under-way' | 'done' | 'undated';

export interface SiteNow {
  id: string;
  state: TonnesState;
  /** The state in words, from long to short. */
  words: string[];
  /** A sentence with everything. */
  sentence: string;
}

export interface TonnesNow {
  sites: ReadonlyMap<string, SiteNow>;
  /**
   * Tonnes of agent whose amount and day of end are both stated, and whose day has come. Our arithmetic: no
   * source gives it, and it is no share of the declared total.
   */
  sum: number;
  /** From long to short. */
  heading: string[];
  finding: string[];
  /** For those who do not see the picture. */
  title: string;
  description: string;
}

/** A day by which everything is known: that of a still. */
export const END = '9999-12-31';

/** On a civil date (`YYYY-MM-DD`). */
export function tonnesNow(data: TonnesData, on: string, words: TonnesStrings = strings): TonnesNow {
  const sites = data.sites.map((site) => siteNow(site, on, words));
  const byId = new Map(sites.map((site) => [site.id, site]));
  const counted = data.sites.filter(
    ({ id, kind, tonnes }) => kind === 'agent' && tonnes !== undefined && byId.get(id)?.state === 'done',
  );
  const sum = addUp(counted.flatMap(({ tonnes }) => tonnes ?? []));
  const still = on === END;
  const [long, short] = still ? [] : ([formatCivil(on), formatCivil(on, true)] as const);
  const { declared } = data;
  const told = (kind: TonnesSite['kind']): string[] =>
    data.sites.flatMap((site) => (site.kind === kind ? (byId.get(site.id)?.sentence ?? []) : []));
  const effluent = told('effluent');
  return {
    sites: byId,
    sum,
    heading:
      short === undefined
        ? [words.heading()]
        : [words.heading(long), words.heading(short), words.headingShort(short)],
    finding: sum > 0 ? words.sum(words.tonnes(sum), still) : words.noSum,
    title: words.title(
      long,
      sum > 0 ? words.tonnesInWords(sum) : undefined,
      declared && words.tonnesInWords(declared.tonnes, declared.approximate),
    ),
    description: [
      ...told('agent'),
      ...(effluent.length > 0 ? [words.effluentSpoken, ...effluent] : []),
      ...(declared ? [declared.note] : []),
    ].join(' '),
  };
}

function siteNow(site: TonnesSite, on: string, words: TonnesStrings): SiteNow {
  const { id, name, kind, tonnes, approximate, start, finish, endedBy } = site;
  const state = stateOf(site, on);
  const said = ((): [long: string, ...shorter: string[]] => {
    switch (state) {
      case 'before':
        return [words.before[kind], words.beforeShort];
      case 'under-way':
        return [...dated(start, (day) => words.since(start?.as ?? words.began, day)), words.underWay];
      case 'done':
        return [
          ...dated(finish, (day) => words.doneOn(words.done[kind], finish?.as, day)),
          finish?.short ?? words.done[kind],
        ];
      case 'undated':
        return endedBy && on >= endedBy.on
          ? [...dated(endedBy, words.endedBy), words.endedByShort(endedBy.short)]
          : [words.noDay];
    }
  })();
  const amount = tonnes === undefined ? words.tonnesNotStated : words.tonnesInWords(tonnes, approximate);
  return { id, state, words: said, sentence: words.sentence(name, amount, said[0]) };
}

/**
 * No source gives daily progress, so between its start and its end a site is under way and nothing more. What
 * has no day of end is never shown as done.
 */
export function stateOf({ start, finish, endedBy }: TonnesSite, on: string): TonnesState {
  if (finish && on >= finish.on) return 'done';
  if (start && on < start.on) return 'before';
  if (finish) return start ? 'under-way' : 'before';
  if (endedBy && on >= endedBy.on) return 'undated';
  return start ? 'under-way' : 'undated';
}

/** The texts with the day long and short. */
function dated(day: TonnesDay | undefined, say: (day: string) => string): [string, string] {
  return [say(day?.text ?? ''), say(day?.short ?? '')];
}

/** The sum in as many decimals as its parts have: 133 + 190 + 600.8 is 923.8. */
function addUp(parts: readonly number[]): number {
  const decimals = Math.max(0, ...parts.map((part) => (String(part).split('.')[1] ?? '').length));
  return Number(parts.reduce((sum, part) => sum + part, 0).toFixed(decimals));
}
