/**
 * Finds the quantities in English prose that are neither bound to the data nor marked plain.
 *
 * Any figure is a quantity unless it is a date, a time or part of a name. A number word is a quantity if a unit
 * noun follows within three words of the same clause. “one” and ordinals never are.
 */
import { UNITS } from './units.ts';

/** Prose with, for each UTF-16 unit, whether a number there needs no binding (quotations, bindings, event links). */
export interface Prose {
  text: string;
  exempt: readonly boolean[];
}

export interface Unbound {
  start: number;
  end: number;
  /** The number with its unit if it has one: “nineteen loads”. */
  text: string;
}

/** Stands in the prose for a binding or a citation. */
export const PLACEHOLDER = '\ufffc';

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)';
const DAY = '(?:[12]?\\d|3[01]|0[1-9])';
const YEAR = '(?:1[89]|20)\\d\\d';
const DASH = '[-–—/]';
const S = '[\\s\\u00a0]+';
const JOIN = `(?:,${S}(?:and${S}|or${S})?|${S}(?:and|or|to|until|till|through)${S}|(?:${S})?${DASH}(?:${S})?)`;
const HALF_DAY = `(?:${S})?(?:am|pm|a\\.m\\.|p\\.m\\.)(?![A-Za-z])`;
const DAY_PART = `${S}(?:in the (?:morning|afternoon|evening)|at night|local time|GMT|UTC|CET)`;
const CLOCK = '(?:[01]?\\d|2[0-3])[.:][0-5]\\d';

/** Words that number things rather than count them: the number after them is part of a name. */
const NUMBERED =
  '(?:resolutions?|articles?|chapters?|categor(?:y|ies)|schedules?|paragraphs?|paras?\\.?|annex(?:es)?|pages?|pp?\\.|notes?|sections?|steps?|parts?|numbers?|nos?\\.|decisions?|documents?|phases?|levels?|grades?|priority|priorities|rules?|flights?|routes?|channels?|highways?|group of|questions?|figures?|tables?|issues?|volumes?|vol\\.|rounds?|clauses?|points?|items?|types?|versions?|building|hangar|unit|site)';

/** After these the number counts after all: “after the decision 30 days passed”. */
const COUNTED = `(?![\\d.,]*\\d)(?!${S}(?:percent|%|days?|weeks?|months?|years?|hours?|tonnes?|people)(?![A-Za-z]))`;

/** Stretches in which figures are dates, times or names. */
const NAMES: readonly RegExp[] = [
  // 21 August 2013; 24–31 January; 5, 13 and 27 April 2014; 30 November to 2 December
  new RegExp(`(?<![\\d.,])${DAY}(?:${JOIN}${DAY})*${S}${MONTH}(?![A-Za-z])(?:,?${S}${YEAR}(?!\\d))?`, 'g'),
  // August 2013; August 21, 2013; January and February 2014 (the months need no help)
  new RegExp(
    `(?<![A-Za-z])${MONTH}${S}(?:${DAY}(?!\\d)(?:${JOIN}${DAY}(?!\\d))*(?:,${S}${YEAR})?|${YEAR})(?!\\d)`,
    'g',
  ),
  // 2013–2014, 2013–14, 2013/14, 1990s
  new RegExp(`(?<![\\d.,])${YEAR}(?:${DASH}(?:${YEAR}|\\d\\d)(?!\\d)|s(?![A-Za-z]))`, 'g'),
  // 5.30 am, 02:30, 2.30 in the morning, between 2 and 3 am, 5 o’clock
  new RegExp(
    `(?<!\\d)(?:${CLOCK}|\\d{1,2})(?:${JOIN}(?:${CLOCK}|\\d{1,2}))?(?:${HALF_DAY}|${S}o[’']clock|${DAY_PART})`,
    'gi',
  ),
  /(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])/g,
  // resolution 2118, resolutions 2118 and 2209, Article 12, paragraphs 21 to 24
  new RegExp(
    `(?<![A-Za-z])${NUMBERED}${S}[A-Z(]{0,2}\\d+(?:\\.\\d+)*(?:\\(\\w+\\))?${COUNTED}(?:${JOIN}\\d+${COUNTED})*`,
    'gi',
  ),
  // EC-M-33/DEC.1, S/2013/553, S/RES/2118 (2013), A/67/997, C-SS-4, RC-3
  /(?<![A-Za-z])[A-Z]{1,5}(?:[-/.][A-Z0-9][A-Za-z0-9]*)+(?:[-/.]\d+)*(?:\s\(\d{4}\))?/g,
  // G20, F-16, M14, Mi-8, BM-21, UN1234, Covid-19, 9/11
  /(?<![A-Za-z])[A-Za-z]*[A-Z][A-Za-z]*-?\d+[A-Za-z]?(?!\d)/g,
  /(?<!\d)9\/11(?!\d)/g,
  // 19th, 1st
  /\d+(?:st|nd|rd|th)(?![A-Za-z])/g,
];

const BARE_YEAR = new RegExp(`(?<![\\d.,])${YEAR}(?![\\d%]|[.,]\\d)`, 'g');
/** Before these, a number like 2013 is a year even if a unit noun follows (“in 2013 people …”). */
const BEFORE_YEAR =
  /(?:^|[^A-Za-z])(?:in|of|since|by|until|till|from|to|early|late|mid|during|after|before|and|through|throughout|for)[\s\u00a0-]+$/i;

const WORD =
  /(?<![A-Za-z])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|hundreds?|thousands?|millions?|billions?|dozens?|half)(?![A-Za-z])/gi;
const FIGURES = /\d+(?:[,\u00a0\u202f]\d{3}(?!\d))*(?:\.\d+)?/g;

/** Words that end the stretch in which a number counts the noun after it. */
const STOP = new Set(
  'who that which were was had have has is are in on at for with by from after before until since against met said left went came would could will did do does as if when while because but than then they he she it we'.split(
    ' ',
  ),
);
const BRIDGES = new Set(['and', 'or', 'to']);
const IS_NUMBER = new RegExp(`^(?:${WORD.source}|\\d.*)$`, 'i');

/** The first unit noun within three words after `from`, in the same clause. */
function unitAfter(text: string, from: number): number | undefined {
  let count = 0;
  const next = /^([\s\u00a0-]+|[’'](?=\s))?([A-Za-z%][A-Za-z’']*|\d[\d.,]*)/;
  let at = from;
  const sign = /^[\s\u00a0]?%/.exec(text.slice(at));
  if (sign) return at + sign[0].length;
  while (count < 3) {
    const match = next.exec(text.slice(at));
    if (!match || (match[1] === undefined && at !== from)) return undefined;
    at += match[0].length;
    const word = match[2]!.toLowerCase().replace(/[’']s?$/, '');
    if (UNITS.has(word)) return at;
    if (STOP.has(word)) return undefined;
    if (BRIDGES.has(word)) {
      // “two to three weeks”, “two and a half weeks”: one quantity, however many words.
      const following = /^[\s\u00a0]+(?:an?[\s\u00a0]+)?([A-Za-z]+|\d[\d.,]*)/.exec(text.slice(at));
      if (!following || !IS_NUMBER.test(following[1]!)) return undefined;
      at += following[0].length;
      count = 0;
      continue;
    }
    count += 1;
  }
  return undefined;
}

function mask(text: string): string {
  const chars = text.split('');
  const blank = (start: number, end: number): void => {
    for (let i = start; i < end; i++) if (/\d/.test(chars[i]!)) chars[i] = '\u0000';
  };
  for (const pattern of NAMES) {
    for (const match of text.matchAll(pattern)) blank(match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(BARE_YEAR)) {
    const end = match.index + match[0].length;
    const unit = /^[\s\u00a0-]+([A-Za-z]+)/.exec(text.slice(end))?.[1]?.toLowerCase();
    const counted =
      unit !== undefined &&
      UNITS.has(unit) &&
      !/^(?:attack|strike|report|resolution|deal|talk)s?$/.test(unit);
    if (!counted || BEFORE_YEAR.test(text.slice(0, match.index))) blank(match.index, end);
  }
  return chars.join('');
}

export function findUnbound({ text, exempt }: Prose): Unbound[] {
  const masked = mask(text);
  const found: Unbound[] = [];
  const add = (start: number, end: number): void => {
    if (exempt[start]) return;
    const last = found.at(-1);
    // “two thousand tonnes”, “two to three weeks”: told once.
    if (last && start < last.end) return;
    const unit = unitAfter(text, end);
    found.push({ start, end, text: text.slice(start, unit ?? end).replace(/[\s\u00a0]+/g, ' ') });
    found.at(-1)!.end = unit ?? end;
  };
  const hits = [
    ...[...masked.matchAll(FIGURES)].map((match) => ({ match, word: false })),
    ...[...text.matchAll(WORD)].map((match) => ({ match, word: true })),
  ].sort((a, b) => a.match.index - b.match.index);
  for (const { match, word } of hits) {
    const end = match.index + match[0].length;
    if (word && unitAfter(text, end) === undefined) continue;
    add(match.index, end);
  }
  return found;
}
