/** What pointers and keys mean on the strip. */
import { describe, expect, it } from 'vitest';
import { lastMoment, momentsOf } from '#stage/timeline/cursor.ts';
import { layoutPicture } from '#stage/timeline/layout.ts';
import { middleOf } from '#stage/timeline/marks.ts';
import { nearestMark, REACH } from '#stage/timeline/nearest.ts';
import { rove, tabStop, type RovingMark } from '#stage/timeline/roving.ts';
import { timelineData } from '#stage/timeline/timeline-data.ts';
import { inTwo, shortened, wordings } from '#stage/timeline/wording.ts';
import { busy, deadline, event, scene, threads } from './timeline-fixture.ts';

const SIZE = { width: 960, height: 210 };
const layout = (data = busy(60), focus: string[] = []) => {
  const { span } = scene('2014-01-31', '2013-08-01', '2014-06-30');
  return layoutPicture(data, span, focus, SIZE);
};

describe('the nearest mark', () => {
  it('at the middle of a mark is that mark, unless another lies upon it', () => {
    const picture = layout();
    const missed = picture.marks.filter((placed) => {
      const { x, y } = middleOf(placed);
      return nearestMark(picture, x, y)?.mark.id !== placed.mark.id;
    });
    expect(picture.marks.length).toBeGreaterThan(30);
    expect(missed.length).toBeLessThanOrEqual(picture.marks.length / 10);
  });

  it('between two marks 9 px apart is the nearer', () => {
    const days = timelineData({ threads, events: [event('a', '2013-12-01'), event('b', '2013-12-05')] });
    const picture = layout(days);
    const [a, b] = picture.marks as [(typeof picture.marks)[0], (typeof picture.marks)[0]];
    expect(b.x - a.x).toBeLessThan(12);
    const third = (b.x - a.x) / 3;
    expect(nearestMark(picture, a.x + third, a.y)?.mark.id).toBe('a');
    expect(nearestMark(picture, b.x - third, a.y)?.mark.id).toBe('b');
  });

  it('reaches as far as a pointer or a finger may miss, and no further', () => {
    const picture = { ...layout(timelineData({ threads, events: [event('a', '2013-12-01')] })), labels: [] };
    const [{ x, y, r }] = picture.marks as [(typeof picture.marks)[0]];
    const off = r + REACH.pointer;
    expect(nearestMark(picture, x, y - off + 1)?.mark.id).toBe('a');
    expect(nearestMark(picture, x, y - off - 1)).toBeUndefined();
    expect(nearestMark(picture, x, y - off - 1, REACH.finger)?.mark.id).toBe('a');
  });

  it('is a bar all along it, and a deadline along its stem', () => {
    const picture = layout(
      timelineData({
        threads,
        events: [event('bar', '2013-10-01/2013-12-20'), deadline('due', '2014-03-01', 'no')],
      }),
    );
    const bar = picture.marks.find(({ mark }) => mark.id === 'bar') as (typeof picture.marks)[0];
    expect(nearestMark(picture, bar.x + bar.length - 2, bar.y)?.mark.id).toBe('bar');
    const due = picture.marks.find(({ mark }) => mark.id === 'due') as (typeof picture.marks)[0];
    expect(nearestMark(picture, due.x + 4, (due.stem as [number, number])[1])?.mark.id).toBe('due');
  });

  it('is the one whose name is pointed at, if the name can be seen', () => {
    const picture = layout(
      timelineData({ threads, events: [event('a', '2013-12-01', { title: 'A long name' })] }),
    );
    const [{ box }] = picture.labels as [(typeof picture.labels)[0]];
    const far = [box.x1 - 1, (box.y0 + box.y1) / 2] as const;
    expect(nearestMark(picture, ...far)?.mark.id).toBe('a');
    expect(nearestMark(picture, ...far, REACH.pointer, () => false)).toBeUndefined();
  });
});

describe('arrow keys', () => {
  const mark = (id: string, thread: number, x: number): RovingMark => ({ x, mark: { id, thread } });
  const marks = [mark('a', 0, 10), mark('b', 2, 20), mark('c', 0, 30), mark('d', 2, 40), mark('e', 3, 50)];

  it('left and right go through all marks in order of time, and stop at the ends', () => {
    const walked = ['a'];
    for (let next = rove(marks, 'a', 'ArrowRight'); next; next = rove(marks, next, 'ArrowRight'))
      walked.push(next);
    expect(walked).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(rove(marks, 'e', 'ArrowLeft')).toBe('d');
    expect(rove(marks, 'a', 'ArrowLeft')).toBeUndefined();
  });

  it('up and down go to the next lane that has marks, to the one closest in time', () => {
    expect(rove(marks, 'c', 'ArrowDown')).toBe('b');
    expect(rove(marks, 'd', 'ArrowUp')).toBe('c');
    expect(rove(marks, 'b', 'ArrowDown')).toBe('e');
    expect(rove(marks, 'a', 'ArrowUp')).toBeUndefined();
  });

  it('Home and End go to the first and the last; other keys nowhere', () => {
    expect(rove(marks, 'c', 'Home')).toBe('a');
    expect(rove(marks, 'c', 'End')).toBe('e');
    expect(rove(marks, 'c', 'Tab')).toBeUndefined();
  });

  it('start where Tab enters: at the last one used, else at what is in focus', () => {
    const picture = layout(busy(60), ['e7']);
    const first = picture.marks[0]?.mark.id;
    expect(tabStop(picture.marks, 'e7')).toBe('e7');
    expect(tabStop(picture.marks, 'gone')).toBe(
      picture.marks.find(({ focused }) => focused)?.mark.id ?? first,
    );
    expect(tabStop(layout(busy(60)).marks, undefined)).toBe(layout(busy(60)).marks[0]?.mark.id);
    const gathering = layout(busy(150)).marks.find(({ gathered }) => gathered.length > 0);
    expect(tabStop(layout(busy(150)).marks, gathering?.gathered[0])).toBe(gathering?.mark.id);
  });
});

describe('the moment up to which things are known', () => {
  it('changes only when a mark passes or an outcome becomes known', () => {
    const moments = momentsOf([{ from: 10 }, { from: 20, known: 21 }]);
    expect([9, 10, 15.5, 20.9, 21, 99].map((day) => lastMoment(moments, day))).toEqual([
      -Infinity,
      10,
      10,
      20,
      21,
      21,
    ]);
  });

  it('divides past from future as the day itself would', () => {
    const { marks } = layout();
    const moments = momentsOf(marks.map(({ mark }) => mark));
    for (let day = 15_900; day < 16_300; day += 0.7) {
      const moment = lastMoment(moments, day);
      for (const { mark } of marks) expect(mark.from > moment).toBe(mark.from > day);
    }
  });
});

describe('shorter wordings', () => {
  it('end after a word that closes something, with “…”', () => {
    expect(shortened('State Department: under 5 percent')).toEqual([
      'State Department: under 5…',
      'State Department: under…',
      'State Department…',
    ]);
    expect(shortened('Deadline: all but isopropanol out')).toContain('Deadline: all but…');
    expect(shortened('Council hears of waiting containers')).not.toContain('Council hears of…');
    expect(shortened('Brahimi: “no progress”')).toEqual([]);
    expect(shortened('Montreux')).toEqual([]);
  });

  it('break where the two lines are most alike', () => {
    expect(inTwo('First load leaves Latakia', (text) => text.length)?.lines).toEqual([
      'First load',
      'leaves Latakia',
    ]);
    expect(inTwo('Montreux', (text) => text.length)).toBeUndefined();
  });

  it('come whole first, and are shortened only where that is allowed', () => {
    const all = wordings('Second load leaves Latakia', 13, 600, true);
    expect(all[0]).toMatchObject({ lines: ['Second load leaves Latakia'], cost: 0 });
    expect(all.some(({ lines }) => lines.join(' ').endsWith('…'))).toBe(true);
    const whole = wordings('Second load leaves Latakia', 13, 600, false);
    expect(whole.every(({ lines }) => lines.join(' ') === 'Second load leaves Latakia')).toBe(true);
  });
});
