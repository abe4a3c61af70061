/** The removal of 2014 in small: two official bases, two stray figures, two plans, one deadline that stands apart. */
import { parseDate } from '#model/dates.ts';
import type { Series, StoryEvent } from '#model/story.ts';
import { chartData, type ChartData } from '#stage/chart/chart-data.ts';
import { deadline, event } from './timeline-fixture.ts';

type Row = [date: string, value: number, approximate?: boolean, event?: string];

const LABELS: Record<string, string> = {
  removed: 'Removed',
  'removed-or-destroyed': 'Removed or destroyed',
  'removed-of-declared': 'Removed, of about 1,300 tonnes',
};
const BASES: Record<string, string> = {
  'required-original': 'of what was to be shipped (two priorities)',
  'required-revised': 'of what was to be shipped (two priorities)',
  removed: 'of what was to be shipped (two priorities); the council’s way of counting',
  'removed-or-destroyed': 'of everything: shipped or destroyed.',
  'removed-of-declared': 'of about 1,300 tonnes. One press figure.',
};

export function series(
  id: string,
  kind: Series['kind'],
  mark: Series['mark'],
  rows: Row[],
  plan?: string,
): Series {
  return {
    id,
    label: LABELS[id] ?? id,
    short: id === 'removed-or-destroyed' ? 'removed or destroyed' : 'removed',
    unit: 'percent',
    basis: BASES[id] ?? `of ${id}`,
    kind,
    mark,
    charted: true,
    ...(plan !== undefined && { plan }),
    points: rows.map(([date, value, approximate = false, own]) => ({
      date,
      value,
      approximate,
      derived: approximate && kind === 'required',
      by: approximate && kind === 'required' ? 'our arithmetic, from the plan' : 'the council',
      grade: 'A',
      sources: ['a-source'],
      ...(own !== undefined && { event: own }),
      ...(kind === 'announced' && value === 100 && { note: 'Removed is not destroyed.' }),
    })),
  };
}

export const allSeries: Series[] = [
  series('removed', 'announced', 'circle', [
    ['2014-03-04', 26],
    ['2014-03-07', 29, true],
    ['2014-03-17', 45.6],
    ['2014-03-20', 49.3],
    ['2014-04-14', 65.1],
    ['2014-04-22', 86.5],
    ['2014-06-23', 100],
  ]),
  series('removed-or-destroyed', 'announced', 'square', [
    ['2014-03-20', 53.6],
    ['2014-04-16', 72.3],
    ['2014-04-19', 80, true],
    ['2014-04-24', 92.5],
    ['2014-06-23', 100],
  ]),
  series('removed-of-declared', 'announced', 'cross', [['2014-01-29', 4.1, true]]),
  series(
    'required-original',
    'required',
    'none',
    [
      ['2013-12-31', 69.7, true, 'priority'],
      ['2014-02-05', 100],
    ],
    'original plan',
  ),
  series('required-revised', 'required', 'none', [['2014-04-27', 100]], 'revised plan'),
  { ...series('priority-1', 'announced', 'circle', [['2014-03-20', 34.8]]), charted: false },
];

const revised = deadline('revised', '2014-04-27', 'no', '2014-04-27');

export const events: StoryEvent[] = [
  event('first-load', '2014-01-07', { kind: 'movement', title: 'First load leaves' }),
  { ...deadline('priority', '2013-12-31', 'no', '2014-06-23'), title: 'Priority chemicals out' },
  { ...deadline('rest', '2014-02-05', 'no', '2014-06-23'), title: 'Everything but isopropanol out' },
  {
    ...revised,
    title: 'Removal complete',
    deadline: { ...deadlineOf(revised), setOn: parseDate('2014-03-04') },
  },
  { ...deadline('destroyed', '2014-06-30', 'no', '2016-01-04'), title: 'Everything destroyed', rank: 1 },
  deadline('minor', '2014-03-15', 'no'),
  { ...deadline('too-late', '2014-12-31', 'no'), rank: 1 },
];

export function data(): ChartData {
  return chartData({ series: allSeries, events }) as ChartData;
}

function deadlineOf(from: StoryEvent): NonNullable<StoryEvent['deadline']> {
  return from.deadline as NonNullable<StoryEvent['deadline']>;
}
