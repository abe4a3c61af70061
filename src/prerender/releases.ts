/**
 * Frozen versions of the embeds: what stood under `embed/` on a day, kept as one archive a version in the
 * repository and laid out again under `v/<number>/` by every build, byte for byte. A page that embeds a numbered
 * version keeps what its editor saw, whatever is corrected later.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { readTar, writeTar, type TarFile } from './tar.ts';

/** One line of `releases/index.json`. */
export interface Release {
  number: number;
  /** Day it was made, `YYYY-MM-DD`, UTC. */
  date: string;
  /** Of the archive's contents before compression, in hexadecimal. */
  sha256: string;
  files: number;
}

/** Where releases are kept: `RELEASES` names another folder, for tests. */
export const releasesFolder = (): string => process.env['RELEASES'] ?? 'releases';

/** Set while a release is being built: its number. Its pages stand two folders further down than the live ones. */
const RELEASE = 'RELEASE';

/** From the root of the site, with its slash at the end: `v/3/`. */
const versionFolder = (number: number): string => `v/${number}/`;

/**
 * The way from an embed page to the root of the site: `../../` from `embed/map/`, and `../../../../` while a
 * release is being built, for then the page will stand in `v/<number>/embed/map/`.
 */
export function embedRoot(path: string, release = process.env[RELEASE]): string {
  const whole = (release ? versionFolder(Number(release)) : '') + path;
  return '../'.repeat(whole.split('/').length - 1) || './';
}

/** What of a built site is frozen: folders end with a slash. Pictures stay live; hosts load our script live too. */
const FROZEN = ['embed/'];

/** An embed page weighs more than a usual window and is much like the next one. */
const WINDOW = { [constants.BROTLI_PARAM_LARGE_WINDOW]: 1, [constants.BROTLI_PARAM_LGWIN]: 27 };
/** Nearly as small as the best, in a tenth of the time. */
const QUALITY = 9;

const archiveName = (number: number): string => `${number}.tar.br`;
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The releases there are, oldest first. */
export function readIndex(folder: string): Release[] {
  const file = join(folder, 'index.json');
  if (!existsSync(file)) return [];
  const list = JSON.parse(readFileSync(file, 'utf8')) as Release[];
  return list.sort((a, b) => a.number - b.number);
}

/** The number that the next release gets. */
export const nextNumber = (folder: string): number => (readIndex(folder).at(-1)?.number ?? 0) + 1;

/**
 * Freezes what a build made.
 * @param site the built site, made with `RELEASE` set to the number
 * @throws {Error} where there is nothing to freeze, or the number is taken
 */
export function makeRelease(folder: string, number: number, site: string, date: string): Release {
  const index = readIndex(folder);
  const archive = join(folder, archiveName(number));
  if (existsSync(archive) || index.some((release) => release.number === number)) {
    throw new Error(`release ${number} exists already; a release is never made again`);
  }
  const files = FROZEN.flatMap((part) => filesIn(join(site, part))).map((file): TarFile => {
    return { path: relative(site, file).split(sep).join('/'), body: readFileSync(file) };
  });
  if (files.length === 0) throw new Error(`${site} has no ${FROZEN.join(', ')} to freeze`);
  const tar = writeTar(files);
  const release = { number, date, sha256: hashOf(tar), files: files.length };
  mkdirSync(folder, { recursive: true });
  const params = {
    ...WINDOW,
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: tar.length,
  };
  // `wx`: a file that came into being meanwhile is not written over either.
  writeFileSync(archive, brotliCompressSync(tar, { params }), { flag: 'wx' });
  writeFileSync(join(folder, 'index.json'), `${JSON.stringify([...index, release], null, 2)}\n`);
  return release;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Makes sure, before a build begins, that what it will lay out at its end is there and whole.
 * @throws {Error} naming the archive that is missing or damaged
 */
export function checkReleases(folder: string): void {
  for (const release of readIndex(folder)) unpacked(join(folder, archiveName(release.number)), release);
}

/**
 * Every file of every release, at its place in the site.
 * @throws {Error} naming the archive that is missing or damaged
 */
export function* releaseFiles(folder: string): Iterable<TarFile> {
  for (const release of readIndex(folder)) {
    const name = join(folder, archiveName(release.number));
    for (const { path, body } of readTar(unpacked(name, release)))
      yield { path: versionFolder(release.number) + path, body };
  }
}

function unpacked(name: string, { number, sha256 }: Release): Uint8Array {
  const advice = 'restore it from the repository’s history; pages elsewhere rely on it';
  if (!existsSync(name)) throw new Error(`${name} is missing, the archive of release ${number}: ${advice}`);
  let tar: Uint8Array;
  try {
    tar = brotliDecompressSync(readFileSync(name), {
      params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 },
    });
  } catch {
    throw new Error(`${name} is damaged (it cannot be unpacked): ${advice}`);
  }
  if (hashOf(tar) !== sha256)
    throw new Error(`${name} is not what was released (its hash differs): ${advice}`);
  return tar;
}
