/**
 * The embeds' own builds: each view's script as one classic script, which needs no module loader, no second file and
 * no origin; and the pages with scripts and styles inside.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EnvironmentOptions, ViteBuilder } from 'vite';
import { EMBED_SCRIPTS, HOST_SCRIPT, type EmbedScript } from './page.ts';

// A build that goes elsewhere may run beside another one.
const FOLDER = `node_modules/.cache/behind-schedule/embeds${process.env['OUT_DIR'] ? `-${process.pid}` : ''}`;
const FILE = 'script.js';

type Script = EmbedScript | 'host';
const ENTRIES: Record<Script, string> = { ...EMBED_SCRIPTS, host: HOST_SCRIPT.entry };
const environmentOf = (script: Script): string => `embed_${script}`;

/** One environment a script, for Vite's configuration. */
export function embedEnvironments(): Record<string, EnvironmentOptions> {
  return Object.fromEntries(
    (Object.keys(ENTRIES) as Script[]).map((script) => [
      environmentOf(script),
      {
        consumer: 'client',
        build: {
          outDir: `${FOLDER}/${script}`,
          emptyOutDir: true,
          copyPublicDir: false,
          manifest: false,
          modulePreload: false,
          // A sheet by itself, which nobody reads: else a classic script would put its styles into the page.
          cssCodeSplit: false,
          // What all browsers of the last years run: a frame is seen by more of them than a site.
          target: 'es2022',
          rollupOptions: {
            input: ENTRIES[script],
            // A classic script has none; only code for modules that are loaded would read it, and nothing here is.
            transform: { define: { 'import.meta': '{}' } },
            output: { format: 'iife', entryFileNames: FILE, codeSplitting: false },
          },
        },
      } satisfies EnvironmentOptions,
    ]),
  );
}

/** Builds them all, and gives each as text that can stand in a `<script>`. */
export async function buildEmbedScripts(builder: ViteBuilder, root: string): Promise<Record<Script, string>> {
  const scripts = {} as Record<Script, string>;
  for (const script of Object.keys(ENTRIES) as Script[]) {
    await builder.build(builder.environments[environmentOf(script)]!);
    const text = readFileSync(join(root, FOLDER, script, FILE), 'utf8').trim();
    // These would end the element or begin a comment in it; in a string or a pattern the escaped form is the same.
    scripts[script] = text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  }
  if (process.env['OUT_DIR']) rmSync(join(root, FOLDER), { recursive: true });
  return scripts;
}
