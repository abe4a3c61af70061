import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS } from './scripts/browser-args.mjs';
import { findBrowser } from './scripts/find-browser.mjs';

// Workers read this file again; they are told what was found.
process.env['CHROMIUM_PATH'] = findBrowser();

/**
 * The built site in a real browser. Each worker serves `dist/` (or `OUT_DIR`) on a free port of its own
 * (tests/browser/support/test.ts), so nothing has to be started before and no port can be taken.
 */
export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/browser/support/built.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // Generous, for busy machines: nothing waits longer than it has to.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'America/New_York',
    contextOptions: { reducedMotion: 'reduce' },
    serviceWorkers: 'block',
    // A trace of every action costs a third of the time: `TRACE=1` keeps those of tests that fail.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'],
      args: BROWSER_ARGS,
    },
  },
});
