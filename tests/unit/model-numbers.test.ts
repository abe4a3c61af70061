import { expect, test } from 'vitest';
import { grouped } from '#model/numbers.ts';

test('thousands are told apart by commas, decimals are not', () => {
  expect([0, 7, 999, 1000, 1300, 12_345.678, 1_234_567, 0.5, -2000].map(grouped)).toEqual([
    '0',
    '7',
    '999',
    '1,000',
    '1,300',
    '12,345.68',
    '1,234,567',
    '0.5',
    '-2,000',
  ]);
});

test('reads as the platform’s own formatter would write it', () => {
  const own = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
  for (let hundredths = 0; hundredths < 100_000_000; hundredths = hundredths * 2 + 37) {
    for (const value of [hundredths / 100, hundredths]) expect(grouped(value)).toBe(own.format(value));
  }
});
