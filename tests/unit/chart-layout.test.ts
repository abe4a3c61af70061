import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { overlaps, type Box } from '#model/boxes.ts';
import { textWidth } from '#model/text-width.ts';
import { chartData } from '#stage/chart/chart-data.ts';
import ChartTable from '#stage/chart/ChartTable.svelte';
import { layoutChart } from '#stage/chart/layout.ts';
import { SYMBOL_WIDTH } from '#stage/chart/legend.ts';
import { chartCursor, chartNow } from '#stage/chart/now.ts';
import { readout } from '#stage/chart/readout.ts';
import { allSeries, data, events } from './chart-fixture.ts';

const now = (date: string, width = 900, height = 560) => {
  const chart = data();
  const picture = layoutChart(chart, { width, height });
  const cursor = chartCursor(picture.frame, { ms: Date.parse(date), offset: 0 });
  return { picture, cursor, ...chartNow(chart, picture, date) };
};
const rows = (date: string) => now(date).rows.map(({ text }) => text);

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
    const { lines, picture } = now('2014-06-30');
    expect(lines.map(({ id }) => id)).toEqual(['removed', 'removed-or-destroyed']);
    // As many steps as there are further points of the same series: none was borrowed.
    expect(lines.map(({ steps }) => steps.match(/H/g)?.length)).toEqual([6, 4]);
    expect(picture.points).toHaveLength(13);
  });

  it('draws the derived requirement apart from the stated one', () => {
    const [original] = now('2014-01-31').picture.required;
    expect(original?.steps.map(({ derived }) => derived)).toEqual([true, false]);
  });

  it('draws figures no further than the date', () => {
    const { lines, cursor } = now('2014-03-20');
    expect(lines[0]?.steps.match(/H/g)).toHaveLength(3);
    // What was last announced stands until something newer is, and no longer than the work itself.
    expect(lines[0]?.held?.y).toBe(now('2014-03-20').picture.frame.y(49.3));
    expect(now('2014-06-23').lines[0]?.held).toBeUndefined();
    expect(cursor.label).toBe('20 Mar 2014');
  });

  it('says of each deadline how late it is, in words', () => {
    expect(rows('2014-01-31')).toEqual([
      '31 Dec: Priority chemicals out – missed, 31 days late',
      '5 Feb: Everything but isopropanol out – due in 5 days',
      '30 Jun: Everything destroyed – due in 150 days',
    ]);
    expect(rows('2014-06-23').slice(0, 3)).toEqual([
      '31 Dec: Priority chemicals out – missed, 174 days late',
      '5 Feb: Everything but isopropanol out – missed, 138 days late',
      '27 Apr: Removal complete – missed, 57 days late',
    ]);
  });

  it('stops counting on the day everything was done', () => {
    expect(rows('2024-12-08').slice(0, 3)).toEqual(rows('2014-06-23').slice(0, 3));
  });

  it('does not count the days of the deadline that stands apart by the end of the removal', () => {
    expect(rows('2014-07-01').at(-1)).toBe('30 Jun: Everything destroyed – missed');
    expect(now('2014-07-01').rows.at(-1)?.lateTo).toBeUndefined();
  });

  it('shows no deadline before it was set', () => {
    expect(rows('2013-11-14')).toEqual([]);
    expect(rows('2014-03-03').some((text) => text.includes('Removal complete'))).toBe(false);
  });

  it('leads the pace from the first load through the last figure', () => {
    const early = now('2014-01-31');
    expect(
      early.pace?.d.startsWith(`M${early.picture.frame.x(Date.parse('2014-01-07') / 86_400_000)} `),
    ).toBe(true);
    expect(early.pace?.label?.text).toBe('at this pace: mid-2015');
    expect(now('2014-01-20').pace).toBeUndefined();
    expect(now('2014-06-23').pace).toBeUndefined();
  });
});

describe('nothing written collides or leaves the frame', () => {
  const sizes = [320, 360, 390, 480, 640, 720, 900, 1200].map(
    (width) => [width, width < 640 ? 420 : 560] as const,
  );
  const dates = [
    '2013-11-01',
    '2013-12-10',
    '2014-01-31',
    '2014-02-10',
    '2014-03-20',
    '2014-04-25',
    '2014-06-23',
    '2024-12-08',
  ];
  const cases = sizes.flatMap(([width, height]) => dates.map((date) => [width, height, date] as const));

  it.each(cases)('%i × %i on %s', (width, height, date) => {
    const { picture, rows: deadlines, pace, cursor } = now(date, width, height);
    const { frame, legend } = picture;
    const known = new Set(picture.points.filter(({ point }) => point.date <= date).map(({ key }) => key));
    const shown = picture.figures.filter(({ key }) => known.has(key));
    const boxes: [string, Box][] = [
      ...[...shown, ...picture.names].map(({ text, box }): [string, Box] => [text, box]),
      ...deadlines.map(({ text, box }): [string, Box] => [text, box]),
      ...(pace?.label ? [[pace.label.text, pace.label.box] as [string, Box]] : []),
      [cursor.label, cursor.chip],
      ...legend.items.map((item): [string, Box] => {
        const top = frame.height - (legend.rows - item.row) * (frame.px + 8);
        const x1 = item.x + 4 + SYMBOL_WIDTH + textWidth(item.text, frame.px);
        return [item.text, { x0: item.x + 4, y0: top, x1, y1: top + frame.px * 1.15 }];
      }),
    ];
    boxes.forEach(([text, box], index) => {
      expect(box.x0, `“${text}” left`).toBeGreaterThanOrEqual(0);
      expect(box.x1, `“${text}” right`).toBeLessThanOrEqual(frame.width + 0.1);
      expect(box.y0, `“${text}” top`).toBeGreaterThanOrEqual(0);
      expect(box.y1, `“${text}” bottom`).toBeLessThanOrEqual(frame.height);
      for (const [other, its] of boxes.slice(index + 1)) {
        expect(overlaps(box, its), `“${text}” on “${other}”`).toBe(false);
      }
    });
    for (const { x, y, key } of picture.points.filter((point) => known.has(point.key))) {
      for (const { text, box } of shown) {
        expect(overlaps(box, { x0: x - 4, y0: y - 4, x1: x + 4, y1: y + 4 }), `“${text}” on ${key}`).toBe(
          false,
        );
      }
    }
    expect(cursor.x).toBeGreaterThanOrEqual(frame.x0);
    expect(cursor.x).toBeLessThanOrEqual(frame.x1);
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

  it('says both bases on 20 March, and by which one the pace goes', () => {
    expect(said('2014-03-20')?.figures.map(({ value, what, basis }) => [value, what, basis])).toEqual([
      ['49.3\u202f%', 'removed', 'of what was to be shipped'],
      ['53.6\u202f%', 'removed or destroyed', 'of everything'],
    ]);
    expect(lines('2014-03-20')).toEqual([
      '43 days late on the original plan (5 Feb)',
      '38 days before the revised plan (27 Apr)',
    ]);
    expect(said('2014-03-20')?.pace).toBe('at this pace (removed): June 2014');
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
