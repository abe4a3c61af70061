/**
 * Renders the pages: at build time into the output folder, in development on each request.
 * The client is built first (the pages name its hashed scripts), then the server bundle, which is run once.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildEnvironment, Plugin, ResolvedConfig, ViteBuilder } from 'vite';
import type { Built } from './built.ts';
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
import { importsOf, readManifest } from './manifest.ts';
import type { FilesModule, PageModule } from './modules.ts';
import { buildOfflineScript } from './offline/build.ts';
import { assertOnlyFile } from './offline/check.ts';
import { OFFLINE_FILE, OFFLINE_FOLDER } from './offline/file.ts';
import { makeOffline } from './offline/make.ts';
import { assemble } from './page.ts';
import { checkReleases, releaseFiles, releasesFolder } from './releases.ts';
import {
  buildId,
  buildWorker,
  SAVE_ENTRY,
  savedFiles,
  WORKER_FILE,
  type FileToSave,
} from './service-worker.ts';
import { stylesOf } from './styles.ts';

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

/** Builds the client, whose hashed scripts the pages name, then the server bundle. */
async function buildBoth(builder: ViteBuilder, template: string): Promise<Built> {
  const [client, server] = (['client', 'ssr'] as const).map((name) => builder.environments[name]!) as [
    BuildEnvironment,
    BuildEnvironment,
  ];
  await builder.build(client);
  await builder.build(server);
  const left = ({ config: { root, build } }: BuildEnvironment): Built['client'] => {
    const folder = resolve(root, build.outDir);
    return { folder, manifest: readManifest(folder) };
  };
  const [ofClient, ofServer] = [left(client), left(server)];
  return {
    client: ofClient,
    server: ofServer,
    load: async <T>(entry: string): Promise<T> =>
      (await import(pathToFileURL(join(ofServer.folder, ofServer.manifest[entry]!.file)).href)) as T,
    template,
    root: client.config.root,
    ...siteAddress(),
  };
}

/** The file alone: nothing else may be in its folder. */
function writeOffline(folder: string, html: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, OFFLINE_FILE), html);
  assertOnlyFile(folder);
}

/**
 * Writes the site into the client's folder.
 * @param forPages the data that pages' scripts read
 * @param offline the file with all pages in it
 */
async function writeSite(
  builder: ViteBuilder,
  { client, server, load, template, root: home, siteUrl }: Built,
  forPages: readonly { path: string; body: string }[],
  offline: string,
): Promise<void> {
  const out = client.folder;
  const site = siteUrl === undefined ? {} : { siteUrl };
  const toSave: FileToSave[] = [];
  const write = (path: string, body: string | Uint8Array): void => {
    const file = join(out, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, body);
  };
  const writeAndSave = (path: string, body: string | Uint8Array): void => {
    write(path, body);
    toSave.push({ path, body });
  };

  if (!siteUrl) {
    builder.config.logger.info(
      'SITE_URL is not set: canonical links, absolute card addresses and the sitemap are left out.',
    );
  }
  write(OFFLINE_FILE, offline);
  const offlineFile = { path: OFFLINE_FILE, bytes: Buffer.byteLength(offline) };
  const build = buildId(
    Object.values(client.manifest).flatMap(({ file, css = [] }) => [file, ...css]),
    forPages,
  );
  const policies: PagePolicy[] = [];
  for (const name of Object.keys(PAGES) as PageEntry[]) {
    const { path, root, client: entry, fetches } = PAGES[name];
    const module = await load<PageModule>(SERVER_ENTRIES[name]);
    const parts = module.page({ ...site, root, offlineFile });
    if (!parts) continue;
    const { html, policy } = assemble(template, parts, {
      styles: stylesOf(server.manifest, SERVER_ENTRIES[name], server.folder),
      script: root + client.manifest[CLIENT_ENTRIES[entry]]!.file,
      imports: importsOf(client.manifest, CLIENT_ENTRIES[entry]).map((file) => root + file),
      root,
      fetches,
      build,
      saves: root + client.manifest[SAVE_ENTRY]!.file,
      strict: true,
    });
    writeAndSave(path, html);
    policies.push({ address: `/${path.replace(/index\.html$/, '')}`, policy });
  }
  const scripts = await buildEmbedScripts(builder, home);
  write(HOST_SCRIPT.path, `${scripts.host}\n`);
  for (const view of Object.keys(EMBED_PAGES) as EmbedScript[]) {
    const entry = EMBED_PAGES[view];
    const { pages } = await load<EmbedModule>(entry);
    const styles = stylesOf(server.manifest, entry, server.folder, true).trim();
    for (const page of pages(site))
      write(`${page.path}index.html`, assembleEmbed(template, page, { styles, script: scripts[view] }));
  }
  write('_headers', headersFile(policies));
  copyFonts(writeAndSave);
  // The pages carry their styles: of the client's own sheets only those of parts loaded on first use have a
  // reader, and Vite's manifest has none.
  const chunks = Object.values(client.manifest);
  const onFirstUse = new Set(chunks.flatMap(({ isDynamicEntry, css = [] }) => (isDynamicEntry ? css : [])));
  for (const sheet of chunks.flatMap(({ css = [] }) => css))
    if (!onFirstUse.has(sheet)) rmSync(join(out, sheet), { force: true });
  rmSync(join(out, '.vite'), { recursive: true });
  const { files } = await load<FilesModule>(SERVER_ENTRIES.files);
  const styles = stylesOf(server.manifest, SERVER_ENTRIES.files, server.folder);
  for await (const file of files({ ...site, styles })) write(file.path, file.body);
  for (const file of releaseFiles(releasesFolder())) write(file.path, file.body);

  toSave.push(...forPages);
  for (const path of ['manifest.webmanifest', 'favicon.svg', ...assetsIn(out)])
    toSave.push({ path, body: readFileSync(join(out, path)) });
  write(WORKER_FILE, await buildWorker(builder, home, { build, files: savedFiles(toSave) }));
}

/** Scripts and styles, by their path from the root of the site. */
const assetsIn = (out: string): string[] => readdirSync(join(out, 'assets')).map((name) => `assets/${name}`);

/**
 * @param options.offlineOnly only the file that holds all pages, into a folder of its own
 */
export function prerenderPlugin({ offlineOnly }: { offlineOnly: boolean }): Plugin {
  let config: ResolvedConfig;
  const template = (): string => readFileSync(resolve(config.root, 'index.html'), 'utf8');

  return {
    name: 'prerender',
    config: () => ({
      builder: {
        async buildApp(builder) {
          if (!offlineOnly) checkReleases(releasesFolder());
          const built = await buildBoth(builder, template());
          const { dataFiles } = await built.load<FilesModule>(SERVER_ENTRIES.files);
          const forPages = [...dataFiles()].filter((file) => file.forPages) as {
            path: string;
            body: string;
          }[];
          const offline = await makeOffline(built, forPages, await buildOfflineScript(builder, built.root));
          if (offlineOnly)
            writeOffline(resolve(built.root, process.env['OUT_DIR'] ?? OFFLINE_FOLDER), offline);
          else await writeSite(builder, built, forPages, offline);
          if (process.env['OUT_DIR']) rmSync(built.server.folder, { recursive: true });
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
