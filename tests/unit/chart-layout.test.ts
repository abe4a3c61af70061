import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { chartData } from '#stage/chart/chart-data.ts';
import ChartTable from '#stage/chart/ChartTable.svelte';
import DeadlineTable from '#stage/chart/DeadlineTable.svelte';
import { layoutChart } from '#stage/chart/layout.ts';
import { chartNow } from '#stage/chart/now.ts';
import { readout } from '#stage/chart/readout.ts';
import { allSeries, data, events } from './chart-fixture.ts';

const now = (date: string, width = 900, height = 560) => {
  const chart = data();
  const picture = layoutChart(chart, { width, height });
  return { picture, ...chartNow(chart, picture, date) };
};
const rows = (date: string) =>
  now(date).rows.map(
    ({ name, status }) => `${name.strong}${name.rest}${status ? ` – ${status.strong}${status.rest}` : ''}`,
  );

describe('what the chart is made of', () => {
  it('is the charted series, the deadlines they require, and a chief deadline that stands apart', () => {
    const chart = data();
    expect(chart.series.map(({ id }) => id)).not.toContain('priority-1');
    expect(chart.deadlines.map(({ id, standsApart, counts }) => [id, standsApart, counts])).toEqual([
      ['priority', false, true],
      ['rest', false, true],
      ['revised', false, true],
      ['destroyed', true, false],
    ]);
    expect(chart).toMatchObject({
      start: { date: '2014-01-07' },
      completed: '2014-06-23',
      from: '2013-11-15',
    });
  });

  it('is nothing in a story without charted figures', () => {
    expect(chartData({ series: [], events })).toBeUndefined();
    expect(
      chartData({ series: allSeries.filter(({ kind }) => kind === 'required'), events }),
    ).toBeUndefined();
  });

  it('marks what was derived, and only that', () => {
    const derived = data().series.flatMap(({ points }) => points.filter((point) => point.derived));
    expect(derived.map(({ date }) => date)).toEqual(['2013-12-31']);
  });
});

describe('the picture', () => {
  it('joins figures of one basis only, and stray ones never', () => {
    const { picture } = now('2014-06-30');
    // As many steps as there are further points of the same series: none was borrowed.
    const of = (id: string) => picture.steps.filter(({ series }) => series === id).length;
    expect(['removed', 'removed-or-destroyed', 'removed-of-declared'].map(of)).toEqual([6, 4, 0]);
    expect(picture.points).toHaveLength(13);
  });

  it('fills only what is counted as the plan counted', () => {
    expect(now('2014-06-30').picture.likePlan).toEqual(['removed']);
  });

  it('draws the derived requirement apart from the stated one', () => {
    const [original] = now('2014-01-31').picture.required;
    expect(original?.steps.map(({ derived }) => derived)).toEqual([true, false]);
  });

  it('knows no figure and no plan before its day', () => {
    const { known, made } = now('2014-03-03');
    expect([...known]).toEqual(['removed-of-declared@2014-01-29']);
    expect([...made]).toEqual(['required-original']);
    expect(now('2014-03-04').known.has('removed@2014-03-04')).toBe(true);
    expect(now('2014-03-04').made.has('required-revised')).toBe(true);
  });

  it('holds the last figure until the next one, of each basis', () => {
    const { held, picture } = now('2014-04-13');
    expect(held.map(({ series, y }) => [series, y])).toEqual([
      ['removed', picture.frame.y(49.3)],
      ['removed-or-destroyed', picture.frame.y(53.6)],
    ]);
    expect(now('2014-02-20').held).toEqual([]);
  });

  it('says of each deadline how late it is, in words', () => {
    expect(rows('2014-01-31')).toEqual([
      'Everything destroyed 30 Jun · due in 150 days',
      'Priority chemicals out 31 Dec – missed, 31 days late',
      'Everything but isopropanol out 5 Feb – due in 5 days',
    ]);
    expect(rows('2014-06-23').slice(1)).toEqual([
      'Priority chemicals out 31 Dec – missed, 174 days late',
      'Everything but isopropanol out 5 Feb – missed, 138 days late',
      'Removal complete 27 Apr – missed, 57 days late',
    ]);
  });

  it('says it in one line over the length where there is no room beside the flags', () => {
    const small = now('2014-01-31', 390, 376).rows.map(({ name, status }) => [name.strong, status]);
    expect(small).toEqual([
      ['30 Jun: Everything destroyed – due in 150 days', undefined],
      ['31 Dec: Priority chemicals out – missed, 31 days late', undefined],
      ['Everything but isopropanol out – due in 5 days', undefined],
    ]);
  });

  it('leaves the length free where its words stand on it', () => {
    const [, first] = now('2014-06-23').rows;
    expect(first?.late).toHaveLength(2);
    for (const { x0, x1 } of first?.late ?? []) {
      expect(x1 <= (first?.status?.box.x0 ?? 0) || x0 >= (first?.status?.box.x1 ?? 0)).toBe(true);
    }
  });

  it('stops counting on the day everything was done', () => {
    expect(rows('2024-12-08').slice(1)).toEqual(rows('2014-06-23').slice(1));
  });

  it('does not count the days of the deadline that stands apart by the end of the removal', () => {
    expect(rows('2014-07-01')[0]).toBe('Everything destroyed 30 Jun · missed');
    expect(now('2014-07-01').rows[0]?.late).toEqual([]);
  });

  it('shows no deadline before it was set', () => {
    expect(rows('2013-11-14')).toEqual([]);
    expect(rows('2014-03-03').some((text) => text.includes('Removal complete'))).toBe(false);
  });

  it('leads the pace from the first load through the last figure', () => {
    const early = now('2014-01-31');
    const start = early.picture.frame.x(Date.parse('2014-01-07') / 86_400_000);
    expect(early.pace?.d.startsWith(`M${start} `)).toBe(true);
    expect(early.pace?.label.map(({ text }) => text).join(' ')).toBe(
      'at this pace: mid-2015 · our arithmetic',
    );
    expect(
      now('2014-03-20')
        .pace?.label.map(({ text }) => text)
        .join(' '),
    ).toBe('at this pace: June 2014 (removed) · our arithmetic');
    expect(now('2014-01-20').pace).toBeUndefined();
    expect(now('2014-06-23').pace).toBeUndefined();
  });
});

describe('the readout', () => {
  const said = (date: string) => readout(data(), date);
  const lines = (date: string) => said(date)?.lines.map(({ strong, rest }) => `${strong} ${rest}`);

  it('says about 4 percent on 31 January, 31 days late, 5 days before, mid-2015', () => {
    expect(said('2014-01-31')).toMatchObject({
      heading: 'Removed by 31 Jan 2014',
      figures: [{ value: '4\u202f%', approximate: true, basis: 'of about 1,300 tonnes · as of 29 Jan' }],
      pace: 'at this pace: mid-2015',
    });
    expect(lines('2014-01-31')).toEqual([
      '31 days late on the first deadline',
      '5 days before the second deadline',
    ]);
  });

  it('says both bases on 20 March, each with its pace', () => {
    expect(said('2014-03-20')?.figures.map(({ value, what, basis }) => [value, what, basis])).toEqual([
      ['49.3\u202f%', 'removed', 'of what was to be shipped'],
      ['53.6\u202f%', 'removed or destroyed', 'of everything'],
    ]);
    expect(lines('2014-03-20')).toEqual([
      '43 days late on the original plan (5 Feb)',
      '38 days before the revised plan (27 Apr)',
    ]);
    expect(said('2014-03-20')?.pace).toBe(
      'at this pace: June 2014 (removed), May 2014 (removed or destroyed)',
    );
  });

  it('does not take removal for destruction on 23 June', () => {
    expect(said('2014-06-23')?.figures.map(({ value }) => value)).toEqual(['100\u202f%', '100\u202f%']);
    expect(lines('2014-06-23')).toEqual([
      '138 days late on the original plan (5 Feb)',
      '57 days late on the revised plan (27 Apr)',
      'Everything destroyed due 30 Jun',
    ]);
    expect(lines('2014-07-01')?.at(-1)).toBe('Everything destroyed due 30 Jun, missed');
  });

  it('says with the whole what the whole does not mean', () => {
    expect(said('2014-06-22')?.caveat).toBeUndefined();
    expect(said('2014-06-23')?.caveat).toBe('Removed is not destroyed.');
    expect(said('2024-12-08')?.caveat).toBe('Removed is not destroyed.');
  });

  it('is brief once everything had left, and still says what was late', () => {
    expect(said('2014-09-10')).toMatchObject({ figures: [], none: '100\u202f% removed since 23 Jun 2014' });
    expect(lines('2014-09-10')).toContain('138 days late on the original plan (5 Feb)');
    expect(lines('2014-09-10')?.at(-1)).toBe('Everything destroyed due 30 Jun, missed');
  });

  it('says that no figure was announced, once a load had left', () => {
    expect(said('2014-01-06')?.none).toBeUndefined();
    expect(said('2014-01-07')?.none).toBe('No figure announced yet');
  });

  it('is silent before there was a plan', () => {
    expect(said('2013-11-14')).toBeUndefined();
  });
});

it('the table has every charted figure with its date, basis and announcer, and no requirement', () => {
  const { body } = render(ChartTable, { props: { data: data(), caption: 'Half by March.' } });
  const cells = body.match(/<tr data-series="[^"]+"/g) ?? [];
  expect(cells).toHaveLength(13);
  expect(body).toContain('<caption>Half by March.</caption>');
  expect(body).toMatch(
    /<time datetime="2014-03-20">20 March 2014<\/time>[\s\S]*?53\.6\u202f%[\s\S]*?the council/,
  );
  expect(body).not.toContain('required-original');
});

it('the table of a day has what was known on it', () => {
  const { body } = render(ChartTable, { props: { data: data(), caption: 'So far.', on: '2014-03-20' } });
  expect(body.match(/<tr data-series="[^"]+"/g)).toHaveLength(6);
  expect(body).not.toContain('2014-04');
});

it('the deadlines are a table too, as they stood', () => {
  const { body } = render(DeadlineTable, { props: { data: data(), on: '2014-01-31' } });
  expect(body.match(/<tr data-event="[^"]+"/g)).toHaveLength(3);
  expect(body).toMatch(/datetime="2013-12-31"[\s\S]*?missed, 31 days late/);
});
