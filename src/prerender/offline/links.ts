/** Links of prerendered pages, rewritten for the file that holds them all. */
import { inOneFile, type OneFile } from '#site/page-address.ts';
import { escapeHtml } from '../head/html.ts';

const LINK = /<a(?=\s)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*>/g;
const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:="([^"]*)")?/g;
/** What means nothing on a link that leads nowhere. */
const OF_LINKS = new Set(['href', 'download', 'type', 'rel', 'target', 'hreflang', 'ping']);

const plain = (value: string): string =>
  value.replace(
    /&(quot|lt|gt|amp);/g,
    (_, name: string) => ({ quot: '"', lt: '<', gt: '>', amp: '&' })[name] ?? '',
  );

/** @param current the name of the page the markup is of */
export function rewriteLinks(html: string, current: string, file: OneFile): string {
  return html.replace(LINK, (tag, list: string) => {
    const attributes = [...list.matchAll(ATTRIBUTE)].map(([, name = '', value]) => ({ name, value }));
    const href = attributes.find(({ name }) => name === 'href')?.value;
    if (href === undefined) return tag;
    const address = inOneFile(plain(href), current, file);
    const inFile = address !== undefined && !/^[a-z]+:/i.test(address);
    const kept = attributes.filter(({ name }) =>
      address === undefined ? !OF_LINKS.has(name) : !(inFile && name === 'download'),
    );
    return `<a${kept
      .map(({ name, value }) =>
        name === 'href'
          ? ` href="${escapeHtml(address ?? '')}"`
          : ` ${name}${value === undefined ? '' : `="${value}"`}`,
      )
      .join('')}>`;
  });
}
