import { describe, expect, it } from 'vitest';
import { civilDate, daysBetween, formatCivil, formatDate, parseDate } from '#model/dates.ts';

describe('parseDate', () => {
  it('reads a moment with its offset: 02:30 in Damascus is still the day before in UTC', () => {
    const date = parseDate('2013-08-21T02:30+03:00');
    expect(new Date(date.start).toISOString()).toBe('2013-08-20T23:30:00.000Z');
    expect(civilDate(date.start, date.offset)).toBe('2013-08-21');
    expect(date.precision).toBe('minute');
  });

  it.each([
    ['2014-01-31', '2014-01-31', '2014-02-01', 'day'],
    ['2014-02', '2014-02-01', '2014-03-01', 'month'],
    ['2013-12', '2013-12-01', '2014-01-01', 'month'],
    ['2014', '2014-01-01', '2015-01-01', 'year'],
    ['2014-01-24/2014-01-31', '2014-01-24', '2014-02-01', 'interval'],
    ['2014-02/2014-03', '2014-02-01', '2014-04-01', 'interval'],
  ])('%s covers %s up to %s', (edtf, from, to, precision) => {
    const date = parseDate(edtf);
    expect(new Date(date.start).toISOString().slice(0, 10)).toBe(from);
    expect(new Date(date.end).toISOString().slice(0, 10)).toBe(to);
    expect(date.precision).toBe(precision);
  });

  it('keeps “about”', () => {
    expect(parseDate('2014-04-10~').approximate).toBe(true);
    expect(parseDate('2014-04-10').approximate).toBe(false);
  });

  it.each([
    ['2014-02-30', 'not a day of the calendar'],
    ['2014-13', 'not a day of the calendar'],
    ['31 January 2014', 'is not a date'],
    ['2014-1-31', 'is not a date'],
    ['2014-01-31T25:00Z', 'not a time of day'],
    ['2014-02-01/2014-01-01', 'ends (2014-01-01) before it starts (2014-02-01)'],
  ])('refuses %s', (edtf, reason) => {
    expect(() => parseDate(edtf)).toThrow(reason);
  });
});

describe('dates in words', () => {
  it.each([
    ['2014-01-31', '31 January 2014'],
    ['2014-04-10~', 'about 10 April 2014'],
    ['2014-02', 'February 2014'],
    ['2014', '2014'],
    ['2014-01-24/2014-01-31', '24–31 January 2014'],
    ['2014-02-27/2014-03-04', '27 February – 4 March 2014'],
    ['2013-12-31/2014-01-07', '31 December 2013 – 7 January 2014'],
    ['2014-02/2014-03', 'February 2014 – March 2014'],
    ['2013-08-21T02:30+03:00', '21 August 2013'],
  ])('%s reads “%s”', (edtf, words) => {
    expect(formatDate(parseDate(edtf))).toBe(words);
  });

  it('has a short form', () => {
    expect(formatCivil('2014-01-31', true)).toBe('31 Jan 2014');
  });
});

it('counts days across a leap day and a change of clocks', () => {
  expect(daysBetween('2013-12-31', '2014-01-31')).toBe(31);
  expect(daysBetween('2016-02-28', '2016-03-01')).toBe(2);
  expect(daysBetween('2014-02-05', '2014-01-31')).toBe(-5);
});
