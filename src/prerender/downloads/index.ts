/** Everything under `data/`. */
import type { Story } from '#model/story.ts';
import { sourcesBib } from './bibtex.ts';
import { sourcesCsl } from './csl.ts';
import { eventsCsv } from './events-csv.ts';
import { eventsJson } from './events-json.ts';
import { storyGeojson } from './geojson.ts';
import { quotesJson } from './quotes.ts';
import { readme } from './readme.ts';
import { removalsCsv } from './removals.ts';
import { figuresCsv, seriesCsv } from './series.ts';
import type { Download, DownloadSummary } from './types.ts';

export type { Column, Download, DownloadSummary } from './types.ts';

/** All downloads of a story. A story without loads, series or figures simply has no such file. */
export function downloads(story: Story): Download[] {
  const files = [
    eventsJson(story),
    ...eventsCsv(story),
    ...removalsCsv(story),
    ...seriesCsv(story),
    ...figuresCsv(story),
    storyGeojson(story),
    sourcesBib(story),
    sourcesCsl(story),
    quotesJson(story),
  ];
  return [readme(story, files), ...files];
}

/** For lists that link to the files. */
export function summarise(files: Download[]): DownloadSummary[] {
  return files.map(({ body, ...file }) => ({ ...file, bytes: Buffer.byteLength(body, 'utf8') }));
}
