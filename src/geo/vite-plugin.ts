/**
 * `virtual:basemap`: the baked base map. Servers get the whole markup; browsers get a marker in its place, since
 * the prerendered page already holds the paths and Svelte keeps what the server rendered for `{@html}`. The
 * marker must not be empty: hydrating an empty string would remove the server's paths.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { bakeBasemap, basemapMarkup, type LevelMeta } from './bake.ts';
import { readMapConfig, type MapConfig } from './config.ts';
import { locate } from './read.ts';

const NAME = 'virtual:basemap';
const RESOLVED = `\0${NAME}`;

/** @param options.folder the content folder */
export function basemapPlugin({ folder }: { folder: string }): Plugin {
  let contentFolder = folder;
  let files: string[] = [];
  let baked: { key: string; markup: string; levels: LevelMeta[] } | undefined;

  const filesOf = (config: MapConfig): string[] => [
    join(contentFolder, 'map.yaml'),
    ...config.levels.flatMap(({ land, borders, water = [] }) =>
      [land, ...(borders === undefined ? [] : [borders]), ...water].map((name) =>
        locate(name, contentFolder),
      ),
    ),
  ];

  return {
    name: 'basemap',
    configResolved(config) {
      contentFolder = resolve(config.root, folder);
    },
    resolveId: { filter: { id: /^virtual:basemap$/ }, handler: () => RESOLVED },
    load: {
      filter: { id: /^\0virtual:basemap$/ },
      handler() {
        const config = readMapConfig(contentFolder);
        files = filesOf(config);
        for (const file of files) this.addWatchFile(file);
        // Client and server ask one after the other; the paths are made once.
        const key = files.map((file) => readFileSync(file, 'utf8')).join('\0');
        if (baked?.key !== key) {
          const basemap = bakeBasemap(config, contentFolder);
          const levels = basemap.levels.map(({ id, minScale, bounds }) => ({ id, minScale, bounds }));
          baked = { key, markup: basemapMarkup(basemap), levels };
        }
        const markup = this.environment.config.consumer === 'server' ? baked.markup : '<!--server-->';
        return `export const levels = ${JSON.stringify(baked.levels)};\nexport default ${JSON.stringify(markup)};\n`;
      },
    },

    hotUpdate({ file }) {
      if (!files.includes(file)) return;
      const module = this.environment.moduleGraph.getModuleById(RESOLVED);
      if (module) this.environment.moduleGraph.invalidateModule(module);
      // The paths stand in the page, not in a script: only a new page shows them.
      if (this.environment.name === 'client') this.environment.hot.send({ type: 'full-reload' });
      return [];
    },
  };
}
