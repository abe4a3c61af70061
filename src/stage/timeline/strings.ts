/** The timeline's words, in one place for translation. */
export const strings = {
  label: 'Timeline',
  marks: 'Timeline: marks in view',
  events: (count: number): string => `${count} events`,
  andMore: (count: number): string => `, and ${count} more here`,
  months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  /** A civil date as short as the cursor says it. */
  day: (day: number, month: string, year: number): string => `${day} ${month} ${year}`,
  deadline: {
    met: 'met',
    missed: 'missed',
    withdrawn: 'withdrawn',
    unknown: 'outcome not established',
    open: 'due',
  },
  about: 'about',
};

export type TimelineStrings = typeof strings;
