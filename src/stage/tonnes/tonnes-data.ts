/** What the picture of the tonnes is drawn from, as plain JSON: the sites of destruction and the declared total. */
import { civilDate, formatDate, type StoryDate } from '#model/dates.ts';
import type { Ref } from '#model/scene.ts';
import type { DestructionSite, Grade, Quantity, Story } from '#model/story.ts';

export interface TonnesDay {
  /** Civil date, `YYYY-MM-DD`: a start counts from the first day it may have been, an end from the last. */
  on: string;
  /** In words, long and short. */
  text: string;
  short: string;
  /** What the day was, if not the beginning or the end of the work: “landed”. */
  as?: string;
}

export interface TonnesSource {
  id: string;
  publisher: string;
  /** In words; absent where the page shows none. */
  date?: string;
}

export interface TonnesSite {
  id: string;
  name: string;
  /** Where room is scarce. */
  label: string;
  /** The place or area that shows it on the map. */
  place?: Ref;
  country: string;
  /** Absent where no source states them. */
  tonnes?: number;
  approximate?: true;
  kind: DestructionSite['kind'];
  detail: string;
  method: string;
  start?: TonnesDay;
  finish?: TonnesDay;
  /** By when it had ended at the latest, where the day is not stated. */
  endedBy?: TonnesDay;
  grade: Grade;
  sources: TonnesSource[];
  note?: string;
}

export interface TonnesDeclared {
  tonnes: number;
  approximate?: true;
  /** In words. */
  date?: string;
  /** What was counted. */
  basis: string;
  grade: Grade;
  sources: TonnesSource[];
  /** A caveat of the figure. */
  caveat?: string;
  /** Why the sites are not added up to it. */
  note: string;
}

export interface TonnesData {
  /** In the order in which they ended, as far as that is stated. */
  sites: TonnesSite[];
  declared?: TonnesDeclared;
}

/** As much of a story as the picture takes. */
export type TonnesStory = Pick<
  Story,
  'destruction' | 'declared' | 'quantities' | 'places' | 'areas' | 'sources'
>;

/** Nothing for a story without sites of destruction. */
export function tonnesData(story: TonnesStory): TonnesData | undefined {
  if (story.destruction.length === 0) return undefined;
  const labels = new Map(story.places.map(({ id, label }) => [id, label]));
  const sources = new Map(story.sources.map((source) => [source.id, source]));
  const cited = (ids: readonly string[]): TonnesSource[] =>
    ids.flatMap((id) => {
      const source = sources.get(id);
      if (!source) return [];
      const { publisher, date } = source;
      return [{ id, publisher, ...(date && { date: formatDate(date) }) }];
    });
  const sites = story.destruction.map((site): TonnesSite => {
    const { id, name, place, country, tonnes, approximate, kind, detail, method, grade, note } = site;
    return {
      id,
      name,
      label: site.label ?? labels.get(place ?? '') ?? name,
      ...(place !== undefined && { place }),
      country,
      ...(tonnes !== undefined && { tonnes }),
      ...(approximate && { approximate }),
      kind,
      detail,
      method,
      ...(site.start && { start: firstDay(site.start, site.startAs) }),
      ...(site.finish && { finish: lastDay(site.finish, site.finishAs) }),
      ...(site.endedBy && { endedBy: lastDay(site.endedBy) }),
      grade,
      sources: cited(site.sources),
      ...(note !== undefined && { note }),
    };
  });
  const total = story.quantities.find(({ id }) => id === story.declared?.quantity);
  const declared = total && story.declared && declaredOf(total, cited(total.sources), story.declared.note);
  return { sites: sites.sort(byEnd), ...(declared && { declared }) };
}

function declaredOf(total: Quantity, sources: TonnesSource[], note: string): TonnesDeclared {
  return {
    tonnes: total.value,
    ...(total.approximate && { approximate: true }),
    ...(total.date && { date: formatDate(total.date) }),
    basis: total.basis,
    grade: total.grade,
    sources,
    ...(total.note !== undefined && { caveat: total.note }),
    note,
  };
}

function firstDay(date: StoryDate, as?: string): TonnesDay {
  return { on: civilDate(date.start, date.offset), ...words(date, as) };
}

/** Done on the last day that the date may mean: nothing is shown as done before it was. */
function lastDay(date: StoryDate, as?: string): TonnesDay {
  return { on: civilDate(date.end - 1, date.offset), ...words(date, as) };
}

function words(date: StoryDate, as: string | undefined): Omit<TonnesDay, 'on'> {
  return { text: formatDate(date), short: formatDate(date, true), ...(as !== undefined && { as }) };
}

/** Sites whose end no source dates stand last, in the order of the file. */
function byEnd(a: TonnesSite, b: TonnesSite): number {
  const [first, second] = [a, b].map(({ finish, endedBy }) => (finish ?? endedBy)?.on ?? '~');
  return first === second ? 0 : first! < second! ? -1 : 1;
}
