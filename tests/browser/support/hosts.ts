/** Pages that embed us (tests/hosts), on an origin of their own around the built site. */
import type { Frame, Locator, Page } from '@playwright/test';
import { serveHosts } from '../../../scripts/serve-hosts.mjs';
import { expect, test as base } from './test.ts';

export { expect };

export const test = base.extend<{ hostProblems: void }, { hosts: { url: string } }>({
  hostProblems: [
    async ({ problems }, use) => {
      // Hosts take our script and pictures from us, and iframe-resizer 4 calls frames that are not there yet.
      problems.allow(/^request to another origin: \S+\/(embed\.js|pictures\/\S+) from http:\/\/localhost/);
      problems.allow(/Failed to execute 'postMessage' on 'DOMWindow'.*\/parents\/iframe-resizer\.js/);
      await use();
    },
    { auto: true },
  ],
  hosts: [
    async ({ site }, use) => {
      const server = await serveHosts({ site: site.url });
      await use({ url: server.url });
      await server.close();
    },
    { scope: 'worker' },
  ],
});

/** An embed as its host has it, and from inside. */
export interface Embed {
  element: Locator;
  frame: Frame;
}

/** The element whose height is the embed's. */
const WRAPPER = 'main';
/** WordPress lets no embed be lower or higher, px. */
const WORDPRESS = [200, 1000] as const;

/** The embed in an iframe, once its script has run. */
export async function embedIn(element: Locator): Promise<Embed> {
  await element.scrollIntoViewIfNeeded();
  const handle = await element.elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('no frame');
  await expect(frame.locator(WRAPPER)).toBeAttached();
  return { element, frame };
}

/**
 * How an iframe misses its contents, in words; empty when it fits to 1 px and nothing in it scrolls.
 * @param clamp the host keeps heights within WordPress's bounds
 */
async function misfit({ element, frame }: Embed, clamp: boolean): Promise<string> {
  const outer = await element.evaluate((iframe) => iframe.clientHeight);
  const inner = await frame.evaluate((wrapper) => {
    const root = document.documentElement;
    return {
      wanted: document.querySelector(wrapper)?.getBoundingClientRect().height ?? 0,
      contents: root.scrollHeight,
      window: innerHeight,
      bar: innerWidth - root.clientWidth,
    };
  }, WRAPPER);
  const wanted = clamp ? Math.min(WORDPRESS[1], Math.max(WORDPRESS[0], inner.wanted)) : inner.wanted;
  if (inner.wanted < 50) return `the embed is ${inner.wanted} px high`;
  if (Math.abs(outer - wanted) > 1)
    return `the iframe is ${outer} px high around ${inner.wanted} px of contents`;
  if (clamp && inner.wanted > WORDPRESS[1]) return '';
  if (inner.contents > inner.window + 1)
    return `${inner.contents - inner.window} px of the embed are cut off`;
  return inner.bar > 0 ? 'there is a scroll bar in the embed' : '';
}

/** Waits until an iframe is as high as its contents. */
export async function fits(embed: Embed, clamp = false): Promise<void> {
  await expect.poll(() => misfit(embed, clamp), 'the iframe fits its contents').toBe('');
}

/** Makes the embed's contents higher by a block, or takes it away again. */
export async function pad({ frame }: Embed, px: number): Promise<void> {
  await frame.evaluate(
    ([wrapper, height]) => {
      document.querySelector('[data-pad]')?.remove();
      if (height === 0) return;
      const block = document.createElement('div');
      block.dataset['pad'] = '';
      block.style.cssText = `block-size: ${height}px`;
      document.querySelector(wrapper)?.append(block);
    },
    [WRAPPER, px] as const,
  );
}

/** What has come to the host page, by the protocol it belongs to and the frame it came from. */
export interface Heard {
  protocol: string;
  frame: number;
  data: unknown;
}

declare global {
  interface Window {
    /** Messages that came to a host page under test. */
    heard: Heard[];
  }
}

/** From now on, host pages remember the messages that come to them. To be called before the page is opened. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window !== top) return;
    window.heard = [];
    const name = (data: unknown): string => {
      if (typeof data === 'string') return /^(pym|\[iFrame|\{)/.exec(data)?.[0] ?? 'unknown text';
      const { source, sentinel, type, message } = data as Record<string, string>;
      if (source === 'behind-schedule') return `own ${type}`;
      if (sentinel === 'amp') return `amp ${type}`;
      if ('datawrapper-height' in (data as object)) return 'datawrapper';
      return type === 'iframe-resized' ? 'open' : message === 'height' ? 'wordpress' : 'unknown object';
    };
    addEventListener(
      'message',
      ({ data, source }) => {
        const frames = [...document.querySelectorAll('iframe')];
        const frame = frames.findIndex(({ contentWindow }) => contentWindow === source);
        window.heard.push({ protocol: name(data), frame, data });
      },
      true,
    );
  });
}

/** What {@link listen} has remembered. */
export const heard = (page: Page): Promise<Heard[]> => page.evaluate(() => window.heard);

/** Sends something from the host page into an embed, as is. */
export async function post({ element }: Embed, data: unknown): Promise<void> {
  await element.evaluate(
    (iframe, message) => (iframe as HTMLIFrameElement).contentWindow?.postMessage(message, '*'),
    data,
  );
}

/** One of our own messages. */
export const own = (message: object): object => ({ source: 'behind-schedule', v: 1, ...message });
