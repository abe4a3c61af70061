/**
 * The service worker: what the pages need is saved on the reader's device, so that they open without a network.
 *
 * Readers must get what was last published, and a page being read must go on working when its files are gone from the
 * server. So:
 *
 * - Pages come from the network; the saved copy is for when there is none, or it takes too long. Who is online never
 *   sees an old version, whatever state the worker is in.
 * - Scripts and styles carry their hash in the name: a saved one is right for good. Data is asked for with the build
 *   of the page (`?v=`): the saved copy answers for its own build only, and the page of another build goes to the
 *   network.
 * - A new worker saves its build beside the old one and does not take over at once (no `skipWaiting` on
 *   installation): with that the old build goes, and the parts of it that a page being read loads on first use. It
 *   takes over when no page is open, as browsers have it, or when the only page open is of the new build and says so;
 *   others may be closed a little later, and are counted a little longer.
 * - The first worker of all claims the page that brought it (`clients.claim`), which is safe from then on.
 * - What is missing, since storage may be cleared any time, comes from the network, and is saved again when a page asks
 *   whether it is saved.
 */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import type { Answer, Ask, Saved } from './messages.ts';
import type { WorkerScope } from './worker-scope.ts';

declare const self: WorkerScope;
/** Put here by the build. */
declare const SAVED: Saved;

/** How long a page may take from the network when a saved one is there, ms. */
const PATIENCE = 5000;
/** How long pages of the old build may take to close once one of the new build is open, and how often that is seen, ms. */
const CLOSING = { within: 10_000, every: 250 };

const controller = new PrecacheController();
controller.addToCacheList(SAVED.files.map(({ url, revision }) => ({ url, revision })));

const root = new URL('./', self.location.href).href;

/** An address from the root of the site, without query and fragment; nothing for what lies elsewhere. */
function pathOf({ origin, pathname }: URL): string | undefined {
  const whole = origin + pathname;
  return whole.startsWith(root) ? whole.slice(root.length) : undefined;
}
const isSaved = (path: string): boolean => controller.getCacheKeyForURL(root + path) !== undefined;
const copyOf = (path: string): Promise<Response | undefined> => controller.matchPrecache(root + path);

self.addEventListener('install', (event) => void controller.install(event as never));
self.addEventListener('activate', (event) => {
  void controller.activate(event as never);
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const path = request.method === 'GET' ? pathOf(url) : undefined;
  if (path === undefined) return;
  if (request.mode === 'navigate') {
    const folder = path.replace(/(^|\/)index\.html$/, '$1');
    if (isSaved(folder) || leadsOn(folder)) event.respondWith(page(request, folder));
    return;
  }
  const asked = url.searchParams.get('v');
  if (!isSaved(path) || (path.startsWith('data/') && asked !== SAVED.build)) return;
  event.respondWith(copyOf(path).then((copy) => copy ?? fetch(request)));
});

async function page(request: Request, folder: string): Promise<Response> {
  const fresh = fetch(request);
  const late = new Promise<undefined>((done) => setTimeout(done, PATIENCE));
  const answer = await Promise.race([fresh, late]).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  const to = leadsOn(folder);
  return (await copyOf(folder)) ?? (answer === undefined && to ? Response.redirect(to) : fresh);
}

/** Where the server would lead on from here: a page without its slash, a step's share page. */
function leadsOn(path: string): string | undefined {
  if (isSaved(`${path}/`)) return `${root}${path}/`;
  const step = /^s\/([^/]+)\/$/.exec(path)?.[1];
  return step === undefined ? undefined : `${root}#${step}`;
}

/** Whether everything is there; what is missing is fetched. */
async function complete(): Promise<boolean> {
  const cache = await caches.open(controller.strategy.cacheName);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const fetched = [...controller.getURLsToCacheKeys()]
    .filter(([, key]) => !there.has(key))
    .map(async ([url, key]) => {
      const response = await fetch(url, { cache: 'no-cache' });
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      await cache.put(key, response);
    });
  return Promise.all(fetched).then(
    () => true,
    () => false,
  );
}

self.addEventListener('message', (event) => {
  const message = event.data as Ask;
  if (message.ask === 'saved') {
    const answer = complete().then((all): Answer => (all ? SAVED.build : undefined));
    event.waitUntil(answer.then((build) => event.ports[0]?.postMessage(build)));
  } else if (message.build === SAVED.build && event.source) {
    event.waitUntil(takeOver(event.source.id));
  }
});

/** Takes over from the worker in charge once the page that asks is the only one: see above. */
async function takeOver(asking: string): Promise<void> {
  for (let waited = 0; waited <= CLOSING.within; waited += CLOSING.every) {
    const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    if (open.length === 0) return;
    if (open.every(({ id }) => id === asking)) return self.skipWaiting();
    await new Promise((done) => setTimeout(done, CLOSING.every));
  }
}
