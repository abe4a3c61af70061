import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { assembleOffline, sharedStyles, type OfflinePage } from '#prerender/offline/assemble.ts';
import { assertOffline, assertOnlyFile, MOST, offlineProblems } from '#prerender/offline/check.ts';
import { withoutCommon } from '#prerender/offline/common.ts';
import { rewriteLinks } from '#prerender/offline/links.ts';
import { inScript, jsonInScript } from '#prerender/offline/text.ts';
import { inOneFile, type OneFile } from '#site/page-address.ts';

const file: OneFile = {
  pages: { '': 'story', 'sources/': 'sources', 'present/': 'present', 'present/speaker/': 'speaker' },
  first: 'story',
};
const hosted: OneFile = { ...file, site: 'https://example.org/a' };

describe('a link in the one file', () => {
  test.each([
    // On the story.
    ['#munich', 'story', '#munich'],
    ['./#munich', 'story', '#munich'],
    ['./', 'story', '?'],
    ['./sources/', 'story', '?page=sources'],
    ['./sources/#source-x', 'story', '?page=sources#source-x'],
    ['sources/index.html', 'story', '?page=sources'],
    ['./present/?path=lesson-45#munich', 'story', '?page=present&path=lesson-45#munich'],
    ['s/munich/', 'story', '#munich'],
    // On a page in a folder.
    ['../', 'sources', '?'],
    ['../#munich', 'sources', '?#munich'],
    ['../s/munich/', 'sources', '?#munich'],
    ['#x', 'sources', '#x'],
    ['../sources/#x', 'sources', '#x'],
    ['?q=OPCW', 'sources', '?page=sources&q=OPCW'],
    ['speaker/?path=a', 'present', '?page=speaker&path=a'],
    ['../../sources/', 'speaker', '?page=sources'],
    // What leads away.
    ['https://un.org/x?page=2', 'sources', 'https://un.org/x?page=2'],
    ['mailto:a@b.org', 'sources', 'mailto:a@b.org'],
    ['//un.org/', 'sources', '//un.org/'],
  ])('%s on %s leads to %s', (href, page, to) => {
    expect(inOneFile(href, page, file)).toBe(to);
    // The same rules run again on what they have made, when scripts add it to the page.
    expect(inOneFile(to, page, file)).toBe(to);
  });

  it('to a file that is not in it leads to the site, or nowhere', () => {
    expect(inOneFile('../data/events.csv', 'sources', file)).toBeUndefined();
    expect(inOneFile('../data/events.csv?x#y', 'sources', hosted)).toBe(
      'https://example.org/a/data/events.csv?x#y',
    );
  });

  it('is rewritten in markup, with everything else as it was', () => {
    expect(
      rewriteLinks('<a class="b" href="../?a=1&amp;b=2#c">1 > 0</a><abbr href="../">', 'sources', file),
    ).toBe('<a class="b" href="?page=story&amp;a=1&amp;b=2#c">1 > 0</a><abbr href="../">');
    expect(rewriteLinks('<a href="#x" aria-label="a > b" data-y>z</a>', 'story', file)).toBe(
      '<a href="#x" aria-label="a > b" data-y>z</a>',
    );
  });

  it('to a missing file keeps its words and loses what only links have', () => {
    const link = '<a class="x" href="../data/a.csv" type="text/csv" download="a.csv">A</a>';
    expect(rewriteLinks(link, 'sources', file)).toBe('<a class="x">A</a>');
    expect(rewriteLinks(link, 'sources', hosted)).toBe(
      '<a class="x" href="https://example.org/a/data/a.csv" type="text/csv" download="a.csv">A</a>',
    );
  });
});

describe('what pages share', () => {
  it('is in the file once, where pages agree on the order', () => {
    const sheets = sharedStyles([
      { name: 'a', styles: ['base', 'stage', 'story'] },
      { name: 'b', styles: ['base', 'list'] },
      { name: 'c', styles: ['base', 'stage', 'slides'] },
    ]);
    expect(sheets.map(({ css, pages }) => [css, pages.join(' ')])).toEqual([
      ['base', 'a b c'],
      ['stage', 'a c'],
      ['story', 'a'],
      ['list', 'b'],
      ['slides', 'c'],
    ]);
  });

  it('is never put before what must come first on a page', () => {
    const sheets = sharedStyles([
      { name: 'a', styles: ['one', 'two'] },
      { name: 'b', styles: ['two', 'one'] },
    ]);
    const of = (page: string): string[] =>
      sheets.filter(({ pages }) => pages.includes(page)).map(({ css }) => css);
    expect(of('a')).toEqual(['one', 'two']);
    expect(of('b')).toEqual(['two', 'one']);
  });

  it('leaves a mark where the base map was, if it is the same one', () => {
    const map = (shape: string): string => `<g id="basemap-l0"><g><path d="${shape}"/></g></g>`;
    const page = `<main>${map('m0 0')}<g></g></main>`;
    expect(withoutCommon(page, map('m0 0'))).toBe(
      '<main><g id="basemap-l0" data-common=""></g><g></g></main>',
    );
    expect(withoutCommon(page, map('m1 1'))).toBe(page);
  });
});

test('nothing in a script ends it', () => {
  expect(inScript('"</script><!--"')).toBe('"<\\/script><\\!--"');
  expect(jsonInScript(JSON.stringify('</script>'))).not.toContain('<');
  expect(JSON.parse(jsonInScript(JSON.stringify('</script>')))).toBe('</script>');
});

const page = (name: string, folder: string, body: string): OfflinePage => ({
  name,
  folder,
  client: name,
  parts: {
    language: 'en',
    direction: 'ltr',
    attributes: { 'data-step': name },
    head: `<title>${name} &amp; more</title>\n<link rel="icon" href="./favicon.svg">`,
    body,
  },
  styles: ['p{color:red}'],
});
const assembled = (...pages: OfflinePage[]): string =>
  assembleOffline('<html lang="%lang%" %attributes%>%head%<body>%body%</body></html>', {
    pages,
    data: [{ path: 'data/a.json', body: '{"a":"</script>"}' }],
    script: 'run()',
    fonts: '',
    sheet: '',
    icon: 'data:,',
  });

describe('the file', () => {
  const html = assembled(
    page('story', '', '<main>costs $& <a href="./sources/">S</a></main>'),
    page('sources', 'sources/', '<main><a href="../">Story</a></main>'),
  );

  it('has the first page in its body and the others as text', () => {
    expect(html).toContain('<main>costs $& <a href="?page=sources">S</a></main>');
    expect(html).toContain(
      '<script type="text/html" data-page="sources"><main><a href="?">Story</a></main></script>',
    );
    expect(html).toContain('data-step="story"');
    expect(html).toContain('"title":"sources & more"');
    expect(html).not.toContain('favicon');
  });

  it('works by itself', () => {
    expect(offlineProblems(html)).toEqual([]);
  });

  test.each([
    ['a picture beside it', '<img src="../pictures/a.png" alt="">', 'src="../pictures/a.png"'],
    ['a sheet', '<link rel="stylesheet" href="https://x.org/a.css">', 'a.css'],
    ['a picture in a style', '<p style="background:url(a.png)">', 'url(a.png)'],
    ['a form to the site', '<form action="/search">', 'action="/search"'],
  ])('does not with %s, in any page', (_, markup, words) => {
    for (const pages of [
      [page('story', '', markup)],
      [page('story', '', ''), page('sources', 'sources/', markup)],
    ])
      expect(() => assertOffline(assembled(...pages))).toThrow(words);
  });

  it('does not above its size, or with a module in its script', () => {
    expect(() => assertOffline('x'.repeat(MOST + 1))).toThrow(/3000001 bytes/);
    expect(() => assertOffline('<script>import.meta.url</script>')).toThrow(/module/);
  });

  it('cannot hold a page with a script in it', () => {
    expect(() => assembled(page('story', '', ''), page('b', 'b/', '<script>1</script>'))).toThrow(/page b/);
  });
});

test('the folder it is handed on in holds nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'offline-'));
  writeFileSync(join(folder, 'behind-schedule-offline.html'), '');
  expect(() => assertOnlyFile(folder)).not.toThrow();
  writeFileSync(join(folder, 'a.css'), '');
  expect(() => assertOnlyFile(folder)).toThrow(/nothing else, but has a\.css/);
  rmSync(folder, { recursive: true });
});
