import { describe, expect, test } from 'vitest';
import { deadlineStates } from '#stage/timeline/key.ts';
import type { TimelineMark } from '#stage/timeline/timeline-data.ts';

const mark = (own: Partial<TimelineMark>): TimelineMark => ({
  id: 'one',
  title: 'One',
  thread: 0,
  kind: 'deadline',
  from: 10,
  rank: 1,
  ...own,
});

describe('the states of deadlines that a key explains', () => {
  test('are none where nothing is due', () => {
    expect(deadlineStates({ marks: [mark({ kind: 'point' })] })).toEqual([]);
  });

  test('are open and what became of each, once', () => {
    const marks = [
      mark({ met: 'no', known: 11 }),
      mark({ met: 'no', known: 12 }),
      mark({ met: 'yes', known: 9 }),
    ];
    expect(deadlineStates({ marks })).toEqual(['open', 'met', 'missed']);
  });

  test('are only open where no outcome is known', () => {
    expect(deadlineStates({ marks: [mark({})] })).toEqual(['open']);
  });
});
