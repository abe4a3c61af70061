/**
 * Hands the compiled story to server code as `virtual:story`, and watches the content folder in development:
 * a good edit invalidates the module and tells open pages, a mistake shows in the overlay until it is mended.
 */
import { resolve, sep } from 'node:path';
import {
  isRunnableDevEnvironment,
  normalizePath,
  type Plugin,
  type Rolldown,
  type ViteDevServer,
} from 'vite';
import { forget, loadCached } from './load.ts';
import { ContentErrors, formatProblem, sortProblems, type ContentProblem } from './problem.ts';

const ID = 'virtual:story';
const RESOLVED = `\0${ID}`;

/** Told to open pages after a good edit; they reload, keeping their place. */
export const STORY_UPDATE = 'story:update';

/** Saving a file is often several events; in ms. */
const SETTLE = 40;

/** The overlay's way of showing an error. */
interface OverlayError {
  message: string;
  stack: string;
  plugin: string;
  loc?: { file: string; line: number; column: number };
  frame: string;
}

function overlayError(error: unknown): OverlayError {
  if (!(error instanceof ContentErrors)) {
    const { message, stack = '' } = error as Error;
    return { message, stack, plugin: 'content', frame: '' };
  }
  const first = error.problems[0];
  return {
    message: error.message,
    stack: '',
    plugin: 'content',
    ...(first ? { loc: { file: first.file, line: first.line, column: first.column } } : {}),
    // The message has every problem with its place; a frame would show the first once more.
    frame: '',
  };
}

function warn(problems: readonly ContentProblem[], say: (text: string) => void): void {
  for (const problem of sortProblems(problems)) say(formatProblem(problem));
}

/** Runs `work`; problems with the content become the plugin's own error, which Vite knows how to show. */
function orThrow<T>(context: Rolldown.PluginContext, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ContentErrors)) throw error;
    // Where our own code found the mistake is of no use to an editor.
    const { message, stack, loc } = overlayError(error);
    return context.error({ message, stack, ...(loc ? { loc } : {}) });
  }
}

/** @param options `folder`: the content folder, absolute or relative to the project's root. */
export function contentPlugin({ folder }: { folder: string }): Plugin {
  let root = resolve(folder);
  let warned = '';

  return {
    name: 'content',

    configResolved(config) {
      root = resolve(config.root, folder);
    },

    resolveId(source) {
      if (source !== ID) return undefined;
      if (this.environment?.config.consumer === 'client') {
        this.error(
          `${ID} is for the server build only: the narrative reaches the browser as HTML, never as JavaScript`,
        );
      }
      return RESOLVED;
    },

    buildStart() {
      // A build should fail before it has built half of the site.
      if (this.environment?.mode === 'build') orThrow(this, () => loadCached(root));
    },

    load(id) {
      if (id !== RESOLVED) return undefined;
      return orThrow(this, () => {
        const { story, warnings, files } = loadCached(root);
        // In development the watcher below does this, and does more.
        if (this.environment?.mode === 'build') for (const file of files) this.addWatchFile(file);
        const text = warnings.map((warning) => formatProblem(warning)).join('\n');
        if (text !== warned) warn(warnings, (line) => this.environment?.logger.warn(`content: ${line}`));
        warned = text;
        // A string parses faster than an object literal of this size.
        const json = JSON.stringify(JSON.stringify(story));
        return `export const story = JSON.parse(${json});\nexport default story;\n`;
      });
    },

    // Content files are no modules; what they change is settled below, once for all environments.
    hotUpdate({ file }) {
      return normalizePath(file).startsWith(`${normalizePath(root)}/`) ? [] : undefined;
    },

    configureServer(server) {
      server.watcher.add(root);
      let timer: NodeJS.Timeout | undefined;
      const changed = (path: string): void => {
        if (!resolve(path).startsWith(root + sep)) return;
        clearTimeout(timer);
        timer = setTimeout(() => refresh(server, root), SETTLE);
      };
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, changed);
      server.httpServer?.once('close', () => clearTimeout(timer));
    },
  };
}

/** Reads the folder anew and tells the open pages how it went. */
function refresh(server: ViteDevServer, root: string): void {
  const client = server.environments['client']?.hot;
  try {
    forget(root);
    loadCached(root);
  } catch (error) {
    const err = overlayError(error);
    server.config.logger.error(err.message, { timestamp: true });
    client?.send({ type: 'error', err });
    invalidate(server);
    return;
  }
  invalidate(server);
  server.config.logger.info('the content is in order', { timestamp: true });
  // An empty update takes the overlay away, or reloads the page that was never more than an error.
  client?.send({ type: 'update', updates: [] });
  client?.send({ type: 'custom', event: STORY_UPDATE, data: {} });
}

/** Makes the server run the story module, and all that imports it, again on the next request. */
function invalidate(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    const module = environment.moduleGraph.getModuleById(RESOLVED);
    if (module) environment.moduleGraph.invalidateModule(module);
    if (isRunnableDevEnvironment(environment)) environment.runner.clearCache();
  }
}
