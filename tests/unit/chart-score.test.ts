import { describe, expect, it } from 'vitest';
import { layoutChart } from '#stage/chart/layout.ts';
import { chartScore, frequencyOf, NOTE_SECONDS, SECONDS } from '#stage/chart/score.ts';
import { data } from './chart-fixture.ts';

const chart = data();
const { frame } = layoutChart(chart, { width: 900, height: 560 });
const score = (on: string) => chartScore(chart, frame, on);

describe('pitch', () => {
  it('goes from A3 over A4 to A5 in semitones of equal temperament', () => {
    expect(frequencyOf(0)).toBe(220);
    expect(frequencyOf(50)).toBeCloseTo(440, 6);
    expect(frequencyOf(100)).toBeCloseTo(880, 6);
    // 26 percent of 24 semitones is 6.24: 6 semitones above A3, E flat.
    expect(frequencyOf(26)).toBeCloseTo(220 * 2 ** (6 / 12), 6);
  });

  it('never falls as the share grows, and stays within the two octaves', () => {
    for (let share = -10; share <= 110; share += 1) {
      expect(frequencyOf(share + 1)).toBeGreaterThanOrEqual(frequencyOf(share));
      expect(frequencyOf(share)).toBeGreaterThanOrEqual(220);
      expect(frequencyOf(share)).toBeLessThanOrEqual(880.000001);
    }
  });
});

describe('time', () => {
  it('is where the point stands across the chart', () => {
    const [first] = score('2014-02-01').notes;
    const day = Date.parse('2014-01-29') / 86_400_000;
    expect(first?.onset).toBeCloseTo(((day - frame.from) / (frame.to - frame.from)) * SECONDS, 9);
    expect(first?.duration).toBe(NOTE_SECONDS);
  });

  it('ends at the date, and plays nothing before its day', () => {
    expect(score('2014-01-01').notes).toEqual([]);
    expect(score('2014-03-20').notes).toHaveLength(6);
    const { notes, clicks, length } = score('2014-03-20');
    for (const onset of [...notes.map((note) => note.onset), ...clicks]) {
      expect(onset).toBeLessThanOrEqual(length);
    }
    expect(score('2024-12-08').length).toBe(SECONDS);
    expect(score('2024-12-08').notes).toHaveLength(13);
  });
});

it('a basis has a timbre of its own', () => {
  const timbres = score('2014-03-20').notes.map(({ timbre }) => timbre);
  expect(new Set(timbres)).toEqual(new Set(['sine', 'triangle', 'square']));
  expect(timbres[0]).toBe('sine');
});

it('a deadline is a click once it is past, whether met or not', () => {
  expect(score('2013-12-30').clicks).toHaveLength(0);
  expect(score('2013-12-31').clicks).toHaveLength(1);
  expect(score('2014-07-01').clicks).toHaveLength(4);
});
