/** The scripts of all pages as one classic script: pages opened from a disk may load no module and no second file. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EnvironmentOptions, Plugin, ViteBuilder } from 'vite';
import { CLIENT_ENTRIES } from '../entries.ts';
import { inScript } from './text.ts';

// A build that goes elsewhere may run beside another one.
const FOLDER = `node_modules/.cache/behind-schedule/offline${process.env['OUT_DIR'] ? `-${process.pid}` : ''}`;
const FILE = 'script.js';
const NAME = 'offline';
const ENTRY = 'virtual:offline';
export const EMBED_DIALOG = 'src/hosts/embed/dialog/index.ts';

/** For Vite's configuration. */
export const offlineEnvironment: Record<string, EnvironmentOptions> = {
  [NAME]: {
    consumer: 'client',
    build: {
      outDir: FOLDER,
      emptyOutDir: true,
      copyPublicDir: false,
      manifest: false,
      modulePreload: false,
      // A sheet by itself, which nobody reads: the file takes the pages' own.
      cssCodeSplit: false,
      rollupOptions: {
        input: ENTRY,
        // A classic script has none; only code for modules that are loaded would read it, and nothing here is.
        transform: { define: { 'import.meta': '{}' } },
        output: { format: 'iife', entryFileNames: FILE, codeSplitting: false },
      },
    },
  },
};

/** Writes the script's entry from the list of the pages' scripts; leaves out what needs the site's host. */
export function offlineEntryPlugin(): Plugin {
  const clients = Object.entries(CLIENT_ENTRIES).map(
    ([name, entry]) => `${JSON.stringify(name)}: () => import(${JSON.stringify(`/${entry}`)})`,
  );
  return {
    name: 'offline-entry',
    applyToEnvironment: ({ name }) => name === NAME,
    resolveId: { filter: { id: /^virtual:offline$/ }, handler: () => `\0${ENTRY}` },
    load: {
      filter: { id: [/^\0virtual:offline$/, new RegExp(`${EMBED_DIALOG}$`)] },
      handler: (id) =>
        id === `\0${ENTRY}`
          ? `import { start } from '/src/hosts/offline/start.ts';\nstart({ ${clients.join(', ')} });\n`
          : 'export const openEmbedDialog = () => undefined;\n',
    },
  };
}

/** Builds it, as text that can stand in a `<script>`. */
export async function buildOfflineScript(builder: ViteBuilder, root: string): Promise<string> {
  await builder.build(builder.environments[NAME]!);
  const text = readFileSync(join(root, FOLDER, FILE), 'utf8').trim();
  if (process.env['OUT_DIR']) rmSync(join(root, FOLDER), { recursive: true });
  return inScript(text);
}
