/** `sitemap.xml` and `robots.txt`. */
import { escapeHtml } from './html.ts';

/** The pages worth finding; only possible with an absolute address, which sitemaps demand. */
export function sitemap(siteUrl: string, pages: { path: string; updated?: string }[]): string {
  const urls = pages.map(({ path, updated }) => {
    const day = updated ? `<lastmod>${escapeHtml(updated)}</lastmod>` : '';
    return `  <url><loc>${escapeHtml(`${siteUrl}/${path}`)}</loc>${day}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

/** Everything may be read. (Crawlers look for it at the top of a host only; in a sub-folder it does no harm.) */
export function robots(siteUrl?: string): string {
  const map = siteUrl ? `\nSitemap: ${siteUrl}/sitemap.xml\n` : '';
  return `User-agent: *\nAllow: /\n${map}`;
}
