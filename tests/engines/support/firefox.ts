/** Firefox, driven over WebDriver BiDi. */
import { launch, type Frame, type KeyInput, type Page } from 'puppeteer-core';
import type { Engine } from './engine.ts';

/** How far a drag is cut up between two of its points. */
const MOVES = 6;

export async function firefox(): Promise<Engine> {
  const browser = await launch({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    executablePath: process.env['FIREFOX_PATH'] ?? 'firefox',
    headless: true,
    extraPrefsFirefox: {
      // Motion is unwelcome, the system is light, and nothing is asked of Mozilla.
      'ui.prefersReducedMotion': 1,
      'ui.systemUsesDarkTheme': 0,
      'layout.css.prefers-color-scheme.content-override': 1,
      // Pages gone back to are loaded: the driver waits for that, and for ever for one that is taken from memory.
      'browser.sessionhistory.max_total_viewers': 0,
      // A page that a key was pressed in may open a window, as for readers.
      'dom.disable_open_during_load': true,
      // As readers have it: for tests it is usually off, and files may then read each other.
      'security.fileuri.strict_origin_policy': true,
    },
  });
  // Not the page it opens with: in that one nothing has focus, and a key pressed on a button does not press it.
  const page: Page = await browser.newPage();
  const ours = await browser.pages();
  const frame = async (selector: string): Promise<Frame> => {
    const element = await page.waitForSelector(selector);
    const found = await element?.contentFrame();
    if (!found) throw new Error(`${selector} is no frame`);
    return found;
  };
  return {
    name: `Firefox ${(await browser.version()).replace(/^\D*/, '')}`,
    async goto(url) {
      await page.goto('about:blank');
      await page.goto(url);
    },
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    forward: async () => void (await page.goForward()),
    evaluate: (fn, ...args) => page.evaluate(fn as never, ...args),
    inFrame: async (selector, fn, ...args) => (await frame(selector)).evaluate(fn as never, ...args),
    key: (key) => page.keyboard.press(key as KeyInput),
    async drag(first, ...others) {
      if (!first) return;
      await page.mouse.move(first.x, first.y);
      await page.mouse.down();
      for (const { x, y } of others) await page.mouse.move(x, y, { steps: MOVES });
      await page.mouse.up();
    },
    hover: ({ x, y }) => page.mouse.move(x, y),
    async wheel({ x, y }, down) {
      await page.mouse.move(x, y);
      await page.mouse.wheel({ deltaY: down });
    },
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async () => Buffer.from(await page.screenshot()),
    opened: async () =>
      (await browser.pages())
        .filter((other) => !ours.includes(other))
        .map((other) => ({ evaluate: (fn, ...args) => other.evaluate(fn as never, ...args) })),
    // A busy machine takes its time over a whole story.
    print: async () => new Uint8Array(await page.pdf({ timeout: 0 })),
    close: () => browser.close(),
  };
}
