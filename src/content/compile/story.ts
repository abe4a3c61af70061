/** The validated files as the compiled story of `#model/story.ts`. */
import { parseDate, type StoryDate } from '#model/dates.ts';
import type { Classroom } from '#model/lesson.ts';
import type { LonLat } from '#model/scene.ts';
import type { Chapter, Note, Story, StoryEvent } from '#model/story.ts';
import type { ContentFolder } from '../files/folder.ts';
import { LIST_FILES, type EntryOf, type ListName, type MapFile, type StoryFile } from '../schema/index.ts';
import { orderStatements } from './positions.ts';

/** Without keys that are undefined: the story is handed on as JSON. */
function defined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

const optionalDate = (text: string | undefined): StoryDate | undefined =>
  text === undefined ? undefined : parseDate(text);

type MarkFile = EntryOf<'events'>;

function markOf(file: MarkFile, kind: StoryEvent['kind']): StoryEvent {
  const { id, title, what, thread, rank, places, actors, links, details, disputed, sources, grade, note } =
    file;
  const date = parseDate(file.date);
  return defined({
    ...{
      id,
      kind,
      date,
      title,
      what,
      thread,
      rank,
      places,
      actors,
      links,
      details,
      disputed,
      sources,
      grade,
      note,
    },
  });
}

function eventsOf(content: ContentFolder): StoryEvent[] {
  const { events, movements, deadlines } = content.lists;
  const all: StoryEvent[] = [
    ...events.map(({ value }) => markOf(value, 'event')),
    ...movements.map(({ value }) => {
      const { ordinal, ordinalStatus, ships, shipsNote, escorts, cargo } = value;
      const movement = defined({ ordinal, ordinalStatus, ships, shipsNote, escorts, cargo });
      return { ...markOf(value, 'movement'), movement };
    }),
    ...deadlines.map(({ value }) => {
      const { setBy, requirement, met, outcome } = value;
      const outcomeDate = optionalDate(value.outcomeDate);
      const deadline = defined({
        setBy,
        setOn: parseDate(value.setOn),
        requirement,
        met,
        outcome,
        outcomeDate,
      });
      return { ...markOf(value, 'deadline'), deadline };
    }),
  ];
  return all.sort(
    (a, b) => a.date.start - b.date.start || a.date.end - b.date.end || a.id.localeCompare(b.id),
  );
}

const points = (list: readonly (readonly [number, number])[]): LonLat[] =>
  list.map(([lon, lat]) => [lon, lat]);

/** What stands beside the list of sites; the file was found valid before anything is compiled. */
function declaredOf(content: ContentFolder): Pick<Story, 'declared'> {
  const raw = content.yaml.get('destruction.yaml')?.data as { declared?: unknown } | undefined;
  const declared = LIST_FILES['destruction.yaml'].shape.declared.parse(raw?.declared);
  return declared ? { declared } : {};
}

export function compileStory(
  content: ContentFolder,
  story: StoryFile,
  map: MapFile,
  {
    chapters,
    notes,
    method,
    about,
    classroom,
  }: { chapters: Chapter[]; notes: Note[]; method: string; about: string; classroom: Classroom | undefined },
): Story {
  const { lists } = content;
  const values = <L extends ListName>(list: L): EntryOf<L>[] =>
    (lists[list] as { value: EntryOf<L> }[]).map(({ value }) => value);
  const names = new Map(values('actors').map(({ id, name }) => [id, name]));
  const { title, dek, description, language, direction, contentNote, licence, authors, updated } = story;
  const span = parseDate(story.span);
  return {
    meta: defined({
      ...{ title, dek, description, language, direction, contentNote, method, licence, authors, updated },
      span: [span.start, span.end] as const,
      map: {
        credit: map.credit,
        note: map.note,
        disputed: map.disputed.map(({ id, label }) => ({ id, label })),
        names: map.names.map(({ at: [lon, lat], ...name }) => ({ ...name, at: [lon, lat] as const })),
      },
    }),
    threads: story.threads,
    chapters,
    events: eventsOf(content),
    places: values('places').map((place) =>
      defined({
        ...place,
        label: place.label ?? place.name,
        at: place.at ? ([place.at[0], place.at[1]] as const) : undefined,
      }),
    ),
    actors: values('actors'),
    ships: values('ships').map(defined),
    voyages: values('voyages').map((voyage) =>
      defined({
        ...voyage,
        depart: optionalDate(voyage.depart),
        arrive: optionalDate(voyage.arrive),
        escortsFrom: optionalDate(voyage.escortsFrom),
        route: points(voyage.route),
      }),
    ),
    areas: values('areas').map((area) => ({
      ...area,
      ring: points(area.ring),
      from: parseDate(area.from),
      to: parseDate(area.to),
    })),
    series: values('series').map((series) =>
      defined({
        ...series,
        points: series.points.map(defined).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
      }),
    ),
    quantities: values('quantities').map((quantity) =>
      defined({ ...quantity, date: optionalDate(quantity.date) }),
    ),
    destruction: values('sites').map((site) =>
      defined({
        ...site,
        start: optionalDate(site.start),
        finish: optionalDate(site.finish),
        endedBy: optionalDate(site.endedBy),
      }),
    ),
    ...declaredOf(content),
    positions: values('positions').map((position) =>
      defined({
        ...position,
        statements: orderStatements(position, (holder) => names.get(holder) ?? holder, language).map(
          (statement) => ({
            ...statement,
            stated: parseDate(statement.stated),
          }),
        ),
      }),
    ),
    sources: values('sources').map(({ copy, ...source }) =>
      defined({
        ...source,
        date: optionalDate(source.date),
        seen: source.url && !copy ? ('original' as const) : ('copy' as const),
      }),
    ),
    glossary: values('terms'),
    discrepancies: values('discrepancies'),
    claims: values('claims').map(defined),
    corrections: values('corrections').map((correction) => ({
      ...correction,
      date: parseDate(correction.date),
    })),
    cameras: map.cameras,
    notes,
    ...(classroom && { classroom }),
    ...(story.report && { report: { source: story.report.source, html: about } }),
  };
}
