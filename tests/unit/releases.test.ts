/** Frozen versions: made once, laid out unchanged, refused where something is wrong. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { headersFile } from '#prerender/headers.ts';
import { embedRoot, makeRelease, nextNumber, readIndex, releaseFiles } from '#prerender/releases.ts';
import { readTar, writeTar } from '#prerender/tar.ts';

let folder: string;
let site: string;

const put = (path: string, text: string): void => {
  mkdirSync(join(site, path, '..'), { recursive: true });
  writeFileSync(join(site, path), text);
};
const laidOut = (): Record<string, string> =>
  Object.fromEntries([...releaseFiles(folder)].map(({ path, body }) => [path, Buffer.from(body).toString()]));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'releases-'));
  site = mkdtempSync(join(tmpdir(), 'site-'));
  put('embed/map/index.html', '<title>Map</title>');
  put('embed/event/a-day/index.html', '<title>A day – “so”</title>');
  put('index.html', '<title>Story</title>');
});
afterEach(() => {
  for (const each of [folder, site]) rmSync(each, { recursive: true, force: true });
});

test('no releases lay out nothing', () => {
  expect(laidOut()).toEqual({});
  expect(nextNumber(folder)).toBe(1);
});

test('a release keeps the embeds, and nothing else, whatever becomes of the site', () => {
  makeRelease(folder, nextNumber(folder), site, '2026-11-28');
  put('embed/map/index.html', '<title>Map, corrected</title>');
  makeRelease(folder, nextNumber(folder), site, '2026-11-29');
  expect(laidOut()).toEqual({
    'v/1/embed/event/a-day/index.html': '<title>A day – “so”</title>',
    'v/1/embed/map/index.html': '<title>Map</title>',
    'v/2/embed/event/a-day/index.html': '<title>A day – “so”</title>',
    'v/2/embed/map/index.html': '<title>Map, corrected</title>',
  });
  expect(readIndex(folder).map(({ number, date, files }) => [number, date, files])).toEqual([
    [1, '2026-11-28', 2],
    [2, '2026-11-29', 2],
  ]);
});

test('a number is given once, even where the index has lost it', () => {
  makeRelease(folder, 1, site, '2026-11-28');
  const before = readFileSync(join(folder, '1.tar.br'));
  expect(() => makeRelease(folder, 1, site, '2026-11-29')).toThrow('release 1 exists already');
  rmSync(join(folder, 'index.json'));
  expect(() => makeRelease(folder, 1, site, '2026-11-29')).toThrow('release 1 exists already');
  expect(readFileSync(join(folder, '1.tar.br')).equals(before)).toBe(true);
});

test('a site without embeds cannot be released', () => {
  rmSync(join(site, 'embed'), { recursive: true });
  expect(() => makeRelease(folder, 1, site, '2026-11-28')).toThrow('to freeze');
  expect(readIndex(folder)).toEqual([]);
});

test('an archive that is missing, torn or not the one that was released stops the build and is named', () => {
  makeRelease(folder, 1, site, '2026-11-28');
  const archive = join(folder, '1.tar.br');
  const whole = readFileSync(archive);

  writeFileSync(archive, whole.subarray(0, whole.length / 2));
  expect(laidOut).toThrow(/1\.tar\.br is damaged/);

  const params = { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 };
  const tar = brotliDecompressSync(whole, { params });
  tar.write('X', tar.indexOf('Map'));
  writeFileSync(archive, brotliCompressSync(tar));
  expect(laidOut).toThrow(/1\.tar\.br is not what was released/);

  rmSync(archive);
  expect(laidOut).toThrow(/1\.tar\.br is missing/);

  writeFileSync(archive, whole);
  expect(Object.keys(laidOut())).toHaveLength(2);
});

test('the archive is the same for the same files in any order, and other programs unpack it', () => {
  const long = `embed/event/${'a-long-name-'.repeat(9)}/index.html`;
  const files = [long, 'embed/b', 'embed/a'].map((path) => ({ path, body: Buffer.from(path.repeat(60)) }));
  const tar = writeTar(files);
  expect(Buffer.from(writeTar(files.toReversed())).equals(tar)).toBe(true);
  expect([...readTar(tar)].map(({ path }) => path)).toEqual(['embed/a', 'embed/b', long].sort());
  writeFileSync(join(site, 'x.tar'), tar);
  execFileSync('tar', ['-xf', 'x.tar'], { cwd: site });
  for (const { path, body } of files) expect(readFileSync(join(site, path)).equals(body)).toBe(true);
});

test('pages of a release reach the live site from two folders further down', () => {
  expect(embedRoot('embed/map/', undefined)).toBe('../../');
  expect(embedRoot('embed/event/a-day/', undefined)).toBe('../../../');
  expect(embedRoot('embed/map/', '3')).toBe('../../../../');
  for (const release of [undefined, '3']) {
    const page = `https://example.org/x/${release ? `v/${release}/` : ''}embed/event/a-day/`;
    expect(new URL(embedRoot('embed/event/a-day/', release), page).href).toBe('https://example.org/x/');
  }
});

test('headers: anyone may embed, frozen pages are kept for good, the other pages stay unframed', () => {
  const text = headersFile([{ address: '/', policy: "default-src 'none'" }]);
  const of = (address: string): string[] => {
    const lines = text.split('\n');
    const first = lines.indexOf(address) + 1;
    const rest = lines.slice(first);
    return rest.slice(
      0,
      rest.findIndex((line) => !line.startsWith('  ')),
    );
  };
  expect(of('/').join()).toContain('frame-ancestors');
  for (const address of ['/embed/*', '/v/*'])
    expect(of(address).join(), address).not.toMatch(/frame-ancestors|X-Frame-Options/);
  for (const address of ['/embed/*', '/v/*']) {
    expect(of(address)).toContain('  Access-Control-Allow-Origin: *');
    expect(of(address)).toContain('  Referrer-Policy: no-referrer');
  }
  expect(of('/v/*')).toContain('  Cache-Control: public, max-age=31536000, immutable');
  expect(of('/embed/*').join()).not.toContain('immutable');
});
