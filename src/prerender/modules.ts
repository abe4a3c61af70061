/** What the bundled server entries export: see `entries.ts`. */
import type { FilesContext, SiteFile } from './files.ts';
import type { PageContext, PageParts } from './page.ts';

export interface PageModule {
  page(context: PageContext): PageParts;
}

export interface FilesModule {
  files(context: FilesContext): AsyncIterable<SiteFile>;
  dataFiles(): Iterable<SiteFile>;
}
