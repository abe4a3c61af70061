import { describe, expect, it } from 'vitest';
import { textWidth } from '#model/text-width.ts';

describe('text width without a DOM', () => {
  // Advances of Source Sans 3 regular: R 0.573, e 0.496, m 0.832, o 0.542, v 0.469, d 0.555 em (rounded up).
  it('is the sum of the advances, a little more', () => {
    const real = (0.573 + 0.496 + 0.832 + 0.542 + 0.469 + 0.496 + 0.555) * 100;
    expect(textWidth('Removed', 100)).toBeGreaterThan(real);
    expect(textWidth('Removed', 100)).toBeLessThan(real * 1.08);
  });

  it('grows with size and weight', () => {
    expect(textWidth('Latakia', 26)).toBeCloseTo(2 * textWidth('Latakia', 13));
    expect(textWidth('Latakia', 13, 600)).toBeGreaterThan(textWidth('Latakia', 13));
  });

  it('counts an accented letter as its base and knows marks and wide scripts', () => {
    expect(textWidth('é', 10)).toBe(textWidth('e', 10));
    expect(textWidth('“', 10)).toBeLessThan(textWidth('化', 10));
    expect(textWidth('', 10)).toBe(0);
  });
});
