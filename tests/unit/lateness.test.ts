import { describe, expect, it } from 'vitest';
import { standing, telling, type Promised } from '#model/lateness.ts';

const promised = (id: string, due: string, setOn: string, plan: string): Promised => ({
  id,
  due,
  setOn,
  plan,
  title: id,
});
const plans = [
  promised('priority', '2013-12-31', '2013-11-15', 'original'),
  promised('rest', '2014-02-05', '2013-11-15', 'original'),
  promised('all', '2014-04-27', '2014-03-04', 'revised'),
];
const at = (on: string) =>
  telling(standing(plans, on, '2014-06-23')).map(({ promised: { id }, ordinal, days }) => [
    id,
    ordinal,
    days,
  ]);

describe('how late', () => {
  it('is 31 days past the first deadline and 5 before the second on 31 January', () => {
    expect(at('2014-01-31')).toEqual([
      ['priority', 1, 31],
      ['rest', 2, -5],
    ]);
  });

  it('is on the day itself neither late nor early', () => {
    expect(at('2013-12-31')[0]).toEqual(['priority', 1, 0]);
  });

  it('names a deadline that is today, though nobody is late on it yet', () => {
    expect(at('2014-02-05')).toEqual([
      ['priority', 1, 36],
      ['rest', 2, 0],
    ]);
  });

  it('names both deadlines of the only plan once both are past', () => {
    expect(at('2014-02-10')).toEqual([
      ['priority', 1, 41],
      ['rest', 2, 5],
    ]);
  });

  it('sets the original plan against the revised one once there is one', () => {
    expect(at('2014-03-20')).toEqual([
      ['rest', 2, 43],
      ['all', 1, -38],
    ]);
  });

  it('stops growing on the day everything was done', () => {
    expect(standing(plans, '2014-06-23', '2014-06-23').complete).toBe(true);
    expect(at('2014-06-23')).toEqual([
      ['rest', 2, 138],
      ['all', 1, 57],
    ]);
    expect(at('2024-12-08')).toEqual(at('2014-06-23'));
  });

  it('is nothing before there was a plan', () => {
    expect(at('2013-11-14')).toEqual([]);
    expect(at('2013-11-15').length).toBe(2);
  });
});
