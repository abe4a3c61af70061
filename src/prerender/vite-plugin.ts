/**
 * Renders the pages: at build time into the output folder, in development on each request.
 * The client is built first (the pages name its hashed scripts), then the server bundle, which is run once.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Manifest, Plugin, ResolvedConfig } from 'vite';
import { serveFiles, servePages } from './dev-server.ts';
import { buildEmbedScripts } from './embeds/build.ts';
import {
  assembleEmbed,
  EMBED_PAGES,
  HOST_SCRIPT,
  type EmbedModule,
  type EmbedScript,
} from './embeds/page.ts';
import { CLIENT_ENTRIES, PAGES, SERVER_ENTRIES, type PageEntry } from './entries.ts';
import { copyFonts } from './fonts.ts';
import { headersFile, type PagePolicy } from './headers.ts';
import type { FilesModule, PageModule } from './modules.ts';
import { assemble } from './page.ts';
import { releaseFiles, releasesFolder } from './releases.ts';

/** The site's absolute address from `SITE_URL`, without a trailing slash. */
function siteAddress(): { siteUrl?: string } {
  const given = process.env['SITE_URL'];
  if (!given) return {};
  if (!URL.canParse(given) || !/^https?:/.test(given)) {
    throw new Error(
      `SITE_URL is “${given}”; write a whole address such as https://example.org/behind-schedule`,
    );
  }
  return { siteUrl: given.replace(/\/+$/, '') };
}

/**
 * Every style sheet an entry needs, in import order.
 * @param whole with those of parts that are loaded on first use, for pages that have these parts in them
 */
function stylesOf(manifest: Manifest, entry: string, folder: string, whole = false): string {
  const seen = new Set<string>();
  const sheets: string[] = [];
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    chunk.imports?.forEach(visit);
    if (whole) chunk.dynamicImports?.forEach(visit);
    for (const css of chunk.css ?? []) if (!sheets.includes(css)) sheets.push(css);
  };
  visit(entry);
  return sheets.map((sheet) => readFileSync(join(folder, sheet), 'utf8')).join('\n');
}

const readJson = (file: string): Manifest => JSON.parse(readFileSync(file, 'utf8')) as Manifest;

export function prerenderPlugin(): Plugin {
  let config: ResolvedConfig;
  const template = (): string => readFileSync(resolve(config.root, 'index.html'), 'utf8');

  return {
    name: 'prerender',
    config: () => ({
      builder: {
        async buildApp(builder) {
          const client = builder.environments['client']!;
          const server = builder.environments['ssr']!;
          await builder.build(client);
          await builder.build(server);

          const out = resolve(client.config.root, client.config.build.outDir);
          const serverOut = resolve(server.config.root, server.config.build.outDir);
          const clientManifest = readJson(join(out, '.vite/manifest.json'));
          const serverManifest = readJson(join(serverOut, '.vite/manifest.json'));
          const load = async <T>(entry: string): Promise<T> =>
            (await import(pathToFileURL(join(serverOut, serverManifest[entry]!.file)).href)) as T;
          const write = (path: string, body: string | Uint8Array): void => {
            const file = join(out, path);
            mkdirSync(dirname(file), { recursive: true });
            writeFileSync(file, body);
          };

          const site = siteAddress();
          if (!site.siteUrl) {
            builder.config.logger.info(
              'SITE_URL is not set: canonical links, absolute card addresses and the sitemap are left out.',
            );
          }
          const policies: PagePolicy[] = [];
          for (const name of Object.keys(PAGES) as PageEntry[]) {
            const { path, root, client: entry, fetches } = PAGES[name];
            const module = await load<PageModule>(SERVER_ENTRIES[name]);
            const parts = module.page({ ...site, root });
            if (!parts) continue;
            const { html, policy } = assemble(template(), parts, {
              styles: stylesOf(serverManifest, SERVER_ENTRIES[name], serverOut),
              script: root + clientManifest[CLIENT_ENTRIES[entry]]!.file,
              root,
              fetches,
              strict: true,
            });
            write(path, html);
            policies.push({ address: `/${path.replace(/index\.html$/, '')}`, policy });
          }
          const scripts = await buildEmbedScripts(builder, client.config.root);
          write(HOST_SCRIPT.path, `${scripts.host}\n`);
          for (const view of Object.keys(EMBED_PAGES) as EmbedScript[]) {
            const entry = EMBED_PAGES[view];
            const { pages } = await load<EmbedModule>(entry);
            const styles = stylesOf(serverManifest, entry, serverOut, true).trim();
            for (const page of pages(site))
              write(
                `${page.path}index.html`,
                assembleEmbed(template(), page, { styles, script: scripts[view] }),
              );
          }
          write('_headers', headersFile(policies));
          copyFonts(write);
          // The pages carry their styles: of the client's own sheets only those of parts loaded on first use have a
          // reader, and Vite's manifest has none.
          const chunks = Object.values(clientManifest);
          const onFirstUse = new Set(
            chunks.flatMap(({ isDynamicEntry, css = [] }) => (isDynamicEntry ? css : [])),
          );
          for (const sheet of chunks.flatMap(({ css = [] }) => css))
            if (!onFirstUse.has(sheet)) rmSync(join(out, sheet), { force: true });
          rmSync(join(out, '.vite'), { recursive: true });
          const { files } = await load<FilesModule>(SERVER_ENTRIES.files);
          const styles = stylesOf(serverManifest, SERVER_ENTRIES.files, serverOut);
          for await (const file of files({ ...site, styles })) write(file.path, file.body);
          if (process.env['OUT_DIR']) rmSync(serverOut, { recursive: true });
          for (const file of releaseFiles(releasesFolder())) write(file.path, file.body);
        },
      },
    }),
    configResolved(resolved) {
      config = resolved;
    },

    configureServer(server) {
      // Before Vite's own handlers, which would look for files on disk …
      server.middlewares.use(serveFiles(server));
      // … and after them, so that a page's path is no module's.
      return () => {
        server.middlewares.use(servePages(server, template));
      };
    },
  };
}
