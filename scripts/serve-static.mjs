/**
 * A small static server for the built site: `npm start` and the tests use it.
 *
 *   node scripts/serve-static.mjs [folder] [--base /a/b/]
 *
 * PORT is honoured; without it 4173, or a free port when 4173 is busy.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';

const USUAL_PORT = 4173;

/**
 * Serves `folder` under `base`, and nothing anywhere else; unknown addresses get the folder's 404.html.
 * Pre-compressed `.br` files beside the originals are used where the client takes them.
 * @param {{ folder: string, base?: string, port?: number, host?: string }} options `port` 0 takes any free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` ends with the base
 */
export async function serveStatic({ folder, base = '/', port = 0, host = '127.0.0.1' }) {
  const files = sirv(folder, { dev: false, etag: true, brotli: true });
  const server = createServer((request, response) => {
    const notFound = () => {
      const page = join(folder, '404.html');
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(existsSync(page) ? readFileSync(page) : 'Not found');
    };
    const path = request.url ?? '/';
    if (!path.startsWith(base)) return notFound();
    const [inside = '', query] = path.slice(base.length).split('?');
    if (inside && !inside.endsWith('/') && existsSync(join(folder, inside, 'index.html'))) {
      // Relative links in the page need the slash, as on every common host.
      response.writeHead(301, { Location: `${base}${inside}/${query ? `?${query}` : ''}` });
      return response.end();
    }
    request.url = `/${path.slice(base.length)}`;
    files(request, response, notFound);
  });
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  });
  return {
    url: `http://${host}:${server.address().port}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

async function main() {
  const args = process.argv.slice(2);
  const at = args.indexOf('--base');
  const base = at === -1 ? '/' : `/${args.splice(at, 2)[1]}/`.replaceAll(/\/{2,}/g, '/');
  const folder = resolve(args[0] ?? process.env.OUT_DIR ?? 'dist');
  if (!existsSync(join(folder, 'index.html'))) {
    console.error(`${folder} holds no built site: run “npm run build” first.`);
    process.exit(1);
  }
  const asked = process.env.PORT;
  if (asked !== undefined && !/^\d{1,5}$/.test(asked)) {
    console.error(`PORT is “${asked}”; write a number such as 4173.`);
    process.exit(1);
  }
  const listen = (port) => serveStatic({ folder, base, port, host: process.env.HOST ?? '127.0.0.1' });
  let server;
  try {
    server = await listen(Number(asked ?? USUAL_PORT));
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    if (asked !== undefined) {
      console.error(`Port ${asked} is in use; choose another PORT, or leave it out for a free one.`);
      process.exit(1);
    }
    server = await listen(0);
  }
  console.log(`\n  ${server.url.replace('//127.0.0.1:', '//localhost:')}\n\n  Ctrl+C stops it.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
