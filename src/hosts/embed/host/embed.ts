/**
 * The script that hosts may add to a page with embeds (`embed.js`): frames marked `data-behind-schedule` and the
 * element `<behind-schedule>` get the height of what is in them, are told the page's theme if they want it, and pass
 * on what happens in them as events. It defines that element and nothing else, and may be loaded any number of times.
 */
import { schemeOf } from './scheme.ts';

const NAME = 'behind-schedule';
/** Taller is no embed, px. */
const TALLEST = 100_000;

/** Our elements in the page, each with its frame: frames in shadow trees are not found from outside. */
const elements = new Map<HTMLElement, HTMLIFrameElement>();
/** The theme each window was told last. */
const told = new WeakMap<object, string>();

/** Every embed as the host sees it: the element it wrote, and the frame. */
function embeds(): [HTMLElement, HTMLIFrameElement][] {
  const frames = document.querySelectorAll<HTMLIFrameElement>(`iframe[data-${NAME}]`);
  return [...elements, ...[...frames].map((frame): [HTMLElement, HTMLIFrameElement] => [frame, frame])];
}

function command(frame: HTMLIFrameElement, type: string, rest?: object): void {
  frame.contentWindow?.postMessage({ ...rest, source: NAME, v: 1, type }, '*');
}

/** Tells an embed the theme its element asks for; nothing if it asks for none: then the address decides. */
function tellTheme(element: HTMLElement, frame: HTMLIFrameElement): void {
  const asked = element.dataset['theme'];
  const theme = asked === 'auto' ? schemeOf(frame) : asked;
  const target = frame.contentWindow;
  if (!theme || !target || told.get(target) === theme) return;
  told.set(target, theme);
  command(frame, 'theme', { theme });
}

const tellThemes = (): void => {
  for (const [element, frame] of embeds()) tellTheme(element, frame);
};
const changes = new MutationObserver(tellThemes);

function hear({ source, data }: MessageEvent): void {
  if (data?.source !== NAME || data.v !== 1) return;
  const { source: _source, v: _v, type, value, ...detail } = data;
  const [element, frame] = embeds().find(([, { contentWindow }]) => contentWindow === source) ?? [];
  if (!element || !frame) return;
  if (type === 'height') {
    if (typeof value !== 'number' || !(value > 0 && value <= TALLEST)) return;
    frame.style.height = `${value}px`;
    // The frame stands in for the picture, and for the room that was kept.
    frame.style.visibility = '';
    if (element !== frame) {
      element.style.minHeight = '';
      frame.nextElementSibling?.remove();
    }
  } else if (type === 'ready' || type === 'step' || type === 'select') {
    if (type === 'ready') {
      // It has just been loaded, perhaps again.
      told.delete(source as Window);
      tellTheme(element, frame);
      changes.observe(element, { attributeFilter: ['data-theme'] });
    }
    element.dispatchEvent(new CustomEvent(`${NAME}:${type}`, { bubbles: true, detail }));
  }
}

/** An address of the web, or nothing. */
function webAddress(text: string): string {
  const url = URL.canParse(text, document.baseURI) ? new URL(text, document.baseURI) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.href : 'about:blank';
}

/** Shows what it holds (a picture with a link) until its frame has something to show. */
class BehindSchedule extends HTMLElement {
  static observedAttributes = ['src', 'title', 'height', 'loading'];
  #frame = document.createElement('iframe');

  constructor() {
    super();
    const box = document.createElement('div');
    box.style.cssText = 'display:grid;grid-template-columns:minmax(0,1fr)';
    this.#frame.style.cssText = 'border:0;width:100%;grid-area:1/1;visibility:hidden';
    this.#frame.loading = 'lazy';
    this.#frame.allow = 'fullscreen; clipboard-write';
    const picture = document.createElement('slot');
    picture.style.cssText = 'display:block;grid-area:1/1';
    box.append(this.#frame, picture);
    this.attachShadow({ mode: 'open' }).append(box);
  }

  connectedCallback(): void {
    if (!this.style.display) this.style.display = 'block';
    elements.set(this, this.#frame);
  }

  disconnectedCallback(): void {
    elements.delete(this);
  }

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (value === null) this.#frame.removeAttribute(name);
    else this.#frame.setAttribute(name, name === 'src' ? webAddress(value) : value);
  }
}

function start(): void {
  addEventListener('message', hear);
  // Heard on the way down, so that the event need not bubble.
  document.addEventListener(
    `${NAME}:goto`,
    ({ target, detail }: CustomEventInit & Event) => {
      const [, frame] = embeds().find(([element]) => element === target) ?? [];
      if (frame && typeof detail === 'object') command(frame, 'goto', detail);
    },
    true,
  );
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tellThemes);
  // Sites switch their theme on one of these.
  const themed = () => {
    changes.observe(document.documentElement, { attributes: true });
    if (document.body) changes.observe(document.body, { attributes: true });
  };
  themed();
  addEventListener('DOMContentLoaded', themed);
  customElements.define(NAME, BehindSchedule);
  // Those that were loaded before the script say everything again.
  for (const [, frame] of embeds()) command(frame, 'hello');
}

// Loaded twice, even from two places: the first one serves the page.
if (!customElements.get(NAME)) start();
