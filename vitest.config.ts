import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const plugins = [svelte({ configFile: false })];

/** Everything pure, and components rendered to a string. What needs the built site is in tests/browser. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: ['tests/unit/**/*.svelte.test.ts'],
          environment: 'node',
          // What files share is loaded once: the story's content above all.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        // Runes as they run in a browser: effects follow.
        plugins,
        resolve: { conditions: ['browser'] },
        test: {
          name: 'runes',
          include: ['tests/unit/**/*.svelte.test.ts'],
          environment: './tests/unit/support/reactive.ts',
          server: { deps: { inline: ['svelte'] } },
        },
      },
    ],
  },
});
