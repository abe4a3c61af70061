/** The tiny story with everything a class is taught with: one slide and one question of each kind. */
import { parseDate } from '#model/dates.ts';
import type { Classroom, Teach } from '#model/lesson.ts';
import type { Place, Story } from '#model/story.ts';
import type { MapLevel } from '#stage/map/map-data.ts';
import { tinyStory } from './support/tiny-story.ts';

export const LEVELS: readonly MapLevel[] = [
  { id: 'l0', minScale: 0, bounds: [-1800, -1800, 1800, 1800] },
  { id: 'l1', minScale: 10, bounds: [-50, -700, 250, -200] },
  { id: 'l2', minScale: 1000, bounds: [90, -440, 110, -420] },
];

const classroom: Classroom = {
  guide: [{ id: 'aims', title: 'Aims', html: '<p>Read a <a href="#term-drum">drum</a>.</p>' }],
  paths: [
    {
      id: 'short',
      title: 'Short',
      summary: 'Half a lesson.',
      minutes: 20,
      slides: [{ kind: 'step', step: 'deadline', minutes: 20 }],
    },
    {
      id: 'lesson',
      title: 'One lesson',
      summary: 'For one lesson.',
      minutes: 45,
      slides: [
        { kind: 'step', step: 'first-load', minutes: 10 },
        { kind: 'pause', step: 'first-load', minutes: 5, think: 60, pair: 90, share: 45 },
        { kind: 'poll', poll: 'why', minutes: 10 },
        { kind: 'analysis', analysis: 'note', minutes: 20 },
      ],
    },
  ],
  polls: [
    {
      id: 'why',
      question: 'Why so late?',
      options: ['Storms', 'Paper'],
      note: 'Neither is <em>wrong</em>.',
      sources: ['atlas'],
    },
  ],
  analyses: [
    {
      id: 'note',
      source: 'agency-note',
      title: 'A note',
      excerpt: 'Nothing is left.',
      step: 'deadline',
      who: 'The agency itself.',
      when: 'When all was over.',
      forWhom: 'Its members.',
      missing: 'What it cost.',
    },
  ],
  quiz: [
    {
      kind: 'choice',
      id: 'how-many',
      step: 'first-load',
      question: 'How many drums?',
      options: [
        { html: 'Seven', right: false },
        { html: '<strong>78</strong>', right: true },
        { html: 'None', right: false },
      ],
      why: 'They were counted on the quay.',
      sources: ['agency-note'],
    },
    {
      kind: 'order',
      id: 'what-first',
      step: 'deadline',
      question: 'What came first?',
      events: ['load-02', 'deadline-end', 'dawn', 'load-01'],
      why: 'The call came in the night.',
      sources: ['agency-note', 'wire-report'],
    },
    {
      kind: 'place',
      id: 'where',
      step: 'first-load',
      question: 'Where did they leave from?',
      camera: 'sea',
      options: ['eastport', 'harbour', 'westport'],
      answer: 'harbour',
      why: 'The harbour is deep.',
      sources: ['agency-note'],
    },
    {
      kind: 'who',
      id: 'said',
      step: 'deadline',
      question: 'Who said it?',
      quote: 'nie do przyjęcia',
      quoted: 'wire-report',
      options: ['desk', 'mission'],
      answer: 'mission',
      why: 'It was at a meeting.',
      sources: ['agency-note'],
    },
  ],
};

function teach(part: Partial<Teach> & Pick<Teach, 'ask' | 'answer'>): Teach {
  return { minutes: 5, answerKind: 'answer', sources: [], ...part };
}

/** A fresh copy each time. */
export function classroomStory(): Story {
  const story = tinyStory();
  const [first, second] = story.chapters[0]!.steps;
  first!.teach = teach({
    ask: 'What left? <cite class="said-by" data-source="wire-report">(Wire)</cite>',
    answer: 'Two loads of drums.',
    misunderstanding: 'is that ships left.',
    sources: ['wire-report'],
  });
  second!.teach = teach({ ask: 'Was it late?', answer: 'By two counts.', answerKind: 'evidence' });
  story.chapters[0]!.plain = 'Drums <a href="#event-load-01" data-event="load-01">left</a>.';
  const harbour = story.places[0]!;
  const place = (id: string, name: string, at: Place['at']): Place => ({
    ...harbour,
    id,
    name,
    label: name,
    at: at!,
  });
  story.places.push(place('eastport', 'East & Port', [14, 44]), place('westport', 'Westport', [6, 36]));
  story.actors.push({ ...story.actors[0]!, id: 'mission', name: 'The <mission>' });
  story.glossary = [
    { id: 'quay', term: 'quay', plain: 'Where ships lie.', sources: [] },
    { id: 'drum', term: 'drum', plain: 'A round box.', sources: ['atlas'] },
  ];
  story.sources.find(({ id }) => id === 'atlas')!.date = parseDate('2013');
  story.classroom = structuredClone(classroom);
  return story;
}
