import { describe, expect, it } from 'vitest';
import { kicker } from '#hosts/story/kicker.ts';
import { parseDate } from '#model/dates.ts';
import type { Step, Story } from '#model/story.ts';

const mark = (id: string, date: string, places: string[]) => ({ id, date: parseDate(date), places });
const story = {
  places: [
    { id: 'munich', label: 'Munich' },
    { id: 'geneva', label: 'Geneva' },
  ],
  events: [
    mark('meeting', '2014-01-31', ['munich']),
    mark('round', '2014-01-24/2014-01-31', ['geneva']),
    mark('two-cities', '2014-01-31', ['munich', 'geneva']),
    mark('about', '2014-01-31~', ['munich']),
    mark('at-night', '2014-02-01T00:30+03:00', ['munich']),
  ],
} as unknown as Story;

/** The kicker of a step set to a day, with these marks in focus. */
function of(day: string, ...focus: string[]): string {
  const at = parseDate(day);
  const step = { scene: { at: { ms: at.start, offset: at.offset }, focus } } as unknown as Step;
  const { text, place } = kicker(step, story);
  return place ? `${text} · ${place}` : text;
}

describe('the line above a heading', () => {
  it('names the place of what happened that day', () => {
    expect(of('2014-01-31', 'meeting')).toBe('Friday 31 January 2014 · Munich');
    expect(of('2014-01-27', 'round')).toBe('Monday 27 January 2014 · Geneva');
  });

  it('names no place when looking back from another day', () => {
    expect(of('2026-03-01', 'meeting')).toBe('Sunday 1 March 2026');
    expect(of('2014-02-01', 'round')).toBe('Saturday 1 February 2014');
  });

  it('names no place for several places or vague days, and takes the next mark that has one', () => {
    expect(of('2014-01-31', 'two-cities', 'about')).toBe('Friday 31 January 2014');
    expect(of('2014-01-31', 'two-cities', 'meeting')).toBe('Friday 31 January 2014 · Munich');
  });

  it('goes by the local day of the place', () => {
    expect(of('2014-02-01', 'at-night')).toBe('Saturday 1 February 2014 · Munich');
  });
});
