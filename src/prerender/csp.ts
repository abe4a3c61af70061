/** The Content-Security-Policy of our pages: nothing from elsewhere, inline code only by its hash. */
import { createHash } from 'node:crypto';

/** A CSP source expression for inline code, SHA-256 of its UTF-8 bytes. */
export function hashSource(code: string): string {
  return `'sha256-${createHash('sha256').update(code, 'utf8').digest('base64')}'`;
}

/**
 * The policy for a page with these inline scripts and style sheets.
 * Style attributes stay allowed: marks are placed by them in the prerendered HTML.
 * @param options `selfContained`: a page that has everything in it and may ask for nothing, not even of its own host.
 */
export function contentSecurityPolicy(
  scripts: string[],
  styles: string[],
  { selfContained = false }: { selfContained?: boolean } = {},
): string {
  const hashes = (code: string[]): string => code.filter(Boolean).map(hashSource).join(' ');
  if (selfContained) {
    return [
      "default-src 'none'",
      `script-src ${hashes(scripts)}`,
      `style-src-elem ${hashes(styles)}`,
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data:",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; ');
  }
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes(scripts)}`.trim(),
    `style-src-elem 'self' ${hashes(styles)}`.trim(),
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
