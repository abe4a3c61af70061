/**
 * Freezes the embeds as they are now: `SITE_URL=https://… npm run release`. Builds the site into a temporary folder,
 * with the embeds’ links reaching from `v/<number>/`, and puts them as one archive into `releases/`, to be committed.
 * From then on every build lays them out again, unchanged.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const options = { configFile: false, logLevel: 'error', root };
const { module: releases } = await runnerImport('./src/prerender/releases.ts', options);

if (!process.env.SITE_URL) {
  console.error(
    'SITE_URL is not set. A release keeps its links for good: write SITE_URL=https://… npm run release',
  );
  process.exit(1);
}

const folder = releases.releasesFolder();
const number = releases.nextNumber(folder);
const site = mkdtempSync(join(tmpdir(), 'release-'));
try {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], {
    cwd: root,
    env: { ...process.env, OUT_DIR: site, RELEASE: String(number) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('the build failed; nothing was released');
  const made = releases.makeRelease(folder, number, site, new Date().toISOString().slice(0, 10));
  console.log(
    `Release ${number}: ${made.files} files in ${join(folder, `${number}.tar.br`)}. Commit the folder.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(site, { recursive: true, force: true });
}
