/** The file that holds all pages, opened from a disk as a teacher has it: from a folder with spaces and other letters. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST } from './built.ts';
import { expect, test as base } from './test.ts';

export { expect };

export const OFFLINE_FILE = 'behind-schedule-offline.html';
const THE_FILE = new RegExp(`^file:[^?#]*/${OFFLINE_FILE}([?#]|$)`);

/** Its `file:` address, with a query and a fragment: `?page=sources#downloads`. */
export type OnStick = (rest?: string) => string;

export const test = base.extend<{ onlyFiles: void }, { stick: OnStick }>({
  stick: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from the pattern.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'USB stick — урок é '));
      mkdirSync(join(folder, 'Klasse 10 b'));
      const file = join(folder, 'Klasse 10 b', OFFLINE_FILE);
      copyFileSync(join(DIST, OFFLINE_FILE), file);
      await use((rest = '') => pathToFileURL(file).href + rest);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  /** Nothing is asked for but the file itself. */
  onlyFiles: [
    async ({ context }, use) => {
      const others: string[] = [];
      context.on('request', (request) => {
        const address = request.url();
        if (!THE_FILE.test(address) && !/^(data|blob):/.test(address)) others.push(address);
      });
      await use();
      expect(others, 'asked for besides the file').toEqual([]);
    },
    { auto: true },
  ],
});
