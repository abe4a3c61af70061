/**
 * `_headers`, read by several static hosts (Netlify, Cloudflare Pages and others): the pages' policies once more as
 * headers, with what a `<meta>` cannot say, and lasting caching for files whose name carries their hash.
 */

/** A page's address from the root of the site (`/`, `/sources/`) and its policy. */
export interface PagePolicy {
  address: string;
  policy: string;
}

/** The file's text. */
export function headersFile(pages: PagePolicy[]): string {
  return [
    '/*',
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    ...pages.flatMap(({ address, policy }) => [
      address,
      `  Content-Security-Policy: ${policy}; frame-ancestors 'self'`,
    ]),
    '/assets/*',
    '  Cache-Control: public, max-age=31536000, immutable',
    '',
  ].join('\n');
}
