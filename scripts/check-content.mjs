/**
 * Checks a content folder: `npm run check:content`, or `CONTENT=folder npm run check:content`.
 * Ends with status 1 and every problem at once.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const folder = process.env.CONTENT ?? 'content';
const options = { configFile: false, logLevel: 'error', root: fileURLToPath(new URL('..', import.meta.url)) };
const { module } = await runnerImport('./src/content/check-folder.ts', options);
const { ok, lines } = module.checkFolder(folder);
for (const line of lines) (ok ? console.log : console.error)(line);
process.exitCode = ok ? 0 : 1;
