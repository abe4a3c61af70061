/** A release survives every later build, byte for byte; a damaged one stops the build. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './support/test.ts';
import { build } from './support/vite.ts';

const STORY = 'tests/fixtures/second-story';

test.describe.configure({ mode: 'default' });
test.setTimeout(240_000);

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'releasing-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const within = (name: string): string => join(folder, name);

/** Runs the command with a folder of releases of its own. */
const release = (env: Record<string, string>): string =>
  execFileSync(process.execPath, ['scripts/release.mjs'], {
    env: { ...process.env, QUICK_BUILD: '1', CONTENT: STORY, RELEASES: within('releases'), ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

function filesBelow(root: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(root.length + 1), readFileSync(file, 'base64')]),
  );
}

test('without the site’s address nothing is released', () => {
  expect(() => release({ SITE_URL: '' })).toThrow(/SITE_URL is not set/);
});

test('a version is the same after the embeds have changed, and a second one gets the next number', async () => {
  expect(release({ SITE_URL: 'https://example.org' })).toContain('Release 1: ');
  const env = { RELEASES: within('releases') };
  await build(STORY, within('first'), env);
  const first = filesBelow(within('first/v/1'));
  const pages = Object.keys(first).filter((path) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(2);

  // The next build has another address, so every embed page is another.
  await build(STORY, within('second'), { ...env, SITE_URL: 'https://example.com/elsewhere' });
  expect(filesBelow(within('second/v/1'))).toEqual(first);

  for (const path of pages) {
    const html = Buffer.from(first[path] as string, 'base64').toString();
    expect(html, path).toContain('<link rel="canonical" href="https://example.org/');
    // Its links reach the live site from where it stands.
    const page = `https://example.net/a/v/1/${path}`;
    const links = [...html.matchAll(/href="(\.\.\/[^"#?]*)/g)].map(
      ([, to]) => new URL(to as string, page).pathname,
    );
    expect(links.length, path).toBeGreaterThan(0);
    for (const to of links) expect(to, path).toMatch(/^\/a\/(?!v\/|embed\/)/);
  }

  expect(release({ SITE_URL: 'https://example.org' })).toContain('Release 2: ');
  expect(readdirSync(within('releases')).sort()).toEqual(['1.tar.br', '2.tar.br', 'index.json']);
});

test('a damaged archive stops the build and is named', async () => {
  mkdirSync(within('releases'));
  writeFileSync(within('releases/1.tar.br'), 'torn');
  const index = [{ number: 1, date: '2026-11-28', sha256: '0', files: 1 }];
  writeFileSync(within('releases/index.json'), JSON.stringify(index));
  await expect(build(STORY, within('out'), { RELEASES: within('releases') })).rejects.toThrow(
    /1\.tar\.br is damaged/,
  );
  // Before anything was built.
  expect(readdirSync(folder)).toEqual(['releases']);
});
