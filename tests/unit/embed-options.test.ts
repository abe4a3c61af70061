/** What an embed's address may ask for: read as it was written, and never more than that. */
import { describe, expect, test } from 'vitest';
import { loadStory } from '#content/load.ts';
import {
  readOptions,
  THEMES,
  writeOptions,
  type EmbedChoices,
  type EmbedIds,
  type EmbedOptions,
} from '#hosts/embed/options.ts';
import { combinations, dice } from './support/embed-choices.ts';

const { story } = loadStory('content');
const steps = story.chapters.flatMap((chapter) => chapter.steps.map(({ id }) => id));
const events = story.events.map(({ id }) => id);
const known: EmbedIds = { steps: new Set(steps), events: new Set(events) };
/** A step and an event may have the same id. */
const onlyStep = steps.find((id) => !events.includes(id))!;
const onlyEvent = events.find((id) => !steps.includes(id))!;
const NOTHING: EmbedOptions = { theme: 'light', chrome: true, scroll: false };
const read = (query: string): EmbedOptions => readOptions(query, known);
const midnight = (date: string): number => Date.parse(`${date}T00:00Z`);

/** What is to come back from an address written for these choices. */
function expected({ at, from, to, ...rest }: EmbedChoices): EmbedOptions {
  return {
    ...NOTHING,
    ...rest,
    ...(at && { at: { ms: midnight(at), offset: 0 } }),
    ...(from && { from: midnight(from) }),
    ...(to && { to: midnight(to) }),
  };
}

describe('what is written is read again', () => {
  test('for all choices together', () => {
    const all = combinations({
      step: [undefined, steps[0], steps.at(-1)],
      at: [undefined, '2014-01-31'],
      from: [undefined, '2013-08-21'],
      to: [undefined, '2014-06-23'],
      event: [undefined, events[7]],
      theme: [undefined, ...THEMES],
      chrome: [undefined, true, false],
      scroll: [undefined, true, false],
    });
    expect(all.length).toBe(3 * 2 ** 4 * 4 * 9);
    for (const choices of all)
      expect(read(writeOptions(choices)), JSON.stringify(choices)).toEqual(expected(choices));
  });

  test('for every step and every event', () => {
    for (const step of steps) expect(read(writeOptions({ step })).step).toBe(step);
    for (const event of events) expect(read(writeOptions({ event })).event).toBe(event);
  });

  test('what is as it would be anyway is not written', () => {
    expect(writeOptions({})).toBe('');
    expect(writeOptions({ theme: 'light', chrome: true, scroll: false, step: '', at: '' })).toBe('');
    expect(writeOptions({ theme: 'dark', step: 'montreux' })).toBe('?step=montreux&theme=dark');
  });

  test('an address says the same with and without its question mark', () => {
    const query = writeOptions({ step: steps[3]!, theme: 'auto', chrome: false });
    expect(query).toMatch(/^\?/);
    expect(read(query.slice(1))).toEqual(read(query));
  });
});

describe('what is wrong or unknown counts as not said', () => {
  test.each([
    '',
    '?',
    '?step=',
    '?step=nowhere',
    '?step=__proto__&event=constructor',
    `?step=${onlyEvent}&event=${onlyStep}`,
    `?step=${steps[0]!.toUpperCase()}`,
    `?step=${steps[0]}%20`,
    `?Step=${steps[0]}`,
    '?event=<script>',
    '?theme=',
    '?theme=Dark',
    '?theme=sepia',
    '?chrome=',
    '?chrome=1',
    '?chrome=false',
    '?mode=',
    '?mode=Scroll',
    '?scroll=1',
    '?at=',
    '?at=yesterday',
    '?at=2014',
    '?at=2014-01',
    '?at=2014-02-30',
    '?at=2014-13-01',
    '?at=31.01.2014',
    '?at=0999-12-31',
    '?at=9999-01-01',
    '?at=1391126400000',
    '?at=2014-01-31T25:00Z',
    '?from=2014-02-31&to=soon',
    '?lang=',
    '?lang=e',
    '?lang=english',
    '?lang=en_GB',
    '?lang="><b>',
    '?initialWidth=340&childId=pym-0&parentTitle=A&parentUrl=https%3A%2F%2Fhost.example%2F%3Fstep%3Dmontreux',
    '?%',
    '?%E0%A4%A',
    '?&&&=&=&',
  ])('%s', (query) => {
    expect(read(query)).toEqual(NOTHING);
  });

  test('and does not spoil the rest', () => {
    const query = `?step=nowhere&theme=dark&at=soon&event=${events[2]}&chrome=0&lang=ar`;
    expect(read(query)).toEqual({ ...NOTHING, theme: 'dark', event: events[2], chrome: false, lang: 'ar' });
  });

  test('languages have a form', () => {
    for (const lang of ['en', 'ar', 'de-CH', 'zh-Hant-TW', 'haw'])
      expect(read(`?lang=${lang}`).lang).toBe(lang);
  });
});

describe('periods', () => {
  const period = (query: string): Pick<EmbedOptions, 'from' | 'to'> => {
    const { from, to } = read(query);
    return { from, to };
  };
  const neither = { from: undefined, to: undefined };

  test('both ends count only in order', () => {
    const [from, to] = ['2013-12-15', '2014-03-01'];
    expect(period(`?from=${from}&to=${to}`)).toEqual({ from: midnight(from!), to: midnight(to!) });
    expect(period(`?from=${to}&to=${from}`)).toEqual(neither);
    expect(period(`?from=${from}&to=${from}`)).toEqual(neither);
    expect(period('?from=2014-01-01T10:00&to=2014-01-01T09:59')).toEqual(neither);
  });

  test('one end may stand alone, also beside a wrong one', () => {
    expect(period('?from=2014-01-01')).toEqual({ from: midnight('2014-01-01'), to: undefined });
    expect(period('?to=2014-01-01')).toEqual({ from: undefined, to: midnight('2014-01-01') });
    expect(period('?from=never&to=2014-01-01')).toEqual({ from: undefined, to: midnight('2014-01-01') });
    expect(period('?from=2014-01-01&to=2014-02-30')).toEqual({ from: midnight('2014-01-01'), to: undefined });
  });

  test('times are those of their place', () => {
    expect(read('?at=2013-08-21T02:30%2B03:00').at).toEqual({
      ms: Date.UTC(2013, 7, 20, 23, 30),
      offset: 180,
    });
  });
});

describe('addresses that no host writes', () => {
  test('of a parameter that is given twice the first counts, even if it is wrong', () => {
    expect(read(`?step=${steps[1]}&step=${steps[2]}`).step).toBe(steps[1]);
    expect(read(`?step=nowhere&step=${steps[2]}`)).toEqual(NOTHING);
    expect(read('?theme=dark&theme=auto&chrome=0&chrome=1')).toEqual({
      ...NOTHING,
      theme: 'dark',
      chrome: false,
    });
    expect(read('?at=2014-01-31&at=2015-01-01').at?.ms).toBe(midnight('2014-01-31'));
  });

  test('a query that is too long is not read at all; one that is just not is', () => {
    const asked = '?theme=dark&x=';
    const longest = asked + 'y'.repeat(4000 - asked.length);
    expect(read(longest).theme).toBe('dark');
    expect(read(`${longest}y`)).toEqual(NOTHING);
    expect(read(`?${'step=a&'.repeat(500_000)}theme=dark`)).toEqual(NOTHING);
    expect(read(`?theme=dark&at=${'2'.repeat(3900)}`)).toEqual({ ...NOTHING, theme: 'dark' });
  });

  test('whatever is thrown at it, only known keys with possible values come back', () => {
    const roll = dice(7);
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(roll() * items.length)]!;
    const KEYS = ['step', 'at', 'from', 'to', 'event', 'theme', 'chrome', 'mode', 'lang', '__proto__', 'x'];
    const VALUES = [...steps, ...events, ...THEMES, 'scroll', '0', '2014-01-31', '2013-08-21T02:30+03:00'];
    const JUNK = [
      '',
      '%',
      '&',
      '=',
      '#',
      '"',
      '<',
      '\u0000',
      '\ud800',
      'é',
      '+',
      '2014-02-30',
      'Infinity',
      '-1',
    ];
    let asked = 0;
    for (let i = 0; i < 5000; i += 1) {
      const parts = Array.from({ length: 1 + Math.floor(roll() * 6) }, () => {
        const value = roll() < 0.6 ? pick(VALUES) : pick(JUNK) + pick(JUNK);
        return `${pick(KEYS)}=${roll() < 0.5 ? encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, '?')) : value}`;
      });
      const query = `?${parts.join('&')}`;
      const { theme, chrome, scroll, step, event, at, from, to, lang, ...more } = read(query);
      expect(more, query).toEqual({});
      expect(THEMES, query).toContain(theme);
      expect([typeof chrome, typeof scroll], query).toEqual(['boolean', 'boolean']);
      if (step !== undefined) expect(steps, query).toContain(step);
      if (event !== undefined) expect(events, query).toContain(event);
      if (lang !== undefined) expect(lang, query).toMatch(/^[A-Za-z0-9-]+$/);
      for (const ms of [at?.ms, from, to])
        if (ms !== undefined) expect(Number.isFinite(ms), query).toBe(true);
      if (from !== undefined && to !== undefined) expect(from, query).toBeLessThan(to);
      if (step !== undefined || event !== undefined || at || from !== undefined) asked += 1;
    }
    // The dice do ask for things: else the loop would prove nothing.
    expect(asked).toBeGreaterThan(500);
  });
});
