/**
 * `npm test`: everything that must hold, on a machine that may have nothing but Node. Ends with one line,
 * “N passed, N failed”, which counts each check, each unit test and each browser test.
 *
 *   node scripts/test.mjs [--engines]   the tests in Firefox and WebKit too
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { failedInPlaywright, failedInVitest } from './failures.mjs';
import { findBrowser } from './find-browser.mjs';

const started = Date.now();
const reports = mkdtempSync(join(tmpdir(), 'test-reports-'));
let passed = 0;
let failed = 0;

/** Says how something went, and how long it took since `from`. */
function tell(title, ok, from) {
  console.log(`\n── ${title}: ${ok ? 'ok' : 'FAILED'} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
}

/** Runs a command in the foreground, without keeping what goes on beside it waiting; whether it ended well. */
function run(title, command, args, env = {}) {
  console.log(`\n── ${title}`);
  const from = Date.now();
  return new Promise((done) => {
    const end = (ok) => {
      tell(title, ok, from);
      done(ok);
    };
    const child = spawn(command, args, {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, ...env },
    });
    child.on('error', () => end(false));
    child.on('close', (status) => end(status === 0));
  });
}

/** Says how a check went; it counts as one test. */
function checked(ok) {
  if (ok) passed += 1;
  else failed += 1;
  return ok;
}

/** Runs an npm script beside what runs in the foreground; what it prints is shown when it has ended. */
function beside(title, script) {
  const from = Date.now();
  return new Promise((done) => {
    let said = '';
    const child = spawn('npm', ['run', '--silent', script], { shell: process.platform === 'win32' });
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    child.on('error', (error) => (said += error.message));
    child.on('close', (status) => {
      const ok = status === 0;
      tell(title, ok, from);
      if (!ok) {
        console.log(said);
        failures.push(title);
      }
      done(checked(ok));
    });
  });
}

/** What failed, a line each: a long run is read from its end. */
const failures = [];

/** Adds the counts of a runner's JSON report; a runner that ended badly has failed at least once. */
function count(ok, file, read, failedIn) {
  let good = 0;
  let bad = 0;
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    [good, bad] = read(report);
    failures.push(...failedIn(report));
  } catch {
    failures.push(`${basename(file)}: ended before it could report`);
  }
  passed += good;
  failed += ok ? bad : Math.max(bad, 1);
}

process.env.CHROMIUM_PATH = findBrowser();
console.log(`Browser for the tests: ${process.env.CHROMIUM_PATH}`);

const unit = join(reports, 'unit.json');
/** One after the other: two at a time is what a small machine can do. */
async function checks() {
  await beside('types', 'check:types');
  await beside('components', 'check:svelte');
  await beside('lint', 'check:lint');
  await beside('format', 'check:format');
  await beside('content', 'check:content');
}

/** The unit tests, and then the build; whether there is a site to look at. */
async function unitTestsAndBuild() {
  const ok = await run('unit tests', 'npx', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unit}`,
  ]);
  count(ok, unit, (report) => [report.numPassedTests, report.numFailedTests], failedInVitest);
  return checked(await run('build', 'npm', ['run', '--silent', 'build']));
}
const [built] = await Promise.all([unitTestsAndBuild(), checks()]);

if (built) {
  const browser = join(reports, 'browser.json');
  count(
    await run('browser tests', 'npx', ['playwright', 'test', '--reporter=list,json'], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: browser,
    }),
    browser,
    ({ stats }) => [stats.expected, stats.unexpected + stats.flaky],
    failedInPlaywright,
  );
  if (process.argv.includes('--engines')) {
    const engines = join(reports, 'engines.json');
    count(
      await run('Firefox and WebKit', 'node', ['scripts/test-engines.mjs', '--report', engines]),
      engines,
      (report) => [report.numPassedTests, report.numFailedTests],
      failedInVitest,
    );
  }
} else {
  failures.push('build');
}

rmSync(reports, { recursive: true, force: true });
console.log(`\n${((Date.now() - started) / 1000).toFixed(0)} s in all`);
for (const failure of failures) console.log(`✘ ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
