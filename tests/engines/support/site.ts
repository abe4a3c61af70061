/**
 * The built site with an ear in it: each page is served as it was built, but for one script before everything else
 * that reports what went wrong. A driver's own log is not to be had in every engine.
 */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveStatic } from '../../../scripts/serve-static.mjs';
import { DIST } from '../../browser/support/built.ts';

const LISTEN = '/--listen.js';
const REPORT = '/--report?';
/** A page of the site's origin with nothing in it, not even a policy. */
export const BLANK = '--blank';

/** Not to be had here: what it has saved would have no ear in it. */
const SERVICE_WORKER = '/sw.js';

/** What of a file's answer is handed on. */
const HEADERS = ['content-type', 'location', 'access-control-allow-origin'];

/** Runs in every page, before its own scripts. Reports as a picture: every page may load those from its origin. */
function listen(report: string): void {
  const origin = (document.currentScript as HTMLScriptElement).src;
  const say = (text: string): void => {
    new Image().src = new URL(report + encodeURIComponent(`${location.href}: ${text}`), origin).href;
  };
  for (const method of ['error', 'warn', 'log', 'info'] as const) {
    const original = console[method];
    console[method] = (...args: unknown[]) => {
      original.apply(console, args);
      say(`console.${method}: ${args.map(String).join(' ')}`);
    };
  }
  // What is on its way is cancelled when a page is left.
  let leaving = false;
  addEventListener('beforeunload', () => (leaving = true));
  addEventListener(
    'error',
    (event) => {
      // No error but a notice that a size was told one frame late, which is when the page takes it up anyway.
      if (leaving || /^ResizeObserver loop/.test(event.message)) return;
      const { target } = event;
      const missing =
        target instanceof Element && (target.getAttribute('src') ?? target.getAttribute('href'));
      say(missing ? `${missing} did not load` : `${event.message} (${event.filename}:${event.lineno})`);
    },
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => say(`unhandled rejection: ${String(reason)}`));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    // A report that may not be sent must not be reported.
    if (blockedURI.includes(report)) return;
    say(`the policy forbids: ${violatedDirective} ${blockedURI} ${sample}`);
  });
}

export interface Site {
  /** Ends with a slash. */
  url: string;
  /** What pages reported since this was last asked, and addresses asked for that do not exist. */
  problems(): string[];
  /** Keeps back what is asked for and matches, until the function given back is called. */
  keepBack(paths: RegExp): () => void;
  close(): Promise<void>;
}

export async function serveSite(): Promise<Site> {
  const behind = await serveStatic({ folder: DIST });
  let problems: string[] = [];
  let kept: { paths: RegExp; until: Promise<void> } | undefined;

  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    if (path.startsWith(REPORT)) {
      problems.push(decodeURIComponent(path.slice(REPORT.length)));
      response.writeHead(204).end();
    } else if (path === LISTEN) {
      response.writeHead(200, { 'Content-Type': 'text/javascript' });
      response.end(`(${listen.toString()})(${JSON.stringify(REPORT)})`);
    } else if (path === SERVICE_WORKER) {
      response.writeHead(404).end();
    } else if (path === `/${BLANK}`) {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end('<!doctype html><html lang="en"><head><link rel="icon" href="data:,"></head></html>');
    } else {
      if (kept?.paths.test(path)) await kept.until;
      const file = await fetch(new URL(path, behind.url), { redirect: 'manual' });
      if (file.status === 404) problems.push(`${path} does not exist`);
      const headers: Record<string, string> = { 'Cache-Control': 'no-cache' };
      for (const name of HEADERS) {
        const value = file.headers.get(name);
        if (value) headers[name] = value;
      }
      const body = Buffer.from(await file.arrayBuffer());
      const isPage = headers['content-type']?.startsWith('text/html');
      response.writeHead(file.status, headers);
      response.end(isPage ? body.toString().replace('<head>', `$&<script src="${LISTEN}"></script>`) : body);
    }
  };
  const server = createServer((request, response) => {
    answer(request.url ?? '/', response).catch((error: unknown) => {
      problems.push(`${request.url} could not be served: ${String(error)}`);
      response.destroy();
    });
  });
  return {
    url: await listening(server),
    problems() {
      const said = problems;
      problems = [];
      return said;
    },
    keepBack(paths) {
      let release = (): void => undefined;
      const until = new Promise<void>((done) => (release = done));
      kept = { paths, until };
      return () => {
        kept = undefined;
        release();
      };
    },
    async close() {
      await closed(server);
      await behind.close();
    },
  };
}

/** Starts a server on a free port; its address ends with a slash. */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

export function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
