/** oEmbed on a site that knows its address: every page that says it can be embedded has an answer that holds. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { serveStatic } from '../../scripts/serve-static.mjs';
import { expect, test } from './support/test.ts';
import { build } from './support/vite.ts';

const SITE = 'https://example.org/behind-schedule';
/** What WordPress adds to the address of an answer. */
const QUERY = '?maxwidth=600&maxheight=900&url=https%3A%2F%2Fexample.org%2F&dnt=1&format=json';
const LINK = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)" title="([^"]+)">/g;

// One build for all.
test.describe.configure({ mode: 'default' });
test.setTimeout(240_000);

let out: string;
let server: Awaited<ReturnType<typeof serveStatic>>;
test.beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'site-url-'));
  await build('content', out, { SITE_URL: SITE });
  server = await serveStatic({ folder: out, base: '/behind-schedule/' });
});
test.afterAll(async () => {
  await server?.close();
  rmSync(out, { recursive: true, force: true });
});

/** What stands at an address of the site, fetched from where it is served now. */
const fetched = (address: string): Promise<Response> => {
  expect(address.startsWith(`${SITE}/`), address).toBe(true);
  return fetch(server.url + address.slice(SITE.length + 1));
};

interface Answer {
  version: string;
  type: string;
  html: string;
  width: number;
  height: number;
  title: string;
  provider_url: string;
  thumbnail_url: string;
  thumbnail_width: number;
  thumbnail_height: number;
}

test('the story, every step’s page and every embed page lead to an answer with one titled frame and a thumbnail', async () => {
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(index\.html|(s|embed)\/.*index\.html)$/.test(path))
    .map((path) => join(out, path));
  expect(pages.length).toBeGreaterThan(40);
  const thumbnails = new Map<string, string>();
  for (const page of pages) {
    const html = readFileSync(page, 'utf8');
    const links = [...html.matchAll(LINK)];
    expect(links, page).toHaveLength(1);
    const [link, href, title] = links[0] as unknown as [string, string, string];
    expect(title, page).not.toBe('');
    // WordPress looks no further than this, and only in the head.
    const at = Buffer.byteLength(html.slice(0, html.indexOf(link) + link.length));
    expect(at, page).toBeLessThan(150_000);
    expect(html.indexOf(link), page).toBeLessThan(html.indexOf('</head>'));

    const response = await fetched(href + QUERY);
    expect(response.status, href).toBe(200);
    expect(response.headers.get('content-type'), href).toContain('application/json');
    const answer = (await response.json()) as Answer;
    expect(answer.version).toBe('1.0');
    expect(answer.type).toBe('rich');
    expect(answer.provider_url).toBe(`${SITE}/`);
    expect(Number.isInteger(answer.width) && Number.isInteger(answer.height), href).toBe(true);
    expect([answer.thumbnail_width, answer.thumbnail_height]).toEqual([1200, 675]);
    const frames = answer.html.match(/<iframe [^>]*>/g) ?? [];
    expect(frames, href).toHaveLength(1);
    expect(frames[0], href).toMatch(/ title="[^"]+"/);
    expect(frames[0], href).toContain(` src="${SITE}/embed/`);
    expect(frames[0], href).toContain(` height="${answer.height}"`);
    thumbnails.set(answer.thumbnail_url, href);
  }
  for (const [address, href] of thumbnails) {
    const response = await fetched(address);
    expect(response.status, href).toBe(200);
    const { width, height } = PNG.sync.read(Buffer.from(await response.arrayBuffer()));
    expect([width, height], address).toEqual([1200, 675]);
  }
});

test('a picture says where the story is', () => {
  const svg = readFileSync(join(out, 'pictures/chart.svg'), 'utf8');
  expect(svg).toContain('example.org/behind-schedule');
});
