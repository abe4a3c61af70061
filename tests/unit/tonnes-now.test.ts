/** What each day decides, against the file itself. */
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { loadStory } from '#content/load.ts';
import type { ContentErrors } from '#content/problem.ts';
import StaticTonnes from '#stage/tonnes/StaticTonnes.svelte';
import { END, tonnesNow } from '#stage/tonnes/now.ts';
import TonnesTable from '#stage/tonnes/TonnesTable.svelte';
import { tonnesData } from '#stage/tonnes/tonnes-data.ts';
import TonnesView from '#stage/tonnes/TonnesView.svelte';
import { changedStory, removeCopies } from '../fixtures/second-story.ts';
import { tinyStory } from './support/tiny-story.ts';
import { data, DAYS, numbersIn, publishers, said, story, total, why } from './tonnes-fixture.ts';

const made = data();
const states = (day: string): Record<string, string> =>
  Object.fromEntries([...tonnesNow(made, day).sites.values()].map(({ id, state }) => [id, state]));
const words = (day: string, id: string): string => tonnesNow(made, day).sites.get(id)!.words[0]!;
/** Tonnes of agent with a stated end on or before the day, from the file. */
const reckoned = (day: string): number =>
  said.reduce(
    (sum, { kind, tonnes = 0, finish }) =>
      kind === 'agent' && finish !== undefined && finish <= day ? sum + tonnes : sum,
    0,
  );

describe('the data', () => {
  it('is nothing for a story without sites of destruction', () => {
    expect(tonnesData(tinyStory())).toBeUndefined();
  });

  it('has every site of the file, in the order in which they ended', () => {
    expect(made.sites.map(({ id }) => id).sort()).toEqual(said.map(({ id }) => id).sort());
    const ends = made.sites.map(({ finish, endedBy }) => (finish ?? endedBy)!.on);
    expect(ends).toEqual([...ends].sort());
  });

  it('has the declared total that the file names, and no other', () => {
    expect(made.declared?.tonnes).toBe(total.value);
    expect(JSON.stringify(made)).not.toContain('1,328');
    expect(tonnesData({ ...story, declared: undefined as never })?.declared).toBeUndefined();
  });

  it('is small', () => expect(JSON.stringify(made).length).toBeLessThan(9000));
});

describe('on a day', () => {
  it.each([
    ['2014-05-19', 'before', 'before', 'before'],
    ['2014-05-20', 'done', 'before', 'before'],
    ['2014-07-07', 'done', 'under-way', 'before'],
    ['2014-07-15', 'done', 'under-way', 'under-way'],
    ['2014-08-18', 'done', 'done', 'done'],
    ['2014-08-30', 'done', 'done', 'done'],
    ['2016-01-04', 'done', 'done', 'done'],
  ])('%s: Syria %s, the sea %s, Ellesmere Port %s', (day, syria, sea, ellesmere) => {
    expect(states(day)).toMatchObject({
      'in-syria-isopropanol': syria,
      'cape-ray-at-sea': sea,
      ellesmere,
    });
  });

  it('Texas is under way from the landing until the announcement', () => {
    expect(
      ['2014-07-08', '2014-07-09', '2016-01-03', '2016-01-04'].map((day) => states(day)['port-arthur-plant']),
    ).toEqual(['before', 'under-way', 'under-way', 'done']);
    expect(words('2014-08-30', 'port-arthur-plant')).toBe('landed 9 July 2014');
    expect(words('2016-01-04', 'port-arthur-plant')).toBe('destroyed, announced 4 January 2016');
  });

  it('effluent follows its own days', () => {
    expect(
      ['2015-06-10', '2015-06-11', '2015-06-12'].map((day) => states(day)['riihimaki-effluent']),
    ).toEqual(['before', 'done', 'done']);
    expect(
      ['2014-09-09', '2014-09-10', '2015-06-11', '2015-06-12'].map((day) => states(day)['munster-effluent']),
    ).toEqual(['before', 'under-way', 'under-way', 'done']);
    expect(words('2015-06-12', 'munster-effluent')).toBe('disposed of, verified 12 June 2015');
  });

  it('what has no day of end is never done, and not for ever under way', () => {
    for (const { id } of said.filter(({ finish }) => finish === undefined)) {
      expect(DAYS.map((day) => states(day)[id])).not.toContain('done');
      expect(states('2016-01-04')[id]).toBe('undated');
      expect(words('2016-01-04', id)).toBe('ended by 17 June 2015, day not stated');
    }
    expect(words('2014-08-30', 'uk-hydrogen-fluoride')).toBe('day not stated');
    expect(states('2014-06-21')['riihimaki-chemicals']).toBe('under-way');
  });

  it.each(DAYS)('%s: the sum is of stated agent with a stated end, and nothing else', (day) => {
    expect(tonnesNow(made, day).sum).toBeCloseTo(reckoned(day), 6);
  });

  it('sums are as exact as their parts', () => {
    expect(
      ['2014-05-19', '2014-05-20', '2014-08-06', '2014-08-18', '2015-06-12', '2016-01-04'].map(
        (day) => tonnesNow(made, day).sum,
      ),
    ).toEqual([0, 133, 323, 923.8, 923.8, 1038.4]);
  });

  it('the description has the finding first, then each site, and says why nothing is added up', () => {
    const { title, description } = tonnesNow(made, '2014-08-18');
    expect(title).toBe(
      'By 18 August 2014 923.8 tonnes had been destroyed, by our sum of the amounts and days stated; about 1,300 tonnes were declared.',
    );
    for (const { name } of said) expect(description).toContain(`${name}: `);
    expect(description).toContain('Ekokem, Riihimäki: chemicals: tonnes not stated, landed 21 June 2014.');
    expect(description).toContain(why);
  });
});

describe('the table', () => {
  const { body } = render(TonnesTable, { props: { data: made, href: (id: string) => `#${id}` } });
  const row = (id: string): string[] =>
    [
      ...(new RegExp(`<tr data-site="${id}".*?</tr>`, 's').exec(body)?.[0] ?? '').matchAll(
        /<t[hd][^>]*>(.*?)<\/t[hd]>/gs,
      ),
    ].map(([, cell = '']) =>
      cell
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .replaceAll('&amp;', '&')
        .trim(),
    );

  it.each(said.map((site) => [site.id, site] as const))('says of %s what the file says', (_, site) => {
    const [name, country, tonnes, what, method, begun, done, sources] = row(site.id);
    expect([name, country, method]).toEqual([site.name, site.country, site.method]);
    expect(numbersIn(tonnes!)).toEqual(site.tonnes === undefined ? [] : [site.tonnes]);
    if (site.tonnes === undefined) expect(tonnes).toBe('not stated');
    expect(what).toContain(site.detail);
    if (site.note) expect(what).toContain(site.note);
    for (const [cell, date] of [
      [begun, site.start],
      [done, site.finish ?? site.endedBy],
    ] as const) {
      if (date === undefined) expect(cell).toBe('not stated');
      else {
        const [year, , day] = date.split('-').map(Number);
        expect(numbersIn(cell!)).toEqual([day, year]);
      }
    }
    for (const id of site.sources) expect(sources).toContain(publishers.get(id));
  });

  it('keeps effluent in a group of its own and adds nothing up', () => {
    const [, agent = '', effluent = ''] = body.split('<tbody');
    for (const { id, kind } of said) {
      expect(agent.includes(`data-site="${id}"`), id).toBe(kind === 'agent');
      expect(effluent.includes(`data-site="${id}"`), id).toBe(kind === 'effluent');
    }
    expect(effluent).toContain('not agent');
    expect(body).not.toContain('1,038.4');
    expect(body).not.toContain('<tfoot');
    expect(body).toContain(why);
  });

  it('links sources where the host says', () => {
    expect(body).toContain('href="#opcw-20140807"');
    expect(render(TonnesTable, { props: { data: made } }).body).not.toContain('href');
  });
});

describe('the picture on the server', () => {
  const view = (day: string, label?: string): string =>
    render(TonnesView, {
      props: { data: made, at: { ms: Date.parse(day), offset: 0 }, ...(label && { label }) },
    }).body;
  const mark = (body: string, id: string): string =>
    new RegExp(`<g[^>]*data-site="${id}"[^>]*>`).exec(body)?.[0] ?? '';

  it('is an image named by the finding, with a description', () => {
    const body = view('2014-08-18');
    const described =
      /<svg[^>]* role="img"[^>]* aria-label="By 18 August[^"]*" aria-describedby="([^"]+)"/.exec(body);
    expect(body).toContain(`<desc id="${described?.[1]}">`);
    expect(view('2014-08-18', 'The tonnes')).toContain('aria-label="The tonnes"');
  });

  it('shows each site once, in its state, on its place', () => {
    for (const day of DAYS.slice(0, -1)) {
      const body = view(day);
      for (const { id, place } of said) {
        expect(body.split(`data-site="${id}"`)).toHaveLength(2);
        expect(mark(body, id)).toContain(` ${states(day)[id]}`);
        if (place) expect(mark(body, id)).toContain(`data-place="${place}"`);
      }
    }
  });

  it('has a button for each site that says it all, and one for the table', () => {
    const body = view('2014-08-18');
    const names = [...body.matchAll(/<button[^>]*aria-label="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toHaveLength(said.length);
    expect(names).toContain('Cape Ray, at sea: 600.8 tonnes, destroyed 18 August 2014.');
    expect(body).toMatch(
      /<button[^>]*popovertarget="([^"]+)"[^>]*>Table<\/button>[\s\S]*id="\1" popover="auto"/,
    );
  });

  it('lights the rows of a place', () => {
    const lit = new Set(['riihimaki']);
    const { body } = render(TonnesView, { props: { data: made, at: { ms: 0, offset: 0 }, lit } });
    const bright = [...body.matchAll(/<g class="[^"]* lit[^"]*" data-site="([^"]+)"/g)].map(([, id]) => id);
    expect(bright).toEqual(['riihimaki-chemicals', 'riihimaki-effluent']);
  });

  it('in a still tells how things ended, without a day', () => {
    const { body } = render(StaticTonnes, { props: { data: made } });
    expect(body).toContain('>Where every tonne went</text>');
    expect(body).not.toContain('by then');
    for (const { id, finish } of said) {
      expect(mark(body, id)).toContain(finish === undefined ? 'undated' : 'done');
    }
    expect(tonnesNow(made, END).sum).toBeCloseTo(reckoned('9999-12-31'), 6);
  });
});

describe('mistakes in the file', () => {
  const faults = (yaml: string): string[] => {
    try {
      loadStory(changedStory([{ file: 'destruction.yaml', write: yaml }]));
      return [];
    } catch (error) {
      return (error as ContentErrors).problems.map(({ message }) => message);
    } finally {
      removeCopies();
    }
  };
  const site = (more: string): string =>
    `sites:\n  - { id: works, name: Works, country: Iceland, kind: agent, detail: A, method: B, grade: A, sources: [none], ${more} }\n`;

  it('a total that is no quantity, or not of tonnes', () => {
    const declared = (quantity: string): string =>
      `declared: { quantity: ${quantity}, note: Not added up. }\n`;
    expect(faults(`${declared('no-such-total')}sites: []\n`)).toEqual(['unknown quantity “no-such-total”']);
    const [other] = loadStory('tests/fixtures/second-story').story.quantities;
    expect(other?.unit).not.toBe('tonnes');
    expect(faults(`${declared(other!.id)}sites: []\n`)).toEqual([
      `“${other!.id}” is in ${other!.unit}; the sites are in tonnes`,
    ]);
  });

  it('a word for a day that is not given, a latest day beside the day itself', () => {
    expect(faults(site('startAs: landed'))).toContain('there is no “start”');
    expect(faults(site('finishAs: announced'))).toContain('there is no “finish”');
    expect(faults(site('finish: 2014-01-02, endedBy: 2014-01-03'))).toContain(
      'the day it ended is stated (2014-01-02); leave “endedBy” out',
    );
    expect(faults(site('start: 2014-01-02, endedBy: 2014-01-01')).join()).toContain(
      '“endedBy” (2014-01-01) comes before',
    );
  });
});
