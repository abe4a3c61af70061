/**
 * The `test` every browser test uses. It serves the built site, and it fails a test in which the page logged
 * anything, threw, broke its Content-Security-Policy, asked for what is not there, or asked another origin.
 */
import { test as base, expect, type BrowserContext } from '@playwright/test';
import { serveStatic } from '../../../scripts/serve-static.mjs';
import { DIST } from './built.ts';

export { expect };

/** What went wrong on the pages of a context, in words. */
export class Problems {
  readonly #seen: string[] = [];
  // Only the tests of the service worker let it in: it would answer for the server in all others.
  readonly #allowed: RegExp[] = [/Service Worker registration blocked by Playwright/];

  /** Says that a message is what the test provokes. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  get unexpected(): string[] {
    return this.#seen.filter((problem) => !this.#allowed.some((pattern) => pattern.test(problem)));
  }

  /** Listens to every page of the context, those opened later too. */
  async watch(context: BrowserContext): Promise<void> {
    context.on('console', (message) => {
      this.#seen.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.#seen.push(`page error: ${String(error.error())}`));
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // A page that is left, or a test that ends, cancels what is under way.
      if (reason !== 'net::ERR_ABORTED') this.#seen.push(`request failed: ${request.url()} ${reason}`);
    });
    context.on('request', (request) => {
      if (request.isNavigationRequest() || /^(data|blob):/.test(request.url())) return;
      const page = (request.serviceWorker() ?? request.frame()).url();
      if (new URL(request.url()).origin !== new URL(page).origin) {
        this.#seen.push(`request to another origin: ${request.url()} from ${page}`);
      }
    });
    // Chromium logs violations itself; the event also covers those it keeps quiet about.
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`CSP violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
  }
}

export interface Site {
  /** Ends with a slash. */
  url: string;
}

export const test = base.extend<{ problems: Problems }, { site: Site }>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from the pattern.
    async ({}, use) => {
      const server = await serveStatic({ folder: DIST });
      await use({ url: server.url });
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  problems: [
    async ({ context }, use) => {
      const problems = new Problems();
      await problems.watch(context);
      await use(problems);
      expect(problems.unexpected, 'the page is silent and keeps its policy').toEqual([]);
    },
    { auto: true },
  ],
});
