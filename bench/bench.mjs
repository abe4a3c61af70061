/**
 * `npm run bench`: what the site weighs, how long it takes to build, and how fast `/` comes up beside an empty page
 * in the same run. Prints a table each; nothing passes or fails here (the budgets that must hold are tests).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER_ARGS } from '../scripts/browser-args.mjs';
import { findBrowser } from '../scripts/find-browser.mjs';
import { serveStatic } from '../scripts/serve-static.mjs';
import { printEmbeds } from './embeds.mjs';
import { load } from './load.mjs';
import { scrollStory } from './scroll.mjs';
import { compressAll } from './sizes.mjs';

const RUNS = Number(process.env.RUNS ?? 5);
const EMPTY = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Empty</title><p>Empty</p></html>`;

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const out = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const started = performance.now();
  rmSync('node_modules/.vite', { recursive: true, force: true });
  const built = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
    env: { ...process.env, OUT_DIR: out },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`the build failed:\n${built.stdout}${built.stderr}`);
  console.log(`\nCold build: ${((performance.now() - started) / 1000).toFixed(1)} s`);

  console.log('\nOn the wire (brotli; fonts and pictures as they are), share pages and their cards left out');
  const sizes = compressAll(out);
  console.table(
    Object.fromEntries(
      sizes
        .filter(({ file }) => !/^(s|cards)[\\/]/.test(file))
        .map(({ file, raw, wire }) => [file, { raw: kB(raw), wire: kB(wire) }]),
    ),
  );

  mkdirSync(join(out, 'empty'));
  writeFileSync(join(out, 'empty/index.html'), EMPTY);
  const server = await serveStatic({ folder: out });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS });
  const runs = { story: [], empty: [] };
  // Alternating, so that a busy moment of the machine hits both.
  for (let run = 0; run < RUNS; run += 1) {
    runs.empty.push(await load(browser, `${server.url}empty/`));
    runs.story.push(await load(browser, server.url, '[data-map] button'));
  }
  const scrolls = [];
  for (let run = 0; run < RUNS; run += 1) scrolls.push(await scrollStory(browser, server.url, 4));

  console.log(`\nA phone on a mobile network, processor slowed 4 ×; medians of ${RUNS} cold loads`);
  const row = (loads) => {
    const of = (key) => median(loads.map((one) => one[key]));
    return {
      'FCP ms': Math.round(of('fcp')),
      'LCP ms': Math.round(of('lcp')),
      'TBT ms': Math.round(of('tbt')),
      CLS: Number(of('cls').toFixed(4)),
    };
  };
  const table = { 'the story': row(runs.story), 'an empty page': row(runs.empty) };
  console.table(table);
  console.log(
    `LCP is ${(table['the story']['LCP ms'] / table['an empty page']['LCP ms']).toFixed(2)} × an empty page's.`,
  );

  console.log(`\nThe whole story scrolled at 1280 × 720, processor slowed 4 ×; medians of ${RUNS} runs`);
  const middle = (key) => median(scrolls.map((one) => one[key]));
  console.table({
    'the story': {
      frames: middle('frames'),
      '% ≤ 17 ms outside flights': Number((middle('calmShare') * 100).toFixed(1)),
      'frames a second in flights': Number(middle('flightRate').toFixed(1)),
      'frames > 50 ms': middle('over50'),
      'worst ms': Math.round(middle('worst')),
    },
  });
  console.log('TimelineJS with the same events is not measured yet.');

  await printEmbeds(browser, server.url, sizes);
  await browser.close();
  await server.close();
} finally {
  rmSync(out, { recursive: true, force: true });
}
