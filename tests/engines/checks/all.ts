/** All checks, in one browser that is started once; each page must have kept quiet. */
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import type { Engine } from '../support/engine.ts';
import { settled } from '../support/page.ts';
import { serveSite, type Site } from '../support/site.ts';
import { embeds } from './embeds.ts';
import { guess } from './guess.ts';
import { links } from './links.ts';
import { offlineFile } from './offline-file.ts';
import { plain } from './plain.ts';
import { reading } from './reading.ts';
import { use } from './use.ts';

export function checkAll(name: string, start: () => Promise<Engine>): void {
  describe(name, () => {
    const at = {} as { engine: Engine; site: Site };
    beforeAll(async () => {
      at.site = await serveSite();
      at.engine = await start();
      console.log(at.engine.name);
    });
    afterAll(async () => {
      await at.engine?.close();
      await at.site?.close();
    });
    afterEach(async () => {
      // Reports on their way arrive while the page draws.
      await settled(at.engine);
      expect(at.site.problems(), 'the page is silent').toEqual([]);
    });

    reading(at);
    links(at);
    guess(at);
    use(at);
    plain(at);
    embeds(at);
    offlineFile(at);
  });
}
