/** map.yaml: its geography files exist, its ids are its own, its country is one. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { problemIn, type ContentFolder } from '../files/folder.ts';
import type { Path } from '../files/yaml.ts';
import type { ContentProblem } from '../problem.ts';
import { suggest } from '../suggest.ts';
import { countryNames, isCountry } from './countries.ts';

/** The absolute path of `package:world-atlas/land-50m.json` or of a file in the content folder, if it exists. */
function dataFile(folder: string, spec: string): string | undefined {
  if (spec.startsWith('package:')) {
    try {
      return createRequire(import.meta.url).resolve(spec.slice('package:'.length));
    } catch {
      return undefined;
    }
  }
  const path = join(folder, spec);
  return existsSync(path) ? path : undefined;
}

export function checkMap(content: ContentFolder, problems: ContentProblem[]): void {
  const { map, folder } = content;
  if (!map) return;
  const file = (sub: Path, spec: string | undefined): void => {
    if (spec === undefined) return;
    const path = dataFile(folder, spec);
    if (path === undefined) problems.push(problemIn(map, sub, `there is no file “${spec}”`));
    else if (!spec.startsWith('package:')) content.files.push(path);
  };
  for (const [i, level] of map.value.levels.entries()) {
    file(['levels', i, 'land'], level.land);
    file(['levels', i, 'borders'], level.borders);
    level.water.forEach((spec, j) => file(['levels', i, 'water', j], spec));
  }
  const { highlight } = map.value;
  if (highlight !== undefined && !isCountry(highlight)) {
    const message = `unknown country “${highlight}”`;
    problems.push({ ...problemIn(map, ['highlight'], message), ...suggest(highlight, countryNames()) });
  }
}
