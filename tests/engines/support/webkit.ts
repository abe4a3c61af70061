/** WebKit: WebKitGTK's MiniBrowser, driven over WebDriver, on a display that nobody sees. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Builder, Key as KEYS } from 'selenium-webdriver';
import remote from 'selenium-webdriver/remote/index.js';
import type { Engine } from './engine.ts';

const SCREEN = '1800x1400x24';

/** No animations is how GTK says that motion is unwelcome; a light theme, how it says light. */
const SETTINGS = `[Settings]
gtk-enable-animations=0
gtk-application-prefer-dark-theme=0
`;
/** The browser's own buttons at no size, so that its window can be as narrow as a phone. */
const STYLE = '* { padding: 0; margin: 0; min-width: 0; min-height: 0; border: 0; font-size: 1px }';

/** Starts a display; it says on a pipe which number it got. */
async function startDisplay(): Promise<{ display: string; server: ChildProcess }> {
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'];
  const server = spawn(process.env['XVFB_PATH'] ?? 'Xvfb', args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer];
  return { display: `:${number.toString().trim()}`, server };
}

/** `ArrowLeft` is `ARROW_LEFT` here, and so on. */
function keyCode(key: string): string {
  return KEYS[key.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()] ?? key;
}

export async function webkit(): Promise<Engine> {
  const home = mkdtempSync(join(tmpdir(), 'webkit-'));
  mkdirSync(join(home, 'gtk-3.0'));
  writeFileSync(join(home, 'gtk-3.0/settings.ini'), SETTINGS);
  writeFileSync(join(home, 'gtk-3.0/gtk.css'), STYLE);
  const { display, server } = await startDisplay();
  const stop = (): void => void server.kill();
  process.once('exit', stop);

  const service = new remote.DriverService.Builder(process.env['WEBKIT_DRIVER_PATH'] ?? 'WebKitWebDriver')
    .setLoopback(true)
    .setEnvironment({
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      XDG_CONFIG_HOME: home,
      XDG_DATA_HOME: home,
      XDG_CACHE_HOME: home,
      // There is no graphics card to draw with; this is the quickest way to do without.
      WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      NO_AT_BRIDGE: '1',
      // It reads only what we serve, and in a container its sandbox cannot be had.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    })
    .build();
  const driver = new Builder()
    .usingServer(await service.start())
    .withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: process.env['WEBKIT_BROWSER_PATH'], args: ['--automation'] },
    })
    .build();
  const evaluate = (fn: unknown, ...args: unknown[]): Promise<never> =>
    driver.executeScript(`return (${String(fn)})(...arguments)`, ...args) as Promise<never>;
  const actions = () => driver.actions({ async: false });
  let turned = 0;
  const sized = (): Promise<[number, number]> => evaluate(() => [innerWidth, innerHeight]);

  return {
    name: `WebKitGTK ${(await driver.getCapabilities()).getBrowserVersion()}`,
    async goto(url) {
      await driver.get('about:blank');
      await driver.get(url);
    },
    reload: () => driver.navigate().refresh(),
    back: () => driver.navigate().back(),
    forward: () => driver.navigate().forward(),
    evaluate,
    async inFrame(selector, fn, ...args) {
      await driver.switchTo().frame(await driver.findElement({ css: selector }));
      try {
        return await evaluate(fn, ...args);
      } finally {
        await driver.switchTo().defaultContent();
      }
    },
    key: (key) => actions().keyDown(keyCode(key)).keyUp(keyCode(key)).perform(),
    async drag(first, ...others) {
      if (!first) return;
      const moves = actions()
        .move({ ...round(first), duration: 0 })
        .press();
      for (const point of others) moves.move({ ...round(point), duration: 60 });
      await moves.release().perform();
    },
    hover: (point) =>
      actions()
        .move({ ...round(point), duration: 0 })
        .perform(),
    wheel({ x, y }, down) {
      // This driver turns the wheel by what a turn differs from the one before it.
      turned += down;
      return actions().scroll(Math.round(x), Math.round(y), 0, turned).perform();
    },
    async resize(width, height) {
      // The window has a bar above the page, as high as the system's theme makes it.
      let [bar, side] = [0, 0];
      for (let tries = 0; tries < 40; tries += 1) {
        await driver
          .manage()
          .window()
          .setRect({ x: 0, y: 0, width: width + side, height: height + bar });
        const [wide, high] = await sized();
        if (wide === width && high === height) return;
        if (tries % 10 === 9) [side, bar] = [side + width - wide, bar + height - high];
      }
      throw new Error(`the window would not become ${width} × ${height} px`);
    },
    screenshot: async () => Buffer.from(await driver.takeScreenshot(), 'base64'),
    async close() {
      // A driver that waits for a page in vain is ended all the same.
      await Promise.race([driver.quit(), new Promise((done) => setTimeout(done, 5000))]);
      await service.kill();
      stop();
      process.off('exit', stop);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Drivers take whole pixels. */
function round({ x, y }: { x: number; y: number }): { x: number; y: number } {
  return { x: Math.round(x), y: Math.round(y) };
}
