/** Writes the key tables of content/README.md from the schemas: `node scripts/write-manual.mjs`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const path = fileURLToPath(new URL('../content/README.md', import.meta.url));
const { module } = await runnerImport('./src/content/manual.ts', {
  configFile: false,
  logLevel: 'error',
  root,
});
const before = readFileSync(path, 'utf8');
const after = module.withTables(before);
writeFileSync(path, after);
console.log(after === before ? 'content/README.md is up to date' : 'content/README.md: tables written');
