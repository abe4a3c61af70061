/** The sources page: everything is on it, every link leads somewhere, and its filter finds what a reader types. */
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { EVERYTHING, fold, matches, readQuery, writeQuery } from '#hosts/sources/filter.ts';
import {
  countKinds,
  fileSize,
  foreignLanguage,
  groupByPublisher,
  plainTitle,
} from '#hosts/sources/listing.ts';
import SourcesPage from '#hosts/sources/SourcesPage.svelte';
import { downloads, summarise } from '#prerender/downloads/index.ts';
import { tinyStory } from './support/tiny-story.ts';

const story = tinyStory();
const html = render(SourcesPage, {
  props: {
    story,
    downloads: summarise(downloads(story)),
    report: { source: 'wire-report', html: '<p>Its form.</p>' },
  },
}).body;

describe('the page', () => {
  test('has one heading of the first rank, and none is skipped', () => {
    const ranks = [...html.matchAll(/<h([1-6])/g)].map(([, rank]) => Number(rank));
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    ranks.reduce((before, rank) => {
      expect(rank).toBeLessThanOrEqual(before + 1);
      return rank;
    }, 0);
  });

  test('shows every source, claim, figure and series under its id', () => {
    const ids = [
      ...story.sources.map(({ id }) => `source-${id}`),
      ...story.claims.map(({ id }) => `claim-${id}`),
      ...story.quantities.map(({ id }) => `figure-${id}`),
      ...story.series.map(({ id }) => `series-${id}`),
      'method',
      'corrections',
      'downloads',
    ];
    for (const id of ids) expect(html).toContain(`id="${id}"`);
  });

  test('uses no id twice and links to no id that is not there', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id as string);
    expect(ids).toEqual([...new Set(ids)]);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  test('links to steps, notes and files relative to its folder', () => {
    expect(html).toContain('href="../#first-load"');
    expect(html).toContain('href="../#note-1"');
    expect(html).toContain('href="../data/events.csv"');
    expect(html).not.toMatch(/href="\/(?!\/)/);
  });

  test('links a source only where its own address is known', () => {
    const entry = (id: string): string =>
      html.slice(html.indexOf(`id="source-${id}"`)).split('</li>')[0] as string;
    expect(entry('agency-note')).toContain('href="https://agency.example/');
    expect(entry('wire-report')).toContain('read as a reproduction');
    expect(entry('wire-report')).not.toContain('href="http');
    expect(entry('wire-report')).not.toMatch(/<cite[^>]*><a/);
    expect(entry('atlas')).toContain('Read for background.');
  });

  test('gives words of other languages their language', () => {
    expect(html).toMatch(/<blockquote[^>]* lang="pl"/);
  });

  test('says that there are no corrections yet, and lists them when there are', () => {
    expect(html).toContain('There are no corrections yet.');
    const corrected = tinyStory();
    corrected.corrections = [
      { date: story.events[0]!.date, where: 'The first load', was: '79', now: '78', why: 'Counted again.' },
    ];
    const page = render(SourcesPage, { props: { story: corrected } }).body;
    expect(page).not.toContain('There are no corrections yet.');
    expect(page).toContain('<del>79</del>');
  });

  test('leaves out what a story does not have', () => {
    const bare = { ...tinyStory(), claims: [], series: [], quantities: [], discrepancies: [] };
    const page = render(SourcesPage, { props: { story: bare } }).body;
    for (const id of ['report', 'series', 'figures', 'discrepancies', 'downloads']) {
      expect(page).not.toContain(`id="${id}"`);
      expect(page).not.toContain(`href="#${id}"`);
    }
  });
});

describe('the list', () => {
  test('is by publisher, each with the steps that cite it', () => {
    const groups = groupByPublisher(story);
    expect(groups.map(({ publisher }) => publisher)).toEqual(['Atlas', 'The Agency', 'Wire']);
    expect(groups[2]?.sources[0]).toMatchObject({
      note: 2,
      steps: [{ title: 'The first load' }, { id: 'deadline' }],
    });
    expect(groups[0]?.sources[0]).toMatchObject({ steps: [], inData: false });
  });

  test('counts kinds', () => {
    expect(
      countKinds(story)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['official', 'press', 'reference']);
  });

  test('tells descriptions from headings without brackets', () => {
    expect(plainTitle({ title: '[Report on the delay]', descriptive: true })).toBe('Report on the delay');
    expect(plainTitle({ title: '[sic] A heading', descriptive: false })).toBe('[sic] A heading');
  });

  test('names other languages only', () => {
    expect(foreignLanguage('en', 'en-GB')).toBeUndefined();
    expect(foreignLanguage('ar', 'en')).toBe('Arabic');
  });

  test('writes sizes as file managers do', () => {
    expect([999, 1000, 9949, 12_345].map(fileSize)).toEqual(['999 B', '1.0 kB', '9.9 kB', '12 kB']);
  });
});

describe('the filter', () => {
  const entry = { publisher: 'Wire', kind: 'press', words: fold('Wire Ban Ki-moon’s Report, Über alles') };

  test('takes any words in any order, whatever their case and accents', () => {
    expect(matches(entry, { ...EVERYTHING, text: 'uber  REPORT' })).toBe(true);
    expect(matches(entry, { ...EVERYTHING, text: "ki-moon's" })).toBe(true);
    expect(matches(entry, { ...EVERYTHING, text: 'report missing' })).toBe(false);
    expect(matches(entry, EVERYTHING)).toBe(true);
  });

  test('joins publisher, kind and words', () => {
    expect(matches(entry, { publisher: 'Wire', kind: 'press', text: 'ban' })).toBe(true);
    expect(matches(entry, { publisher: 'Wire', kind: 'official', text: 'ban' })).toBe(false);
    expect(matches(entry, { publisher: 'Wir', kind: '', text: '' })).toBe(false);
  });

  test('goes through the address and back', () => {
    const query = { publisher: 'A & B', kind: 'press', text: 'two words' };
    expect(readQuery(writeQuery(query))).toEqual(query);
    expect(writeQuery(EVERYTHING, '?kind=press&theme=dark')).toBe('?theme=dark');
    expect(writeQuery(EVERYTHING)).toBe('');
  });
});
