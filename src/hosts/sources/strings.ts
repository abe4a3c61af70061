/** Every word of the sources page that is not content. */
export const strings = {
  title: 'Sources and method',
  description:
    'Every source with its quotations, how the numbers were counted, where accounts differ, corrections, and the data to download.',
  intro:
    'Everything the story says rests on what is listed here. Each source shows who published it and when, what it says in its own words, and which steps of the story cite it.',
  contents: 'On this page',

  method: 'How the numbers were counted',

  sources: 'Sources',
  grades:
    'Grade A is an official or primary text that was read. Grade B is a reputable secondary source that was read. Nothing weaker is used. “Read as a reproduction” means that a copy on another site was read; the copy is not linked, only the original where its address is known. “Our description” stands in for a heading that the text does not have or that was not kept.',
  quotations: 'Quotations are verbatim, short, and belong to their owners.',
  filter: 'Filter the sources',
  publisher: 'Publisher',
  allPublishers: 'All publishers',
  kind: 'Kind',
  allKinds: 'All kinds',
  text: 'Words',
  reset: 'Show all',
  total: (total: number) => `${total} sources.`,
  shown: (shown: number, total: number) =>
    shown === total ? `All ${total} sources are shown.` : `${shown} of ${total} sources are shown.`,
  none: 'No source matches. Try fewer words, or show all.',
  kinds: {
    official: 'official document',
    primary: 'primary text',
    press: 'press',
    ngo: 'non-governmental organisation',
    expert: 'expert',
    reference: 'reference work',
  },
  gradeNames: { A: 'Grade A', B: 'Grade B' },
  described: 'our description',
  copy: 'read as a reproduction',
  undated: 'undated',
  quotes: (count: number) => (count === 1 ? 'Quotation' : `${count} quotations`),
  note: 'Note',
  citedIn: 'Cited in',
  dataOnly: 'Not cited in the text; used in the data.',
  background: 'Read for background.',

  report: 'The report this grew from',
  reportLead: (count: number) =>
    `The story began with one news report. These are its ${count} claims, what became of each when it was checked against other sources, and where the story tells it.`,
  statuses: {
    confirmed: 'Confirmed',
    'confirmed-with-caveat': 'Confirmed, with a caveat',
    disputed: 'Reported correctly; the point itself is disputed or did not hold',
  },
  itsWords: 'In its words',
  saidBy: 'Said by',
  checkedAgainst: 'Checked against',
  caveat: 'Caveat',
  remark: 'Remark',
  toldIn: 'Told in',
  onTimeline: 'on the timeline only',
  hereOnly: 'only here',

  discrepancies: 'Where sources differ',
  discrepanciesLead:
    'Where accounts disagree, each is given with its sources, and then the wording that the story uses and why.',
  weUse: 'The story says',

  series: 'Shares over time',
  seriesLead: 'Each table is one way of counting. Figures of one must not be joined to figures of another.',
  asOf: 'As of',
  figure: 'Figure',
  announcedBy: 'By, with sources',
  about: 'about',
  seriesKinds: { announced: 'As announced.', derived: 'Our arithmetic.', required: 'What a plan asked for.' },

  figures: 'Single figures',
  figuresLead: 'The figures behind the text and the pictures, each with what was counted, when, and by whom.',
  ourArithmetic: 'our arithmetic',
  holds: 'As of',

  corrections: 'Corrections',
  correctionsLead: 'What was wrong and has been put right, newest first.',
  noCorrections: 'There are no corrections yet.',
  reportMistake:
    'If you find a mistake, tell whoever publishes this page, with a source if you can. Every correction will be listed here with its date, the old wording and the new.',
  was: 'Was',
  now: 'Is now',
  why: 'Why',

  downloads: 'Data to download',
  downloadsElsewhere: 'They are not in this file: they lie beside the story on the web.',
  downloadsLead:
    'The data behind the story, free to use with credit. Quotations and the titles of sources belong to their owners.',
  columns: 'Columns',
  fields: 'Fields',
  columnMetadata: 'the columns in the CSVW format',

  licence: 'Licence and credits',
  licenceLead: 'Text and data:',
  code: 'Code:',
  credit: 'Credit:',
  map: 'Map:',
  disputedLines: 'Dashed on the map:',
  typefaces: 'Typefaces: Source Serif 4 and Source Sans 3, SIL Open Font License 1.1.',
} as const;
