/** The service worker's own build, and the list of what it saves. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EnvironmentOptions, ViteBuilder } from 'vite';
import type { Saved } from '#site/saved/messages.ts';

/** At the root of the site: only there is all of it in its charge. */
export const WORKER_FILE = 'sw.js';
/** The page's side: imported by the pages once everything else is done. */
export const SAVE_ENTRY = 'src/site/saved/save.ts';

// A build that goes elsewhere may run beside another one.
const FOLDER = `node_modules/.cache/behind-schedule/worker${process.env['OUT_DIR'] ? `-${process.pid}` : ''}`;
const NAME = 'worker';

/** For Vite's configuration. */
export const workerEnvironment: Record<string, EnvironmentOptions> = {
  [NAME]: {
    consumer: 'client',
    build: {
      outDir: FOLDER,
      emptyOutDir: true,
      copyPublicDir: false,
      manifest: false,
      modulePreload: false,
      rollupOptions: {
        input: 'src/site/saved/worker.ts',
        output: { format: 'iife', entryFileNames: WORKER_FILE, codeSplitting: false },
      },
    },
  },
};

const hash = (...parts: (string | Uint8Array)[]): string => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('hex').slice(0, 12);
};

/**
 * Tells one build from another: the same as long as scripts and data are.
 * @param names of the scripts and styles, each with its hash in it
 */
export function buildId(
  names: readonly string[],
  data: readonly { path: string; body: string | Uint8Array }[],
): string {
  return hash(...[...names].sort(), ...data.flatMap(({ path, body }) => [path, body]));
}

/** A file to save, by its path from the root of the site. */
export interface FileToSave {
  path: string;
  body: string | Uint8Array;
}

/** What to save: pages are known by their folder, and names with a hash need no revision. */
export function savedFiles(files: readonly FileToSave[]): Saved['files'] {
  return files.map(({ path, body }) => ({
    url: `./${path.replace(/(^|\/)index\.html$/, '$1')}`,
    revision: path.startsWith('assets/') ? null : hash(body),
  }));
}

/** Builds the worker with its list in it. */
export async function buildWorker(builder: ViteBuilder, root: string, saved: Saved): Promise<string> {
  await builder.build(builder.environments[NAME]!);
  const code = readFileSync(join(root, FOLDER, WORKER_FILE), 'utf8').trim();
  if (process.env['OUT_DIR']) rmSync(join(root, FOLDER), { recursive: true });
  return `const SAVED=${JSON.stringify(saved)};\n${code}\n`;
}
