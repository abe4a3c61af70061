/** A Vitest environment in which runes run as in a browser: effects follow. There is no document. */
import type { Environment } from 'vitest/runtime';

export default {
  name: 'reactive',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined }),
} satisfies Environment;
