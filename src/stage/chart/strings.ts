/** The chart's words, in one place for translation. Dates come as written: “31 Dec”, “31 Jan 2014”. */
export const strings = {
  percent: (value: string): string => `${value}\u202f%`,
  approximately: '≈',
  approximatelySpoken: 'about',
  dueIn: (days: number): string =>
    days === 0 ? 'due today' : days === 1 ? 'due tomorrow' : `due in ${days} days`,
  late: (days: number): string => `missed, ${count(days)} late`,
  missed: 'missed',
  met: 'met',
  /** A row's whole text, in three lengths. */
  row: (date: string, title: string, status: string): string[] => [
    `${date}: ${title} – ${status}`,
    `${title} – ${status}`,
    `${date}: ${status}`,
  ],
  required: 'what the plan required',
  derived: 'derived: our arithmetic',
  otherBasis: 'figure on another basis',
  /** `what` names the basis where several figures stand side by side. */
  pace: (when: string, what?: string): string => `at this pace${what ? ` (${what})` : ''}: ${when}`,
  ours: 'our arithmetic',
  months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  day: (day: number, month: string, year: number): string => `${day} ${month} ${year}`,
  dayAndMonth: (day: number, month: string): string => `${day} ${month}`,

  // The readout.
  by: (what: string, date: string): string => `${what} by ${date}`,
  announcedBy: (date: string): string => `Announced by ${date}`,
  on: (date: string): string => `On ${date}`,
  asOf: (date: string): string => `as of ${date}`,
  noFigure: 'No figure announced yet',
  completeSince: (what: string, date: string): string => `100\u202f% ${what} since ${date}`,
  ordinal: ['first', 'second', 'third', 'fourth', 'fifth'],
  lateOn: {
    days: (days: number): string => `${count(days)} late`,
    rest: (what: string): string => `on ${what}`,
  },
  toGo: { days: (days: number): string => count(days), rest: (what: string): string => `before ${what}` },
  today: { days: 'Today', rest: (what: string): string => `is ${what}` },
  /** A deadline for something the figures do not count. */
  apartDue: (title: string, date: string): [string, string] => [title, `due ${date}`],
  apartMissed: (title: string, date: string): [string, string] => [title, `due ${date}, missed`],
  deadline: (ordinal: string): string => `the ${ordinal} deadline`,
  /** A plan's own name with its last date. */
  planDate: (plan: string, date: string): string => `the ${plan.replace(/^the /, '')} (${date})`,

  // The table.
  table: { date: 'Date', figure: 'Figure', basis: 'Basis', by: 'Announced by' },
};

export type ChartStrings = typeof strings;

function count(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
