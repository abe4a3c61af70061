/** Modules as a browser gets them in an embed or on a host page: one classic script. */
import { resolve } from 'node:path';
import { build } from 'vite';

const ENTRY = 'virtual:entry';

/** Bundles code that may import the project's files by their path from its root (`/src/…`). */
export async function bundle(code: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? ENTRY : id.startsWith('/src/') ? resolve(`.${id}`) : null),
        load: (id) => (id === ENTRY ? code : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: { input: ENTRY, output: { format: 'iife' } },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first) || first.output.length !== 1) throw new Error('not one file');
  return first.output[0].code;
}
