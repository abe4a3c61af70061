/**
 * What embeds cost the pages they stand in: bytes, and the time of the host's own main thread. The host is served
 * from another site than the embeds (`localhost` and `127.0.0.1`), so that a browser that isolates sites runs the
 * frames in another process, as in life.
 *
 *   node bench/embeds.mjs [folder of the built site]
 *
 * prints these figures alone. It writes `.br` files into the folder.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { BROWSER_ARGS } from '../scripts/browser-args.mjs';
import { findBrowser } from '../scripts/find-browser.mjs';
import { serveHosts } from '../scripts/serve-hosts.mjs';
import { serveStatic } from '../scripts/serve-static.mjs';
import { LATE } from './scroll.mjs';
import { compressAll } from './sizes.mjs';

/** kB of 1000 bytes on the wire: the page of an embed with everything in it. */
const BUDGETS = {
  story: { path: 'story', budget: 250 },
  map: { path: 'map', budget: 130 },
  timeline: { path: 'timeline', budget: 100 },
  chart: { path: 'chart', budget: 100 },
  'event card': { path: 'event', budget: 40 },
};
/** The host's page: an article with the story, the map, the timeline and an event's card. */
const PAGE = 'four-embeds.html';
/** CSS px a second, as the story is scrolled. */
const SPEED = 900;

/**
 * The page of each view with its brotli size in bytes; of the cards the heaviest.
 * @param {{ file: string, wire: number }[]} sizes of the built site's files
 * @returns {{ view: string, file: string, wire: number, budget: number }[]} `budget` in kB
 */
function embedSizes(sizes) {
  return Object.entries(BUDGETS).map(([view, { path, budget }]) => {
    const pages = sizes.filter(({ file }) => {
      const parts = file.split(/[\\/]/);
      return parts[0] === 'embed' && parts[1] === path && parts.at(-1) === 'index.html';
    });
    const [largest] = pages.toSorted((a, b) => b.wire - a.wire);
    if (!largest) throw new Error(`the built site has no embed/${path}/`);
    return { view, file: largest.file, wire: largest.wire, budget };
  });
}

/**
 * Records long tasks in the host's page with the browser's attribution: `self` is the host's own, `…-descendant` a
 * frame's that shares the host's thread, `unknown` the browser's (layout, paint).
 */
function observe() {
  if (window !== window.top) return;
  const seen = [];
  window.__tasks = seen;
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) seen.push({ name, startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
}

/** Scrolls the host to its end and back, and counts frames over 50 ms. */
function scrollHost(speed) {
  return new Promise((done) => {
    const end = document.documentElement.scrollHeight - innerHeight;
    const frames = [];
    const start = performance.now();
    let last = start;
    const tick = (now) => {
      frames.push(now - last);
      last = now;
      const gone = (speed * (now - start)) / 1000;
      scrollTo({ top: gone < end ? gone : 2 * end - gone, behavior: 'instant' });
      if (gone < 2 * end) requestAnimationFrame(tick);
      else done({ start, frames: frames.slice(1) });
    };
    requestAnimationFrame(tick);
  });
}

/**
 * One cold load of the host and one scroll through it and back, the host's process slowed `slowdown` times.
 * @param {string} site where the embeds are served, on 127.0.0.1
 * @returns {Promise<{ apart: number, loading: Task[], scrolling: Task[], frames: number[] }>} tasks over 50 ms that
 *   the host's page was told of; `apart` counts the embeds that ran in another process; times in ms
 * @typedef {{ name: string, startTime: number, duration: number }} Task
 */
async function embedsInHost(browser, site, slowdown) {
  const hosts = await serveHosts({ site });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    await context.addInitScript(observe);
    const page = await context.newPage();
    const own = await context.newCDPSession(page);
    await own.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(`${hosts.url}${PAGE}`);
    const frames = page.frames().filter((frame) => frame !== page.mainFrame());
    if (frames.length !== 4) throw new Error(`${PAGE} has ${frames.length} embeds instead of 4`);
    // A frame has a session of its own only if it is in another process than its host.
    const sessions = await Promise.all(
      frames.map((frame) => context.newCDPSession(frame).catch(() => undefined)),
    );
    // All have told their height, and the host has nothing left to do.
    await page.waitForFunction(() =>
      [...document.querySelectorAll('iframe')].every(({ style }) => style.height !== ''),
    );
    await page.waitForLoadState('networkidle');
    const scroll = await page.evaluate(scrollHost, SPEED);
    const tasks = await page.evaluate(() => window.__tasks);
    return {
      apart: sessions.filter(Boolean).length,
      loading: tasks.filter(({ startTime }) => startTime < scroll.start),
      scrolling: tasks.filter(({ startTime }) => startTime >= scroll.start),
      frames: scroll.frames,
    };
  } finally {
    await context.close();
    await hosts.close();
  }
}

/** “2: 61, 84 ms”, or none. */
const list = (tasks) =>
  tasks.length === 0
    ? 'none'
    : `${tasks.length}: ${tasks.map(({ duration }) => Math.round(duration)).join(', ')} ms`;

/**
 * Prints the tables.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} site the built site on 127.0.0.1
 * @param {{ file: string, wire: number }[]} sizes of its files
 */
export async function printEmbeds(browser, site, sizes) {
  console.log('\nEmbeds on the wire (brotli): the page of each view, of the cards the heaviest');
  console.table(
    Object.fromEntries(
      embedSizes(sizes).map(({ view, file, wire, budget }) => [
        view,
        { page: file, kB: Number((wire / 1000).toFixed(1)), 'kB at most': budget },
      ]),
    ),
  );

  console.log(
    '\nTasks over 50 ms in a host with story, map, timeline and a card, by what the browser puts them down to',
  );
  const rows = {};
  for (const slowdown of [1, 4]) {
    const { apart, loading, scrolling, frames } = await embedsInHost(browser, site, slowdown);
    for (const [when, tasks] of Object.entries({ loading, scrolling })) {
      const own = tasks.filter(({ name }) => name === 'self');
      const framed = tasks.filter(({ name }) => name.includes('descendant'));
      rows[`${when}, host slowed ${slowdown} ×`] = {
        'the host itself': list(own),
        'its embeds': list(framed),
        other: list(tasks.filter((task) => !own.includes(task) && !framed.includes(task))),
        'frames > 50 ms': when === 'scrolling' ? frames.filter((ms) => ms > LATE).length : '',
        'embeds in another process': `${apart} of 4`,
      };
    }
  }
  console.table(rows);
}

async function main() {
  const folder = resolve(process.argv[2] ?? process.env.OUT_DIR ?? 'dist');
  const server = await serveStatic({ folder });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS });
  try {
    await printEmbeds(browser, server.url, compressAll(folder));
  } finally {
    await browser.close();
    await server.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
