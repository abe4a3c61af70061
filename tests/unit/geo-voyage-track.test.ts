import { describe, expect, it } from 'vitest';
import { parseDate } from '#model/dates.ts';
import { project } from '#model/projection.ts';
import { positionAt, smooth, straightened, stretch, track, voyageState } from '#model/voyage-track.ts';

const at = (day: string) => ({ ms: Date.parse(`${day}T00:00Z`), offset: 0 });
const leg = { depart: parseDate('2014-06-23'), arrive: parseDate('2014-07-02') };

describe('a smoothed line', () => {
  it('keeps its ends and cuts its corners inwards', () => {
    const line = smooth([
      [0, 0],
      [10, 0],
      [10, 10],
    ]);
    expect(line[0]).toEqual([0, 0]);
    expect(line.at(-1)).toEqual([10, 10]);
    expect(line).not.toContainEqual([10, 0]);
    for (const [x, y] of line) {
      expect(x).toBeLessThanOrEqual(10);
      expect(y).toBeGreaterThanOrEqual(0);
    }
  });

  it('has no more points on straight stretches than it needs', () => {
    const line = smooth([
      [0, 0],
      [40, 0.01],
      [80, 0],
      [80, 40],
    ]);
    const light = straightened(line);
    expect(light.length).toBeLessThan(line.length);
    expect([light[0], light.at(-1)]).toEqual([line[0], line.at(-1)]);
    expect(
      straightened([
        [0, 0],
        [1, 0],
        [2, 0],
        [3, 0.5],
      ]),
    ).toEqual([
      [0, 0],
      [2, 0],
      [3, 0.5],
    ]);
  });

  it('keeps the waypoints of a river', () => {
    const route = [
      [8, 54],
      [8.5, 53.6],
      [8.4, 53.4],
      [8.6, 53.2],
    ] as const;
    const line = track(route, { riverFrom: 1 });
    expect(line.points.at(-2)).toEqual(project(route[2]));
    expect(line.riverFrom).toBeGreaterThan(0);
    expect(line.riverFrom).toBeLessThan(1);
    const back = track([...route].reverse(), { riverTo: 2 });
    expect(back.points[1]).toEqual(project(route[2]));
    expect(back.riverTo).toBeCloseTo(1 - line.riverFrom);
  });
});

describe('a place on the line', () => {
  const line = track([
    [0, 0],
    [10, 0],
  ]);

  it('moves evenly and points ahead', () => {
    expect(positionAt(line, 0.25).point[0]).toBeCloseTo(25);
    expect(positionAt(line, 0.25).heading).toBeCloseTo(90);
    expect(positionAt(line, 1).point[0]).toBeCloseTo(100);
    expect(positionAt(line, 7).point[0]).toBeCloseTo(100);
  });

  it('cuts out a stretch', () => {
    expect(stretch(line, 0.5, 0.5)).toEqual([]);
    const half = stretch(line, 0.25, 0.75);
    expect(half[0]![0]).toBeCloseTo(25);
    expect(half.at(-1)![0]).toBeCloseTo(75);
  });
});

describe('a voyage at a moment', () => {
  it('has not begun, is under way, has arrived', () => {
    expect(voyageState(leg, at('2014-06-22')).kind).toBe('before');
    expect(voyageState(leg, at('2014-06-23'))).toEqual({ kind: 'under-way', t: 0 });
    const half = voyageState(leg, { ms: Date.parse('2014-06-27T12:00Z'), offset: 0 });
    expect(half).toEqual({ kind: 'under-way', t: 0.5 });
    expect(voyageState(leg, at('2014-07-02')).kind).toBe('arrived');
  });

  it('is not placed where a day was not published', () => {
    expect(voyageState({ arrive: leg.arrive }, at('2014-06-25')).kind).toBe('unpublished');
    expect(voyageState({ arrive: leg.arrive }, at('2014-07-03')).kind).toBe('arrived');
    expect(voyageState({ depart: leg.depart }, at('2014-06-20')).kind).toBe('before');
    expect(voyageState({ depart: leg.depart }, at('2014-06-25')).kind).toBe('unpublished');
  });

  it('within one day arrives when the day ends', () => {
    const short = { depart: leg.depart, arrive: leg.depart };
    expect(voyageState(short, { ms: leg.depart.start + 6 * 3_600_000, offset: 0 })).toEqual({
      kind: 'under-way',
      t: 0.25,
    });
  });
});
