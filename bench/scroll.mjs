/**
 * How evenly the story runs: the whole of it scrolled at a steady pace with the processor slowed, every frame timed.
 * A frame belongs to a flight while the map says so (`data-flying`).
 */

/** CSS px a second: about a window's height, quicker than anyone reads. */
const SPEED = 900;

/** Three frames of 60 a second are 50 ms, which browsers tell to a tenth, now and then 50.1. */
export const LATE = 50.5;

/** Scrolls from top to bottom and times the frames, in the page. */
function scrollThrough(speed) {
  return new Promise((done) => {
    const frames = [];
    const map = document.querySelector('[data-map]');
    const end = document.querySelector('.end').getBoundingClientRect().top + scrollY - innerHeight;
    const start = performance.now();
    let last = start;
    let top = scrollY;
    const tick = (now) => {
      frames.push({ at: now - start, ms: now - last, flying: map?.hasAttribute('data-flying') ?? false });
      // By the time gone, so that a late frame does not slow the reader down.
      top += (speed * (now - last)) / 1000;
      last = now;
      scrollTo({ top, behavior: 'instant' });
      if (top < end) requestAnimationFrame(tick);
      else done(frames);
    };
    requestAnimationFrame(tick);
  });
}

/** One run at `slowdown` times slower: shares and rates as the budget states them. */
export async function scrollStory(browser, url, slowdown) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForSelector('[data-map] button', { state: 'attached' });
  await page.waitForLoadState('networkidle');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const frames = await page.evaluate(scrollThrough, SPEED);
  await context.close();
  // The first frames of a slowed page still warm up: the budget leaves the first second out.
  const counted = frames.filter(({ at }) => at > 1000);
  const flying = counted.filter((frame) => frame.flying);
  const calm = counted.filter((frame) => !frame.flying);
  const total = (list) => list.reduce((sum, { ms }) => sum + ms, 0);
  return {
    frames: counted.length,
    calmShare: calm.filter(({ ms }) => ms <= 17).length / calm.length,
    flightRate: flying.length === 0 ? NaN : (flying.length / total(flying)) * 1000,
    worst: Math.max(...counted.map(({ ms }) => ms)),
    over50: counted.filter(({ ms }) => ms > LATE).length,
  };
}
