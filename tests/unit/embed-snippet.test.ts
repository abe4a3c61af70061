/** The code to paste: it stands by itself, says where it comes from, and survives every title. */
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { loadStory } from '#content/load.ts';
import { readOptions, writeOptions, type EmbedChoices } from '#hosts/embed/options.ts';
import { ARTICLE_WIDTH, cards, pieces, views, type Piece } from '#hosts/embed/pieces.ts';
import { embedAddress, frame, KINDS, PICTURE, snippet, type SnippetContext } from '#hosts/embed/snippet.ts';
import { stepPicture } from '#prerender/pictures/paths.ts';
import { combinations } from './support/embed-choices.ts';

const { story } = loadStory('content');
const BASE = 'https://site.example/a/b/';
const HERE: SnippetContext = { base: BASE, credit: story.meta.title };
const STEP = 'montreux';
const EVENT = 'load-01';
const known = { steps: new Set([STEP]), events: new Set([EVENT]) };
const VIEWS = [...views(story), cards(story).find(({ event }) => event === EVENT)!];
const CHOICES = combinations({
  step: [undefined, STEP],
  at: [undefined, '2014-01-31'],
  from: [undefined, '2013-12-15'],
  event: [undefined, EVENT],
  theme: [undefined, 'dark', 'auto'],
  chrome: [undefined, false],
  scroll: [undefined, true],
});
/** A few of them, for what takes long. */
const WAYS = CHOICES.filter((_, i) => i % 17 === 0);
/** Everything that could end an attribute, an element or a comment, or is decoded twice by mistake. */
const NASTY = `"A" & 'B' <b>C</b> &quot; &amp;lt; > --> </iframe></a></figure><script>alert(1)</script> \`x\` “é” ١٢`;

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Code to paste brings no style sheet, and its script is corrected in place.
    'no-inline-style': 'off',
    'require-sri': 'off',
  },
});
async function problems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

interface Tag {
  name: string;
  attributes: Record<string, string>;
}
/** What is between tags, once they are taken out. */
const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const TAG = /<([a-z-]+)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g;
/** The start tags as a browser reads them. */
function tags(html: string): Tag[] {
  return [...html.matchAll(TAG)].map(([, name = '', rest = '']) => ({
    name,
    attributes: Object.fromEntries(
      [...rest.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
        key,
        decode(value),
      ]),
    ),
  }));
}
const named = (html: string, name: string): Tag[] => tags(html).filter((tag) => tag.name === name);
const only = (html: string, name: string): Record<string, string> => {
  const found = named(html, name);
  expect(found.length, `<${name}> in ${html}`).toBe(1);
  return found[0]!.attributes;
};

/** Each kind of code for a piece, with what it was made from. */
function* codes(
  list: readonly Piece[],
  choices: readonly EmbedChoices[],
  context: SnippetContext = HERE,
): Generator<{ kind: (typeof KINDS)[number]; piece: Piece; asked: EmbedChoices; html: string }> {
  for (const kind of KINDS)
    for (const piece of list)
      for (const asked of choices) yield { kind, piece, asked, html: snippet(kind, piece, asked, context) };
}

describe('all code', () => {
  // One text with all of a kind is checked in a fraction of the time of each by itself.
  test.each(KINDS.filter((kind) => kind !== 'wordpress'))('is valid HTML: %s', async (kind) => {
    const all = [...codes(VIEWS, WAYS), ...codes(cards(story), [{}])].filter((code) => code.kind === kind);
    expect(all.length).toBe(VIEWS.length * WAYS.length + story.events.length);
    expect(await problems(all.map(({ html }) => html).join('\n'))).toEqual([]);
  });

  test('the rules it is held to do find faults', async () => {
    expect(await problems('<figure><iframe src="a"></figure>')).not.toEqual([]);
    expect(await problems('<img src="a.png">')).not.toEqual([]);
    expect(await problems('<a href="b"><a href="c">d</a></a>')).not.toEqual([]);
    expect(await problems('<p>A & B</p>')).not.toEqual([]);
  });

  test('has whole addresses of the site, and of nothing else', () => {
    const addresses = ({ attributes }: Tag): string[] =>
      ['src', 'href'].flatMap((key) => (key in attributes ? [attributes[key]!] : []));
    for (const { kind, html } of codes(VIEWS, CHOICES)) {
      const all = kind === 'wordpress' ? [html] : tags(html).flatMap(addresses);
      expect(all.length, html).toBeGreaterThan(0);
      for (const address of all) {
        expect(address.startsWith(BASE), address).toBe(true);
        expect(new URL(address).href, address).toBe(address);
      }
    }
  });

  test('names nothing that runs but our own script, which belongs to one kind', () => {
    for (const { kind, html } of codes(pieces(story), [{}, { step: STEP }])) {
      const scripts = named(html, 'script').map(({ attributes }) => attributes);
      expect(scripts, kind).toEqual(kind === 'script' ? [{ async: '', src: `${BASE}embed.js` }] : []);
      for (const { attributes } of tags(html)) {
        expect(Object.keys(attributes).filter((name) => name.startsWith('on'))).toEqual([]);
      }
    }
  });

  test('credits the story in words, outside the frame, with a link to where it is told', () => {
    for (const { kind, asked, html } of codes(VIEWS, CHOICES)) {
      if (kind === 'wordpress') continue;
      const [, address = '', words = ''] =
        /<figcaption><a href="([^"]+)">([^<]+)<\/a><\/figcaption>/.exec(html) ?? [];
      expect(decode(address), html).toBe(asked.step ? `${BASE}#${asked.step}` : BASE);
      expect(decode(words), html).toContain(story.meta.title);
      expect(/<(iframe|behind-schedule)\b.*<figcaption>.*<\/\1>/s.test(html), html).toBe(false);
    }
  });

  test('asks for what was chosen', () => {
    for (const { kind, piece, asked, html } of codes(VIEWS, CHOICES)) {
      if (kind === 'image') continue;
      const address =
        kind === 'wordpress' ? html : only(html, kind === 'plain' ? 'iframe' : 'behind-schedule')['src']!;
      const url = new URL(address);
      expect(url.origin + url.pathname, html).toBe(BASE + piece.path);
      expect(readOptions(url.search, known), html).toEqual(readOptions(writeOptions(asked), known));
    }
  });
});

describe('the plain frame', () => {
  test.each(pieces(story).map((piece) => [piece.path, piece] as const))('of %s', (_, piece) => {
    const html = snippet('plain', piece, {}, HERE);
    expect(html).toContain(frame(piece, {}, HERE));
    const { title, width, height, loading, style, ...rest } = only(html, 'iframe');
    expect(title).toBe(piece.title);
    expect([width, height]).toEqual([String(ARTICLE_WIDTH), String(piece.height)]);
    expect(loading).toBe('lazy');
    expect(style).toMatch(/border:0.*width:100%/);
    // What our script, if a host adds it, looks for.
    expect(rest).toHaveProperty('data-behind-schedule');
    expect(html).toMatch(/<iframe[^>]*><\/iframe>/);
  });
});

describe('the element with our script', () => {
  test.each(pieces(story).map((piece) => [piece.path, piece] as const))('of %s', (_, piece) => {
    const html = snippet('script', piece, {}, HERE);
    // The script makes the one frame, from these.
    expect(named(html, 'iframe')).toEqual([]);
    const { title, height, style } = only(html, 'behind-schedule');
    expect(title).toBe(piece.title);
    expect(height).toBe(String(piece.height));
    expect(style).toContain(`min-height:${piece.height}px`);
    const inside = /<behind-schedule[^>]*>(.*)<\/behind-schedule>/s.exec(html)?.[1] ?? '';
    expect(only(inside, 'a')['href']).toBe(BASE);
    const picture = only(inside, 'img');
    expect(picture['src']).toBe(`${BASE}${piece.picture}.png`);
    expect(picture['alt']).toBe(piece.alt);
    expect(picture['alt']!.length).toBeGreaterThan(10);
    expect([picture['width'], picture['height']]).toEqual([String(PICTURE.width), String(PICTURE.height)]);
    expect(picture['style']).toContain('max-width:100%');
  });

  test('shows and links the step that is asked for, of an event’s card the card', () => {
    for (const piece of VIEWS) {
      const html = snippet('script', piece, { step: STEP }, HERE);
      const path = piece.view === 'event' ? piece.picture : stepPicture(STEP);
      expect(only(html, 'img')['src'], piece.view).toBe(`${BASE}${path}.png`);
      expect(named(html, 'a').map(({ attributes }) => attributes['href'])).toEqual([
        `${BASE}#${STEP}`,
        `${BASE}#${STEP}`,
      ]);
    }
  });
});

test('WordPress gets an address on a line of its own', () => {
  for (const piece of VIEWS) {
    for (const asked of CHOICES) {
      const text = snippet('wordpress', piece, asked, HERE);
      expect(text).toBe(embedAddress(piece, asked, HERE));
      expect(text).not.toMatch(/[\s<>"]|&amp;/);
    }
  }
});

test('a picture has its text, its size and a link, and no frame', () => {
  for (const piece of pieces(story)) {
    const html = snippet('image', piece, {}, HERE);
    expect(named(html, 'iframe').concat(named(html, 'behind-schedule'))).toEqual([]);
    expect(only(html, 'img')).toMatchObject({ src: `${BASE}${piece.picture}.png`, alt: piece.alt });
    expect(html).toMatch(/<a href="[^"]+"><img [^>]+><\/a>/);
  }
});

test('a frozen version’s frame is in its folder; story, picture and script go on being corrected', () => {
  const context = { ...HERE, version: 'v/3/' };
  for (const { kind, piece, html } of codes(VIEWS, [{ theme: 'dark' }], context)) {
    const live = snippet(kind, piece, { theme: 'dark' }, HERE);
    expect(html.split('v/3/').length - 1, html).toBe(kind === 'image' ? 0 : 1);
    expect(html.replace('v/3/', '')).toBe(live);
    if (kind !== 'image') expect(html).toContain(`${BASE}v/3/${piece.path}?theme=dark`);
  }
});

describe('titles with everything in them', () => {
  const nasty = (piece: Piece): Piece => ({ ...piece, title: NASTY, alt: NASTY });
  const context = { ...HERE, credit: NASTY };
  const shape = (html: string): string[] =>
    tags(html).map(({ name, attributes }) => `${name} ${Object.keys(attributes)}`);

  test('are text: the elements are the same as with any title, and say it as it is', async () => {
    for (const { kind, piece, asked, html } of codes(
      VIEWS.map(nasty),
      [{}, { step: STEP, chrome: false }],
      context,
    )) {
      const plain = snippet(kind, { ...piece, title: 'A', alt: 'B' }, asked, HERE);
      if (kind === 'wordpress') {
        expect(html).toBe(plain);
        continue;
      }
      expect(await problems(html), html).toEqual([]);
      expect(shape(html)).toEqual(shape(plain));
      // Nothing that looks like a tag is left once the tags are gone.
      expect(html.replaceAll(TAG, '').replaceAll(/<\/[a-z-]+>/g, '')).not.toMatch(/[<>]/);
      for (const { attributes } of tags(html)) {
        for (const key of ['title', 'alt']) if (key in attributes) expect(attributes[key]).toBe(NASTY);
      }
      expect(decode(/<figcaption><a[^>]*>([^<]*)</.exec(html)?.[1] ?? '')).toContain(NASTY);
    }
  });

  test('a step’s id with everything in it, too', () => {
    for (const { kind, html } of codes(VIEWS, [{ step: NASTY, event: NASTY, at: NASTY }])) {
      if (kind === 'wordpress') expect(html).not.toMatch(/[\s<>"]/);
      else expect(shape(html)).toEqual(shape(snippet(kind, VIEWS[0]!, {}, HERE)));
    }
  });
});
