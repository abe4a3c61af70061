/** The chart's words, in one place for translation. Dates come as written: “31 Dec”, “31 Jan 2014”. */
export const strings = {
  percent: (value: string): string => `${value}\u202f%`,
  percentSpoken: (value: string): string => `${value} percent`,
  approximately: '≈',
  approximatelySpoken: 'about',
  dueIn: (days: number): string =>
    days === 0 ? 'due today' : days === 1 ? 'due tomorrow' : `due in ${days} days`,
  /** The same state in two lengths. */
  late: (days: number): string[] => [`missed, ${count(days)} late`, `${count(days)} late`],
  missed: 'missed',
  met: 'met',
  /** A row's whole text where it stands in one piece, in the order of preference. */
  row: (date: string, title: string, status: string, short: string): string[] => [
    `${date}: ${title} – ${status}`,
    `${date}: ${title} – ${short}`,
    `${title} – ${short}`,
    `${date}: ${short}`,
  ],
  /** What follows a deadline's name where its state has no place of its own. */
  dateAndStatus: (date: string, status: string): string => `${date} · ${status}`,
  derived: 'derived: our arithmetic',
  otherBasis: 'on another basis',
  /** Each `what` names the basis, where several figures stand side by side. */
  pace: (...paces: { when: string; what?: string | undefined }[]): string =>
    `at this pace: ${paces.map(({ when, what }) => when + (what ? ` (${what})` : '')).join(', ')}`,
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
  then: (value: string, basis: string, what: string, date: string): string =>
    `${[value, basis, what].filter(Boolean).join(' ')}, as of ${date}`,
  since: (what: string, date: string): string => `${what} since ${date}`,
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
  /** “a share of the chemicals …” within a sentence about the share. */
  ofWhat: (basis: string): string => basis.replace(/^a share of /, 'of '),

  // Values, one by one.
  values: 'Figures and deadlines of the chart; arrow keys go from one to the next, Enter tells more',
  announced: (by: string): string => `announced by ${by}`,
  /** A requirement, whose series are called “Required by …”. */
  deadlineSpoken: (title: string, date: string, status: string, plan: string): string =>
    `Deadline, ${date}: ${title}, ${status}${plan ? `; ${plan}` : ''}`,
  dueOn: (date: string): string => `due ${date}`,

  // Tools.
  tools: 'Chart',
  showTable: 'Table',
  closeTable: 'Close table',
  tableOf: (date: string): string => `Announced by ${date}, with what each figure is a share of`,
  deadlinesOf: (date: string): string => `Deadlines as they stood on ${date}`,
  play: 'Play as sound',
  stop: 'Stop sound',
  playing: 'Playing: each figure is a note, higher for a larger share; each deadline a click.',
  stopped: 'Sound stopped.',

  // The tables.
  table: {
    date: 'Date',
    figure: 'Figure',
    basis: 'Basis',
    by: 'Announced by',
    due: 'Due',
    what: 'What',
    plan: 'Plan',
    status: 'Standing',
  },
};

export type ChartStrings = typeof strings;

function count(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

/** A deadline's name and day as they stand beside its flag. */
export function deadlineName(
  title: string,
  due: string,
  words: ChartStrings = strings,
): { name: string; date: string } {
  const date = new Date(`${due}T00:00Z`);
  return {
    name: title.charAt(0).toUpperCase() + title.slice(1),
    date: words.dayAndMonth(date.getUTCDate(), words.months[date.getUTCMonth()] as string),
  };
}
