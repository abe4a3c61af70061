/** The words of the picture of the tonnes, in one place for translation. */
import { grouped } from '#model/numbers.ts';

export const strings = {
  /** Of the picture; the date is left out in a still. */
  heading: (date?: string): string =>
    date === undefined ? 'Where every tonne went' : `Where every tonne went, by ${date}`,
  headingShort: (date: string): string => `Every tonne, by ${date}`,
  number: (value: number, approximate = false): string => `${approximate ? 'about ' : ''}${grouped(value)}`,
  tonnes: (value: number, approximate = false): string => `${strings.number(value, approximate)}\u00a0t`,
  tonnesShort: (value: number, approximate = false): string =>
    `${approximate ? '≈' : ''}${grouped(value)}\u00a0t`,
  tonnesInWords: (value: number, approximate = false): string =>
    `${strings.number(value, approximate)} tonnes`,
  notStated: 'not stated',

  // The sum, from long to short. It is ours, of what is stated, and says so in every length.
  sum: (tonnes: string, still: boolean): string[] => {
    const done = still ? `${tonnes} destroyed` : `${tonnes} destroyed by then`;
    return [
      `${done}: our sum of the amounts and days stated. It leaves out what no source states.`,
      `${done}: our sum, without what no source states`,
      `${tonnes} destroyed: our sum of stated amounts`,
      `${tonnes}: our sum of what is stated`,
    ];
  },
  noSum: [
    'None of the stated amounts had been reported destroyed by then.',
    'No stated amount reported destroyed by then',
    'Nothing reported destroyed yet',
  ],

  // States, with the day as written.
  before: { agent: 'not yet destroyed', effluent: 'not yet disposed of' },
  beforeShort: 'not yet',
  began: 'began',
  since: (as: string, date: string): string => `${as} ${date}`,
  underWay: 'under way',
  done: { agent: 'destroyed', effluent: 'disposed of' },
  doneOn: (done: string, as: string | undefined, date: string): string =>
    as === undefined ? `${done} ${date}` : `${done}, ${as} ${date}`,
  noDay: 'day not stated',
  endedBy: (date: string): string => `ended by ${date}, day not stated`,
  endedByShort: (date: string): string => `by ${date}`,

  legend: {
    square: (tonnes: string): string => `one square: ${tonnes}`,
    before: 'not yet destroyed',
    underWay: 'arrived or under way',
    underWayShort: 'under way',
    done: 'destroyed',
    undated: 'day not stated',
  },

  declared: 'Declared',
  declaredOn: (date: string): string => `Declared, ${date}`,
  effluent: [
    'Effluent: waste water, not agent. Counted apart, not drawn to scale.',
    'Effluent, not agent:',
    'Not agent:',
  ],
  /** Publishers that found no room. */
  more: (count: number): string => `${count} more`,
  /** A line of an effluent. */
  item: (name: string, tonnes: string): string => `${name}: ${tonnes}`,

  button: 'Table',
  close: 'Close',

  /** For those who do not see the picture: the finding first. */
  title: (date: string | undefined, sum: string | undefined, declared: string | undefined): string =>
    [
      sum === undefined
        ? `${date === undefined ? '' : `By ${date} `}none of the stated amounts had been reported destroyed`
        : `${date === undefined ? '' : `By ${date} `}${sum} had been destroyed, by our sum of the amounts and days stated`,
      declared === undefined ? '' : `; ${declared} were declared`,
      '.',
    ].join(''),
  sentence: (name: string, tonnes: string, state: string): string => `${name}: ${tonnes}, ${state}.`,
  tonnesNotStated: 'tonnes not stated',
  effluentSpoken: 'Effluent, waste water and not agent, counted apart:',

  table: {
    caption: 'What was destroyed where, with its days and sources',
    site: 'Site',
    country: 'Country',
    tonnes: 'Tonnes',
    what: 'What',
    method: 'How',
    begun: 'Begun',
    done: 'Done',
    sources: 'Sources',
    agent: 'Chemicals',
    effluent: 'Effluent: waste water, not agent; never added to the chemicals',
    grade: (grade: string): string => `grade ${grade}`,
    declared: (date: string | undefined, tonnes: string): string =>
      `${date === undefined ? strings.declared : strings.declaredOn(date)}: ${tonnes}`,
    basis: (basis: string): string => `(${basis}).`,
  },
};

export type TonnesStrings = typeof strings;
