import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, hashSource } from '#prerender/csp.ts';
import { headersFile } from '#prerender/headers.ts';
import { assemble } from '#prerender/page.ts';

const template = readFileSync('index.html', 'utf8');
const parts = {
  language: 'en',
  direction: 'ltr' as const,
  attributes: { 'data-step': 'a"b<c' },
  head: '<title>T</title>',
  body: '<main>costs $& and %head%</main>',
};
const assets = {
  styles: 'p{color:red}',
  script: './assets/story.js',
  root: './',
  fetches: ['./data/x.json'],
  strict: true,
};

describe('assemble', () => {
  const { html, policy } = assemble(template, parts, assets);

  it('allows exactly the inline code it contains', () => {
    const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map((match) => match[1] as string);
    const styles = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map((match) => match[1] as string);
    expect(scripts).toHaveLength(2);
    expect(styles).toHaveLength(1);
    for (const code of [...scripts, ...styles]) {
      expect(policy).toContain(createHash('sha256').update(code).digest('base64'));
    }
    expect(policy.match(/sha256-/g)).toHaveLength(3);
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  });

  it('puts the policy before everything it governs', () => {
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script>'));
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'));
  });

  it('keeps text as it is and attributes closed', () => {
    expect(html).toContain('data-step="a&quot;b&lt;c"');
    expect(html).toContain('<main>costs $& and %head%</main>');
  });

  it('has no policy where the development server injects its own code', () => {
    expect(assemble(template, parts, { ...assets, strict: false }).html).not.toContain(
      'Content-Security-Policy',
    );
  });
});

it('a policy without inline code allows none', () => {
  expect(contentSecurityPolicy([], [])).toContain("script-src 'self';");
  expect(hashSource('')).toMatch(/^'sha256-/);
});

it('the headers file carries each page’s own policy', () => {
  const text = headersFile([{ address: '/sources/', policy: 'P' }]);
  expect(text).toContain("/sources/\n  Content-Security-Policy: P; frame-ancestors 'self'");
});
