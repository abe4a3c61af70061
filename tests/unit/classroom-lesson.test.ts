/** Plans and sheets: minutes add up, every question has one number, and no answer reaches the students' sheet. */
import { render } from 'svelte/server';
import { withoutMarkers } from '#prerender/markers.ts';
import { describe, expect, test } from 'vitest';
import ClassroomPage from '#hosts/classroom/ClassroomPage.svelte';
import {
  compellingQuestion,
  handoutAnalyses,
  inQuotes,
  lessonPath,
  pathPolls,
  pathRows,
  pathSteps,
  questions,
  secondsWords,
} from '#hosts/classroom/lesson.ts';
import { fromRoot, withoutLinks } from '#hosts/classroom/links.ts';
import { quizViews } from '#hosts/classroom/quiz.ts';
import Handout from '#hosts/classroom/sheets/Handout.svelte';
import Key from '#hosts/classroom/sheets/Key.svelte';
import { handoutSources, keySources, namedIn } from '#hosts/classroom/used-sources.ts';
import { chartData } from '#stage/chart/chart-data.ts';
import { guessData } from '#stage/guess/guess-data.ts';
import { classroomStory, LEVELS } from './classroom-fixture.ts';

const story = classroomStory();
const { paths } = story.classroom!;
const lesson = paths[1]!;
const quiz = quizViews(story, LEVELS);
const guess = guessData(chartData(story)!);
const count = (text: string, part: string): number => text.split(part).length - 1;
const ids = (list: { id: string }[]): string[] => list.map(({ id }) => id);

describe('a plan', () => {
  test('adds its minutes up', () => {
    const rows = pathRows(lesson, story);
    expect(rows.map(({ until }) => until)).toEqual([10, 15, 25, 45]);
    expect(rows.map(({ what }) => what)).toEqual([
      'The first load',
      story.chapters[0]!.steps[0]!.teach!.ask,
      'Why so late?',
      'A note',
    ]);
    expect(rows[1]).toMatchObject({ html: true, seconds: [60, 90, 45] });
  });

  test('says seconds as a clock does', () => {
    expect([0, 45, 60, 90].map(secondsWords)).toEqual([
      '0\u00a0s',
      '45\u00a0s',
      '1\u00a0min',
      '1\u00a0min 30\u00a0s',
    ]);
  });

  test('for the sheets is the one nearest to 45 minutes', () => {
    expect(lessonPath(paths)?.id).toBe('lesson');
    expect(lessonPath([paths[0]!])?.id).toBe('short');
    expect(lessonPath([])).toBeUndefined();
  });

  test('visits a step once though it pauses there', () => {
    expect(pathSteps(lesson)).toEqual(['first-load']);
    expect(ids(pathPolls(story.classroom!, lesson))).toEqual(['why']);
    expect(pathPolls(story.classroom!, paths[0])).toEqual([]);
  });

  test('numbers every question of the notes once, those of the lesson first', () => {
    expect(questions(story, lesson).map(({ number, step, inLesson }) => [number, step.id, inLesson])).toEqual(
      [
        [1, 'first-load', true],
        [2, 'deadline', false],
      ],
    );
    expect(questions(story, undefined).map(({ inLesson }) => inLesson)).toEqual([false, false]);
  });
});

describe('the question of the whole story', () => {
  test('is the first paragraph of the guide’s section of that name, else the second title', () => {
    expect(compellingQuestion(story)).toBe('How the drums left, and why it took a while');
    const html = '<p><strong>Was it <em>kept</em> &amp; how?</strong></p><p>More.</p>';
    const guide = [{ id: 'question', title: 'The question', html }];
    expect(compellingQuestion({ ...story, classroom: { ...story.classroom!, guide } })).toBe(
      'Was it kept & how?',
    );
  });
});

describe('the sources to look into', () => {
  test('are left to the teacher where the quiz asks who said it', () => {
    const { classroom } = classroomStory();
    expect(ids(handoutAnalyses(classroom!))).toEqual(['note']);
    classroom!.analyses[0]!.source = 'wire-report';
    expect(handoutAnalyses(classroom!)).toEqual([]);
  });
});

describe('another’s words', () => {
  test('get quotation marks once', () => {
    expect(inQuotes('so he said')).toBe('“so he said”');
    expect(inQuotes('“So,” he said')).toBe('“So,” he said');
  });
});

describe('links of passages', () => {
  test('lead to the story and to the list of sources', () => {
    const html =
      '<a href="#event-x">a</a> <a href="#note-2">b</a> <a href="./sources/">c</a> <a href="https://x.example/#y">d</a>';
    expect(fromRoot(html, story, '../')).toBe(
      '<a href="../#event-x">a</a> <a href="../sources/#source-wire-report">b</a> <a href="../sources/">c</a> <a href="https://x.example/#y">d</a>',
    );
  });

  test('go on paper, their words stay', () => {
    expect(withoutLinks('<p>a <a class="ref" href="#x">b</a> <abbr>c</abbr></p>')).toBe(
      '<p>a b <abbr>c</abbr></p>',
    );
  });
});

describe('the sources of a sheet', () => {
  test('are those that a passage names', () => {
    expect(namedIn('<cite data-source="a">(A)</cite> <cite data-source="b-2">(B)</cite>')).toEqual([
      'a',
      'b-2',
    ]);
  });

  test('of the handout are those it quotes or asks about, of the key all of them; each once', () => {
    expect(ids(handoutSources(story))).toEqual(['agency-note', 'wire-report']);
    const silent = classroomStory();
    silent.chapters[0]!.steps[0]!.teach!.ask = 'What left?';
    // Only the quiz quotes it: its title would say who said it.
    expect(ids(handoutSources(silent))).toEqual(['agency-note']);
    expect(ids(keySources(story, guess))).toEqual(['atlas', 'agency-note', 'wire-report']);
  });
});

describe('the page', () => {
  const body = withoutMarkers(render(ClassroomPage, { props: { story, quiz, root: '../' } }).body);

  test('uses no id twice, and links to no id that is not there', () => {
    const found = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id as string);
    expect(found).toEqual([...new Set(found)]);
    for (const [, to] of body.matchAll(/<a [^>]*href="#([^"]+)"/g)) expect(found).toContain(to);
  });

  test('skips no rank of heading', () => {
    const ranks = [...body.matchAll(/<h([1-6])/g)].map(([, rank]) => Number(rank));
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    ranks.reduce((before, rank) => {
      expect(rank).toBeLessThanOrEqual(before + 1);
      return rank;
    }, 0);
  });

  test('presents each plan and leads to its steps', () => {
    expect(body).toContain('href="../present/?path=lesson"');
    expect(body).toContain('href="../present/?path=short"');
    expect(body).toContain('href="../#first-load"');
    expect(body).not.toMatch(/href="\/(?!\/)/);
  });

  test('has the offline file only where there is one', () => {
    expect(body).not.toContain('offline');
    const offline = { href: '../tiny-offline.html', bytes: 1_234_567 };
    const page = render(ClassroomPage, { props: { story, quiz, root: '../', offline } }).body;
    expect(page).toMatch(/<a[^>]* href="\.\.\/tiny-offline\.html" download[^>]*>[^<]*1\.2 MB/);
    expect(page).toContain('href="#offline"');
  });

  test('leaves out what a story does not have', () => {
    const bare = {
      ...story,
      glossary: [],
      classroom: { guide: [], paths: [], polls: [], analyses: [], quiz: [] },
    };
    const page = render(ClassroomPage, { props: { story: bare, quiz: [], root: '../' } }).body;
    for (const id of ['guide', 'paths', 'glossary', 'quiz']) expect(page).not.toContain(`id="${id}"`);
  });
});

describe('the sheets', () => {
  const props = { story, quiz, guess, root: '../../' };
  const handout = withoutMarkers(render(Handout, { props: { ...props, basemap: '' } }).body);
  const key = withoutMarkers(render(Key, { props }).body);
  const answers = [
    'Two loads of drums.',
    'is that ships left.',
    'By two counts.',
    'Neither is <em>wrong</em>.',
    'The agency itself.',
    'When all was over.',
    'Its members.',
    'What it cost.',
    'They were counted on the quay.',
    'The call came in the night.',
    'The harbour is deep.',
    'It was at a meeting.',
    'Old Harbour',
    'about 10 February 2014',
    'The answer',
  ];

  test('the handout asks everything of the lesson once, and answers nothing', () => {
    for (const question of [
      'What left?',
      'Why so late?',
      'How many drums?',
      'What came first?',
      'Where did they leave from?',
      'Who said it?',
      'Nothing is left.',
    ])
      expect(count(handout, question), question).toBe(1);
    expect(handout).not.toContain('Was it late?');
    for (const answer of answers) expect(handout, answer).not.toContain(answer);
    expect(handout).not.toMatch(/data-answer|harbour/);
  });

  test('the key asks everything once, and answers it', () => {
    for (const question of [
      'What left?',
      'Was it late?',
      'Why so late?',
      'How many drums?',
      'What came first?',
      'Where did they leave from?',
      'Who said it?',
    ])
      expect(count(key, question), question).toBe(1);
    for (const answer of answers.slice(0, -1)) expect(count(key, answer), answer).toBe(1);
    expect(key).toMatch(/B\. <strong>78<\/strong>/);
    expect(key).toMatch(/B\. Old Harbour/);
    expect(key).toMatch(/about 4\u202f%/);
  });

  test('both spell addresses out', () => {
    for (const sheet of [handout, key]) expect(count(sheet, '>https://agency.example/')).toBe(1);
  });
});
