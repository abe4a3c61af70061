/** The frame of the two pages that stand alone: no script, no file but what the tags name, their own policy. */
import { hashSource } from '../csp.ts';

const STYLES = `:root{color-scheme:light dark;--paper:light-dark(#fbfaf7,#12161b);--ink:light-dark(#1b1b1a,#e9e6df);--soft:light-dark(#5b5a55,#a5a9ab);--accent:light-dark(#2b5b8a,#8ab8e6)}body{margin:0;min-block-size:100vh;display:grid;place-content:center;background:var(--paper);color:var(--ink);font:1.125rem/1.6 'Source Serif 4',Georgia,'Times New Roman',serif}main{box-sizing:border-box;inline-size:100vw;max-inline-size:34rem;padding:2rem 1.5rem}h1{margin:0 0 .75rem;font-size:clamp(1.75rem,6vw,2.5rem);line-height:1.15;text-wrap:balance}p{margin:0 0 1rem}.kicker,.foot{color:var(--soft);font:600 .9375rem/1.4 'Source Sans 3',system-ui,'Helvetica Neue',Arial,sans-serif}.foot{font-weight:400;margin-block-start:2rem}a{color:var(--accent);text-underline-offset:.2em}`;

export interface PlainPage {
  language: string;
  direction: 'ltr' | 'rtl';
  /** Tags for `<head>` besides charset, viewport, policy and styles. */
  head: string;
  /** Inner HTML of `<main>`, trusted. */
  main: string;
}

export function plainPage({ language, direction, head, main }: PlainPage): string {
  const policy = [
    "default-src 'none'",
    `style-src ${hashSource(STYLES)}`,
    "img-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
${head}
<style>${STYLES}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}
