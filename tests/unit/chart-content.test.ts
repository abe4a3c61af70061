/** The chart of the real story, on every day of it and at every size it is drawn. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { grow, overlaps, type Box } from '#model/boxes.ts';
import { civilDate, DAY_MS } from '#model/dates.ts';
import { latestPoint } from '#model/series.ts';
import { textWidth } from '#model/text-width.ts';
import { loadStory } from '#content/load.ts';
import { deadlineState } from '#stage/chart/band.ts';
import { chartData, type ChartData } from '#stage/chart/chart-data.ts';
import { AXIS, dayOf, headLines, headOf, type ChartSize } from '#stage/chart/geometry.ts';
import { figureGap, headline, headlineType, WORD_GAP } from '#stage/chart/headline.ts';
import { chartItems } from '#stage/chart/items.ts';
import { layoutChart } from '#stage/chart/layout.ts';
import { SYMBOL_WIDTH } from '#stage/chart/legend.ts';
import { pointBox } from '#stage/chart/marks.ts';
import { chartCursor, chartNow, chipBox, covered, dateChip, shownLabels } from '#stage/chart/now.ts';
import { readout } from '#stage/chart/readout.ts';
import { strings } from '#stage/chart/strings.ts';
import { layoutTip } from '#stage/chart/tip.ts';

const { story } = loadStory(fileURLToPath(new URL('../../content', import.meta.url)));
const data = chartData(story) as ChartData;

/** The days of the chart and a month around it, then the ends of the story. */
const days: string[] = ['2012-08-20', '2015-01-01', '2024-12-08'];
for (let day = dayOf(data.from) - 30; day <= dayOf(data.to) + 30; day += 1)
  days.push(civilDate(day * DAY_MS));

const sizes: ChartSize[] = [
  { width: 870, height: 555 },
  { width: 960, height: 600 },
  { width: 1110, height: 710 },
  { width: 820, height: 380 },
  { width: 650, height: 420 },
  { width: 390, height: 376, compact: true },
  { width: 390, height: 330, compact: true },
  { width: 320, height: 330, compact: true },
].map((size) => ({ ...size, head: headOf(size) }));
const name = ({ width, height }: ChartSize): string => `${width} × ${height}`;

/** Everything written, by the day. */
function written(picture: ReturnType<typeof layoutChart>, on: string): [string, Box][] {
  const { frame, legend } = picture;
  const now = chartNow(data, picture, on);
  const chip = dateChip(frame, on);
  const chipped = chipBox(chip, frame, on);
  const px = Math.max(12, frame.px - 1);
  return [
    ...shownLabels(picture, now).map(({ text, box }): [string, Box] => [text, box]),
    [chip.label, chipped],
    ...picture.ticks
      .filter((tick) => tick.label && !covered(tick, chipped))
      .map(({ label, x, width }): [string, Box] => [
        label,
        {
          x0: x + 4,
          y0: frame.y1 + AXIS / 2 - px * 0.55,
          x1: x + 4 + width,
          y1: frame.y1 + AXIS / 2 + px * 0.55,
        },
      ]),
    ...picture.levels.map((level): [string, Box] => [
      `level ${level}`,
      { x0: 0, y0: frame.y(level) - frame.px / 2, x1: frame.x0 - 6, y1: frame.y(level) + frame.px / 2 },
    ]),
    ...legend.items.map((item): [string, Box] => {
      const top = frame.height - (legend.rows - item.row) * (frame.px + 8);
      const x1 = item.x + 6 + SYMBOL_WIDTH + textWidth(item.text, frame.px);
      return [item.text, { x0: item.x + 6, y0: top, x1, y1: top + frame.px * 1.15 }];
    }),
  ];
}

describe.each(sizes.map((size) => [name(size), size] as const))('at %s', (_, size) => {
  const picture = layoutChart(data, size);
  const { frame } = picture;

  it('nothing written touches another or is cut, on any day', () => {
    const faults = new Set<string>();
    for (const on of days) {
      const all = written(picture, on);
      all.forEach(([text, box], index) => {
        if (
          box.x0 < 0 ||
          box.x1 > frame.width + 0.1 ||
          box.y0 < (size.head ?? 0) ||
          box.y1 > frame.height + 0.1
        ) {
          faults.add(`${on}: “${text}” is cut`);
        }
        for (const [other, its] of all.slice(index + 1)) {
          if (overlaps(box, its)) faults.add(`${on}: “${text}” on “${other}”`);
        }
      });
    }
    expect([...faults].slice(0, 5)).toEqual([]);
  });

  it('no figure lies on a point, and each is beside its own', () => {
    for (const { key, box } of picture.figures) {
      const away = ({ x, y }: { x: number; y: number }): number =>
        Math.hypot(Math.max(box.x0 - x, 0, x - box.x1), Math.max(box.y0 - y, 0, y - box.y1));
      const own = picture.points.find((point) => point.key === key);
      for (const point of picture.points) {
        expect(overlaps(box, pointBox(point)), `${key} on ${point.key}`).toBe(false);
        if (own && point.point.date !== own.point.date) {
          expect(away(own), `${key} rather than ${point.key}`).toBeLessThan(away(point));
        }
      }
    }
  });

  it('every way of counting is named, on the picture or in the legend', () => {
    for (const { id, mark, kind } of data.series.filter((series) => series.kind === 'announced')) {
      const named =
        picture.figures.some((figure) => figure.key.startsWith(`${id}@`) && figure.name !== undefined) ||
        picture.legend.items.some(({ symbol }) => symbol === mark);
      expect(named, `${id}, ${kind}`).toBe(true);
    }
    const derived =
      picture.names.some(({ soft }) => soft) ||
      picture.legend.items.some(({ symbol }) => symbol === 'derived');
    expect(derived, 'the derived requirement').toBe(true);
  });

  it('the plans are named', () => {
    const named = new Set(picture.names.filter(({ soft }) => !soft).map(({ key }) => key));
    expect([...named]).toEqual(['required-original', 'required-revised']);
  });

  it('the headline fits on every day, with a figure on every day that has one', () => {
    const compact = size.compact === true;
    const width = size.width - (compact ? 68 + 8 : 136 + 16);
    const type = headlineType(compact);
    for (const on of days) {
      const said = readout(data, on);
      const { items, sub = '' } = headline(said, width, headLines(size), compact);
      expect(textWidth(sub, type.sub), on).toBeLessThanOrEqual(width);
      const total = items.reduce((sum, { figure = '', text, basis }) => {
        const own = textWidth(figure, type.figure, 700) + WORD_GAP + textWidth(text, type.text, 600);
        return sum + Math.max(own, ...basis.map((line) => textWidth(line, type.sub))) + figureGap(compact);
      }, -figureGap(compact));
      if (items.length > 1 || size.width >= 390) expect(total, on).toBeLessThanOrEqual(width + WORD_GAP);
      expect(items.filter(({ series }) => series).length > 0, on).toBe((said?.figures.length ?? 0) > 0);
      for (const { basis } of items)
        expect(basis.length + (sub ? 1 : 0), on).toBeLessThanOrEqual(headLines(size));
    }
  });

  it('a tip stands inside the chart, off the chip and off its point, for every value of every week', () => {
    for (const on of days.filter((_day, index) => index % 7 === 0 || index > days.length - 2)) {
      const now = chartNow(data, picture, on);
      const items = chartItems(data, picture, now, on);
      const chip = chipBox(dateChip(frame, on), frame, on);
      const labels = shownLabels(picture, now).map(({ box }) => box);
      for (const item of items) {
        const { box, lines } = layoutTip(item, items, frame, chip, labels);
        const about = `${item.key} on ${on}`;
        expect(box.x0, about).toBeGreaterThanOrEqual(0);
        expect(box.y0, about).toBeGreaterThanOrEqual(0);
        expect(box.x1, about).toBeLessThanOrEqual(frame.width);
        expect(box.y1, about).toBeLessThanOrEqual(frame.height);
        expect(overlaps(box, chip), `${about} hides the date`).toBe(false);
        expect(overlaps(box, { x0: item.x - 1, y0: item.y - 1, x1: item.x + 1, y1: item.y + 1 }), about).toBe(
          false,
        );
        for (const { text, kind } of lines) {
          const [px, weight] = kind === 'figure' ? [22, 700] : [13, kind === 'strong' ? 600 : 400];
          expect(textWidth(text, px, weight), `${about}: “${text}”`).toBeLessThanOrEqual(
            box.x1 - box.x0 - 20 + 0.2,
          );
        }
      }
    }
  });

  it('the cursor keeps to the plot, and its chip to the picture', () => {
    for (const on of days) {
      const { x } = chartCursor(frame, { ms: Date.parse(`${on}T12:00Z`), offset: 0 });
      expect(x).toBeGreaterThanOrEqual(frame.x0);
      expect(x).toBeLessThanOrEqual(frame.x1);
      const chip = chipBox(dateChip(frame, on), frame, on);
      expect(overlaps(grow(chip, 0), { x0: -99, y0: 0, x1: 0, y1: 999 })).toBe(false);
      expect(chip.x1).toBeLessThanOrEqual(frame.width + 0.1);
    }
  });
});

describe('what is counted', () => {
  const sorted = [...days].sort();

  it('never decreases, by any way of counting', () => {
    for (const series of story.series.filter(({ kind }) => kind === 'announced')) {
      let before = 0;
      for (const on of sorted) {
        const value = latestPoint(series, on)?.value ?? 0;
        expect(value, `${series.id} on ${on}`).toBeGreaterThanOrEqual(before);
        before = value;
      }
    }
  });

  it('is late by one day more each day, until everything is done, and never less', () => {
    for (const deadline of data.deadlines.filter(({ counts }) => counts)) {
      let before = 0;
      for (const on of sorted.filter((day) => day >= deadline.setOn)) {
        const { outcome, status } = deadlineState(deadline, data, on, strings);
        const days = Number(/(\d+) days? late/.exec(status)?.[1] ?? 0);
        const end = on < (data.completed ?? on) ? on : (data.completed ?? on);
        expect(days, `${deadline.id} on ${on}`).toBe(Math.max(0, dayOf(end) - dayOf(deadline.due)));
        expect(days).toBeGreaterThanOrEqual(before);
        expect(outcome === 'missed').toBe(on > deadline.due);
        before = days;
      }
    }
  });

  it('shows nothing before its day', () => {
    const picture = layoutChart(data, sizes[0] as ChartSize);
    for (const on of sorted) {
      const now = chartNow(data, picture, on);
      for (const item of chartItems(data, picture, now, on)) {
        if ('point' in item && item.series.kind !== 'required') expect(item.point.date <= on).toBe(true);
        if ('deadline' in item) expect(item.deadline.setOn <= on).toBe(true);
      }
    }
  });

  it('says that it is our arithmetic wherever it is', () => {
    for (const { id, points } of story.series) {
      for (const { by, derived, date } of points)
        expect(/our arithmetic/i.test(by), `${id}@${date}`).toBe(derived);
    }
  });
});

describe('the readout of the story', () => {
  const lines = (on: string): string[] =>
    readout(data, on)?.lines.map(({ strong, rest }) => `${strong} ${rest}`) ?? [];
  const at = (date: string): number => Date.parse(`${date}T00:00Z`);

  it('on 31 January 2014 is about 4 percent of about 1,300 tonnes, 31 days late, 5 to go, mid-2015', () => {
    const said = readout(data, '2014-01-31');
    expect(said?.figures).toMatchObject([{ value: '4\u202f%', approximate: true }]);
    expect(said?.figures[0]?.basis).toBe('of the roughly 1,300 tonnes declared · as of 29 Jan');
    expect((at('2014-01-31') - at('2013-12-31')) / DAY_MS).toBe(31);
    expect((at('2014-02-05') - at('2014-01-31')) / DAY_MS).toBe(5);
    expect(lines('2014-01-31')).toEqual([
      '31 days late on the first deadline',
      '5 days before the second deadline',
    ]);
    // From 0 on 7 January through 4.1 percent 22 days later: 100 percent after 22 / 0.041 days.
    const days = (at('2014-01-29') - at('2014-01-07')) / DAY_MS;
    expect(days).toBe(22);
    expect(civilDate(at('2014-01-07') + (days / 0.041) * DAY_MS)).toBe('2015-06-27');
    expect(said?.pace).toBe('at this pace: mid-2015');
  });

  it('on 20 March 2014 is 49.3 and 53.6 percent, each with its basis and its pace', () => {
    const said = readout(data, '2014-03-20');
    expect(said?.figures.map(({ value, what, basis }) => [value, what, basis])).toEqual([
      ['49.3\u202f%', 'removed', 'of the chemicals that were to be shipped out, without isopropanol'],
      ['53.6\u202f%', 'removed or destroyed in Syria', 'of everything declared, isopropanol included'],
    ]);
    // 72 days since 7 January: 72 / 0.493 = 146 days, 72 / 0.536 = 134 days.
    expect((at('2014-03-20') - at('2014-01-07')) / DAY_MS).toBe(72);
    expect(civilDate(at('2014-01-07') + (72 / 0.493) * DAY_MS)).toBe('2014-06-02');
    expect(civilDate(at('2014-01-07') + (72 / 0.536) * DAY_MS)).toBe('2014-05-21');
    expect(said?.pace).toBe('at this pace: June 2014 (removed), May 2014 (removed or destroyed)');
  });

  it('on 23 June 2014 is 100 percent, which is not destruction', () => {
    const said = readout(data, '2014-06-23');
    expect(said?.figures.map(({ value }) => value)).toEqual(['100\u202f%', '100\u202f%']);
    expect(said?.caveat).toMatch(/^Removed is not destroyed/);
    expect((at('2014-06-23') - at('2014-02-05')) / DAY_MS).toBe(138);
    expect((at('2014-06-23') - at('2014-04-27')) / DAY_MS).toBe(57);
    expect(lines('2014-06-23')).toEqual([
      '138 days late on the plan of November 2013 (5 Feb)',
      '57 days late on the revised plan of March 2014 (27 Apr)',
      'Everything destroyed due 30 Jun',
    ]);
    expect(said?.pace).toBeUndefined();
  });

  it.each([
    ['2014-08-06', /^Removed is not destroyed/],
    ['2014-08-18', '84.3\u202f% of everything declared destroyed, as of 14 Aug'],
    ['2014-08-30', '94\u202f% of everything declared destroyed, as of 30 Aug'],
    ['2014-12-01', '≈98\u202f% of everything declared destroyed, as of 20 Oct'],
    ['2015-12-31', '98.8\u202f% of everything declared destroyed, as of 17 Jun · our arithmetic'],
    ['2026-03-01', '100\u202f% of everything declared destroyed, as of 4 Jan 2016'],
  ])('on %s says how far destruction had come', (day, caveat) => {
    expect(readout(data, day)?.caveat).toEqual(
      caveat instanceof RegExp ? expect.stringMatching(caveat) : caveat,
    );
  });

  it('draws the pace of the newest figure', () => {
    const picture = layoutChart(data, { width: 900, height: 560 });
    const label = (day: string) =>
      chartNow(data, picture, day)
        .pace?.label.map(({ text }) => text)
        .join(' ');
    expect(label('2014-04-23')).toContain('(removed)');
    expect(label('2014-04-24')).toContain('(removed or destroyed)');
  });

  it('says on every day when the deadline was that it is late on', () => {
    expect(readout(data, '2014-02-04')?.lines[0]).toMatchObject({
      strong: '35 days late',
      due: 'due 31 Dec 2013',
    });
    expect(readout(data, '2014-03-07')?.lines[0]).toMatchObject({ strong: '30 days late', due: 'due 5 Feb' });
  });
});
