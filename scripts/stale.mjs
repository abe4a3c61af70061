/** Whether the built site is older than what it is made of. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a build reads. */
const SOURCES = ['src', 'static', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** When the newest file of a folder was last changed, ms. */
function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/**
 * @param {string} dist the built site
 * @returns {boolean} true when there is none, too
 */
export function isStale(dist) {
  const page = join(dist, 'index.html');
  if (!existsSync(page)) return true;
  const sources = [...SOURCES, process.env.CONTENT ?? 'content'].filter((path) => existsSync(path));
  return Math.max(...sources.map(newest)) > statSync(page).mtimeMs;
}
