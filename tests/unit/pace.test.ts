import { describe, expect, it } from 'vitest';
import { pace } from '#model/pace.ts';

const START = '2014-01-07';

describe('at this pace', () => {
  it('is mid-2015 on 31 January 2014: exactly 27 June, from 4.1 percent as of 29 January', () => {
    expect(pace(START, '2014-01-29', 4.1, '2014-01-31')).toEqual({ exact: '2015-06-27', text: 'mid-2015' });
  });

  it('is said by month when nearer, and by part of a month when near', () => {
    expect(pace(START, '2014-03-20', 49.3, '2014-03-20')).toEqual({ exact: '2014-06-02', text: 'June 2014' });
    expect(pace(START, '2014-04-24', 92.5, '2014-04-24')).toEqual({
      exact: '2014-05-02',
      text: 'early May 2014',
    });
  });

  it('is not said once the calendar has overtaken it', () => {
    expect(pace(START, '2014-04-24', 92.5, '2014-05-01')).toBeDefined();
    expect(pace(START, '2014-04-24', 92.5, '2014-05-02')).toBeUndefined();
  });

  it('needs something done and something left to do', () => {
    expect(pace(START, START, 4, '2014-01-01')).toBeUndefined();
    expect(pace(START, '2014-01-29', 0, '2014-01-29')).toBeUndefined();
    expect(pace(START, '2014-06-23', 100, '2014-06-01')).toBeUndefined();
  });
});
