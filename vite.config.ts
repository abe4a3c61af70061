import { relative } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import globalData from '@csstools/postcss-global-data';
import customMedia from 'postcss-custom-media';
import { defineConfig } from 'vite';
import { contentPlugin } from './src/content/vite-plugin.ts';
import { basemapPlugin } from './src/geo/vite-plugin.ts';
import { embedEnvironments } from './src/prerender/embeds/build.ts';
import { CLIENT_ENTRIES, SERVER_ENTRIES } from './src/prerender/entries.ts';
import { offlineEntryPlugin, offlineEnvironment } from './src/prerender/offline/build.ts';
import { SAVE_ENTRY, workerEnvironment } from './src/prerender/service-worker.ts';
import { prerenderPlugin } from './src/prerender/vite-plugin.ts';

/** The story to build: any folder of the form described in content/README.md. */
const folder = process.env['CONTENT'] ?? 'content';

/** What a build needs and nobody else reads. */
const CACHE = 'node_modules/.cache/behind-schedule';
/** A build that goes elsewhere may run beside another one. */
const OWN = process.env['OUT_DIR'] ? `-${process.pid}` : '';

const scopes = new Map<string, string>();

/**
 * A component's scoping class. It stands on hundreds of elements: four characters tell them apart as well as a dozen.
 * By the file, not by its styles: where only these change, scripts stay what they are, in caches too.
 */
function scopeOf(file: string, hash: (input: string) => string): string {
  const scope = `s-${hash(file).slice(-4)}`;
  const other = scopes.get(scope) ?? file;
  if (other !== file)
    throw new Error(`${file} and ${other} get the same scoping class ${scope}; rename one.`);
  scopes.set(scope, file);
  return scope;
}

/** `--mode offline` makes only the file that holds all pages. */
export default defineConfig(({ command, mode }) => ({
  appType: 'custom',
  base: './',
  publicDir: 'static',
  plugins: [
    svelte({
      configFile: false,
      compilerOptions: {
        css: command === 'serve' ? 'injected' : 'external',
        cssHash: ({ hash, filename }) => scopeOf(relative('.', filename), hash),
      },
    }),
    contentPlugin({ folder }),
    basemapPlugin({ folder }),
    offlineEntryPlugin(),
    prerenderPlugin({ offlineOnly: mode === 'offline' }),
  ],
  css: {
    postcss: {
      plugins: [globalData({ files: ['src/site/media.css'] }), customMedia()],
    },
  },
  environments: {
    client: {
      build: {
        outDir: mode === 'offline' ? `${CACHE}/client${OWN}` : (process.env['OUT_DIR'] ?? 'dist'),
        copyPublicDir: mode !== 'offline',
        emptyOutDir: true,
        manifest: true,
        modulePreload: false,
        assetsInlineLimit: 0,
        // One per cent less to load than with the built-in one, which tests of other things are content with.
        minify: process.env['QUICK_BUILD'] ? 'oxc' : 'terser',
        terserOptions: { ecma: 2020, compress: { passes: 3 } },
        rollupOptions: {
          input: { ...CLIENT_ENTRIES, save: SAVE_ENTRY },
          // The pages call what `save` exports.
          preserveEntrySignatures: 'exports-only',
        },
      },
    },
    ...embedEnvironments(),
    ...offlineEnvironment,
    ...workerEnvironment,
    ssr: {
      build: {
        outDir: `${CACHE}/server${OWN}`,
        emptyOutDir: true,
        manifest: true,
        emitAssets: true,
        copyPublicDir: false,
        cssCodeSplit: true,
        rollupOptions: { input: SERVER_ENTRIES },
      },
    },
  },
}));
