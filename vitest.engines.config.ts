import { defineConfig } from 'vitest/config';

/** The main paths of the built site in Firefox and in WebKit, side by side: `npm run test:engines`. */
export default defineConfig({
  test: {
    include: ['tests/engines/*.test.ts'],
    environment: 'node',
    maxWorkers: 2,
    // Generous, for busy machines: nothing waits longer than it has to.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000, interval: 50 } },
  },
});
