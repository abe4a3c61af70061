/**
 * How fast a page comes up in a slow phone's stead: processor slowed 4 ×, a mobile network's delay and bandwidth,
 * set by the DevTools protocol. Times are ms from the start of the navigation.
 */

/** Lighthouse's mobile settings: 150 ms round trip, 1.6 Mbit/s down, 750 kbit/s up. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const CPU_SLOWDOWN = 4;

/** Records paints, shifts and long tasks from the very start of the page. */
function observe() {
  const seen = { lcp: 0, cls: 0, tasks: [] };
  window.__seen = seen;
  const on = (type, handle) =>
    new PerformanceObserver((list) => list.getEntries().forEach(handle)).observe({ type, buffered: true });
  on('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
  on('layout-shift', (entry) => (seen.cls += entry.hadRecentInput ? 0 : entry.value));
  on('longtask', ({ startTime, duration }) => seen.tasks.push({ startTime, duration }));
}

/**
 * One cold load of `url` in a phone's window, until the network rests and there is nothing left to do.
 * @param alive what is there once the page's script has brought it to life; without it, no script is waited for
 * @returns {Promise<{ fcp: number, lcp: number, tbt: number, cls: number }>}
 */
export async function load(browser, url, alive) {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
  });
  await context.addInitScript(observe);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', NETWORK);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.goto(url);
  // Asked rarely, and not by waitForSelector: to look through a long page in every frame is work that would be measured.
  if (alive)
    await page.waitForFunction((selector) => document.querySelector(selector), alive, { polling: 250 });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 5000 })));
  const result = await page.evaluate(() => {
    const fcp = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    const { lcp, cls, tasks } = window.__seen;
    const tbt = tasks
      .filter(({ startTime }) => startTime >= fcp)
      .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
    return { fcp, lcp, tbt, cls };
  });
  await context.close();
  return result;
}
