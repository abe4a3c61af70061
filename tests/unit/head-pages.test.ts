/** The two pages that stand alone: a step's share page and the page for missing addresses. */
import { createHash } from 'node:crypto';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { notFoundPage, sharePage, sharePath } from '#prerender/head/index.ts';
import { tinyStory } from './support/tiny-story.ts';

const story = tinyStory();
const chapter = story.chapters[0]!;
const step = chapter.steps[1]!;
const siteUrl = 'https://quay.example/story';
const card = { path: 'cards/deadline.png', alt: '“Unacceptable”' };
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'long-title': 'off' },
});

const pages: [string, string][] = [
  ['share page', sharePage(story, chapter, step, { siteUrl, card })],
  ['share page without an address', sharePage(story, chapter, step, { card })],
  ['404', notFoundPage(story, { siteUrl })],
  ['404 without an address', notFoundPage(story, {})],
];

test.each(pages)('the %s is valid HTML', async (_, html) => {
  const report = await validator.validateString(html);
  const messages = report.results.flatMap(({ messages: all }) =>
    all.map(({ ruleId, message }) => `${ruleId}: ${message}`),
  );
  // Void elements are written without a slash in our own templates and with one by Svelte; both are HTML.
  expect(messages.filter((message) => !/^(void-style|doctype-style|meta-refresh)/.test(message))).toEqual([]);
});

test.each(pages)('the %s runs no script and hashes its styles', (_, html) => {
  expect(html).not.toMatch(/<script|onload|javascript:/);
  const styles = /<style>([^<]*)<\/style>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(styles).digest('base64');
  expect(html).toContain(`style-src 'sha256-${hash}'`);
  expect(html).toContain("default-src 'none'");
});

test('a share page leads to its step from where it stands', () => {
  const [, html] = pages[1]!;
  const place = new URL(sharePath(step.id), `${siteUrl}/`);
  const refresh = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(html)?.[1] ?? '';
  expect(new URL(refresh, place).href).toBe(`${siteUrl}/#deadline`);
  const link = /<a href="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(new URL(link, place).href).toBe(`${siteUrl}/#deadline`);
});

test('a share page has the step’s own words and card', () => {
  const [, html] = pages[0]!;
  expect(html).toContain('<meta property="og:title" content="“Unacceptable”">');
  expect(html).toContain('content="https://quay.example/story/cards/deadline.png"');
  expect(html).toContain('<meta property="og:url" content="https://quay.example/story/s/deadline/">');
  expect(html).toContain('<link rel="canonical" href="https://quay.example/story/#deadline">');
  expect(html).toContain('<meta name="robots" content="noindex">');
});

test('404 has no link that depends on how deep the missing address is', () => {
  for (const [, html] of pages.slice(2)) {
    const links = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => link as string);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^(\/$|https:\/\/quay\.example\/story\/)/);
  }
});
