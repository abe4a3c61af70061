/** The development server's side: pages rendered on each request, fonts and data made on demand. */
import type { Connect, ViteDevServer } from 'vite';
import { isRunnableDevEnvironment } from 'vite';
import { CLIENT_ENTRIES, GLOBAL_STYLES, PAGES, SERVER_ENTRIES, type PageEntry } from './entries.ts';
import { copyFonts } from './fonts.ts';
import type { FilesModule, PageModule } from './modules.ts';
import { assemble } from './page.ts';

/** Path of a request inside the site: `` becomes `index.html`. */
function wantedPath(url = '/'): string {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname).slice(1);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

async function load<T>(server: ViteDevServer, entry: string): Promise<T> {
  const environment = server.environments.ssr;
  if (!isRunnableDevEnvironment(environment)) throw new Error('the ssr environment cannot run modules');
  return (await environment.runner.import(`/${entry}`)) as T;
}

/** Answers for `fonts/` and `data/`, which exist only in a build. */
export function serveFiles(server: ViteDevServer): Connect.NextHandleFunction {
  return async (request, response, next) => {
    const wanted = wantedPath(request.url);
    const send = (type: string, body: string | Uint8Array): void => {
      response.setHeader('Content-Type', type);
      response.end(body);
    };
    try {
      if (wanted.startsWith('fonts/')) {
        copyFonts((path, body) => {
          if (path === wanted) send(path.endsWith('.css') ? 'text/css' : 'font/woff2', body);
        });
      } else if (wanted.startsWith('data/')) {
        const { dataFiles } = await load<FilesModule>(server, SERVER_ENTRIES.files);
        for (const { path, type, body } of dataFiles()) if (path === wanted) send(type, body);
      }
      if (!response.writableEnded) next();
    } catch (error) {
      next(error);
    }
  };
}

/** Renders the pages. */
export function servePages(server: ViteDevServer, template: () => string): Connect.NextHandleFunction {
  return async (request, response, next) => {
    try {
      const wanted = wantedPath(request.url);
      const name = (Object.keys(PAGES) as PageEntry[]).find((key) => PAGES[key].path === wanted);
      if (!name) return next();
      const { root, client, fetches } = PAGES[name];
      const { page } = await load<PageModule>(server, SERVER_ENTRIES[name]);
      const parts = page({ root });
      if (!parts) return next();
      const sheets = GLOBAL_STYLES.map((sheet) => `<link rel="stylesheet" href="/${sheet}">`);
      const { html } = assemble(
        template(),
        { ...parts, head: [parts.head, ...sheets].join('\n') },
        {
          styles: '',
          script: `/${CLIENT_ENTRIES[client]}`,
          root,
          fetches,
          strict: false,
        },
      );
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(await server.transformIndexHtml(request.url ?? '/', html));
    } catch (error) {
      next(error);
    }
  };
}
