import { describe, expect, it } from 'vitest';
import { offsetWithin, readShare, shareWithin, stepAt } from '#hosts/story/reading.ts';

describe('stepAt', () => {
  const tops = [100, 900, 1700, 2500];
  it.each([
    [0, 0],
    [100, 0],
    [899, 0],
    [900, 1],
    [1699, 1],
    [2499, 2],
    [2500, 3],
    [99_999, 3],
  ])('at line %d the step is %d', (line, index) => {
    expect(stepAt(tops, line)).toBe(index);
  });

  it('depends on the position only: any order of visits gives the same steps', () => {
    const lines = Array.from({ length: 200 }, (_, i) => (i * 7919) % 3000);
    const there = lines.map((line) => stepAt(tops, line));
    const back = lines
      .toReversed()
      .map((line) => stepAt(tops, line))
      .reverse();
    expect(there).toEqual(back);
    lines.forEach((line, i) => {
      expect(there[i]).toBe(Math.max(0, tops.filter((top) => top <= line).length - 1));
    });
  });

  it('with no steps there is nothing to be at', () => {
    expect(stepAt([], 10)).toBe(0);
  });
});

describe('the place within a step', () => {
  const wide = { begins: [-Infinity, 900, 1700, 2500], arrives: [-Infinity, 1000, 1800, 2600] };
  const narrow = { begins: [-Infinity, 2000, 2100, 9000], arrives: [-Infinity, 2050, 2200, 9100] };

  it('is the same share in another layout, and so the same step', () => {
    expect(shareWithin(wide, 1, 1100)).toBe(0.25);
    expect(offsetWithin(narrow, 1, 0.25)).toBe(2025);
    for (let y = 900; y < 2500; y += 37) {
      const index = stepAt(wide.begins, y);
      const there = offsetWithin(narrow, index, shareWithin(wide, index, y));
      expect(stepAt(narrow.begins, there), String(y)).toBe(index);
      expect(offsetWithin(wide, index, shareWithin(wide, index, y))).toBeCloseTo(y, 6);
    }
  });

  it('of the last step, and of one without a way of its own, is as many px from its beginning', () => {
    expect(offsetWithin(narrow, 3, shareWithin(wide, 3, 2610))).toBe(9110);
    const level = { begins: [-Infinity, 900, 900], arrives: [-Infinity, 900, 900] };
    expect(offsetWithin(level, 1, shareWithin(level, 1, 903))).toBe(903);
  });
});

describe('readShare', () => {
  it('runs from 0 at the top to 1 when the end is in view', () => {
    expect(readShare(0, 0, 5000, 1000)).toBe(0);
    expect(readShare(2000, 0, 5000, 1000)).toBe(0.5);
    expect(readShare(4000, 0, 5000, 1000)).toBe(1);
  });
  it('stays within 0 and 1, on bouncing scrolls and short pages too', () => {
    expect(readShare(-80, 0, 5000, 1000)).toBe(0);
    expect(readShare(9999, 0, 5000, 1000)).toBe(1);
    expect(readShare(0, 0, 500, 1000)).toBe(1);
  });
});
