/** oEmbed: answers that hosts take as they are, found from the pages they are for. */
import { describe, expect, test } from 'vitest';
import { headTags, sharePage } from '#prerender/head/index.ts';
import { oembedFiles } from '#prerender/oembed/files.ts';
import { oembedLink, oembedPath } from '#prerender/oembed/index.ts';
import { tinyStory } from './support/tiny-story.ts';

const story = tinyStory();
const siteUrl = 'https://quay.example/story';
const files = oembedFiles(story, siteUrl);
const [chapter] = story.chapters;
const [step] = chapter!.steps;
const answer = (path: string): Record<string, unknown> =>
  JSON.parse(files.find((file) => file.path === path)?.body ?? '{}') as Record<string, unknown>;

describe('answers', () => {
  test('there is one for the story, each step, each view and each event, at the path its page names', () => {
    const paths = files.map(({ path }) => path);
    const steps = story.chapters.flatMap(({ steps: all }) => all.map(({ id }) => `oembed/s/${id}.json`));
    const events = story.events.map(({ id }) => `oembed/embed/event/${id}.json`);
    expect(paths).toEqual(
      expect.arrayContaining(['oembed/story.json', 'oembed/embed/map.json', ...steps, ...events]),
    );
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('each has what the format demands: version as text, whole numbers, a thumbnail with its size', () => {
    for (const { path } of files) {
      const { width, height, ...rest } = answer(path);
      expect(rest, path).toMatchObject({
        version: '1.0',
        type: 'rich',
        provider_url: 'https://quay.example/story/',
        thumbnail_width: 1200,
        thumbnail_height: 675,
      });
      expect(Number.isInteger(width) && Number.isInteger(height), path).toBe(true);
      expect(rest['thumbnail_url']).toMatch(/^https:\/\/quay\.example\/story\/pictures\/.+\.png$/);
    }
  });

  test('the code is a quotation with a link and one frame with a title, and no script', () => {
    for (const { path } of files) {
      const html = answer(path)['html'] as string;
      expect(html, path).toMatch(
        /^<blockquote><a href="https:[^"]+">[^<]+<\/a><\/blockquote><iframe [^>]+><\/iframe>$/,
      );
      expect(html.match(/ title="[^"]+"/g), path).toHaveLength(1);
      expect(html).not.toContain('<script');
    }
  });

  test('a step is the story’s embed set to it, with its own picture and link', () => {
    const { html, thumbnail_url, title } = answer(`oembed/s/${step!.id}.json`);
    expect(html).toContain(`/embed/story/?step=${step!.id}"`);
    expect(html).toContain(`href="${siteUrl}/#${step!.id}"`);
    expect(thumbnail_url).toBe(`${siteUrl}/pictures/steps/${step!.id}.png`);
    expect(title).toContain(step!.title);
  });
});

describe('discovery', () => {
  const tags = (html: string): string[] => html.match(/<link rel="alternate"[^>]*>/g) ?? [];

  test('needs the site’s address', () => {
    expect(oembedLink({ path: '', title: 'Story' }, undefined)).toBe('');
  });

  test('a share page names the answer for its step, without an address nothing', () => {
    const [tag, ...more] = tags(sharePage(story, chapter!, step!, { siteUrl }));
    expect(more).toEqual([]);
    expect(tag).toContain(`href="${siteUrl}/${oembedPath(`s/${step!.id}/`)}"`);
    expect(tag).toContain('type="application/json+oembed"');
    expect(tag).toMatch(/ title="[^"]+"/);
    expect(tags(sharePage(story, chapter!, step!, {}))).toEqual([]);
  });

  test('a page that cannot be embedded names none', () => {
    const page = {
      title: 'a',
      description: 'b',
      language: 'en',
      siteName: 'c',
      path: 'sources/',
      root: '../',
    };
    expect(tags(headTags({ ...page, siteUrl }))).toEqual([]);
    expect(tags(headTags({ ...page, siteUrl, oembed: 'Sources' }))[0]).toContain('oembed/sources.json');
  });
});
