/** What the addresses of a lesson's windows say, on a site and in the file. */
import { afterEach, expect, it, vi } from 'vitest';
import { addressOf, asked } from '#hosts/present/address.ts';
import { begin } from './present-fixture.ts';

const at = (href: string): void => void vi.stubGlobal('location', new URL(href));
afterEach(() => vi.unstubAllGlobals());
const SITE = 'https://school.example/deep/present/';
const FILE = 'file:///media/USB%20stick/%C3%BCb/behind-schedule-offline.html?page=present';

it('asks for a path, a slide and a lesson', () => {
  at(`${SITE}?path=lesson-45&lesson=abcdef123456#pause-x`);
  expect(asked()).toEqual({ path: 'lesson-45', slide: 'pause-x', lesson: 'abcdef123456' });
  at(SITE);
  expect(asked()).toEqual({ path: '', slide: '', lesson: undefined });
  at(`${FILE}&path=lesson-15#%D1%88`);
  expect(asked()).toEqual({ path: 'lesson-15', slide: 'ш', lesson: undefined });
});

it('what is broken asks for nothing', () => {
  at(`${SITE}#%E0%A4%A`);
  expect(asked().slide).toBe('');
  for (const lesson of ['short', 'A-Z', '../x', 'x'.repeat(33), '%00aaaaaaaa', '']) {
    at(`${SITE}?lesson=${lesson}`);
    expect(asked().lesson, lesson).toBeUndefined();
  }
});

it('tells where the lesson is, and what it said before', () => {
  const session = { ...begin('lesson-45'), slide: 'last-site' };
  at(`${SITE}#first`);
  expect(addressOf(location.href, session)).toBe(`${SITE}?path=lesson-45#last-site`);
  expect(addressOf('speaker/', session, 'abcdef12')).toBe(
    `${SITE}speaker/?path=lesson-45&lesson=abcdef12#last-site`,
  );
  expect(addressOf(location.href, { ...session, path: '' })).toBe(`${SITE}#last-site`);
  at(`${FILE}&path=lesson-90#x`);
  expect(addressOf(location.href, { ...session, path: '' })).toBe(`${FILE}#last-site`);
  expect(addressOf('?page=speaker', session, 'abcdef12')).toBe(
    `${FILE.replace('present', 'speaker')}&path=lesson-45&lesson=abcdef12#last-site`,
  );
});

it('comes back as it was asked', () => {
  const session = begin('lesson-90');
  at(SITE);
  at(addressOf(location.href, session, 'abcdef123456'));
  expect(asked()).toEqual({ path: 'lesson-90', slide: session.slide, lesson: 'abcdef123456' });
});
