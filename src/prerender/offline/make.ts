/** Makes the file from what the builds have left: pages, style sheets, data and the script. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLIENT_ENTRIES, PAGES, SERVER_ENTRIES, type PageEntry } from '../entries.ts';
import { inlineFonts } from '../fonts.ts';
import type { PageModule } from '../modules.ts';
import { firstUseSheets, sheetsOf } from '../styles.ts';
import type { Built } from '../built.ts';
import type { assembleOffline, OfflinePage } from './assemble.ts';
import { EMBED_DIALOG } from './build.ts';
import { assertOffline } from './check.ts';

interface Assembling {
  assembleOffline: typeof assembleOffline;
}

/**
 * @param data the files that pages' scripts read
 * @param script see `build.ts`
 * @throws naming what would keep the file from working by itself
 */
export async function makeOffline(
  { load, server, client, template, root, siteUrl }: Built,
  data: readonly { path: string; body: string }[],
  script: string,
): Promise<string> {
  const pages: OfflinePage[] = [];
  for (const name of Object.keys(PAGES) as PageEntry[]) {
    const { path, root: toRoot, client: entry } = PAGES[name];
    const module = await load<PageModule>(SERVER_ENTRIES[name]);
    const parts = module.page({ ...(siteUrl !== undefined && { siteUrl }), root: toRoot });
    if (!parts) continue;
    pages.push({
      name,
      folder: path.replace(/index\.html$/, ''),
      client: entry,
      parts,
      styles: [
        ...sheetsOf(server.manifest, SERVER_ENTRIES[name], server.folder),
        ...firstUseSheets(client.manifest, CLIENT_ENTRIES[entry], client.folder, [EMBED_DIALOG]),
      ],
    });
  }

  const svg = readFileSync(join(root, 'static/favicon.svg'), 'utf8');
  // In the server's build for what it shares with the file's own script.
  const { assembleOffline } = await load<Assembling>(SERVER_ENTRIES.offline);
  const html = assembleOffline(template, {
    pages,
    data,
    script,
    fonts: inlineFonts(),
    sheet: readFileSync(join(root, 'src/hosts/offline/offline.css'), 'utf8'),
    icon: `data:image/svg+xml,${encodeURIComponent(svg)}`,
    siteUrl,
  });
  assertOffline(html);
  return html;
}
