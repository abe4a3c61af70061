/** Metadata of the pages: complete with an address, silent about absolute addresses without one. */
import { describe, expect, test } from 'vitest';
import { articleData, datasetData, headTags, manifest, robots, sitemap } from '#prerender/head/index.ts';
import { clip, escapeHtml } from '#prerender/head/html.ts';
import { jsonLdScript } from '#prerender/head/head.ts';
import { tinyStory } from './support/tiny-story.ts';

const story = tinyStory();
const page = {
  title: 'Sources “and” <method>',
  description: 'What it rests on & more.',
  language: 'en',
  siteName: 'Cargo & Quay',
  path: 'sources/',
  root: '../',
  card: { path: 'cards/site.png', alt: 'Cargo & Quay' },
};
const siteUrl = 'https://quay.example/story';

describe('headTags', () => {
  test('escapes what it is given', () => {
    expect(headTags(page)).toContain('<title>Sources “and” &lt;method&gt; · Cargo &amp; Quay</title>');
    expect(headTags(page)).toContain('content="What it rests on &amp; more."');
  });

  test('names the site alone where the page is the site', () => {
    expect(headTags({ ...page, title: page.siteName })).toContain('<title>Cargo &amp; Quay</title>');
  });

  test('has no absolute address of its own without the site’s', () => {
    const tags = headTags(page);
    expect(tags).not.toMatch(/canonical|og:url|og:image|https?:/);
    expect(tags).toContain('content="summary"');
    expect(tags).toContain('href="../favicon.svg"');
    expect(tags).toContain('href="../manifest.webmanifest"');
  });

  test('with it, names page and card in full', () => {
    const tags = headTags({ ...page, siteUrl });
    expect(tags).toContain('<link rel="canonical" href="https://quay.example/story/sources/">');
    expect(tags).toContain('<meta property="og:url" content="https://quay.example/story/sources/">');
    expect(tags).toContain('<meta property="og:image" content="https://quay.example/story/cards/site.png">');
    expect(tags).toContain('<meta property="og:image:width" content="1200">');
    expect(tags).toContain('content="summary_large_image"');
    expect(tags).toContain('<meta property="og:locale" content="en_US">');
  });

  test('tints the browser for both themes', () => {
    expect(headTags(page).match(/name="theme-color"/g)).toHaveLength(2);
  });
});

describe('structured data', () => {
  test('no text can end its element', () => {
    const script = jsonLdScript({ name: '</script><script>alert(1)</script><!--' });
    expect(script.match(/<\/script>/g)).toHaveLength(1);
    expect(script).not.toContain('<!--');
    const json = script.slice(script.indexOf('>') + 1, script.lastIndexOf('<'));
    expect(JSON.parse(json)).toEqual({ name: '</script><script>alert(1)</script><!--' });
  });

  test('the article has addresses only when the site has one', () => {
    expect(JSON.stringify(articleData(story, {}))).not.toMatch(/"(url|image|mainEntityOfPage)"/);
    const data = articleData(story, { siteUrl, card: page.card });
    expect(data).toMatchObject({
      '@type': 'Article',
      headline: 'Cargo & Quay',
      url: `${siteUrl}/`,
      image: [`${siteUrl}/cards/site.png`],
      license: 'https://creativecommons.org/licenses/by/4.0/',
    });
  });

  test('the data set covers the days of the story and lists its files', () => {
    const files = [{ path: 'data/events.csv', type: 'text/csv', title: 'Events' }];
    expect(datasetData(story, files, { root: '../' })).toMatchObject({
      temporalCoverage: '2014-01-01/2014-06-30',
      distribution: [{ contentUrl: '../data/events.csv', encodingFormat: 'text/csv' }],
    });
    expect(datasetData(story, files, { root: '../', siteUrl })).toMatchObject({
      distribution: [{ contentUrl: `${siteUrl}/data/events.csv` }],
    });
  });
});

test('the sitemap holds full addresses, escaped', () => {
  const xml = sitemap(siteUrl, [{ path: '', updated: '2026-11-23' }, { path: 'a&b/' }]);
  expect(xml).toContain('<loc>https://quay.example/story/</loc><lastmod>2026-11-23</lastmod>');
  expect(xml).toContain('<loc>https://quay.example/story/a&amp;b/</loc></url>');
});

test('robots.txt names the sitemap only where there is one', () => {
  expect(robots()).not.toContain('Sitemap');
  expect(robots(siteUrl)).toContain('Sitemap: https://quay.example/story/sitemap.xml');
});

test('the manifest holds relative addresses, so that it works in any folder', () => {
  const data = JSON.parse(manifest(story)) as {
    start_url: string;
    icons: { src: string; purpose?: string }[];
  };
  expect(data.start_url).toBe('./');
  for (const { src } of data.icons) expect(src).toMatch(/^icons\/[a-z0-9-]+\.png$/);
  expect(data.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
});

test('text is cut at a word, with the ellipsis counted', () => {
  expect(clip('one two three', 13)).toBe('one two three');
  expect(clip('one two, three four', 12)).toBe('one two…');
  expect(clip('  one\n two ', 20)).toBe('one two');
  expect(clip('abcdefghijkl', 6)).toBe('abcde…');
});

test('escaping covers attributes too', () => {
  expect(escapeHtml('<a b="c">&')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;');
});
