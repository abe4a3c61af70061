/** What every download has in common. */

/** A column of a table, or a field of a record, in words for whoever opens the file. */
export interface Column {
  name: string;
  description: string;
}

/** One file under `data/`. */
export interface Download {
  /** Where it stands in the built site, without a leading slash: `data/events.json`. */
  path: string;
  /** Media type for `<a type>` and for servers that ask. */
  type: string;
  body: string;
  title: string;
  /** One or two sentences: what is in it, one row or entry being what. */
  describes: string;
  columns?: Column[];
}

/** A download without its contents, for lists that link to it. `bytes` is the uncompressed size. */
export type DownloadSummary = Omit<Download, 'body'> & { bytes: number };
