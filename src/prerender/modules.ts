/** What the bundled server entries export: see `entries.ts`. */
import type { SiteFile } from './files.ts';
import type { PageContext, PageParts } from './page.ts';

export interface PageModule {
  page(context: PageContext): PageParts;
}

export interface FilesModule {
  files(context: { siteUrl?: string }): AsyncIterable<SiteFile>;
  dataFiles(): Iterable<SiteFile>;
}
