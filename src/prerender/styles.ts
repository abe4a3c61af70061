/** Which style sheets a page needs, from the manifests of the builds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from 'vite';

/**
 * Every style sheet an entry needs, in import order.
 * @param whole with those of parts that are loaded on first use, for pages that have these parts in them
 */
export function sheetsOf(manifest: Manifest, entry: string, folder: string, whole = false): string[] {
  const seen = new Set<string>();
  const sheets: string[] = [];
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    chunk.imports?.forEach(visit);
    if (whole) chunk.dynamicImports?.forEach(visit);
    for (const css of chunk.css ?? []) if (!sheets.includes(css)) sheets.push(css);
  };
  visit(entry);
  return sheets.map((sheet) => readFileSync(join(folder, sheet), 'utf8'));
}

/** The same in one. */
export function stylesOf(manifest: Manifest, entry: string, folder: string, whole = false): string {
  return sheetsOf(manifest, entry, folder, whole).join('\n');
}

/** Sheets of the parts of a script that are loaded on first use. */
export function firstUseSheets(
  manifest: Manifest,
  entry: string,
  folder: string,
  without: readonly string[] = [],
): string[] {
  const seen = new Set<string>(without);
  const sheets = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next);
    if (chunk.isDynamicEntry) for (const css of chunk.css ?? []) sheets.add(css);
  };
  visit(entry);
  return [...sheets].map((sheet) => readFileSync(join(folder, sheet), 'utf8'));
}
