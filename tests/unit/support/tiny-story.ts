/** A small compiled story with one or two of everything, for tests of what is made from a story. */
import { parseDate } from '#model/dates.ts';
import type { Scene } from '#model/scene.ts';
import type { Source, Step, Story, StoryEvent } from '#model/story.ts';

const SPAN = [Date.UTC(2014, 0, 1), Date.UTC(2014, 6, 1)] as const;

function scene(day: string, focus: string[]): Scene {
  return {
    at: { ms: parseDate(day).start, offset: 0 },
    span: SPAN,
    camera: 'sea',
    focus,
    filter: { threads: [], actors: [], places: [], text: '' },
    panel: 'map',
  };
}

function step(id: string, title: string, day: string, focus: string[], cites: string[]): Step {
  const text = `${title}. What happened on that day, said in a sentence.`;
  return {
    id,
    title,
    chapter: 'loads',
    scene: scene(day, focus),
    html: `<p>${text}</p>`,
    text,
    cites,
    positions: [],
    wall: [],
  };
}

function source(part: Partial<Source> & Pick<Source, 'id' | 'publisher' | 'title'>): Source {
  return {
    descriptive: false,
    seen: 'original',
    language: 'en',
    kind: 'official',
    grade: 'A',
    quotes: [],
    ...part,
  };
}

function event(part: Partial<StoryEvent> & Pick<StoryEvent, 'id' | 'title' | 'date'>): StoryEvent {
  return {
    kind: 'event',
    what: `${part.title}, in a sentence.`,
    thread: 'removal',
    places: [],
    actors: [],
    links: [],
    details: [],
    disputed: [],
    sources: ['agency-note'],
    grade: 'A',
    rank: 2,
    ...part,
  };
}

/** A fresh copy each time: tests may change theirs. */
export function tinyStory(): Story {
  const steps = [
    step('first-load', 'The first load', '2014-01-07', ['load-01'], ['agency-note', 'wire-report']),
    step('deadline', '“Unacceptable”', '2014-01-31', ['deadline-end'], ['wire-report']),
  ];
  return {
    meta: {
      title: 'Cargo & Quay',
      dek: 'How the drums left, and why it took a while',
      description: 'Drums leave a harbour. It takes longer than planned.',
      language: 'en',
      direction: 'ltr',
      method: '<p>Shares are counted in two ways.</p>',
      licence: { text: 'CC BY 4.0', textUrl: 'https://creativecommons.org/licenses/by/4.0/', code: 'MIT' },
      authors: 'The Quay Desk',
      updated: '2026-11-23',
      span: SPAN,
      map: { credit: 'Natural Earth.', note: 'Routes are approximate.', disputed: [] },
    },
    threads: [
      { id: 'removal', label: 'Removal', colour: 'green', mark: 'square', muted: false },
      { id: 'talks', label: 'Talks', colour: 'blue', mark: 'circle', muted: false },
    ],
    chapters: [
      {
        id: 'loads',
        title: 'The loads',
        number: 1,
        dates: 'January 2014',
        summary: 'Drums leave.',
        still: scene('2014-01-07', []),
        steps,
      },
    ],
    events: [
      event({
        id: 'load-01',
        kind: 'movement',
        title: 'First load leaves',
        date: parseDate('2014-01-07'),
        places: ['harbour'],
        movement: {
          ordinal: 1,
          ordinalStatus: 'stated by the agency',
          ships: ['heron'],
          escorts: ['a frigate; grey', 'a tug'],
          cargo: { text: 'drums, “sealed”', sources: ['agency-note'] },
        },
      }),
      event({
        id: 'load-02',
        kind: 'movement',
        title: 'Second load leaves',
        date: parseDate('2014-02-10~'),
        links: ['load-01'],
        note: 'The day is about right, the hour, not known.',
        movement: { ordinalStatus: 'inferred', ships: [], escorts: [] },
      }),
      event({
        id: 'deadline-end',
        kind: 'deadline',
        title: 'All out',
        thread: 'talks',
        date: parseDate('2014-01-31'),
        deadline: {
          setBy: 'the council',
          setOn: parseDate('2013-11'),
          requirement: 'every drum out',
          met: 'no',
          outcome: 'done in February',
          outcomeDate: parseDate('2014-02-10~'),
        },
      }),
      event({
        id: 'dawn',
        title: 'A call before dawn',
        thread: 'talks',
        date: parseDate('2014-01-02T01:30+03:00'),
        actors: ['desk'],
      }),
    ],
    places: [
      {
        id: 'harbour',
        name: 'Old Harbour',
        label: 'Harbour',
        country: 'Freedonia',
        at: [10, 40],
        precision: 'port, about 2 km',
        approximate: true,
        mapped: true,
        kind: 'port',
        sources: [],
      },
      {
        id: 'nowhere',
        name: 'A village',
        label: 'A village',
        precision: 'not located',
        approximate: false,
        mapped: false,
        kind: 'unlocated',
        sources: [],
      },
    ],
    actors: [
      {
        id: 'desk',
        name: 'The desk',
        type: 'organisation',
        description: 'Takes calls.',
        sources: ['agency-note'],
      },
    ],
    ships: [
      {
        id: 'heron',
        name: 'Heron',
        flag: 'Freedonia',
        kind: 'merchant',
        role: 'carries',
        sources: ['agency-note'],
        grade: 'A',
      },
    ],
    voyages: [
      {
        id: 'heron-out',
        ship: 'heron',
        title: 'Heron, Old Harbour to the open sea',
        from: 'harbour',
        to: 'open-sea',
        depart: parseDate('2014-01-07'),
        route: [
          [10, 40],
          [9, 39],
          [8, 39],
        ],
        sources: ['agency-note'],
        grade: 'A',
      },
    ],
    areas: [
      {
        id: 'open-sea',
        label: 'Open sea',
        // Clockwise and open on purpose: the download must close and turn it.
        ring: [
          [7, 40],
          [8, 40],
          [8, 38],
          [7, 38],
        ],
        from: parseDate('2014-01-08'),
        to: parseDate('2014-01-20'),
        note: 'No position was published.',
        sources: ['agency-note'],
      },
    ],
    series: [
      {
        id: 'removed',
        label: 'Removed',
        short: 'removed',
        unit: 'percent',
        basis: 'Share of what was to be shipped',
        kind: 'announced',
        mark: 'circle',
        charted: true,
        points: [
          {
            date: '2014-01-08',
            value: 4.1,
            approximate: true,
            derived: false,
            by: 'the agency',
            grade: 'A',
            sources: ['agency-note'],
            event: 'load-01',
          },
          {
            date: '2014-01-29',
            value: 5,
            approximate: false,
            derived: false,
            by: 'a wire, unnamed source',
            grade: 'B',
            sources: ['wire-report'],
          },
          {
            date: '2014-06-01',
            value: 100,
            approximate: false,
            derived: false,
            by: 'the agency',
            grade: 'A',
            sources: ['agency-note'],
          },
        ],
      },
      {
        id: 'removed-or-destroyed',
        label: 'Removed or destroyed',
        short: 'removed or destroyed',
        unit: 'percent',
        basis: 'Share of everything declared.',
        kind: 'announced',
        mark: 'square',
        charted: true,
        points: [
          {
            date: '2014-01-29',
            value: 7,
            approximate: false,
            derived: false,
            by: 'the mission',
            grade: 'A',
            sources: ['agency-note'],
          },
        ],
      },
      {
        id: 'required-original',
        label: 'Required',
        short: 'required',
        unit: 'percent',
        basis: 'The plan of November.',
        kind: 'required',
        plan: 'November',
        mark: 'none',
        charted: true,
        points: [
          {
            date: '2014-01-31',
            value: 100,
            approximate: false,
            derived: false,
            by: 'the council',
            grade: 'A',
            sources: ['agency-note'],
          },
        ],
      },
    ],
    quantities: [
      {
        id: 'drums',
        value: 78,
        unit: 'drums',
        text: '78 drums',
        approximate: false,
        date: parseDate('2014-01'),
        basis: 'Counted on the quay.',
        derived: false,
        grade: 'A',
        sources: ['agency-note'],
      },
      {
        id: 'weeks',
        value: 2,
        to: 3,
        unit: 'weeks',
        text: 'two to three weeks',
        approximate: true,
        basis: 'From the plan to the second load.',
        derived: true,
        grade: 'A',
        sources: ['agency-note'],
      },
    ],
    destruction: [],
    positions: [],
    sources: [
      source({
        id: 'agency-note',
        publisher: 'The Agency',
        title: 'Progress & 100% of {drums} #1_a',
        date: parseDate('2014-02'),
        url: 'https://agency.example/notes/a_b%20c?x=1&y={z}',
        quotes: ['“Every drum” is counted.', 'Nothing is left.'],
      }),
      source({
        id: 'wire-report',
        publisher: 'Wire',
        title: '[Report on the delay]',
        descriptive: true,
        author: 'A. Writer (Quay)',
        date: parseDate('2014-01-31'),
        seen: 'copy',
        kind: 'press',
        grade: 'B',
        language: 'pl',
        quotes: ['nie do przyjęcia'],
      }),
      source({ id: 'atlas', publisher: 'Atlas', title: 'An <atlas>', kind: 'reference' }),
    ],
    glossary: [],
    discrepancies: [
      {
        id: 'count',
        topic: 'How many drums',
        values: [
          { value: '78', sources: ['agency-note'] },
          { value: '80', sources: [] },
        ],
        use: '78',
      },
    ],
    claims: [
      {
        id: 'claim-late',
        n: 1,
        claim: 'The drums are late.',
        wording: 'drums are late',
        attributed: 'an official',
        attribution: 'anonymous',
        status: 'confirmed-with-caveat',
        events: ['deadline-end'],
        steps: ['deadline'],
        sources: ['agency-note'],
        note: 'Late by the first plan.',
      },
    ],
    corrections: [],
    cameras: [
      { id: 'sea', label: 'The sea', bounds: [5, 35, 15, 45], schematic: false, labels: ['harbour'] },
    ],
    notes: [
      { number: 1, source: 'agency-note', steps: ['first-load'] },
      { number: 2, source: 'wire-report', steps: ['first-load', 'deadline'] },
    ],
  };
}
