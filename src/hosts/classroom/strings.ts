/** Every word of the classroom pages that is not content. */
import type { QuizItem } from '#model/lesson.ts';
import { grouped } from '#model/numbers.ts';

export const strings = {
  title: 'For the classroom',
  description:
    'For teachers: a guide, lesson plans, the story in plain words, a glossary, a quiz, and a handout with its answer key to print.',
  intro:
    'Everything needed to teach with this story. It is free to use, needs no account, and keeps no record of anyone.',
  contents: 'On this page',

  guide: 'Guide',

  paths: 'Lesson plans',
  pathsLead:
    'Each plan leads through the story with pauses for questions, votes and sources. “Present” opens it for the projector, with notes for you in a second window.',
  presentPath: (title: string, minutes: number): string => `Present “${title}”, ${minutes} minutes`,
  present: 'Present',
  minutesShort: 'Minutes',
  until: 'Total',
  what: 'What the class does',
  pathCaption: (title: string): string => `${title}: what the class does, and for how long`,
  kinds: { step: 'Look', pause: 'Question', poll: 'Vote', analysis: 'Source' },
  pauseTimes: (think: string, pair: string, share: string): string =>
    `think ${think}, in pairs ${pair}, share ${share}`,
  min: (minutes: number): string => `${minutes}\u00a0min`,
  s: (seconds: number): string => `${seconds}\u00a0s`,
  total: (minutes: number): string => `${minutes} minutes`,

  plain: 'The story in plain words',
  plainLead: 'A few short sentences for each chapter, to read before or instead of the whole text.',

  glossary: 'Glossary',
  glossaryLead: 'The words that the story needs, one card each.',

  quiz: 'Quiz',
  quizLead: 'Each answer comes with its reason and its sources. Nothing is stored or sent.',
  quizLeadPlain: 'Each question has its answer under it, closed until you open it.',
  quizKinds: {
    choice: 'Choose one',
    order: 'Put in order',
    place: 'Find it on the map',
    who: 'Who said it?',
  } satisfies Record<QuizItem['kind'], string>,
  item: (number: number, total: number): string => `Question ${number} of ${total}`,
  orderHint: 'From the earliest to the latest. Use the buttons, or drag a line to its place.',
  orderHintPlain: 'From the earliest to the latest.',
  moveUp: (title: string): string => `Move up: ${title}`,
  moveDown: (title: string): string => `Move down: ${title}`,
  restart: 'Start the quiz again',
  answer: 'Answer',
  answerIs: 'Answer:',
  rightOrder: 'The order by date:',
  readStep: 'Read it in the story:',
  point: (letter: string): string => `Point ${letter}`,
  mapLabel: (letters: string): string => `Map without names, with the points ${letters}`,
  mapOf: (first: string, last: string): string => `${first} to ${last}`,
  where: (part: string, lat: string, lon: string): string => `${part}, ${lat}, ${lon}`,
  /** Row by row, from the north-west. */
  parts: [
    'in the north-west of the map',
    'in the north of the map',
    'in the north-east of the map',
    'in the west of the map',
    'in the middle of the map',
    'in the east of the map',
    'in the south-west of the map',
    'in the south of the map',
    'in the south-east of the map',
  ],
  north: 'N',
  south: 'S',
  east: 'E',
  west: 'W',
  km: (km: number): string => `${grouped(km)}\u00a0km`,

  print: 'To print',
  printLead: 'Two sheets from the same content, for A4 and Letter. The handout has no answers.',
  handout: 'Student handout',
  handoutLead:
    'Questions with lines to write on, the story in plain words, a grid for the guess, sources to look into, the quiz.',
  key: 'Answer key',
  keyLead:
    'Every question with its answer or evidence, common misunderstandings, what votes are for, the quiz with its reasons.',
  openToPrint: (sheet: string): string => `Print the ${sheet.toLowerCase()}`,

  cite: 'How to cite',
  citeLead: 'As a whole:',
  /** “Behind Schedule: How it went. Updated 23 November 2026.” */
  citation: (title: string, dek: string, authors: string, updated: string): string =>
    [`${title}: ${dek}`, ...(authors === title ? [] : [authors]), `Updated ${updated}`]
      .map((part) => part.replace(/\.?$/, '.'))
      .join(' '),
  citeStep:
    'To cite one step, add the link that its “Share” gives. To cite a fact, cite its source: each is listed with its address under',
  citeSources: 'Sources and method',
  citeData: 'References for reference managers and word processors:',
  bibtex: 'sources.bib (BibTeX)',

  offline: 'Without a network',
  offlineLink: (size: string): string => `Download the offline file (${size})`,
  offlineLead:
    'One file with the whole story and its slides; it works without a network, from a USB stick, in any current browser.',

  licence: 'Licence',
  licenceLead: 'Text and data may be copied, changed and printed for any class, with credit:',
  code: 'Code:',
  quotations: 'Quotations are verbatim, short, and belong to their owners.',

  // The printed sheets.
  backToClassroom: 'For the classroom',
  printNow: 'Print this sheet',
  sheetOf: (sheet: string, story: string): string => `${sheet}: ${story}`,
  name: 'Name',
  class: 'Class',
  date: 'Date',
  theQuestion: 'The question',
  lessonQuestions: 'Questions',
  lessonQuestionsLead: 'One question for each step of the lesson. Write a line or two.',
  otherQuestions: 'Questions of the other steps',
  otherQuestionsLead: 'Not part of the lesson of the handout; for longer lessons and for homework.',
  votes: 'Votes',
  votesLead: 'There is no right answer. Choose, and say why.',
  inShort: 'What happened, in short',
  guess: 'Your guess',
  guessLead: (start: string, end: string): string =>
    `How much had left the country, and when? Draw the curve you expect, from ${start} to ${end}.`,
  guessAxis: (basis: string): string => `Share ${basis}, in percent`,
  guessGrid: (start: string, end: string): string =>
    `Empty grid to draw on: percent from 0 to 100 against the dates from ${start} to ${end}`,
  guessRegion: 'Grid for the guess',
  guessKey: 'The guess: what was announced',
  guessKeyLead: (basis: string): string => `Shares ${basis}, as announced.`,
  guessOther: 'Figures on another basis; they belong to no line:',
  asOf: 'As of',
  share: 'Share',
  announcedBy: 'By',
  about: 'about',
  percent: (value: string): string => `${value}\u202f%`,
  analyses: 'Sources to look into',
  analysesLead: 'Read the excerpt. Then answer the four questions.',
  whoMade: 'Who made it?',
  whenMade: 'When?',
  forWhom: 'For whom?',
  missing: 'What does it not say?',
  quizOnPaper: 'Quiz',
  quizOnPaperLead: 'Circle one letter. Where things are to be put in order, number them, 1 for the earliest.',
  sourcesUsed: 'Sources of this sheet',
  quizSources: 'The sources of the quiz stand in the answer key, since some name the answer.',
  noAddress: 'address not known',
  pointAt: 'Point at',
  answerLead: 'Answer',
  evidenceLead: 'Evidence for several answers',
  misunderstanding: 'A common misunderstanding',
  note: 'Note',
  undated: 'undated',
  sheetFoot: (title: string, authors: string, licence: string): string =>
    `${authors === title ? title : `${title}, ${authors}`}. Text and data ${licence}. Quotations belong to their owners.`,
} as const;
