/** What the bundled server entries export: see `entries.ts`. */
import type { FilesContext, SiteFile } from './files.ts';
import type { PageContext, PageParts } from './page.ts';

export interface PageModule {
  /** Nothing where the story has nothing for the page: then it is not made. */
  page(context: PageContext): PageParts | undefined;
}

export interface FilesModule {
  files(context: FilesContext): AsyncIterable<SiteFile>;
  dataFiles(): Iterable<SiteFile>;
}
