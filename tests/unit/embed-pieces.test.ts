/** What can be embedded, how high it is, and what the dialog chooses from. */
import { describe, expect, test } from 'vitest';
import { loadStory } from '#content/load.ts';
import { formatDate } from '#model/dates.ts';
import type { Story, StoryEvent } from '#model/story.ts';
import { textWidth } from '#model/text-width.ts';
import { cardHeight } from '#hosts/embed/card-height.ts';
import { DIALOG_DATA, dialogData } from '#hosts/embed/dialog/dialog-data.ts';
import { ARTICLE_WIDTH, cards, pieces, VIEW_HEIGHTS, views } from '#hosts/embed/pieces.ts';
import { tinyStory } from './support/tiny-story.ts';

const { story } = loadStory('content');
const words = (count: number): string => 'weapon '.repeat(count).trim();

describe('pieces', () => {
  test('are the four views and a card for each event', () => {
    expect(views(story).map(({ view }) => view)).toEqual(['story', 'map', 'timeline', 'chart']);
    expect(cards(story).map(({ event }) => event)).toEqual(story.events.map(({ id }) => id));
    expect(pieces(story)).toEqual([...views(story), ...cards(story)]);
  });

  test('without a charted figure there is no chart', () => {
    const list = (series: Story['series']): string[] => views({ ...story, series }).map(({ view }) => view);
    const hidden = story.series.map((one) => ({ ...one, charted: false }));
    expect(list([])).toEqual(['story', 'map', 'timeline']);
    expect(list(hidden)).toEqual(['story', 'map', 'timeline']);
    expect(list([...hidden.slice(1), { ...hidden[0]!, charted: true }])).toContain('chart');
  });

  test('each has a folder, a picture and a name of its own', () => {
    const all = pieces(story);
    for (const key of ['path', 'picture', 'title', 'alt'] as const) {
      const values = all.map((piece) => piece[key]);
      expect(
        values.filter((value, i) => values.indexOf(value) !== i),
        key,
      ).toEqual([]);
      expect(
        values.filter((value) => value.trim() === ''),
        key,
      ).toEqual([]);
    }
    for (const { view, event, path, picture } of all) {
      expect(path).toBe(view === 'event' ? `embed/event/${event}/` : `embed/${view}/`);
      expect(picture).toMatch(view === 'event' ? /^pictures\/events\/[a-z0-9-]+$/ : /^pictures\/[a-z]+$/);
    }
  });

  test('each name says of which story, and a card’s which event; what is to be seen is said in words', () => {
    for (const { title } of pieces(story)) expect(title).toContain(story.meta.title);
    const byId = new Map(story.events.map((event) => [event.id, event]));
    for (const { event = '', title, alt } of cards(story)) {
      expect(title).toContain(byId.get(event)!.title);
      expect(alt).toContain(byId.get(event)!.what);
    }
    for (const { alt } of views(story)) expect(alt).toContain(story.meta.title);
  });

  test('each has a height that hosts keep: WordPress allows 200 to 1,000 px', () => {
    for (const { view, path, height } of pieces(story)) {
      expect(Number.isInteger(height), path).toBe(true);
      expect(height, path).toBeGreaterThanOrEqual(200);
      expect(height, path).toBeLessThanOrEqual(1000);
      if (view !== 'event') expect(height, path).toBe(VIEW_HEIGHTS[view]);
    }
  });
});

describe('a card’s height', () => {
  /** Lines that words take, broken one after another as a browser does. */
  function broken(text: string, px: number, weight = 400, column = ARTICLE_WIDTH - 40): number {
    let lines = 1;
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line ? `${line} ${word}` : word;
      if (line && textWidth(longer, px, weight) > column) {
        lines += 1;
        line = word;
      } else line = longer;
    }
    return lines;
  }
  const changed = (event: StoryEvent, part: Partial<StoryEvent>): number =>
    cardHeight(story, { ...event, ...part });

  test.each(story.events.map((event) => [event.id, event] as const))(
    'of %s has room for its text',
    (_, event) => {
      const text =
        broken(event.title, 24, 700) * 24 * 1.2 +
        broken(event.what, 17) * 17 * 1.45 +
        (event.note === undefined ? 0 : broken(event.note, 14) * 14 * 1.45) +
        event.disputed.length * 28;
      // Besides: the date above, the sources and the line of credit below, a line each.
      expect(cardHeight(story, event)).toBeGreaterThanOrEqual(text + 3 * 20);
    },
  );

  test('grows with whatever is added to it, and with nothing else', () => {
    for (const event of story.events) {
      const height = cardHeight(story, event);
      expect(changed(event, { thread: 'other', links: [], details: [], rank: 1 }), event.id).toBe(height);
      expect(changed(event, { what: `${event.what} ${words(40)}` }), event.id).toBeGreaterThan(height);
      expect(changed(event, { title: `${event.title} ${words(20)}` }), event.id).toBeGreaterThan(height);
      expect(changed(event, { note: `${event.note ?? ''} ${words(40)}` }), event.id).toBeGreaterThan(height);
      expect(changed(event, { disputed: [...event.disputed, 'more'] }), event.id).toBeGreaterThan(height);
      const many = story.sources.slice(0, 12).map(({ id }) => id);
      expect(changed(event, { sources: [...event.sources, ...many] }), event.id).toBeGreaterThan(height);
    }
  });

  test('never shrinks as a text grows word by word', () => {
    const event = { ...story.events[0]!, note: 'A' };
    for (const key of ['title', 'what', 'note'] as const) {
      let last = 0;
      for (let count = 1; count < 120; count += 1) {
        const height = changed(event, { [key]: words(count) });
        expect(height, `${count} words of ${key}`).toBeGreaterThanOrEqual(last);
        last = height;
      }
      expect(last, key).toBeGreaterThan(changed(event, { [key]: words(1) }) + 60);
    }
  });

  test('is reckoned with the sources’ names, not their ids', () => {
    const [source] = story.sources;
    const event = { ...story.events[0]!, sources: [source!.id] };
    const long = { ...story, sources: [{ ...source!, publisher: words(60) }] };
    expect(cardHeight(long, event)).toBeGreaterThan(cardHeight(story, event));
  });
});

describe('the dialog’s data', () => {
  const data = dialogData(story, [1, 2]);

  test('is plain JSON in a data folder', () => {
    expect(DIALOG_DATA).toMatch(/^data\/[a-z]+\.json$/);
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  });

  test('has the story’s title, its views, and its versions as they were given', () => {
    expect(data.credit).toBe(story.meta.title);
    expect(data.views).toEqual(views(story));
    expect(data.versions).toEqual([1, 2]);
    expect(dialogData(story, []).versions).toEqual([]);
  });

  test('has every event’s card once, in order of time, with its date in words', () => {
    const byId = new Map(story.events.map((event) => [event.id, event]));
    expect(data.events.map(({ event }) => event).toSorted()).toEqual([...byId.keys()].toSorted());
    const starts = data.events.map(({ event = '' }) => byId.get(event)!.date.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    const made = new Map(cards(story).map((card) => [card.event, card]));
    for (const { date, ...card } of data.events) {
      expect(card, card.event).toEqual(made.get(card.event));
      expect(date, card.event).toBe(formatDate(byId.get(card.event ?? '')!.date, true));
    }
  });

  test('orders events however the story lists them, and leaves the story’s list alone', () => {
    const tiny = tinyStory();
    const before = structuredClone(tiny);
    const order = dialogData(tiny, []).events.map(({ event }) => event);
    expect(order).toEqual(['dawn', 'load-01', 'deadline-end', 'load-02']);
    expect(tiny).toEqual(before);
    const turned = { ...tiny, events: tiny.events.toReversed() };
    expect(dialogData(turned, []).events.map(({ event }) => event)).toEqual(order);
  });

  test('has every step under its chapter, in order, by name only', () => {
    expect(data.chapters.map(({ title }) => title)).toEqual(story.chapters.map(({ title }) => title));
    expect(data.chapters.flatMap(({ steps }) => steps)).toEqual(
      story.chapters.flatMap(({ steps }) => steps.map(({ id, title }) => ({ id, title }))),
    );
  });
});
