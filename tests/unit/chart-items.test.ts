import { describe, expect, it } from 'vitest';
import { chartItems, nearest, stepTo, type ChartItem } from '#stage/chart/items.ts';
import { layoutChart } from '#stage/chart/layout.ts';
import { chartNow } from '#stage/chart/now.ts';
import { layoutTipText, placeTip, tipParts } from '#stage/chart/tip.ts';
import { data } from './chart-fixture.ts';

const chart = data();
const picture = layoutChart(chart, { width: 900, height: 560 });
const items = (on: string): ChartItem[] => chartItems(chart, picture, chartNow(chart, picture, on), on);
const find = (on: string, key: string): ChartItem => items(on).find((item) => item.key === key) as ChartItem;

describe('the values of a day', () => {
  it('are the figures known, what was derived, and the deadlines set, in the order of time', () => {
    expect(items('2014-03-05').map(({ key }) => key)).toEqual([
      'required-original@2013-12-31',
      'removed-of-declared@2014-01-29',
      'removed@2014-03-04',
      'deadlines:priority',
      'deadlines:rest',
      'deadlines:revised',
      'deadlines:destroyed',
    ]);
  });

  it('say themselves in a sentence', () => {
    expect(find('2014-03-20', 'removed@2014-03-20').name).toBe(
      '49.3 percent removed, of what was to be shipped, announced by the council, 20 March 2014',
    );
    expect(find('2014-03-20', 'removed@2014-03-07').name).toMatch(/^about 29 percent removed/);
    expect(find('2014-03-20', 'required-original@2013-12-31').name).toContain('our arithmetic');
    expect(find('2014-01-31', 'deadlines:priority').name).toBe(
      'Deadline, 31 December 2013: Priority chemicals out, missed, 31 days late; original plan',
    );
  });

  it('lead to the event they belong to', () => {
    expect(find('2014-01-31', 'deadlines:priority').ref).toBe('priority');
    expect(find('2014-01-31', 'required-original@2013-12-31').ref).toBe('priority');
    expect(find('2014-03-20', 'removed@2014-03-20').ref).toBeUndefined();
  });
});

describe('what a pointer finds', () => {
  const all = items('2014-03-20');
  const point = find('2014-03-20', 'removed@2014-03-04');

  it('is the nearest figure within a finger’s reach', () => {
    expect(nearest(all, point.x - 9, point.y + 12)?.key).toBe(point.key);
    expect(nearest(all, point.x - 40, point.y + 40)).toBeUndefined();
  });

  it('of two bases side by side is the nearer one', () => {
    const [high, low] = ['removed-or-destroyed@2014-03-20', 'removed@2014-03-20'].map((key) =>
      find('2014-03-20', key),
    );
    expect(nearest(all, high?.x ?? 0, (high?.y ?? 0) - 3)?.key).toBe(high?.key);
    expect(nearest(all, low?.x ?? 0, (low?.y ?? 0) + 3)?.key).toBe(low?.key);
  });

  it('is a deadline anywhere on its row, and only there', () => {
    const row = find('2014-03-20', 'deadlines:rest');
    expect(nearest(all, row.box.x0 + 4, row.y)?.key).toBe(row.key);
    expect(nearest(all, row.box.x0 + 4, row.box.y0 - 60)).toBeUndefined();
  });
});

describe('arrow keys', () => {
  const all = items('2014-03-20');
  const from = (key: string): number => all.findIndex((item) => item.key === key);
  const to = (key: string, press: string): string | undefined =>
    all[stepTo(all, from(key), press) ?? -1]?.key;

  it('left and right go through the figures in the order of time, whatever their basis', () => {
    expect(to('removed@2014-03-04', 'ArrowLeft')).toBe('removed-of-declared@2014-01-29');
    expect(to('removed@2014-03-04', 'ArrowRight')).toBe('removed@2014-03-07');
    expect(to('removed@2014-03-04', 'Home')).toBe('required-original@2013-12-31');
    expect(to('required-original@2013-12-31', 'ArrowLeft')).toBe('required-original@2013-12-31');
    expect(to('removed@2014-03-04', 'End')).toBe('removed-or-destroyed@2014-03-20');
  });

  it('stay among the deadlines once there', () => {
    expect(to('deadlines:priority', 'ArrowLeft')).toBe('deadlines:priority');
    expect(to('deadlines:priority', 'ArrowRight')).toBe('deadlines:rest');
    expect(to('deadlines:priority', 'End')).toBe('deadlines:destroyed');
  });

  it('up and down switch the series, to the value nearest in time, and come round', () => {
    const seen = new Set<string>();
    let key = 'removed@2014-03-20';
    for (let press = 0; press < 5; press += 1) {
      seen.add((all[from(key)] as ChartItem).group);
      key = to(key, 'ArrowDown') as string;
    }
    expect(seen.size).toBe(5);
    expect((all[from(key)] as ChartItem).group).toBe('removed');
    expect(to('removed@2014-03-20', 'ArrowDown')).toBe('removed-or-destroyed@2014-03-20');
    expect(to('removed-or-destroyed@2014-03-20', 'ArrowUp')).toBe('removed@2014-03-20');
  });

  it('reach every value from every other', () => {
    const reached = new Set([0]);
    for (const index of reached) {
      for (const press of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        reached.add(stepTo(all, index, press) as number);
      }
    }
    expect(reached.size).toBe(all.length);
  });

  it('mean nothing else', () => {
    expect(stepTo(all, 0, 'a')).toBeUndefined();
    expect(stepTo(all, 99, 'ArrowLeft')).toBeUndefined();
  });
});

describe('a tip', () => {
  const texts = (item: ChartItem): string[] => tipParts(item).map(({ text }) => text);

  it('says figure, basis, who announced it and when', () => {
    expect(texts(find('2014-03-20', 'removed@2014-03-20'))).toEqual([
      '49.3\u202f%',
      'removed',
      'of what was to be shipped',
      'Announced by the council',
      '20 March 2014',
    ]);
  });

  it('says that a figure is our arithmetic, and announced by nobody', () => {
    const said = texts(find('2014-03-20', 'required-original@2013-12-31')).join(' ');
    expect(said).toMatch(/Our arithmetic/);
    expect(said).not.toMatch(/announced/i);
  });

  it('leaves the last parts out rather than grow out of its room', () => {
    const parts = tipParts(find('2014-03-20', 'removed@2014-03-20'));
    const whole = layoutTipText(parts, 250, 999);
    const low = layoutTipText(parts, 250, whole.height - 1);
    expect(low.lines).toEqual(whole.lines.slice(0, -1));
    expect(low.height).toBeLessThan(whole.height);
  });

  it('keeps off the chip where it could also stand above', () => {
    const chip = { x0: 100, y0: 180, x1: 200, y1: 200 };
    const box = placeTip(
      { width: 120, height: 60 },
      { x: 150, y: 150 },
      { width: 300, height: 200 },
      chip,
      [],
    );
    expect(box.y1).toBeLessThanOrEqual(178);
  });
});
