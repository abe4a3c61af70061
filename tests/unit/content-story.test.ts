/** The real content keeps its promises: everything sourced, every claim covered, every number bound. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Step, Story } from '#model/story.ts';
import { loadStory, type LoadedStory } from '#content/load.ts';
import { ContentErrors } from '#content/problem.ts';

const FOLDER = fileURLToPath(new URL('../../content', import.meta.url));

let loaded: LoadedStory;
let story: Story;
let steps: Step[];

beforeAll(() => {
  // Among others: no raw HTML, no unknown id, and no number in the prose that is neither bound nor marked plain.
  try {
    loaded = loadStory(FOLDER);
  } catch (error) {
    // The list itself, without a stack in front of it.
    throw error instanceof ContentErrors ? new Error(error.message) : error;
  }
  story = loaded.story;
  steps = story.chapters.flatMap((chapter) => chapter.steps);
});

const words = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

describe('the narrative', () => {
  test('has a prologue and ten chapters', () => {
    expect(story.chapters.map(({ number }) => number)).toEqual([undefined, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('has 36 to 45 steps and 4,500 to 6,500 words', () => {
    expect(steps.length).toBeGreaterThanOrEqual(36);
    expect(steps.length).toBeLessThanOrEqual(45);
    const count = steps.reduce((sum, step) => sum + words(step.text), 0);
    expect(count).toBeGreaterThanOrEqual(4500);
    expect(count).toBeLessThanOrEqual(6500);
  });

  test('cites a source in every step', () => {
    expect(steps.filter(({ cites }) => cites.length === 0).map(({ id }) => id)).toEqual([]);
    const known = new Set(story.sources.map(({ id }) => id));
    expect(steps.flatMap(({ cites }) => cites).filter((id) => !known.has(id))).toEqual([]);
  });

  test('numbers its notes without a gap, each cited by a step', () => {
    expect(story.notes.map(({ number }) => number)).toEqual(story.notes.map((_, i) => i + 1));
    expect(story.notes.filter((note) => note.steps.length === 0)).toEqual([]);
  });

  test('keeps notes for teachers out of the page', () => {
    expect(steps.filter(({ teach }) => teach).length).toBeGreaterThan(0);
    const leaks = steps.filter(({ html, text, teach }) => {
      const notes = [teach?.point, teach?.ask, teach?.answer, teach?.misunderstanding];
      return /\[!|minutes=/.test(html + text) || notes.some((note) => note && html.includes(note));
    });
    expect(leaks.map(({ id }) => id)).toEqual([]);
  });

  test('says what to point at, to ask, to answer and to put right in every step', () => {
    const whole = steps.filter(
      ({ teach }) => teach?.point && teach.ask && teach.answer && teach.misunderstanding,
    );
    expect(steps.filter((step) => !whole.includes(step)).map(({ id }) => id)).toEqual([]);
    const kinds = whole.map(({ teach }) => teach?.answerKind);
    expect(new Set(kinds)).toEqual(new Set(['answer', 'evidence']));
    expect(
      whole.filter(({ teach }) => /<strong>(?:Point|Ask|Ans|Evi|A com)/.test(JSON.stringify(teach))),
    ).toEqual([]);
  });

  test('has one or two lines for the wall in every step, each a line', () => {
    expect(steps.filter(({ wall }) => wall.length < 1 || wall.length > 2).map(({ id }) => id)).toEqual([]);
    const lines = steps.flatMap(({ wall }) => wall);
    expect(lines.filter((line) => /[\n{}]|<(?:p|ul|sup|cite)\b/.test(line))).toEqual([]);
  });

  test('prints no binding or citation as it was written', () => {
    expect(steps.filter(({ html }) => /[{}]|\[\^/.test(html)).map(({ id }) => id)).toEqual([]);
  });
});

describe('the classroom', () => {
  test('tells every chapter in plain words', () => {
    expect(story.chapters.filter(({ plain }) => !plain).map(({ id }) => id)).toEqual([]);
  });

  test('has a guide, a path of one lesson, and questions of every kind', () => {
    const { guide, paths, quiz } = story.classroom ?? { guide: [], paths: [], quiz: [] };
    expect(guide.length).toBeGreaterThan(3);
    expect(paths.map(({ minutes }) => minutes)).toContain(45);
    expect(new Set(quiz.map(({ kind }) => kind))).toEqual(new Set(['choice', 'order', 'place', 'who']));
  });

  test('uses each poll and each source to look into in some path', () => {
    const slides = (story.classroom?.paths ?? []).flatMap((path) => path.slides);
    const used = new Set(
      slides.map((slide) =>
        slide.kind === 'poll' ? slide.poll : slide.kind === 'analysis' ? slide.analysis : '',
      ),
    );
    const all = [...(story.classroom?.polls ?? []), ...(story.classroom?.analyses ?? [])];
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('prints no binding or citation as it was written', () => {
    expect(JSON.stringify(story.classroom)).not.toMatch(
      /\{(?:quantity|series|days|weeks|count|plain)[:|]|\[\^/,
    );
  });
});

describe('the data', () => {
  test('have nothing below grade B', () => {
    const lists = [
      story.events,
      story.ships,
      story.voyages,
      story.quantities,
      story.destruction,
      story.sources,
    ];
    const grades = [
      ...lists.flatMap((list) => list.map(({ grade }) => grade)),
      ...story.series.flatMap(({ points }) => points.map(({ grade }) => grade)),
    ];
    expect(grades.filter((grade) => grade !== 'A' && grade !== 'B')).toEqual([]);
  });

  test('cover each of the report’s 39 claims by a step or a mark', () => {
    const numbers = story.claims.map(({ n }) => n).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 39 }, (_, i) => i + 1));
    const known = new Set([...steps.map(({ id }) => id), ...story.events.map(({ id }) => id)]);
    const missing = story.claims.filter(
      ({ steps, events }) => ![...steps, ...events].some((id) => known.has(id)),
    );
    expect(missing.map(({ n, claim }) => `${n}: ${claim}`)).toEqual([]);
  });

  test('keep reproductions’ addresses to editors', () => {
    const raw = parse(readFileSync(`${FOLDER}/sources.yaml`, 'utf8')) as {
      sources: { copy?: string; url?: string }[];
    };
    const published = JSON.stringify(story);
    const leaks = raw.sources.flatMap(({ copy, url }) =>
      copy && copy !== url && published.includes(`"${copy}"`) ? [copy] : [],
    );
    expect(leaks).toEqual([]);
  });

  test('explain at least 25 terms', () => {
    expect(story.glossary.length).toBeGreaterThanOrEqual(25);
  });

  test('have every mark on a lane, and no mark twice', () => {
    const ids = story.events.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(story.events.filter(({ kind }) => kind === 'movement')).toHaveLength(19);
  });
});
