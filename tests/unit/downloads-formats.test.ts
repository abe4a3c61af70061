/** Every download opens in a library made for its format, and holds what the story holds. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { check } from '@placemarkio/check-geojson';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { downloads, summarise } from '#prerender/downloads/index.ts';
import { tinyStory } from './support/tiny-story.ts';

const story = tinyStory();
const files = downloads(story);

function body(path: string): string {
  const file = files.find((download) => download.path === path);
  if (!file)
    throw new Error(`there is no ${path} among ${files.map((download) => download.path).join(', ')}`);
  return file.body;
}

function rows(path: string): Record<string, string>[] {
  return parse(body(path), { columns: true });
}

test('a story has every file, each under data/ and named once', () => {
  expect(files.map(({ path }) => path)).toEqual([
    'data/README.txt',
    'data/events.json',
    'data/events.csv',
    'data/events.csv-metadata.json',
    'data/removals.csv',
    'data/removals.csv-metadata.json',
    'data/series.csv',
    'data/series.csv-metadata.json',
    'data/figures.csv',
    'data/figures.csv-metadata.json',
    'data/story.geojson',
    'data/sources.bib',
    'data/sources.csl.json',
    'data/quotes.json',
  ]);
});

test('a story without loads, series and figures has no empty tables', () => {
  const bare = {
    ...tinyStory(),
    events: [],
    series: [],
    quantities: [],
    voyages: [],
    areas: [],
    sources: [],
  };
  const paths = downloads(bare).map(({ path }) => path);
  expect(paths).not.toContain('data/removals.csv');
  expect(paths).not.toContain('data/series.csv');
  expect(paths).not.toContain('data/figures.csv');
});

test.each(files.filter(({ path }) => path !== 'data/quotes.json').map((file) => [file.path, file.body]))(
  '%s names the licence',
  (_, text) => {
    expect(text).toMatch(/CC BY 4\.0|creativecommons\.org\/licenses\/by\/4\.0/);
  },
);

test.each(['data/README.txt', 'data/events.json', 'data/sources.bib', 'data/quotes.json'])(
  '%s says that quotations are not ours to license',
  (path) => {
    expect(body(path).replace(/\s+/g, ' ')).toContain(
      'belong to their owners and are not under this licence',
    );
  },
);

test('a summary has the size in bytes, not in characters', () => {
  const summary = summarise([{ path: 'data/x', type: 'text/plain', title: 'X', describes: 'x', body: 'é' }]);
  expect(summary).toEqual([{ path: 'data/x', type: 'text/plain', title: 'X', describes: 'x', bytes: 2 }]);
});

describe('tables', () => {
  test.each(['events', 'removals', 'series', 'figures'])(
    'every row of %s.csv has a cell for every column',
    (name) => {
      const cells: string[][] = parse(body(`data/${name}.csv`), { relax_column_count: false });
      expect(cells.length).toBeGreaterThan(1);
      const documented = files.find(({ path }) => path === `data/${name}.csv`)?.columns ?? [];
      expect(cells[0]).toEqual(documented.map((column) => column.name));
      for (const { description } of documented) expect(description).not.toBe('');
    },
  );

  test.each(['events', 'removals', 'series', 'figures'])(
    '%s.csv-metadata.json describes the same columns',
    (name) => {
      const metadata = JSON.parse(body(`data/${name}.csv-metadata.json`)) as {
        url: string;
        'dc:license': { '@id': string };
        tableSchema: { columns: { name: string; 'dc:description': string }[] };
      };
      expect(metadata.url).toBe(`${name}.csv`);
      expect(metadata['dc:license']['@id']).toBe('https://creativecommons.org/licenses/by/4.0/');
      const [header]: string[][] = parse(body(`data/${name}.csv`), { to: 1 });
      expect(metadata.tableSchema.columns.map((column) => column.name)).toEqual(header);
    },
  );

  test('events.csv keeps commas and quotation marks inside their cells', () => {
    const table = rows('data/events.csv');
    expect(table.map(({ id }) => id)).toEqual(['dawn', 'load-01', 'deadline-end', 'load-02']);
    expect(table[3]).toMatchObject({
      id: 'load-02',
      date: '2014-02-10~',
      first_day: '2014-02-10',
      date_approximate: 'true',
      note: 'The day is about right, the hour, not known.',
      causes: 'load-01',
    });
    expect(table[1]).toMatchObject({ places: 'Old Harbour', place_ids: 'harbour' });
  });

  test('events.csv gives the civil day at the place, not the day in UTC', () => {
    // 01:30 at UTC+3 is still the day before in UTC.
    expect(rows('data/events.csv')[0]).toMatchObject({ first_day: '2014-01-02', last_day: '2014-01-02' });
  });

  test('removals.csv has each basis in a column of its own', () => {
    const table = rows('data/removals.csv');
    expect(table.map(({ kind, first_day: day }) => [kind, day])).toEqual([
      ['load', '2014-01-07'],
      ['figure', '2014-01-29'],
      ['load', '2014-02-10'],
    ]);
    expect(table[0]).toMatchObject({
      id: 'load-01',
      number: '1',
      ships: 'Heron',
      escorts: 'a frigate; grey | a tug',
      removed_percent: '4.1',
      removed_or_destroyed_percent: '',
      approximate_figures: 'removed_percent',
      figures_as_of: '2014-01-08',
    });
    expect(table[1]).toMatchObject({ removed_percent: '5', removed_or_destroyed_percent: '7', id: '' });
    expect(table[2]).toMatchObject({ number: '', removed_percent: '', ships: '' });
  });

  test('removals.csv has no column for what a plan required', () => {
    expect(Object.keys(rows('data/removals.csv')[0] ?? {})).not.toContain('required_original_percent');
  });

  test('series.csv and figures.csv hold every figure with its basis', () => {
    const points = story.series.flatMap(({ points: all }) => all);
    const table = rows('data/series.csv');
    expect(table.map(({ value }) => Number(value))).toEqual(points.map(({ value }) => value));
    expect(table.every(({ basis }) => basis !== '')).toBe(true);
    expect(rows('data/figures.csv')[1]).toMatchObject({ id: 'weeks', value: '2', to: '3', derived: 'true' });
  });
});

test('events.json is complete and its ids lead somewhere', () => {
  const data = JSON.parse(body('data/events.json')) as {
    events: { id: string; sources: string[]; date: { edtf: string; first: string; last: string } }[];
    sources: { id: string }[];
    fields: Record<string, string>;
  };
  expect(data.events.map(({ id }) => id)).toEqual(story.events.map(({ id }) => id));
  const known = new Set(data.sources.map(({ id }) => id));
  for (const { id, sources } of data.events) {
    for (const one of sources) expect(known, `${id} cites ${one}`).toContain(one);
  }
  expect(data.events[1]?.date).toMatchObject({
    edtf: '2014-02-10~',
    first: '2014-02-10',
    last: '2014-02-10',
  });
  expect(data.fields).toHaveProperty('grade');
});

test('story.geojson is valid, with closed rings the right way round', () => {
  const data = check(body('data/story.geojson')) as {
    features: {
      id: string;
      geometry: { type: string; coordinates: unknown };
      properties: Record<string, unknown>;
    }[];
  };
  expect(data.features.map(({ id }) => id)).toEqual(['harbour', 'heron-out', 'open-sea']);
  const [harbour, route, area] = data.features;
  expect(harbour?.properties).toMatchObject({ approximate: true, precision: 'port, about 2 km' });
  expect(route?.properties).toMatchObject({ approximate: true, ship: 'Heron' });
  expect(area?.geometry.coordinates).toEqual([
    [
      [7, 40],
      [7, 38],
      [8, 38],
      [8, 40],
      [7, 40],
    ],
  ]);
});

test('sources.bib holds every source, its special signs intact', () => {
  const entries = new Cite(body('data/sources.bib')).data as Record<string, unknown>[];
  expect(entries.map(({ id }) => id)).toEqual(['agency-note', 'wire-report', 'atlas']);
  expect(entries[0]).toMatchObject({
    title: 'Progress & 100% of {drums} #1_a',
    URL: 'https://agency.example/notes/a_b%20c?x=1&y=%7Bz%7D',
    issued: { 'date-parts': [[2014, 2]] },
  });
  expect(entries[1]).toMatchObject({
    issued: { 'date-parts': [[2014, 1, 31]] },
    title: '[Report on the delay]',
  });
});

test('sources.csl.json holds every source', () => {
  const items = new Cite(JSON.parse(body('data/sources.csl.json'))).data as Record<string, unknown>[];
  expect(items).toHaveLength(story.sources.length);
  expect(items[1]).toMatchObject({
    id: 'wire-report',
    type: 'article-newspaper',
    'container-title': 'Wire',
    author: [{ literal: 'A. Writer (Quay)' }],
    issued: { 'date-parts': [[2014, 1, 31]] },
    language: 'pl',
  });
});

test('quotes.json has the quotations by source and nothing for sources without', () => {
  expect(JSON.parse(body('data/quotes.json'))).toMatchObject({
    quotes: {
      'agency-note': ['“Every drum” is counted.', 'Nothing is left.'],
      'wire-report': ['nie do przyjęcia'],
    },
  });
  expect((JSON.parse(body('data/quotes.json')) as { quotes: object }).quotes).not.toHaveProperty('atlas');
});

test('no other file has the quotations in it', () => {
  for (const { path, body: text } of files) {
    if (path !== 'data/quotes.json') expect(text, path).not.toContain('Every drum” is counted');
  }
});

test('README.txt names every file and every column', () => {
  const text = body('data/README.txt');
  for (const { path, columns = [] } of files.slice(1)) {
    expect(text).toContain(path.slice('data/'.length));
    for (const { name } of columns) expect(text, path).toContain(`${name}:`);
  }
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(96);
});
