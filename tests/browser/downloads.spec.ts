/** Every download opens in a library made for its format, and says whose it is and under which licence. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { check } from '@placemarkio/check-geojson';
import { parse as parseCsv } from 'csv-parse/sync';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from './support/built.ts';
import { readYaml } from './support/content.ts';
import { expect, test } from './support/test.ts';

const folder = join(DIST, 'data');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const named = (ending: string): string[] => files.filter((file) => file.endsWith(ending));

const { sources } = readYaml<{ sources: { id: string; title: string }[] }>('sources.yaml');
const { events } = readYaml<{ events: { id: string; title: string }[] }>('events.yaml');
const LICENCE = /CC BY 4\.0|creativecommons\.org\/licenses\/by\/4\.0/;

test('the promised files are there', () => {
  for (const file of ['events.json', 'events.csv', 'removals.csv', 'sources.bib', 'story.geojson']) {
    expect(existsSync(join(folder, file)), file).toBe(true);
  }
  expect(files.filter((file) => /csl.*\.json$/.test(file))).toHaveLength(1);
});

test('JSON is JSON, and the events are all in it', () => {
  for (const file of named('.json')) expect(() => JSON.parse(read(file)), file).not.toThrow();
  const text = read('events.json');
  for (const { id } of events) expect(text).toContain(`"${id}"`);
  expect(text).toMatch(LICENCE);
});

test('CSV has the same number of cells in every row', () => {
  for (const file of named('.csv')) {
    const rows = parseCsv(read(file), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.length, file).toBeGreaterThan(0);
    for (const name of Object.keys(rows[0] ?? {})) expect(name, file).toMatch(/\S/);
  }
  const rows = parseCsv(read('events.csv'), { bom: true, columns: true }) as Record<string, string>[];
  const ids = rows.map((row) => row['id']);
  for (const { id } of events) expect(ids).toContain(id);
});

test('the removals keep the two official bases apart', () => {
  const rows = parseCsv(read('removals.csv'), { bom: true, columns: true }) as Record<string, string>[];
  const figures = (column: string): number[] =>
    rows.flatMap((row) => (row[column] ? [Number(row[column])] : []));
  expect(figures('removed_percent')).toEqual(expect.arrayContaining([49.3, 86.5]));
  expect(figures('removed_or_destroyed_percent')).toEqual(expect.arrayContaining([53.6, 92.5]));
  expect(figures('removed_percent')).not.toContain(53.6);
});

test('GeoJSON is GeoJSON', () => {
  const data = check(read('story.geojson')) as { features: { geometry: { type: string } | null }[] };
  expect(data.features.length).toBeGreaterThan(10);
  expect(read('story.geojson')).toMatch(LICENCE);
});

test('BibTeX and CSL-JSON hold every source', () => {
  test.slow();
  const bib = new Cite(read('sources.bib'));
  expect(bib.data).toHaveLength(sources.length);
  const file = files.find((name) => /csl.*\.json$/.test(name)) as string;
  const csl = new Cite(JSON.parse(read(file)));
  expect(csl.data).toHaveLength(sources.length);
  for (const entry of csl.data) expect(entry.title).toMatch(/\S/);
});

test('each format is documented with its columns and licence', () => {
  const readme = files.find((file) => /^readme\.(md|txt|html)$/i.test(file)) as string;
  const text = read(readme);
  expect(text).toMatch(LICENCE);
  for (const file of files.filter(
    (name) => name !== readme && !/quotes|cards|stage|scenes|embeds|present|lesson/.test(name),
  ))
    expect(text, `says what ${file} is`).toContain(file);
  for (const file of named('.csv')) {
    const [row = {}] = parseCsv(read(file), { bom: true, columns: true, to: 1 }) as Record<string, string>[];
    for (const column of Object.keys(row)) expect(text, `the column ${column} of ${file}`).toContain(column);
  }
});
