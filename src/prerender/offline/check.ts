/** What must hold for a file that is carried on a stick and opened from a disk. */
import { readdirSync } from 'node:fs';
import { OFFLINE_FILE } from './file.ts';

/** Bytes. */
export const MOST = 3_000_000;

/** References that browsers follow by themselves, or that lead to a file beside this one; in words, with the tag. */
function outside(markup: string): string[] {
  const found: string[] = [];
  for (const [tag, name = ''] of markup.matchAll(/<([a-z][a-z0-9-]*)\b(?:[^>"]|"[^"]*")*>/gi)) {
    for (const [, attribute = '', value = ''] of tag.matchAll(
      /\s(href|src|srcset|poster|data|action|formaction|background|xlink:href)="([^"]*)"/gi,
    )) {
      if (/^(#|data:)/.test(value)) continue;
      if (/^(a|area)$/i.test(name) && attribute === 'href' && /^(\?|https?:|mailto:)/.test(value)) continue;
      found.push(`${attribute}="${value}" in ${tag.slice(0, 160)}`);
    }
  }
  const styles = [...markup.matchAll(/\sstyle="([^"]*)"/g)].flatMap(([, css = '']) => outsideStyles(css));
  return [...found, ...styles];
}

function outsideStyles(css: string): string[] {
  return [
    ...[...css.matchAll(/url\(\s*['"]?(?!data:|#)([^)'"]*)/g)].map(
      ([, address]) => `url(${address}) in a style`,
    ),
    ...(/@import/.test(css) ? ['@import in a style'] : []),
  ];
}

/** Everything that is wrong with the file, in words. */
export function offlineProblems(html: string): string[] {
  const bytes = Buffer.byteLength(html);
  const problems: string[] = [];
  const size = bytes > MOST ? [`it is ${bytes} bytes large; ${MOST} is the most`] : [];
  const markup = html.replace(
    /<(script|style)\b([^>]*)>([^]*?)<\/\1>/g,
    (_, name: string, list: string, text: string) => {
      if (name === 'style') problems.push(...outsideStyles(text));
      else if (/type="text\/html"/.test(list)) problems.push(...outside(text));
      else if (!list && /\bimport\.meta\b|\bimport\(/.test(text)) problems.push('its script loads a module');
      return `<${name}${list}></${name}>`;
    },
  );
  return [...size, ...problems, ...outside(markup)];
}

/** @throws naming everything that is wrong */
export function assertOffline(html: string): void {
  const problems = offlineProblems(html);
  if (problems.length === 0) return;
  const some = problems.slice(0, 10).map((problem) => `  ${problem}`);
  const more = problems.length > 10 ? [`  … and ${problems.length - 10} more`] : [];
  throw new Error([`${OFFLINE_FILE} would not work by itself:`, ...some, ...more].join('\n'));
}

/** @throws when a folder that is to be handed on as one file holds anything else */
export function assertOnlyFile(folder: string): void {
  const others = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name !== OFFLINE_FILE,
  );
  if (others.length > 0)
    throw new Error(`${folder} must hold ${OFFLINE_FILE} and nothing else, but has ${others.join(', ')}`);
}
