import { describe, expect, it } from 'vitest';
import { overlaps, type Box } from '#model/boxes.ts';
import { DAY_MS } from '#model/dates.ts';
import { layoutTimeline } from '#stage/timeline/layout.ts';
import { markBoxes } from '#stage/timeline/marks.ts';
import { TICK_INSET } from '#stage/timeline/ticks.ts';
import { outcome } from '#stage/timeline/cursor.ts';
import { timelineData } from '#stage/timeline/timeline-data.ts';
import { busy, deadline, event, random, scene, threads } from './timeline-fixture.ts';

const day = (offset: number): string =>
  new Date(Date.UTC(2013, 6, 1) + offset * DAY_MS).toISOString().slice(0, 10);

describe('labels, over many spans, widths, dates and foci', () => {
  const next = random(3);
  const cases = Array.from({ length: 240 }, (_, n) => {
    const from = Math.floor(next() * 350);
    const length = 7 + Math.floor(next() * 380);
    const width = [320, 360, 390, 480, 600, 700, 820, 960, 1150, 1200][n % 10] as number;
    return {
      data: busy(20 + (n % 7) * 22, n % 5),
      scene: scene(
        day(from + Math.floor((next() * 1.2 - 0.1) * length)),
        day(from),
        day(from + length),
        [1, 2, 3, 4, 5].slice(0, n % 6).map(() => `e${Math.floor(next() * 40)}`),
      ),
      size: { width, height: width < 640 ? 100 + (n % 3) * 10 : 176 + (n % 3) * 32 },
    };
  });

  it.each(cases.map((one, n) => [n, one] as const))('case %i', (_, one) => {
    const { frame, labels, marks, ticks, arcs, cursor } = layoutTimeline(one.data, one.scene, one.size);
    const whole: Box = { x0: 0, y0: 0, x1: frame.width, y1: frame.height };
    labels.forEach((label, index) => {
      expect(inside(label.box, whole), `“${label.lines.join(' ')}” stays in the frame`).toBe(true);
      for (const other of labels.slice(index + 1)) {
        expect(
          overlaps(label.box, other.box),
          `“${label.lines.join(' ')}” on “${other.lines.join(' ')}”`,
        ).toBe(false);
      }
      const named = new Set(labels.map(({ id }) => id));
      for (const mark of marks) {
        if (!named.has(mark.mark.id)) continue;
        for (const box of markBoxes(mark)) {
          expect(
            overlaps(label.box, box),
            `“${label.lines.join(' ')}” on the mark of “${mark.mark.title}”`,
          ).toBe(false);
        }
      }
    });
    for (const label of labels.filter(({ focused }) => !focused)) {
      for (const { id, boxes } of arcs) {
        expect(
          boxes.some((box) => overlaps(label.box, box)),
          `“${label.lines.join(' ')}” on the arc ${id}`,
        ).toBe(false);
      }
    }
    const names = ticks.filter(({ label }) => label);
    names.forEach((tick, index) => {
      const start = tick.x + TICK_INSET;
      expect(start + tick.width).toBeLessThanOrEqual(frame.width);
      for (const other of names.slice(index + 1)) {
        const apart =
          other.x + TICK_INSET >= start + tick.width || start >= other.x + TICK_INSET + other.width;
        expect(apart, `${tick.label} and ${other.label}`).toBe(true);
      }
    });
    expect(cursor.x).toBeGreaterThanOrEqual(frame.x0);
    expect(cursor.x).toBeLessThanOrEqual(frame.x1);
    expect(inside(cursor.chip, whole)).toBe(true);
  });

  it('the cases are worth something: most have labels, many have several', () => {
    const counts = cases.map((one) => layoutTimeline(one.data, one.scene, one.size).labels.length);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(180);
    expect(counts.filter((count) => count >= 4).length).toBeGreaterThan(60);
  });

  it('no mark is lost: each in the span is drawn or gathered, once', () => {
    for (const one of cases.slice(0, 60)) {
      const { marks, frame } = layoutTimeline(one.data, one.scene, one.size);
      const drawn = marks.flatMap(({ mark, gathered }) => [mark.id, ...gathered]).sort();
      const expected = one.data.marks
        .filter(({ from, to }) => from < frame.to && (to ?? from + 1e-6) > frame.from)
        .map(({ id }) => id)
        .sort();
      expect(drawn).toEqual(expected);
    }
  });
});

describe('the picture', () => {
  const events = [
    event('ghouta', '2013-08-21T02:30+03:00', { thread: 'attack', rank: 1, title: 'Sarin attack on Ghouta' }),
    event('report', '2013-09-16', { thread: 'attack', links: ['ghouta'] }),
    event('framework', '2013-09-14', { thread: 'diplomacy', links: ['ghouta'] }),
    event('pause', '2014-03-20/2014-04-04'),
    event('about', '2014-04-10~'),
    deadline('first', '2013-12-31', 'no', '2014-06-23'),
    deadline('declared', '2013-10-27', 'yes', '2013-10-23'),
  ];
  const data = timelineData({ threads, events });
  const at = (date: string, focus: string[] = [], width = 960) =>
    layoutTimeline(data, scene(date, '2013-08-01', '2014-06-30', focus), { width, height: 210 });

  it('puts what happened at 02:30 in Damascus on the day Damascus wrote', () => {
    const { marks, frame } = at('2014-01-31');
    const ghouta = marks.find(({ mark }) => mark.id === 'ghouta');
    const day21 = Date.UTC(2013, 7, 21) / DAY_MS;
    expect(ghouta?.x).toBeGreaterThanOrEqual(frame.x(day21));
    expect(ghouta?.x).toBeLessThan(frame.x(day21 + 1));
  });

  it('stands every mark in its own lane', () => {
    const { marks, frame } = at('2014-01-31');
    for (const { mark, y } of marks) {
      const lane = frame.lanes[mark.thread] as (typeof frame.lanes)[0];
      expect(y).toBeGreaterThanOrEqual(lane.top);
      expect(y).toBeLessThanOrEqual(lane.top + lane.height);
    }
  });

  it('keeps the names of what is in focus, whatever the width', () => {
    for (const width of [320, 390, 700, 1150]) {
      const { labels } = at('2014-01-31', ['ghouta', 'framework'], width);
      expect(
        labels
          .filter(({ focused }) => focused)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(['framework', 'ghouta']);
    }
  });

  it('draws arcs from a cause to its consequence when either is in focus, strongly when both are', () => {
    expect(at('2014-01-31').arcs).toEqual([]);
    const arcs = at('2014-01-31', ['ghouta', 'framework']).arcs.map(({ id, strong }) => [id, strong]);
    expect(arcs).toContainEqual(['ghouta>framework', true]);
    expect(arcs).toContainEqual(['ghouta>report', false]);
  });

  it('draws what happened on one day in rows, not one upon the other', () => {
    const same = timelineData({ threads, events: ['a', 'b', 'c'].map((id) => event(id, '2013-12-01')) });
    const { marks } = layoutTimeline(same, scene('2014-01-31', '2013-08-01', '2014-06-30'), {
      width: 960,
      height: 210,
    });
    expect(new Set(marks.map(({ y }) => y)).size).toBe(3);
    expect(marks.flatMap(({ gathered }) => gathered)).toEqual([]);
  });

  it('does not move when only the date changes', () => {
    const { cursor: early, ...before } = at('2013-09-01', ['ghouta']);
    const { cursor: late, ...after } = at('2014-05-01', ['ghouta']);
    expect(JSON.stringify(after)).toBe(JSON.stringify(before));
    expect(late.x).toBeGreaterThan(early.x);
  });

  it('holds the cursor at the edge, and says so, when the date lies outside the span', () => {
    const { cursor, frame } = at('2012-08-20');
    expect(cursor).toMatchObject({ x: frame.x0, outside: true, label: '20 Aug 2012' });
  });
});

describe('a deadline', () => {
  const [declared, first] = timelineData({
    threads,
    events: [
      deadline('first', '2013-12-31', 'no', '2014-06-23'),
      deadline('declared', '2013-10-27', 'yes', '2013-10-23'),
    ],
  }).marks;
  const on = (date: string): number => Date.parse(date) / DAY_MS;

  it('is missed once its day is over, not before', () => {
    expect(outcome(first as NonNullable<typeof first>, on('2013-12-31'))).toBe('open');
    expect(outcome(first as NonNullable<typeof first>, on('2014-01-01'))).toBe('missed');
  });

  it('is not missed on its own day, even where that day’s state is the outcome on record', () => {
    const [same] = timelineData({
      threads,
      events: [deadline('same', '2014-04-27', 'no', '2014-04-27')],
    }).marks;
    expect(outcome(same as NonNullable<typeof same>, on('2014-04-27'))).toBe('open');
  });

  it('is met on the day it was met', () => {
    expect(outcome(declared as NonNullable<typeof declared>, on('2013-10-22'))).toBe('open');
    expect(outcome(declared as NonNullable<typeof declared>, on('2013-10-23'))).toBe('met');
  });
});

describe('clusters for fingers', () => {
  it('leave no two points of a lane closer than the finger, and count what they hold', () => {
    const events = Array.from({ length: 12 }, (_, n) => event(`n${n}`, day(n)));
    const { marks } = layoutTimeline(timelineData({ threads, events }), scene(day(5), day(0), day(60)), {
      width: 960,
      height: 400,
      clusterWithin: 24,
    });
    const xs = marks.map(({ x }) => x).sort((a, b) => a - b);
    xs.slice(1).forEach((x, index) => expect(x - (xs[index] as number)).toBeGreaterThanOrEqual(24));
    expect(marks.reduce((sum, { gathered }) => sum + gathered.length + 1, 0)).toBe(12);
  });
});

function inside(box: Box, whole: Box): boolean {
  return box.x0 >= whole.x0 && box.x1 <= whole.x1 && box.y0 >= whole.y0 && box.y1 <= whole.y1;
}
