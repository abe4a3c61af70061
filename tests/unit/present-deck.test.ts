/** The slides of the real story: each can be shown, has its notes, and none has them on it. */
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { activities, slideId } from '#hosts/present/deck.ts';
import { lessonNotes, plainLinks } from '#hosts/present/notes.ts';
import PresentPage from '#hosts/present/PresentPage.svelte';
import { strings } from '#hosts/present/strings.ts';
import { data, decks, story } from './present-fixture.ts';

const steps = story.chapters.flatMap((chapter) => chapter.steps);
const notes = lessonNotes(story, strings.noteLabels);
const { body } = render(PresentPage, { props: { story, stageHtml: '', root: '../' } });
const wordsOf = (html: string): string =>
  html
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp|#\d+);/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const wall = wordsOf(body);

describe('paths', () => {
  it('the first is every step in order; the others are the lessons', () => {
    expect(data.paths[0]).toMatchObject({ id: '', title: strings.whole });
    expect(data.paths[0]!.slides.map(({ id }) => id)).toEqual(steps.map(({ id }) => id));
    expect(data.paths.slice(1).map(({ id }) => id)).toEqual(story.classroom!.paths.map(({ id }) => id));
    expect(data.first).toBe(steps[0]!.id);
  });

  it.each(decks.map((deck) => ({ name: deck.path.title, deck })))(
    '$name: no slide twice, each on the page, with a title, a scene and its minutes',
    ({ deck }) => {
      const ids = deck.slides.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      deck.slides.forEach((slide, i) => {
        expect(body.split(`data-slide="${slide.id}"`), slide.id).toHaveLength(2);
        expect(slide.title, slide.id).not.toBe('');
        expect(deck.sceneOf(i)?.at, slide.id).toBeDefined();
        expect(notes[slide.id]?.title, slide.id).toBe(slide.title);
        if (slide.kind === 'pause') {
          expect(slide.phases).toHaveLength(3);
          expect(Math.min(...slide.phases!)).toBeGreaterThan(0);
        }
        if (slide.kind === 'poll') expect(slide.options).toBe(notes[slide.id]!.lines.length);
      });
      const minutes = deck.slides.reduce((sum, slide) => sum + (slide.minutes ?? 0), 0);
      const planned = story.classroom!.paths.find(({ id }) => id === deck.path.id)?.minutes;
      if (planned !== undefined) expect(minutes).toBe(planned);
    },
  );
});

it('the page has every slide once, and nothing else', () => {
  const all = [...steps.map(({ id }) => id), ...activities(story).map(slideId)];
  const there = [...body.matchAll(/data-slide="([^"]+)"/g)].map(([, id]) => id);
  expect(there).toEqual(all);
  expect(Object.keys(notes).sort()).toEqual([...all].sort());
});

describe('notes', () => {
  it('every step has its own in full', () => {
    for (const { id, teach } of steps) {
      const own = notes[id]!;
      for (const key of ['ask', 'answer', 'answerKind'] as const) expect(own[key], id).toBeTruthy();
      expect(teach?.minutes, id).toBeGreaterThan(0);
    }
  });

  it('none of them stands on the wall; questions only where the class works on them', () => {
    const asked = new Set(activities(story).flatMap((slide) => (slide.kind === 'pause' ? [slide.step] : [])));
    let looked = 0;
    for (const [id, { ask, answer, point, misunderstanding, notes: more = [] }] of Object.entries(notes)) {
      const kept = [answer, point, misunderstanding, ...more.map(({ html }) => html)];
      if (!id.startsWith('pause-') && !asked.has(id)) kept.push(ask);
      for (const html of kept) {
        const words = wordsOf(html ?? '');
        if (words === '') continue;
        looked += 1;
        // A sentence of it is enough to give it away.
        for (const sentence of words.split(/(?<=[.?!]) /).filter((part) => part.length > 30))
          expect(wall.includes(sentence), `${id}: ${sentence}`).toBe(false);
      }
    }
    expect(looked).toBeGreaterThan(150);
  });

  it('the wall is short: three lines at most', () => {
    for (const { id, wall: lines } of steps) {
      expect(lines.length, id).toBeGreaterThan(0);
      expect(lines.length, id).toBeLessThanOrEqual(3);
    }
  });
});

describe('links of the wall', () => {
  it('lead nowhere and keep what lights up', () => {
    expect(plainLinks('<a class="term" href="#term-x">word</a>')).toBe('word');
    expect(plainLinks('<a class="actor" data-actor="x" href="#actor-x">name</a>')).toBe('name');
    expect(plainLinks('<a class="ref event" data-event="x" href="#event-x">day</a>')).toBe(
      '<span class="ref" data-event="x">day</span>',
    );
    expect(plainLinks('<a data-x="y" href="#s">a</a> <a href="https://example.org/">b</a>')).toBe(
      'a <a href="https://example.org/">b</a>',
    );
  });

  it('none is left in any note or line', () => {
    for (const [id, { lines, ask, answer, point, misunderstanding, notes: more = [] }] of Object.entries(
      notes,
    )) {
      const all = [...lines, ask, answer, point, misunderstanding, ...more.map(({ html }) => html)].join(' ');
      expect(all, id).not.toMatch(/href="#/);
    }
  });
});
