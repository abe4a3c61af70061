/** What an embed's page module gives, and how its parts become one HTML document with everything in it. */
import { contentSecurityPolicy } from '../csp.ts';
import { escapeHtml } from '../head/html.ts';

/** The scripts, one for each view: the same bytes in every embed of it, so that one hash allows them all. */
export const EMBED_SCRIPTS = {
  story: 'src/hosts/embed/story/client.ts',
  map: 'src/hosts/embed/map/client.ts',
  timeline: 'src/hosts/embed/timeline/client.ts',
  chart: 'src/hosts/embed/chart/client.ts',
  event: 'src/hosts/embed/event/client.ts',
} as const;
export type EmbedScript = keyof typeof EMBED_SCRIPTS;

/** One server entry a view, so that each embed carries its own styles only. */
export const EMBED_PAGES = {
  story: 'src/prerender/embeds/story.ts',
  map: 'src/prerender/embeds/map.ts',
  timeline: 'src/prerender/embeds/timeline.ts',
  chart: 'src/prerender/embeds/chart.ts',
  event: 'src/prerender/embeds/event.ts',
} as const;

/** What a host page may load to help its frames: at the root of the site. */
export const HOST_SCRIPT = { entry: 'src/hosts/embed/host/embed.ts', path: 'embed.js' } as const;

export interface EmbedContext {
  /** Absolute address of the site without a trailing slash, when known. */
  siteUrl?: string;
}

export interface EmbedPage {
  /** From the folder the embeds are laid out in: `embed/map/`. */
  path: string;
  language: string;
  direction: 'ltr' | 'rtl';
  /** Attributes of `<html>`. */
  attributes: Record<string, string>;
  head: string;
  body: string;
  /** What the script draws from. */
  data: unknown;
}

export interface EmbedModule {
  pages(context: EmbedContext): Iterable<EmbedPage>;
}

/**
 * Runs before anything is drawn: says that scripts run, and applies what of the address concerns the looks, so that
 * nothing flashes, and whether there is a host around it. Light unless the host asks for something else.
 */
const EARLY = `(function(e){e.classList.add('js');if(parent!==window)e.classList.add('framed');var q=new URLSearchParams(location.search),t=q.get('theme');if(t==='dark')e.dataset.theme=t;else if(t!=='auto')e.dataset.theme='light';if(q.get('chrome')==='0')e.dataset.chrome='0'})(document.documentElement)`;

/** A data block: never run, so the policy needs no hash for it. `<` is escaped, so that nothing in it ends it. */
function dataBlock(data: unknown): string {
  return `<script type="application/json" id="embed-data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}

/** Puts an embed together: one file that asks nobody for anything. */
export function assembleEmbed(
  template: string,
  page: EmbedPage,
  { styles, script }: { styles: string; script: string },
): string {
  const policy = contentSecurityPolicy([EARLY, script], [styles], { selfContained: true });
  const fill: Record<string, string> = {
    lang: escapeHtml(page.language),
    dir: page.direction,
    attributes: Object.entries(page.attributes)
      .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
      .join(''),
    head: [
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      `<script>${EARLY}</script>`,
      page.head,
      `<style>${styles}</style>`,
    ].join('\n'),
    body: `${page.body}\n${dataBlock(page.data)}\n<script>${script}</script>`,
  };
  return template.replace(/%(lang|dir|attributes|head|body)%/g, (_, key: string) => fill[key] ?? '');
}
