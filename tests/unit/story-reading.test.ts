import { describe, expect, it } from 'vitest';
import { readShare, stepAt } from '#hosts/story/reading.ts';

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
