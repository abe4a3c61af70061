/** `data/README.txt`: what each file is, what its columns are, and under which licence. */
import { formatDate, parseDate } from '#model/dates.ts';
import type { Story } from '#model/story.ts';
import { LIST_SEPARATOR } from './csv.ts';
import { licenceLine, QUOTATIONS } from './licence.ts';
import type { Download } from './types.ts';

const WIDTH = 96;

export function readme(story: Story, files: Download[]): Download {
  const sections = files
    .filter(({ path }) => !path.endsWith('-metadata.json'))
    .map((file) => {
      const name = file.path.slice('data/'.length);
      const columns = (file.columns ?? []).flatMap((column) =>
        wrap(`${column.name}: ${column.description}`, '  ', '    '),
      );
      const companion = files.find(({ path }) => path === `${file.path}-metadata.json`);
      const csvw = companion
        ? wrap(`The columns in the CSVW format: ${companion.path.slice('data/'.length)}`)
        : [];
      const about = wrap(`${file.title}. ${file.describes}`);
      return [name, '-'.repeat(name.length), ...about, ...columns, ...csvw].join('\n');
    });
  const intro = [
    ...wrap(`${story.meta.title}: the data`),
    '',
    ...wrap(`Licence: ${licenceLine(story)}`),
    ...wrap(QUOTATIONS),
    '',
    ...wrap(`Updated ${formatDate(parseDate(story.meta.updated))}. All files are UTF-8.`),
    ...wrap(
      `In tables a comma parts the columns and “${LIST_SEPARATOR.trim()}” the entries of a list inside a cell; an ` +
        'empty cell means that no source states it.',
    ),
    ...wrap(
      'Dates with a time or an uncertainty are spelt as in ISO 8601-2 (EDTF): 2014-02 is a month, 2014-04-10~ is ' +
        'about a day, 2014-01-24/2014-01-31 is a stretch of days.',
    ),
  ].join('\n');
  return {
    path: 'data/README.txt',
    type: 'text/plain',
    title: 'Read me',
    describes: 'What each file and each column is, and the licence.',
    body: `${[intro, ...sections].join('\n\n\n')}\n`,
  };
}

/** Breaks a paragraph into lines of at most {@link WIDTH} characters; words longer than that stay whole. */
function wrap(text: string, indent = '', hanging = indent): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    const spaced = line.trim() === '' ? indent + word : `${line} ${word}`;
    if (spaced.length > WIDTH && line.trim() !== '') {
      lines.push(line);
      line = hanging + word;
    } else line = spaced;
  }
  return [...lines, line];
}
