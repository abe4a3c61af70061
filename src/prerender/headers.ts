/**
 * `_headers`, read by several static hosts (Netlify, Cloudflare Pages and others): the pages' policies once more as
 * headers, with what a `<meta>` cannot say, and lasting caching for files whose name carries their hash.
 */

/** A page's address from the root of the site (`/`, `/sources/`) and its policy. */
export interface PagePolicy {
  address: string;
  policy: string;
}

const FOR_GOOD = 'public, max-age=31536000, immutable';

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
    `  Cache-Control: ${FOR_GOOD}`,
    // Browsers look here whether there is a new build.
    '/sw.js',
    '  Cache-Control: no-cache',
    // Embeds are for everybody's pages: no policy says whose, a frame without an origin may load what belongs to
    // them, and where they stand is nobody else's business. Of two referrer policies the later one counts.
    ...['/embed/*', '/v/*'].flatMap((address) => [
      address,
      '  Access-Control-Allow-Origin: *',
      '  Referrer-Policy: no-referrer',
    ]),
    `  Cache-Control: ${FOR_GOOD}`,
    // What hosts fetch or show in their own pages besides.
    ...['/pictures/*', '/oembed/*', '/embed.js', '/fonts/*'].flatMap((address) => [
      address,
      '  Access-Control-Allow-Origin: *',
    ]),
    '',
  ].join('\n');
}
