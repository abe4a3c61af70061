/** What Vite says of a build: which files it made, and which need which. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from 'vite';

export const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;

/** The files of the modules that an entry imports, and that these import; those loaded on first use are not among them. */
export function importsOf(manifest: Manifest, entry: string): string[] {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    manifest[key]?.imports?.forEach(visit);
  };
  visit(entry);
  seen.delete(entry);
  return [...seen].flatMap((key) => manifest[key]?.file ?? []);
}
