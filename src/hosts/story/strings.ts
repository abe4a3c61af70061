/** What the story's page says besides the story. */
const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

export const strings = {
  contentNote: 'Content note',
  scroll: 'Scroll to begin',
  stage: 'Map, timeline and chart of the step being read',
  notes: 'Notes',
  notesLead:
    'Each number in the text leads here. Where only a reproduction of a document was read, there is no link.',
  backTo: 'Back to the step',
  events: 'Timeline',
  eventsLead: 'Every date on the timeline, in order.',
  figures: 'Figures',
  figuresTable: 'Table of the announced figures',
  loadsTable: 'Table of the loads',
  loads: 'Loads',
  people: 'People and organisations',
  places: 'Places',
  approximate: 'approximate position',
  notPlotted: 'no sourced position',
  voyages: 'Voyages',
  glossary: 'Glossary',
  updated: 'Updated',
  licence: 'Text and data',
  code: 'Code',
  corrections: 'Corrections and method',
  downloads: 'Data to download',
  timelineOf: 'Timeline:',
  noDate: 'day not published',
  /** “Five months earlier”. */
  cut: (unit: 'day' | 'month' | 'year', count: number, earlier: boolean): string => {
    const number = NUMBERS[count] ?? String(count);
    return `${number.charAt(0).toUpperCase()}${number.slice(1)} ${unit}${count === 1 ? '' : 's'} ${earlier ? 'earlier' : 'later'}`;
  },
  steps: 'Steps',
  previousStep: 'Previous step',
  nextStep: 'Next step',
  stepOf: (step: number, all: number): string => `Step ${step} of ${all}`,
  arrived: (step: number, all: number, title: string): string => `${step} of ${all}: ${title}`,
  backToStep: 'Back to the step',
  shown: (what: string): string => `Shown: ${what}`,
} as const;
