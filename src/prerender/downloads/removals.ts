/**
 * The loads that left, with the figures announced at the time, every basis in a column of its own.
 *
 * Figures were announced on days without a load, too; such a day is a row of kind `figure`, since giving the
 * figure to the nearest load would say something that no source says.
 */
import type { Series, SeriesPoint, Story, StoryEvent } from '#model/story.ts';
import { parseDate, type StoryDate } from '#model/dates.ts';
import { table, type TableColumn } from './csv.ts';
import { byDate } from './dates.ts';
import { dateColumns } from './events-csv.ts';
import type { Download } from './types.ts';

interface Row {
  date: StoryDate;
  load?: StoryEvent;
  /** Figures by series id. */
  figures: Map<string, SeriesPoint>;
}

export function removalsCsv(story: Story): Download[] {
  const rows = removalRows(story);
  if (rows.length === 0) return [];
  const file = {
    path: 'data/removals.csv',
    title: 'Loads and announced shares',
    describes:
      'One row for each load that left by sea, and one for each further day on which a share was announced. ' +
      'Each way of counting has a column of its own; they are not interchangeable.',
  };
  return table(story, file, columns(story, rows), rows);
}

/** Loads in order of date, and days between the first and the last on which a figure alone was announced. */
export function removalRows(story: Story): Row[] {
  const loads: Row[] = story.events
    .filter((event) => event.kind === 'movement')
    .map((load) => ({ date: load.date, load, figures: new Map() }));
  if (loads.length === 0) return [];
  const from = Math.min(...loads.map(({ date }) => date.start));
  const to = Math.max(...loads.map(({ date }) => date.end));
  const days = new Map<string, Row>();
  for (const series of story.series.filter(({ kind }) => kind !== 'required')) {
    for (const point of series.points) {
      const date = parseDate(point.date);
      const load = loads.find((row) => row.load?.id === point.event && !row.figures.has(series.id));
      if (load) load.figures.set(series.id, point);
      else if (date.start >= from && date.start < to) {
        const day = days.get(point.date) ?? { date, figures: new Map<string, SeriesPoint>() };
        day.figures.set(series.id, point);
        days.set(point.date, day);
      }
    }
  }
  return [...loads, ...days.values()].sort((a, b) => byDate(a.date, b.date));
}

function columns(story: Story, rows: Row[]): TableColumn<Row>[] {
  const shipNames = new Map(story.ships.map(({ id, name }) => [id, name]));
  const used = story.series.filter(({ id }) => rows.some(({ figures }) => figures.has(id)));
  const load = (
    name: string,
    description: string,
    cell: (event: StoryEvent) => string | number | string[] | undefined,
    more: Partial<TableColumn<Row>> = {},
  ): TableColumn<Row> => ({ name, description, cell: (row) => row.load && cell(row.load), ...more });
  return [
    load('id', 'Id of the load, as in events.csv', ({ id }) => id),
    {
      name: 'kind',
      description: 'load: chemicals left on this date; figure: a share was announced as of this date',
      cell: (row) => (row.load ? 'load' : 'figure'),
    },
    ...dateColumns<Row>(),
    load('number', 'Number of the load; empty where sources disagree', ({ movement }) => movement?.ordinal, {
      datatype: 'integer',
    }),
    load(
      'number_status',
      'Who states the number, or that it is inferred',
      ({ movement }) => movement?.ordinalStatus,
    ),
    load('what', 'What happened, in one sentence', ({ what }) => what),
    load(
      'ships',
      'Ships that carried it; empty where not published',
      ({ movement }) => movement?.ships.map((id) => shipNames.get(id) ?? id),
      { list: true },
    ),
    load('ships_note', 'How the ship is known', ({ movement }) => movement?.shipsNote),
    load('escorts', 'Escorts as the sources name them', ({ movement }) => movement?.escorts, { list: true }),
    load('cargo', 'What was on board, where published', ({ movement }) => movement?.cargo?.text),
    ...used.map(figureColumn),
    {
      name: 'approximate_figures',
      description: 'Columns whose figure was announced as “about”',
      list: true,
      cell: ({ figures }) => used.filter(({ id }) => figures.get(id)?.approximate).map(columnName),
    },
    {
      name: 'figures_as_of',
      description: 'The days the figures are as of; several where they differ',
      list: true,
      cell: ({ figures }) => unique([...figures.values()].map(({ date }) => date)),
    },
    {
      name: 'announced_by',
      description: 'Who announced the figures',
      list: true,
      cell: ({ figures }) => unique([...figures.values()].map(({ by }) => by)),
    },
    {
      name: 'figure_notes',
      description: 'Caveats to keep with the figures',
      list: true,
      cell: ({ figures }) => unique([...figures.values()].flatMap(({ note }) => note ?? [])),
    },
    load('note', 'A caveat to keep with the load', ({ note }) => note),
    {
      name: 'sources',
      description: 'Ids of sources.bib and sources.csl.json, of the load and of its figures',
      list: true,
      cell: ({ load, figures }) =>
        unique([...(load?.sources ?? []), ...[...figures.values()].flatMap(({ sources }) => sources)]),
    },
    load(
      'grade',
      'A: official or primary text read; B: reputable secondary source read',
      ({ grade }) => grade,
    ),
  ];
}

function figureColumn(series: Series): TableColumn<Row> {
  const ours = series.kind === 'derived' ? ' Our arithmetic.' : '';
  return {
    name: columnName(series),
    description: `${series.label}, in ${series.unit}. Basis: ${series.basis}${series.basis.endsWith('.') ? '' : '.'}${ours}`,
    datatype: 'number',
    cell: ({ figures }) => figures.get(series.id)?.value,
  };
}

/** `removed-or-destroyed` in percent becomes `removed_or_destroyed_percent`. */
function columnName({ id, unit }: Series): string {
  return `${id.replaceAll('-', '_')}_${unit}`;
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
