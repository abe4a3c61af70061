/**
 * `npm test`: everything that must hold, on a machine that may have nothing but Node. Ends with one line,
 * “N passed, N failed”, which counts each check, each unit test and each browser test.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './find-browser.mjs';

const started = Date.now();
const reports = mkdtempSync(join(tmpdir(), 'test-reports-'));
let passed = 0;
let failed = 0;

/** Runs a command in the foreground; says what it was and how long it took. */
function run(title, command, args, env = {}) {
  console.log(`\n── ${title}`);
  const from = Date.now();
  const result = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  const ok = result.status === 0;
  console.log(`── ${title}: ${ok ? 'ok' : 'FAILED'} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
  return ok;
}

/** A check counts as one test. */
function check(title, script) {
  const ok = run(title, 'npm', ['run', '--silent', script]);
  if (ok) passed += 1;
  else failed += 1;
  return ok;
}

/** Adds the counts of a runner's JSON report; a runner that ended badly has failed at least once. */
function count(ok, file, read) {
  let good = 0;
  let bad = 0;
  try {
    [good, bad] = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // It ended before it could report.
  }
  passed += good;
  failed += ok ? bad : Math.max(bad, 1);
}

process.env.CHROMIUM_PATH = findBrowser();
console.log(`Browser for the tests: ${process.env.CHROMIUM_PATH}`);

check('types', 'check:types');
check('components', 'check:svelte');
check('lint', 'check:lint');
check('format', 'check:format');
check('content', 'check:content');

const unit = join(reports, 'unit.json');
count(
  run('unit tests', 'npx', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unit}`,
  ]),
  unit,
  (report) => [report.numPassedTests, report.numFailedTests],
);

if (check('build', 'build')) {
  const browser = join(reports, 'browser.json');
  count(
    run('browser tests', 'npx', ['playwright', 'test', '--reporter=list,json'], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: browser,
    }),
    browser,
    ({ stats }) => [stats.expected + stats.flaky, stats.unexpected],
  );
}

rmSync(reports, { recursive: true, force: true });
console.log(`\n${((Date.now() - started) / 1000).toFixed(0)} s in all`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
