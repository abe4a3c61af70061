import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, hashSource } from '#prerender/csp.ts';
import { headersFile } from '#prerender/headers.ts';
import { importsOf } from '#prerender/manifest.ts';
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

describe('what a page asks for after its first paint', () => {
  const late = (extra: object, page: object = {}): string =>
    [
      ...assemble(template, { ...parts, ...page }, { ...assets, ...extra }).html.matchAll(
        /<script>([^]*?)<\/script>/g,
      ),
    ].at(-1)?.[1] as string;

  it('is code that can be run', () => {
    expect(() => new Function(late({ saves: './save.js' }, { inPieces: true }))).not.toThrow();
    expect(() => new Function(late({}))).not.toThrow();
  });

  it('names the script, its imports and its data once each', () => {
    const code = late({ imports: ['./assets/a.js', './assets/b.js'], build: 'b1' });
    for (const asked of [
      'ask("modulepreload","./assets/a.js")',
      'ask("modulepreload","./assets/b.js")',
      'ask("preload","./data/x.json?v=b1")',
      'import("./assets/story.js")',
    ]) {
      expect(code.split(asked), asked).toHaveLength(2);
    }
  });

  it('names every font, and loads all but the italic', () => {
    const code = late({ root: '../' });
    for (const font of ['serif', 'serif-italic', 'sans'])
      expect(code).toContain(`url(../fonts/${font}.woff2)`);
  });

  it('lays out in pieces only a page that is so marked', () => {
    expect(late({})).not.toContain('data-piece');
    expect(late({}, { inPieces: true })).toContain('[data-piece]');
    const { html, policy } = assemble(template, { ...parts, inPieces: true }, assets);
    const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map((match) => match[1] as string);
    expect(scripts[0]).toContain('in-pieces');
    for (const code of scripts) expect(policy).toContain(hashSource(code));
  });
});

describe('importsOf', () => {
  const chunk = (file: string, imports: string[] = [], dynamicImports: string[] = []) => ({
    file,
    imports,
    dynamicImports,
  });

  it('finds all that is imported, once, without what comes on first use', () => {
    const manifest = {
      'entry.ts': chunk('entry-1.js', ['_a.js', '_b.js'], ['later.ts']),
      '_a.js': chunk('a-1.js', ['_b.js']),
      '_b.js': chunk('b-1.js', ['_a.js']),
      'later.ts': chunk('later-1.js', ['_c.js']),
      '_c.js': chunk('c-1.js'),
    };
    expect(importsOf(manifest, 'entry.ts')).toEqual(['a-1.js', 'b-1.js']);
    expect(importsOf(manifest, '_c.js')).toEqual([]);
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
