/**
 * The one module inside every embed that talks with the page around it: it tells the embed's height to whatever kind
 * of host there is, tells where the reader is, and takes commands.
 *
 * Hosts differ in what they listen to and cannot be told apart from inside, so the height goes out in every
 * language that needs no introduction, and in the others once a host has spoken. It goes out when it changes, never
 * when it is nothing (the iframe is hidden), and nothing at all happens outside an iframe.
 */
import { readCommand, readJson, readVerb, isRecord } from './commands.ts';
import type { Command, GotoTarget, Theme } from './commands.ts';
import { ampHeight, ampReady, isFramesInit } from './protocols/amp.ts';
import { datawrapperHeight, datawrapperId } from './protocols/datawrapper.ts';
import { embedlyHeight } from './protocols/embedly.ts';
import {
  RESIZER_HERE,
  readResizer,
  resizerMessage,
  resizerSize,
  resizerTitle,
} from './protocols/iframe-resizer.ts';
import type { Resizer } from './protocols/iframe-resizer.ts';
import { openSize, readOpen } from './protocols/open-iframe-resizer.ts';
import { isOwn, ownMessage } from './protocols/own.ts';
import { pymId, pymMessage, readPym } from './protocols/pym.ts';
import { readWordpress, wordpressHeight, wordpressLink, wordpressSecret } from './protocols/wordpress.ts';
import { measure, steady } from './size.ts';
import type { Size } from './size.ts';

export type { GotoTarget };

/** What a view does when the host asks. */
export interface EmbedVerbs {
  goto(target: GotoTarget): void;
  theme(theme: Theme): void;
}

/** What a view tells. */
export interface EmbedChild {
  /** The view can be used. */
  ready(): void;
  /** The reader is at a step, with the date cursor at an ISO date. */
  step(id: string, at: string): void;
  /** The reader has chosen something: an event, a place, a voyage. */
  select(ref: string): void;
  /** Says and hears no more. */
  stop(): void;
}

/** The address as it was loaded: some hosts look for the iframe by it, and a view may change it. */
const ADDRESS = globalThis.location?.href ?? '';

/** Longer texts are not for us. */
const LONGEST = 4000;

/** @param wrapper the flow-root element whose height is the embed's */
export function connect(wrapper: HTMLElement, verbs: EmbedVerbs): EmbedChild {
  const host = window.parent;
  if (host === window) return { ready() {}, step() {}, select() {}, stop() {} };

  const { pathname, search } = new URL(ADDRESS);
  const view = /^.*\/embed\/(.*?)\/?(?:index\.html)?$/.exec(pathname)?.[1] ?? '';
  const pym = pymId(search);
  const datawrapper = datawrapperId(view);
  let secret = wordpressSecret(ADDRESS);
  let open = false;
  let resizer: Resizer | undefined;
  /** Whether the parent of iframe-resizer has been answered, and whether it has ever sent a message of its own. */
  let answered = false;
  let talks = false;

  const post = (message: unknown): void => host.postMessage(message, '*');

  /** The height in each language; nothing where there is nobody to talk to. */
  const languages: Record<string, (size: Size) => unknown> = {
    own: ({ height }) => ownMessage('height', { value: height }),
    amp: ({ height }) => ampHeight(height),
    datawrapper: ({ height }) => datawrapperHeight(datawrapper, height),
    embedly: ({ height }) => embedlyHeight(ADDRESS, height),
    pym: ({ height }) => pym && pymMessage(pym, 'height', height),
    wordpress: ({ height }) => secret && wordpressHeight(secret, height),
    open: (size) => open && openSize(size),
    resizer: (size) => {
      if (!resizer) return undefined;
      const why = answered ? 'resizeObserver' : 'init';
      answered = true;
      return resizerSize(resizer.id, size, why);
    },
  };
  const say = (language: string, size: Size): void => {
    const message = languages[language]?.(size);
    if (message) post(message);
  };

  let last = 0;
  const passes = steady();
  /** Tells everybody, if the height is another than before. */
  const changed = (): void => {
    const size = measure(wrapper);
    if (size.height === last) return;
    if (size.height > 0) {
      if (!passes(size.height, performance.now())) return;
      for (const language of Object.keys(languages)) {
        if (language !== 'resizer' || resizer?.auto || !answered) say(language, size);
      }
    }
    // After it was hidden, everybody is told again.
    last = size.height;
  };
  /** Answers one who asks; while there is no height yet, they are told with everybody else. */
  const answer = (language: string): void => {
    const size = measure(wrapper);
    if (size.height > 0) say(language, size);
  };

  /** What was said last, for those who come late. */
  const said = new Map<string, unknown>();
  const tell = (type: 'ready' | 'step' | 'select', rest: Record<string, string>): void => {
    const message = ownMessage(type, rest);
    if (type !== 'select') said.set(type, message);
    post(message);
    if (type === 'ready') return post(ampReady());
    if (pym) post(pymMessage(pym, type, Object.values(rest)[0] ?? ''));
    // Hosts that never send a message have no `onMessage` either, and iframe-resizer 4 would warn about every one.
    if (resizer && talks) post(resizerMessage(resizer.id, message));
  };

  const obey = (command: Command | undefined): void => {
    if (command?.type === 'goto') verbs.goto(command.target);
    else if (command?.type === 'theme') verbs.theme(command.theme);
    else if (command) {
      for (const message of said.values()) {
        post(message);
        if (resizer && talks) post(resizerMessage(resizer.id, message));
      }
      answer('own');
    }
  };

  const hearText = (text: string): void => {
    const toPym = pym && readPym(pym, text);
    if (toPym) {
      if (toPym.type === 'width') answer('pym');
      else obey(readVerb(toPym.type, toPym.payload));
      return;
    }
    const heard = readResizer(text);
    if (heard?.type === 'ask') answer('resizer');
    else if (heard?.type === 'message') {
      talks = true;
      obey(readJson(heard.json));
    } else if (heard && heard.resizer.id !== resizer?.id) {
      resizer = heard.resizer;
      answered = false;
      answer('resizer');
      if (!resizer.four) answer('resizer');
      if (resizer.five) post(resizerTitle(resizer.id, document.title));
    }
  };

  const hearObject = (data: Record<string, unknown>): void => {
    if (isOwn(data)) return obey(readCommand(data));
    if (isFramesInit(data)) return answer('amp');
    const asked = readOpen(data);
    if (asked) {
      const again = open && asked === 'init';
      open = true;
      if (!again) answer('open');
      return;
    }
    const ready = readWordpress(data);
    if (ready && ready === (secret ??= ready)) answer('wordpress');
  };

  const ended = new AbortController();
  const { signal } = ended;
  addEventListener(
    'message',
    ({ source, data }: MessageEvent<unknown>) => {
      if (source !== host) return;
      if (typeof data === 'string') {
        if (data.length <= LONGEST) hearText(data);
      } else if (isRecord(data)) hearObject(data);
    },
    { signal },
  );
  // Older WordPress hosts write the secret when they have loaded.
  addEventListener(
    'hashchange',
    () => {
      if (secret) return;
      secret = wordpressSecret(location.href);
      answer('wordpress');
    },
    { signal },
  );
  // Links open nothing in WordPress's sandbox; to our own host it leads the reader itself. Heard before the view does.
  document.addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
      const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
      if (!secret || !link || !plain || link.host !== location.host) return;
      if (link.pathname === location.pathname && link.hash) return;
      event.preventDefault();
      post(wordpressLink(secret, link.href));
    },
    { capture: true, signal },
  );
  // Browsers put off observers in iframes that are out of sight; what has loaded is measured all the same.
  addEventListener('load', changed, { signal });
  const observer = new ResizeObserver(changed);
  observer.observe(wrapper);
  changed();
  post(RESIZER_HERE);

  return {
    ready() {
      const [name = '', ...event] = view.split('/');
      tell('ready', event.length > 0 ? { view: name, event: event.join('/') } : { view: name });
    },
    step(id, at) {
      tell('step', { id, at });
    },
    select(ref) {
      tell('select', { ref });
    },
    stop() {
      observer.disconnect();
      ended.abort();
    },
  };
}
