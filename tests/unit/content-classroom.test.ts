/** The folder `classroom/`: what it becomes, and what is told of each mistake in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Classroom } from '#model/lesson.ts';
import { checkFolder } from '#content/check-folder.ts';
import { loadStory } from '#content/load.ts';
import { changedStory, removeCopies, type Change } from '../fixtures/second-story.ts';
import { swap, tell, type Case } from './support/broken-content.ts';

afterAll(removeCopies);

const GUIDE = 'classroom/guide.md';
const LESSON = 'classroom/lesson.yaml';
const QUIZ = 'classroom/quiz.yaml';

const guide = `## Before the lesson {#before}

Read about [Merca](place:merca) and the {quantity:contacts}.[^fenner-1988]

- Take {plain|two days}.

## Words of {count:events|five} marks {#words}

What is [eradication](term:eradication)?
`;
const lesson = `paths:
  - id: short
    title: A short lesson
    summary: For a class with {days:1977-10-26..1977-10-30}.
    minutes: 16
    slides:
      - { step: a-cook, minutes: 3 }
      - { poll: why-him, minutes: 2 }
      - { pause: a-cook, minutes: 3, think: 60, pair: 60, share: 60 }
      - { analysis: the-book, minutes: 5 }
      - { step: declared, minutes: 3 }
polls:
  - id: why-him
    question: Who was in danger?
    options: [His family, "All {quantity:contacts}", Nobody]
    note: Count *hands* first.[^cdc-history]
    sources: [fenner-1988]
analyses:
  - id: the-book
    title: A book of the programme
    source: fenner-1988
    excerpt: the last case of naturally occurring smallpox in the world
    step: the-search
    who: Those who ran it.[^fenner-1988]
    when: After {days:1977-10-26..1979-12-09}.
    forWhom: For [experts](actor:who).
    missing: What the cook said.
`;
const quiz = `quiz:
  - kind: choice
    id: how-long
    step: signed
    question: How long after the *last* rash?
    options:
      - Next day
      - "{days:1977-10-26..1979-12-09}"
      - Never
    right: "{days:1977-10-26..1979-12-09}"
    why: It took until [December](event:commission-certifies).
    sources: [fenner-1988]
  - kind: order
    id: what-first
    step: declared
    question: In which order?
    events: [diagnosis, last-rash, assembly-declares]
    why: So it went.
    sources: [fenner-1988]
  - kind: place
    id: where-was-it
    step: a-cook
    question: Where did he fall ill?
    camera: world
    options: [geneva, nairobi, merca]
    right: merca
    why: In Merca.
    sources: [cdc-history]
  - kind: who
    id: who-wrote
    step: the-search
    question: Who wrote it?
    quote: naturally occurring smallpox
    quoted: fenner-1988
    options: [cdc, who, ali-maow-maalin]
    right: who
    why: It is their book.
    sources: [fenner-1988]
`;

/** The second story as one that is taught. */
const taught: Change[] = [
  { file: GUIDE, write: guide },
  { file: LESSON, write: lesson },
  { file: QUIZ, write: quiz },
  swap('chapters/01-the-last-case.md', 'number: 1', 'number: 1\nplain: A cook fell ill. He got well.'),
  swap('chapters/02-the-proof.md', 'number: 2', 'number: 2\nplain: Experts looked. Nothing was found.'),
  swap(
    'sources.yaml',
    'date: 1988\n',
    'date: 1988\n    quotes: [the last case of naturally occurring smallpox in the world]\n',
  ),
  {
    file: 'actors.yaml',
    append: '  - { id: cdc, name: CDC, type: agency, description: An agency., sources: [cdc-history] }\n',
  },
];

const load = (...changes: Change[]): Classroom | undefined =>
  loadStory(changedStory([...taught, ...changes])).story.classroom;

describe('a story that is taught', () => {
  test('has its guide, in sections', () => {
    expect(load()?.guide).toEqual([
      {
        id: 'before',
        title: 'Before the lesson',
        html:
          '<p>Read about <a class="ref" data-place="merca" href="#place-merca">Merca</a> and the ' +
          '<data class="figure" value="161" data-quantity="contacts">161\u00a0people</data>. ' +
          '<cite class="said-by" data-source="fenner-1988">(World Health Organization)</cite></p>\n' +
          '<ul><li>Take two days.</li></ul>',
      },
      {
        id: 'words',
        title: 'Words of five marks',
        html: '<p>What is <a class="term" data-term="eradication" href="#term-eradication">eradication</a>?</p>',
      },
    ]);
  });

  test('has its paths, polls and sources to look into', () => {
    expect(load()).toMatchObject({
      paths: [
        {
          id: 'short',
          title: 'A short lesson',
          summary: 'For a class with four days.',
          minutes: 16,
          slides: [
            { kind: 'step', step: 'a-cook', minutes: 3 },
            { kind: 'poll', poll: 'why-him', minutes: 2 },
            { kind: 'pause', step: 'a-cook', minutes: 3, think: 60, pair: 60, share: 60 },
            { kind: 'analysis', analysis: 'the-book', minutes: 5 },
            { kind: 'step', step: 'declared', minutes: 3 },
          ],
        },
      ],
      polls: [
        {
          id: 'why-him',
          question: 'Who was in danger?',
          options: ['His family', 'All 161 people', 'Nobody'],
          note:
            'Count <em>hands</em> first. <cite class="said-by" data-source="cdc-history">' +
            '(Centers for Disease Control and Prevention)</cite>',
          sources: ['fenner-1988', 'cdc-history'],
        },
      ],
      analyses: [
        {
          id: 'the-book',
          title: 'A book of the programme',
          source: 'fenner-1988',
          excerpt: 'the last case of naturally occurring smallpox in the world',
          step: 'the-search',
          who: 'Those who ran it. <cite class="said-by" data-source="fenner-1988">(World Health Organization)</cite>',
          forWhom: 'For <a class="ref" data-actor="who" href="#actor-who">experts</a>.',
          missing: 'What the cook said.',
        },
      ],
    });
    expect(load()?.analyses[0]?.when).toMatch(/^After <data [^>]*>774\u00a0days<\/data>\.$/);
  });

  test('has its quiz, each question with its right answer', () => {
    const questions = load()?.quiz;
    expect(questions?.map(({ kind, id, step, sources }) => [kind, id, step, sources])).toEqual([
      ['choice', 'how-long', 'signed', ['fenner-1988']],
      ['order', 'what-first', 'declared', ['fenner-1988']],
      ['place', 'where-was-it', 'a-cook', ['cdc-history']],
      ['who', 'who-wrote', 'the-search', ['fenner-1988']],
    ]);
    const [choice, order, place, who] = questions ?? [];
    expect(choice).toMatchObject({
      question: 'How long after the <em>last</em> rash?',
      why: expect.stringContaining('data-event="commission-certifies"') as string,
      options: [
        { html: 'Next day', right: false },
        { html: expect.stringContaining('774\u00a0days</data>') as string, right: true },
        { html: 'Never', right: false },
      ],
    });
    expect(order).toMatchObject({ events: ['diagnosis', 'last-rash', 'assembly-declares'] });
    expect(place).toMatchObject({
      camera: 'world',
      options: ['geneva', 'nairobi', 'merca'],
      answer: 'merca',
    });
    expect(who).toMatchObject({
      quote: 'naturally occurring smallpox',
      quoted: 'fenner-1988',
      options: ['cdc', 'who', 'ali-maow-maalin'],
      answer: 'who',
    });
    expect(questions?.some((question) => 'right' in question)).toBe(false);
  });

  test('leaves the numbered notes of the story alone, and is plain data', () => {
    const { story, files, warnings } = loadStory(changedStory(taught));
    expect(story.notes).toEqual(loadStory(changedStory()).story.notes);
    expect(JSON.parse(JSON.stringify(story))).toEqual(story);
    expect(files.filter((file) => file.includes('/classroom/'))).toHaveLength(3);
    expect(warnings).toEqual([]);
  });

  test('may have any of the three files, or none', () => {
    const remove = (file: string): Change => ({ file, remove: true });
    expect(load(remove(GUIDE))?.guide).toEqual([]);
    expect(load(remove(LESSON))).toMatchObject({ paths: [], polls: [], analyses: [] });
    expect(load(remove(QUIZ))?.quiz).toEqual([]);
    expect(loadStory(changedStory()).story).not.toHaveProperty('classroom');
  });

  test('may ask with part of a quote, put a pause before its step, and a poll twice', () => {
    const path = load(
      swap(
        LESSON,
        'slides:\n',
        'slides:\n      - { pause: a-cook, minutes: 1, think: 20, pair: 20, share: 20 }\n',
      ),
      swap(LESSON, '      - { pause: a-cook, minutes: 3, think: 60, pair: 60, share: 60 }\n', ''),
      swap(LESSON, '{ analysis: the-book, minutes: 5 }', '{ poll: why-him, minutes: 5 }'),
      swap(LESSON, 'minutes: 16', 'minutes: 14'),
    )?.paths[0];
    expect(path?.slides.map(({ kind }) => kind)).toEqual(['pause', 'step', 'poll', 'poll', 'step']);
  });
});

/** A case of something replaced in one of the three files. */
const wrong = (
  name: string,
  file: string,
  [replace, by]: [string, string],
  rest: Omit<Case, 'name' | 'changes'>,
): Case => ({
  name,
  changes: [...taught, swap(file, replace, by)],
  file,
  ...rest,
});

const CASES: Case[] = [
  wrong('words before the first section', GUIDE, ['## Before', 'Hello.\n\n## Before'], {
    at: '‸Hello.',
    says: 'words stand before the first section; a section starts with ## Heading {#id}',
  }),
  wrong('a section without an id', GUIDE, [' {#words}', ''], {
    at: '‸## Words',
    says: 'a section’s heading ends with its id: ## Heading {#section-id}',
  }),
  wrong('a section id in capitals', GUIDE, ['{#words}', '{#Words}'], {
    at: '{#‸Words}',
    says: 'the id “Words” must be lower-case letters, digits and single hyphens',
  }),
  wrong('two sections with one id', GUIDE, ['{#words}', '{#before}'], {
    at: 'marks {#‸before}',
    says: 'the section id “before” is taken already',
  }),
  wrong('a section without words', GUIDE, ['What is [eradication](term:eradication)?\n', ''], {
    at: '## ‸Words',
    says: 'this section is empty',
  }),
  wrong('a heading within a section', GUIDE, ['- Take', '### More\n\n- Take'], {
    at: '‸### More',
    says: 'the only headings are those that open a step or a section: ## Heading {#id}',
  }),
  wrong('a quantity in the guide', GUIDE, ['{plain|two days}', 'two days'], {
    at: '- Take ‸two days',
    says: '“two days” is a quantity neither bound to the data nor marked plain',
  }),
  wrong('an unknown source in the guide', GUIDE, ['[^fenner-1988]', '[^fener-1988]'], {
    at: '[^‸fener-1988]',
    says: 'unknown source “fener-1988”',
    meant: 'fenner-1988',
  }),
  {
    name: 'an empty guide',
    changes: [...taught, { file: GUIDE, write: '\n' }],
    file: GUIDE,
    says: 'the guide is empty',
  },
  {
    name: 'a misspelt file',
    changes: [...taught, { file: QUIZ, rename: 'classroom/quizz.yaml' }],
    file: 'classroom/quizz.yaml',
    says: 'no content file is called “classroom/quizz.yaml”',
    meant: 'classroom/quiz.yaml',
  },
  {
    name: 'a guide by another name',
    changes: [...taught, { file: GUIDE, rename: 'classroom/guides.md' }],
    file: 'classroom/guides.md',
    says: 'no content file is called “classroom/guides.md”',
    meant: 'classroom/guide.md',
  },
  {
    name: 'a file outside the folder it belongs to',
    changes: [...taught, { file: QUIZ, rename: 'quiz.yaml' }],
    file: 'quiz.yaml',
    says: 'no content file is called “quiz.yaml”',
    meant: 'classroom/quiz.yaml',
  },
  wrong('minutes that do not add up', LESSON, ['minutes: 16', 'minutes: 15'], {
    at: 'minutes: ‸15',
    says: 'the slides take 16 minutes together, not 15',
  }),
  wrong('an unknown step', LESSON, ['step: declared', 'step: declraed'], {
    at: 'step: ‸declraed',
    says: 'unknown step “declraed”',
    meant: 'declared',
  }),
  wrong('a poll where a step belongs', LESSON, ['{ step: declared', '{ step: why-him'], {
    at: 'step: ‸why-him',
    says: '“why-him” is a poll, not a step',
  }),
  wrong('a step twice', LESSON, ['{ step: declared', '{ step: a-cook'], {
    at: '{ analysis: the-book, minutes: 5 }\n      - { step: ‸a-cook',
    says: 'the step “a-cook” is in this path already',
  }),
  wrong(
    'steps out of order',
    LESSON,
    [
      '{ step: declared, minutes: 3 }',
      '{ step: declared, minutes: 1 }\n      - { step: signed, minutes: 2 }',
    ],
    {
      at: 'step: ‸signed',
      says: 'the step “signed” comes before “declared” in the story; a path keeps its order',
    },
  ),
  wrong('an unknown poll', LESSON, ['poll: why-him', 'poll: why-her'], {
    at: 'poll: ‸why-her',
    says: 'unknown poll “why-her”',
    meant: 'why-him',
  }),
  wrong('an unknown analysis', LESSON, ['analysis: the-book', 'analysis: the-boook'], {
    at: 'analysis: ‸the-boook',
    says: 'unknown analysis “the-boook”',
    meant: 'the-book',
  }),
  wrong('a pause longer than its minutes', LESSON, ['share: 60', 'share: 90'], {
    at: 'pause: a-cook, minutes: ‸3',
    says: 'the pause takes 210 seconds (think, pair and share), more than its minutes: 180 seconds',
  }),
  wrong('a pause without a stage', LESSON, [', share: 60', ''], {
    at: '- ‸{ pause',
    says: '“share” is missing',
  }),
  wrong('an unknown key in a slide', LESSON, ['share: 60', 'share: 60, shares: 60'], {
    at: 'share: 60, ‸shares',
    says: 'unknown key “shares”',
    meant: 'share',
  }),
  wrong('a pause at a step without a question', LESSON, ['{ pause: a-cook', '{ pause: declared'], {
    at: 'pause: ‸declared',
    says: 'the step “declared” has no notes for teachers, and so no question',
  }),
  wrong(
    'a pause twice',
    LESSON,
    [
      '{ pause: a-cook, minutes: 3, think: 60, pair: 60, share: 60 }',
      '{ pause: a-cook, minutes: 2, think: 9, pair: 9, share: 9 }\n' +
        '      - { pause: a-cook, minutes: 1, think: 9, pair: 9, share: 9 }',
    ],
    { at: 'pause: ‸a-cook, minutes: 1', says: 'the question of “a-cook” is asked in this path already' },
  ),
  {
    name: 'a pause away from its step',
    changes: [
      ...taught,
      swap(LESSON, 'minutes: 16', 'minutes: 14'),
      swap(
        LESSON,
        'pause: a-cook, minutes: 3, think: 60, pair: 60, share: 60',
        'step: the-search, minutes: 1',
      ),
      swap(
        LESSON,
        '      - { step: declared, minutes: 3 }',
        '      - { pause: a-cook, minutes: 3, think: 60, pair: 60, share: 60 }',
      ),
    ],
    file: LESSON,
    at: 'pause: ‸a-cook',
    says: 'a pause stands right before or after its step, and “a-cook” is not next to this one',
  },
  wrong(
    'a path id twice',
    LESSON,
    [
      'polls:',
      '  - { id: short, title: T, summary: S, minutes: 1, slides: [{ step: signed, minutes: 1 }] }\npolls:',
    ],
    {
      at: '{ id: ‸short',
      says: 'the path id “short” is taken already (second-story/classroom/lesson.yaml:2)',
    },
  ),
  wrong('a poll with too many options', LESSON, ['[His family,', '[His, His own, His family,'], {
    at: 'options: ‸[His',
    says: '“options” must have at most 4 items',
  }),
  wrong('a poll with an option twice', LESSON, ['Nobody]', 'His family]'], {
    at: '", ‸His family]',
    says: 'the option “His family” stands twice',
  }),
  wrong('a poll’s option too long', LESSON, ['[His family,', `[His ${'very '.repeat(12)}family,`], {
    at: '[‸His very',
    says: 'the option has 70 characters; at most 60 fit',
  }),
  wrong('a poll’s option with a quantity', LESSON, ['[His family,', '[Three people,'], {
    at: '[‸Three people',
    says: '“Three people” is a quantity',
  }),
  wrong('a poll’s option with emphasis', LESSON, ['Nobody]', '"Only *he*"]'], {
    at: 'Only ‸*he*',
    says: 'a poll’s option is plain words, with bindings at most',
  }),
  wrong('a poll’s question with a quantity', LESSON, ['Who was', 'Who of three people was'], {
    at: 'Who of ‸three people',
    says: '“three people” is a quantity',
  }),
  wrong('a poll’s note with an unknown source', LESSON, ['[^cdc-history]', '[^cdc-histroy]'], {
    at: '[^‸cdc-histroy]',
    says: 'unknown source “cdc-histroy”',
    meant: 'cdc-history',
  }),
  wrong('a poll’s source unknown', LESSON, ['sources: [fenner-1988]', 'sources: [fenner-1989]'], {
    at: 'sources: [‸fenner-1989]',
    says: 'unknown source “fenner-1989”',
    meant: 'fenner-1988',
  }),
  wrong('an analysis of an unknown source', LESSON, ['source: fenner-1988', 'source: fenner-1989'], {
    at: 'source: ‸fenner-1989',
    says: 'unknown source “fenner-1989”',
  }),
  wrong('an excerpt that is no quote', LESSON, ['excerpt: the last case', 'excerpt: the final case'], {
    at: 'excerpt: ‸the final case',
    says: 'the excerpt is none of the quotes of “fenner-1988”, letter for letter',
    meant: 'the last case of naturally occurring smallpox in the world',
  }),
  wrong('an analysis with a quantity', LESSON, ['For [experts]', 'For ten [experts]'], {
    at: 'For ‸ten [experts]',
    says: '“ten experts” is a quantity',
  }),
  wrong('an analysis without what is missing', LESSON, ['    missing: What the cook said.\n', ''], {
    at: '- ‸id: the-book',
    says: '“missing” is missing',
  }),
  wrong('a quiz of no known kind', QUIZ, ['kind: order', 'kind: ordre'], {
    at: 'kind: ‸ordre',
    says: '“kind” cannot be “ordre”; write choice, order, place or who',
    meant: 'order',
  }),
  wrong('a question without a kind', QUIZ, ['- kind: order\n    id', '- id'], {
    at: '- ‸id: what-first',
    says: '“kind” is missing',
  }),
  wrong('an unknown key in a question', QUIZ, ['camera: world', 'camera: world\n    rigth: merca'], {
    at: '‸rigth: merca',
    says: 'unknown key “rigth”',
    meant: 'right',
  }),
  wrong('a question without a source', QUIZ, ['sources: [cdc-history]', 'sources: []'], {
    at: 'sources: ‸[]',
    says: '“sources” is an empty list; name at least one',
  }),
  wrong('a question’s source unknown', QUIZ, ['sources: [cdc-history]', 'sources: [cdc]'], {
    at: 'sources: [‸cdc]',
    says: '“cdc” is an actor, not a source',
  }),
  wrong('a question id twice', QUIZ, ['id: who-wrote', 'id: how-long'], {
    at: 'kind: who\n    id: ‸how-long',
    says: 'the question id “how-long” is taken already (second-story/classroom/quiz.yaml:3)',
  }),
  wrong('a question of an unknown step', QUIZ, ['step: signed', 'step: singed'], {
    at: 'step: ‸singed',
    says: 'unknown step “singed”',
    meant: 'signed',
  }),
  wrong('a question with a quantity', QUIZ, ['How long after', 'How long after two days and'], {
    at: 'after ‸two days',
    says: '“two days” is a quantity',
  }),
  wrong('an option with a quantity', QUIZ, ['- Next day', '- Two days later'], {
    at: '- ‸Two days',
    says: '“Two days” is a quantity',
  }),
  wrong('a reason with a quantity', QUIZ, ['It took until', 'It took two years until'], {
    at: 'took ‸two years',
    says: '“two years” is a quantity',
  }),
  wrong('a citation in a reason', QUIZ, ['In Merca.', 'In Merca.[^cdc-history]'], {
    at: 'Merca.‸[^cdc-history]',
    says: '“why” has no citations; list the source under “sources”',
  }),
  wrong('an answer that is no option', QUIZ, ['right: "{days:1977-10-26..1979-12-09}"', 'right: Nevre'], {
    at: 'right: ‸Nevre',
    says: '“Nevre” is none of the options, letter for letter',
    meant: 'Never',
  }),
  wrong('two options', QUIZ, ['      - Never\n', ''], {
    at: 'options:\n      ‸- Next day',
    says: '“options” must have at least 3 items',
  }),
  wrong('an option twice', QUIZ, ['      - Never', '      - Next day'], {
    at: '09}"\n      - ‸Next day',
    says: '“Next day” stands in “options” twice',
  }),
  wrong('an unknown event to order', QUIZ, ['[diagnosis,', '[diagnosys,'], {
    at: 'events: [‸diagnosys',
    says: 'unknown event “diagnosys”',
    meant: 'diagnosis',
  }),
  wrong('an event twice', QUIZ, ['assembly-declares]', 'assembly-declares, last-rash]'], {
    at: 'assembly-declares, ‸last-rash]',
    says: '“last-rash” stands in “events” twice',
  }),
  wrong('events in their right order', QUIZ, ['[diagnosis, last-rash,', '[last-rash, diagnosis,'], {
    at: 'events: ‸[last-rash',
    says: 'the events are offered in their right order already; shuffle them',
  }),
  {
    name: 'events whose dates overlap',
    changes: [...taught, swap('events.yaml', 'date: 1977-10-26', 'date: 1977-10-26~')],
    file: QUIZ,
    at: 'events: [diagnosis, ‸last-rash',
    says: 'the dates of “diagnosis” (1977-10-30) and “last-rash” (1977-10-26~) overlap: nobody can say which was first',
  },
  wrong('an unknown camera', QUIZ, ['camera: world', 'camera: wrold'], {
    at: 'camera: ‸wrold',
    says: 'unknown camera “wrold”',
    meant: 'world',
  }),
  wrong('an unknown place', QUIZ, ['[geneva, nairobi', '[genava, nairobi'], {
    at: 'options: [‸genava',
    says: 'unknown place “genava”',
    meant: 'geneva',
  }),
  {
    name: 'a place outside the view',
    changes: [...taught, swap('map.yaml', '[-20, -36, 60, 60]', '[-20, -36, 60, 40]')],
    file: QUIZ,
    at: 'options: [‸geneva',
    says: 'the place “geneva” lies outside the camera “world”',
  },
  {
    name: 'a place without a point',
    changes: [...taught, swap('places.yaml', '    at: [36.82, -1.29]\n', '')],
    file: QUIZ,
    at: '[geneva, ‸nairobi',
    says: 'the place “nairobi” has no point on the map',
  },
  {
    name: 'places too near each other',
    changes: [
      ...taught,
      {
        file: 'places.yaml',
        append: '  - { id: cornavin, name: Cornavin, at: [8.9, 47.1], precision: station, kind: building }\n',
      },
      swap(QUIZ, '[geneva, nairobi,', '[geneva, cornavin,'),
    ],
    file: QUIZ,
    at: '[geneva, ‸cornavin',
    says: '“cornavin” lies too near “geneva” to be told apart from it on this map',
  },
  wrong('a place that is not offered', QUIZ, ['right: merca', 'right: mecca'], {
    at: 'right: ‸mecca',
    says: '“mecca” is none of the options, letter for letter',
    meant: 'merca',
  }),
  wrong('words that nobody quoted', QUIZ, ['quote: naturally', 'quote: neutrally'], {
    at: 'quote: ‸neutrally',
    says: 'these words stand in none of the quotes of “fenner-1988”, letter for letter',
  }),
  wrong(
    'words that are cut',
    QUIZ,
    ['quote: naturally occurring smallpox', 'quote: rally occurring smallpox'],
    {
      at: 'quote: ‸rally',
      says: 'these words stand in none of the quotes of “fenner-1988”',
    },
  ),
  wrong('quoted from an unknown source', QUIZ, ['quoted: fenner-1988', 'quoted: fenner'], {
    at: 'quoted: ‸fenner',
    says: 'unknown source “fenner”',
    meant: 'fenner-1988',
  }),
  wrong('an unknown speaker', QUIZ, ['[cdc, who,', '[cdx, who,'], {
    at: 'options: [‸cdx',
    says: 'unknown actor “cdx”',
    meant: 'cdc',
  }),
  wrong('a speaker who is not offered', QUIZ, ['right: who', 'right: geneva'], {
    at: 'right: ‸geneva',
    says: '“geneva” is none of the options, letter for letter',
  }),
  wrong('a list where a line belongs', QUIZ, ['why: So it went.', 'why: 1977. So it went.'], {
    at: 'why: ‸1977.',
    says: '“why” is words alone, and this begins a list; a backslash before its mark makes it words',
  }),
];

describe('a mistake in the classroom', () => {
  test.each(CASES)('$name', tell);

  test('several are told at once, in the order of the files', () => {
    const folder = changedStory([
      ...taught,
      swap(QUIZ, 'right: merca', 'right: mecca'),
      swap(LESSON, 'minutes: 16', 'minutes: 15'),
      swap(GUIDE, '{plain|two days}', 'two days'),
      swap('events.yaml', 'thread: outbreak', 'thread: outbrake'),
    ]);
    const { ok, lines } = checkFolder(folder);
    expect(ok).toBe(false);
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'second-story/classroom/guide.md:5:8',
      'second-story/classroom/lesson.yaml:5:14',
      'second-story/classroom/quiz.yaml:26:12',
      'second-story/events.yaml:6:13',
      'content:',
    ]);
  });

  test('BOM and CRLF are none', () => {
    const plain = changedStory(taught);
    const files = [GUIDE, LESSON, QUIZ].map((file) => ({
      file,
      write: `\ufeff${readFileSync(join(plain, file), 'utf8').replaceAll('\n', '\r\n')}`,
    }));
    expect(load(...files)).toEqual(load());
  });
});
