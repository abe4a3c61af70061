/** Every point of every series in long form, and every single figure. */
import type { Quantity, Series, SeriesPoint, Story } from '#model/story.ts';
import { table, type TableColumn } from './csv.ts';
import type { Download } from './types.ts';

interface Point {
  series: Series;
  point: SeriesPoint;
}

export function seriesCsv(story: Story): Download[] {
  if (story.series.length === 0) return [];
  const rows = story.series.flatMap((series) => series.points.map((point) => ({ series, point })));
  const file = {
    path: 'data/series.csv',
    title: 'Shares and amounts over time',
    describes:
      'One row for each figure of each series. Two series count differently: never join points of one with ' +
      'points of another.',
  };
  return table(story, file, SERIES_COLUMNS, rows);
}

const SERIES_COLUMNS: TableColumn<Point>[] = [
  { name: 'series', description: 'Id of the series: one way of counting', cell: ({ series }) => series.id },
  { name: 'label', description: 'Its name', cell: ({ series }) => series.label },
  {
    name: 'basis',
    description: 'What the figure is a share or an amount of',
    cell: ({ series }) => series.basis,
  },
  {
    name: 'kind',
    description: 'announced: as published; derived: our arithmetic; required: what a plan asked for',
    cell: ({ series }) => series.kind,
  },
  { name: 'plan', description: 'For required series: which plan', cell: ({ series }) => series.plan },
  {
    name: 'date',
    description: 'The day the figure is as of',
    datatype: 'date',
    cell: ({ point }) => point.date,
  },
  { name: 'value', description: 'The figure', datatype: 'number', cell: ({ point }) => point.value },
  { name: 'unit', description: 'percent or tonnes', cell: ({ series }) => series.unit },
  {
    name: 'approximate',
    description: 'true where it was announced as “about”',
    datatype: 'boolean',
    cell: ({ point }) => point.approximate,
  },
  { name: 'by', description: 'Who announced it', cell: ({ point }) => point.by },
  {
    name: 'event',
    description: 'Id of the event it belongs to, in events.csv',
    cell: ({ point }) => point.event,
  },
  { name: 'note', description: 'A caveat to keep with the figure', cell: ({ point }) => point.note },
  {
    name: 'sources',
    description: 'Ids of sources.bib and sources.csl.json',
    list: true,
    cell: ({ point }) => point.sources,
  },
  {
    name: 'grade',
    description: 'A: official text read; B: reputable secondary source read',
    cell: ({ point }) => point.grade,
  },
];

export function figuresCsv(story: Story): Download[] {
  if (story.quantities.length === 0) return [];
  const file = {
    path: 'data/figures.csv',
    title: 'Single figures',
    describes: 'One row for each figure that the text quotes, with its basis, date and sources.',
  };
  return table(story, file, FIGURE_COLUMNS, story.quantities);
}

const FIGURE_COLUMNS: TableColumn<Quantity>[] = [
  { name: 'id', description: 'Stable id', cell: ({ id }) => id },
  {
    name: 'value',
    description: 'The figure, or the lower end of a range',
    datatype: 'number',
    cell: ({ value }) => value,
  },
  { name: 'to', description: 'For a range: its upper end', datatype: 'number', cell: ({ to }) => to },
  { name: 'unit', description: 'What was counted or measured', cell: ({ unit }) => unit },
  { name: 'text', description: 'As the story prints it', cell: ({ text }) => text },
  {
    name: 'approximate',
    description: 'true where it is “about”',
    datatype: 'boolean',
    cell: ({ approximate }) => approximate,
  },
  {
    name: 'date',
    description: 'The day or time it holds for, as ISO 8601-2 spells it',
    cell: ({ date }) => date?.edtf,
  },
  { name: 'basis', description: 'Who counted what', cell: ({ basis }) => basis },
  {
    name: 'derived',
    description: 'true: our arithmetic, as the basis says',
    datatype: 'boolean',
    cell: ({ derived }) => derived,
  },
  { name: 'note', description: 'A caveat to keep with the figure', cell: ({ note }) => note },
  {
    name: 'sources',
    description: 'Ids of sources.bib and sources.csl.json',
    list: true,
    cell: ({ sources }) => sources,
  },
  {
    name: 'grade',
    description: 'A: official text read; B: reputable secondary source read',
    cell: ({ grade }) => grade,
  },
];
