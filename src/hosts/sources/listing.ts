/** How the sources page sorts what it shows. Pure, so that tests can ask the same questions as a reader. */
import { formatDate } from '#model/dates.ts';
import type { Source, Story } from '#model/story.ts';

export interface StepLink {
  id: string;
  title: string;
}

/** A source with everything that points back to it. */
export interface ListedSource {
  source: Source;
  /** Number of its note in the story, if the text cites it. */
  note?: number;
  steps: StepLink[];
  /** Used by an event, a figure, a position or a place, though no step cites it. */
  inData: boolean;
}

export interface PublisherGroup {
  publisher: string;
  sources: ListedSource[];
}

/** Sources by publisher in alphabetical order, each publisher's from the oldest to the newest, undated ones last. */
export function groupByPublisher(story: Story): PublisherGroup[] {
  const titles = stepTitles(story);
  const notes = new Map(story.notes.map((note) => [note.source, note]));
  const inData = sourcesOfData(story);
  const groups = new Map<string, ListedSource[]>();
  for (const source of story.sources) {
    const note = notes.get(source.id);
    const listed: ListedSource = {
      source,
      ...(note ? { note: note.number } : {}),
      steps: (note?.steps ?? []).map((id) => ({ id, title: titles.get(id) ?? id })),
      inData: inData.has(source.id),
    };
    groups.set(source.publisher, [...(groups.get(source.publisher) ?? []), listed]);
  }
  const compare = new Intl.Collator(story.meta.language).compare;
  return [...groups]
    .map(([publisher, sources]) => ({ publisher, sources: sources.toSorted(byDateThenTitle) }))
    .toSorted((a, b) => compare(a.publisher, b.publisher));
}

function byDateThenTitle(a: ListedSource, b: ListedSource): number {
  const from = a.source.date?.start ?? Infinity;
  const to = b.source.date?.start ?? Infinity;
  return from === to ? a.source.title.localeCompare(b.source.title) : from - to;
}

/** Titles of all steps by id. */
export function stepTitles(story: Story): Map<string, string> {
  return new Map(story.chapters.flatMap(({ steps }) => steps.map(({ id, title }) => [id, title])));
}

function sourcesOfData(story: Story): Set<string> {
  const sourced: { sources: string[] }[] = [
    ...story.events,
    ...story.events.flatMap(({ details }) => details),
    ...story.events.flatMap(({ movement }) => movement?.cargo ?? []),
    ...story.places,
    ...story.actors,
    ...story.ships,
    ...story.voyages,
    ...story.areas,
    ...story.series.flatMap(({ points }) => points),
    ...story.quantities,
    ...story.destruction,
    ...story.positions.flatMap(({ statements }) => statements),
    ...story.glossary,
    ...story.discrepancies.flatMap(({ values }) => values),
    ...story.claims,
  ];
  return new Set(sourced.flatMap(({ sources }) => sources));
}

/** How many sources are of each kind, most first; kinds without a source are left out. */
export function countKinds(story: Story): { kind: Source['kind']; count: number }[] {
  const counts = new Map<Source['kind'], number>();
  for (const { kind } of story.sources) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => b.count - a.count);
}

/** A title without the square brackets that mark descriptions in the content: the page says so in words. */
export function plainTitle({ title, descriptive }: Pick<Source, 'title' | 'descriptive'>): string {
  return descriptive ? title.replace(/^\[(.*)\]$/, '$1') : title;
}

/** “Reuters, 31 January 2014”: enough to recognise a source in a list of several. */
export function shortName({ publisher, date }: Source): string {
  return date ? `${publisher}, ${formatDate(date)}` : publisher;
}

/** “Arabic”, in the page's language; undefined for sources in that language itself. */
export function foreignLanguage(code: string, pageLanguage: string): string | undefined {
  if (code === pageLanguage.split('-')[0]) return undefined;
  return new Intl.DisplayNames([pageLanguage], { type: 'language' }).of(code) ?? code;
}

/** “52 kB”, as file managers say it: thousands of bytes. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const kilobytes = bytes / 1000;
  return kilobytes < 10 ? `${kilobytes.toFixed(1)} kB` : `${Math.round(kilobytes)} kB`;
}
