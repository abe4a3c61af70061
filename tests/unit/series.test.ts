import { describe, expect, it } from 'vitest';
import { completedOn, formatValue, latestPoint, newest, readings, type Readable } from '#model/series.ts';

const point = (date: string, value: number, approximate = false) => ({ date, value, approximate });
const announced = (id: string, mark: Readable['mark'], points: ReturnType<typeof point>[]) => ({
  id,
  kind: 'announced' as const,
  unit: 'percent' as const,
  mark,
  points,
});

const removed = announced('removed', 'circle', [
  point('2014-03-04', 26),
  point('2014-03-07', 29, true),
  point('2014-03-20', 49.3),
  point('2014-04-22', 86.5),
  point('2014-06-23', 100),
]);
const either = announced('removed-or-destroyed', 'square', [
  point('2014-03-20', 53.6),
  point('2014-04-24', 92.5),
  point('2014-06-23', 100),
]);
const early = announced('removed-of-declared', 'cross', [point('2014-01-29', 4.1, true)]);
const loose = announced('removed-unspecified', 'cross', [point('2014-02-12', 11, true)]);
const required = { ...announced('required', 'none', [point('2013-12-31', 69.7)]), kind: 'required' as const };
const all = [removed, either, early, loose, required];
const on = (date: string) =>
  readings(all, date).map(({ series, point: { value } }) => `${series.id} ${value}`);

describe('the latest point', () => {
  it('counts the day itself and looks no further', () => {
    expect(latestPoint(removed, '2014-03-07')?.value).toBe(29);
    expect(latestPoint(removed, '2014-03-19')?.value).toBe(29);
    expect(latestPoint(removed, '2014-03-03')).toBeUndefined();
  });
});

describe('what is read out on a day', () => {
  it('is about 4 percent on 31 January, from the only figure there was', () => {
    expect(on('2014-01-31')).toEqual(['removed-of-declared 4.1']);
    expect(formatValue(early.points[0] as (typeof early.points)[0])).toBe('4');
  });

  it('is the newest of the stray figures, never several of them', () => {
    expect(on('2014-02-20')).toEqual(['removed-unspecified 11']);
  });

  it('is both bases on 20 March, each with its own figure', () => {
    expect(on('2014-03-20')).toEqual(['removed 49.3', 'removed-or-destroyed 53.6']);
  });

  it('keeps the order of the series, whichever has spoken last', () => {
    expect(on('2014-04-30')).toEqual(['removed 86.5', 'removed-or-destroyed 92.5']);
  });

  it('has a newest one, of several of a day the first', () => {
    const id = (date: string) => newest(readings(all, date))?.series.id;
    expect(id('2014-04-30')).toBe('removed-or-destroyed');
    expect(id('2014-04-23')).toBe('removed');
    expect(id('2014-03-20')).toBe('removed');
    expect(id('2014-01-28')).toBeUndefined();
  });

  it('forgets stray figures once a regular series speaks', () => {
    expect(on('2014-03-05')).toEqual(['removed 26']);
  });

  it('is nothing before anything was announced, and never a requirement', () => {
    expect(on('2014-01-28')).toEqual([]);
  });
});

it('everything was done on the first day any basis reached 100', () => {
  expect(completedOn(all)).toBe('2014-06-23');
  expect(completedOn([early, required])).toBeUndefined();
  expect(completedOn([{ ...required, points: [point('2014-02-05', 100)] }])).toBeUndefined();
});
