/**
 * `npm run test:engines`: the main paths of the built site in Firefox and in WebKit, on a machine that may have
 * neither. Ends with one line, “N passed, N failed”.
 *
 *   node scripts/test-engines.mjs [--report file]   the JSON report is kept in `file`
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEngines } from './find-engines.mjs';
import { isStale } from './stale.mjs';

/** Runs a command of the project in the foreground. */
function run(command, args) {
  return (
    spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32', env: process.env })
      .status === 0
  );
}

findEngines();

const dist = process.env.OUT_DIR ?? 'dist';
if (isStale(dist)) {
  console.log(`${dist} is not there, or older than what it is made of: building it.`);
  if (!run('npm', ['run', '--silent', 'build'])) {
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
}

const at = process.argv.indexOf('--report');
const folder = mkdtempSync(join(tmpdir(), 'engines-'));
const report = at === -1 ? join(folder, 'report.json') : process.argv[at + 1];
const ok = run('npx', [
  'vitest',
  'run',
  '--config=vitest.engines.config.ts',
  '--reporter=verbose',
  '--reporter=json',
  `--outputFile.json=${report}`,
]);
let [passed, failed] = [0, 0];
try {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  [passed, failed] = [numPassedTests, numFailedTests];
} catch {
  // It ended before it could report.
}
if (!ok) failed = Math.max(failed, 1);
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
