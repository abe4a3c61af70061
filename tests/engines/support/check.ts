/** What each group of checks is given: the engine, once it runs, and the site it looks at. */
import type { Engine } from './engine.ts';
import type { Site } from './site.ts';

export interface Setting {
  readonly engine: Engine;
  readonly site: Site;
}
