/** The script for hosts; what it does is tried in a browser. */
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundle } from '../browser/support/hosts-bundle.ts';

test('embed.js weighs at most 2 kB and leaves no name on the host’s page', async () => {
  const code = await bundle(`import '/src/hosts/embed/host/embed.ts';`);
  expect(code).toContain('customElements.define');
  expect(brotliCompressSync(code).length).toBeLessThan(2000);
  expect(code).toMatch(/^\(function\(\)\s*\{/);
  expect(code).not.toMatch(/\b(?:window|globalThis)\.\w+\s*=/);
});
