/** What the embeds say besides the story. */
export const strings = {
  views: {
    story: 'Story',
    map: 'Map',
    timeline: 'Timeline',
    chart: 'Promise against delivery',
    event: 'Event',
  },
  leads: {
    map: 'Move the date, and the ships move with it.',
    timeline: 'Choose a mark to read what is known of it.',
    chart: 'What was required by date, and what was announced.',
  },
  pictureOf: (view: 'story' | 'map' | 'timeline' | 'chart', title: string): string =>
    ({
      story: `Map and timeline of the story “${title}”`,
      map: `Map of the story “${title}”`,
      timeline: `Timeline of the story “${title}”`,
      chart: `Chart of what was required and what was announced as removed, from the story “${title}”`,
    })[view],
  pictureOfStep: (step: string, title: string): string =>
    `Picture of “${step}”, a step of the story “${title}”`,
  credit: (title: string): string => `${title}: the whole story`,
  copyAddress: 'This frame may open no window. The address, to copy:',
  date: 'Date',
  play: 'Let the date run',
  pause: 'Stop the date',
  legend: 'Legend',
  close: 'Close',
  figuresTable: 'The figures as a table',
  allDates: 'All dates as a list',
  steps: 'Steps',
  previous: 'Previous step',
  next: 'Next step',
  stepOf: (step: number, all: number): string => `${step} of ${all}`,
  chooseStep: 'Step',
  stage: 'Map, timeline and chart of this step',
  text: 'Text of this step',
  disputed: 'Disputed',
  established: 'Established',
  source: 'Source',
  sources: 'Sources',
} as const;
