/**
 * Pages that embed us, each with another kind of host: `npm run hosts` serves them on one origin and the built site on
 * another, as in life. Nothing is built here.
 *
 *   node scripts/serve-hosts.mjs [folder of the built site]
 *
 * In the pages `https://behind-schedule.example/` stands for the site. The manual's examples are pages as well.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serveStatic } from './serve-static.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGES = join(ROOT, 'tests/hosts');
const MANUAL = join(ROOT, 'docs/embedding.md');
/** The site in the pages and in the manual. */
const EXAMPLE = 'https://behind-schedule.example';
const USUAL_PORTS = { hosts: 4180, embeds: 4181 };

/** The parents' own scripts, as their packages bring them. */
const PARENTS = {
  'pym.js': 'pym.js/dist/pym.v1.min.js',
  'frames.js': '@newswire/frames/dist/frames.umd.js',
  'iframe-resizer.js': 'iframe-resizer/js/iframeResizer.js',
  'open-iframe-resizer.js': '@open-iframe-resizer/core/dist/index.umd.cjs',
};

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const titleOf = (html) => /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '';

/**
 * The examples of the manual that are HTML, with the heading each stands under.
 * @returns {{ name: string, title: string, html: string }[]}
 */
export function examples() {
  const found = [];
  for (const section of readFileSync(MANUAL, 'utf8').split(/^#+ /m)) {
    const title = section.split('\n', 1)[0];
    for (const [, html] of section.matchAll(/^```html\n(.*?)^```$/gms)) {
      found.push({ name: `example-${found.length + 1}.html`, title, html });
    }
  }
  return found;
}

/** A page around an example. */
const around = ({ title, html }) =>
  [
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>`,
    `<link rel="stylesheet" href="support/host.css"><h1>${title}</h1>`,
    `${html}</html>`,
  ].join('\n');

/** A list of all pages. */
function index(site) {
  const files = readdirSync(PAGES).filter((name) => name.endsWith('.html'));
  const pages = files.map((name) => ({ name, title: titleOf(readFileSync(join(PAGES, name), 'utf8')) }));
  const items = (list) => list.map(({ name, title }) => `<li><a href="${name}">${title}</a></li>`).join('\n');
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Hosts</title>',
    '<link rel="stylesheet" href="support/host.css">',
    `<h1>Pages that embed</h1><p>The site is at <a href="${site}">${site}</a>.</p>`,
    `<ul>${items(pages)}</ul><h2>Examples in the manual</h2><ol>${items(examples())}</ol></html>`,
  ].join('\n');
}

/** What stands at a path, or nothing. */
function find(path, site) {
  if (path === '/') return { type: '.html', text: index(site) };
  const example = examples().find(({ name }) => path === `/${name}`);
  if (example) return { type: '.html', text: around(example).replaceAll(EXAMPLE, site) };
  const [, folder = '', name = ''] = /^\/(?:(parents|support)\/)?([a-z0-9-]+(?:\.[a-z]+)+)$/.exec(path) ?? [];
  const parent = folder === 'parents' && Object.hasOwn(PARENTS, name) ? PARENTS[name] : undefined;
  const file = parent ? join(ROOT, 'node_modules', parent) : join(PAGES, folder, name);
  if (!name || !existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  return { type: extname(name), text: parent ? text : text.replaceAll(EXAMPLE, site) };
}

/**
 * Serves the pages around the site that stands at `site`.
 * @param {{ site: string, port?: number }} options `port` 0 takes any free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` ends with a slash
 */
export async function serveHosts({ site, port = 0 }) {
  const server = createServer((request, response) => {
    const found = find(new URL(request.url ?? '/', 'http://localhost').pathname, site.replace(/\/$/, ''));
    const type = found && TYPES[found.type];
    if (!found || !type) return response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    response.writeHead(200, { 'Content-Type': type });
    response.end(found.text);
  });
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  return {
    // Another name of the same machine: for a browser it is another site, whose frames live apart.
    url: `http://localhost:${server.address().port}/`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

/** On the usual port, or on any free one if that is taken. */
async function onUsual(port, serve) {
  try {
    return await serve(port);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    return serve(0);
  }
}

async function main() {
  const folder = resolve(process.argv[2] ?? process.env.OUT_DIR ?? 'dist');
  if (!existsSync(join(folder, 'index.html'))) {
    console.error(`${folder} holds no built site: run “npm run build” first.`);
    process.exit(1);
  }
  const embeds = await onUsual(USUAL_PORTS.embeds, (port) => serveStatic({ folder, port }));
  const hosts = await onUsual(USUAL_PORTS.hosts, (port) => serveHosts({ site: embeds.url, port }));
  console.log(`\n  ${hosts.url}\n\n  Ctrl+C stops it.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
