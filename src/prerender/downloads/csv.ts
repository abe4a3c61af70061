/** Tables as CSV (RFC 4180) with their metadata as CSVW, the W3C's “CSV on the Web”. */
import type { Story } from '#model/story.ts';
import { licenceLine, QUOTATIONS } from './licence.ts';
import type { Column, Download } from './types.ts';

export type Cell = string | number | boolean | undefined;

/** A column that knows how to fill itself from one row of `T`. */
export interface TableColumn<T> extends Column {
  /** CSVW datatype; text when left out. */
  datatype?: 'number' | 'integer' | 'boolean' | 'date';
  /** The cell holds a list, parted by {@link LIST_SEPARATOR}. */
  list?: boolean;
  cell: (row: T) => Cell | string[];
}

/** Between the entries of a list inside one cell; a semicolon would not do, since entries in words contain it. */
export const LIST_SEPARATOR = ' | ';

/** A table and its companion file that says what the columns are. */
export function table<T>(
  story: Story,
  file: { path: string; title: string; describes: string },
  columns: TableColumn<T>[],
  rows: T[],
): Download[] {
  const all: TableColumn<T>[] = [...columns, licenceColumn(story)];
  const lines = [
    all.map((column) => column.name),
    ...rows.map((row) => all.map((column) => text(column, row))),
  ];
  const body = lines.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('');
  const documented = all.map(({ name, description }) => ({ name, description }));
  return [
    { ...file, type: 'text/csv', body, columns: documented },
    {
      path: `${file.path}-metadata.json`,
      type: 'application/csvm+json',
      title: `${file.title}: what the columns are`,
      describes: `CSVW metadata of ${fileName(file.path)}, found by its name by tools that know the format.`,
      body: csvw(story, file, all),
    },
  ];
}

/** The last column of every table: rows are copied out of their file, and the licence goes with them. */
function licenceColumn<T>(story: Story): TableColumn<T> {
  return {
    name: 'licence',
    description: 'The licence of the row, the same in every row, so that it stays with copied rows',
    cell: () => story.meta.licence.text,
  };
}

function text<T>(column: TableColumn<T>, row: T): string {
  const value = column.cell(row);
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join(LIST_SEPARATOR) : String(value);
}

/** One cell as RFC 4180 writes it: quoted when it holds a comma, a quote or a line break. */
export function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function csvw<T>(
  story: Story,
  file: { path: string; title: string; describes: string },
  columns: TableColumn<T>[],
): string {
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': story.meta.language }],
    url: fileName(file.path),
    'dc:title': `${story.meta.title}: ${file.title}`,
    'dc:description': file.describes,
    'dc:license': { '@id': story.meta.licence.textUrl },
    'dc:rights': `${licenceLine(story)} ${QUOTATIONS}`,
    'dc:modified': story.meta.updated,
    dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: columns.map(({ name, description, datatype, list }) => ({
        name,
        titles: name,
        'dc:description': description,
        datatype: datatype ?? 'string',
        ...(list ? { separator: LIST_SEPARATOR } : {}),
      })),
    },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
