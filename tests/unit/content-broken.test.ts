/**
 * Broken content, one mistake at a time: each is told with its file, line and column, the reason, and the nearest
 * spelling. See `support/broken-content.ts` for how a case is written; those of classroom/ are in content-classroom.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadStory } from '#content/load.ts';
import { formatProblem } from '#content/problem.ts';
import { changedStory, removeCopies, type Change } from '../fixtures/second-story.ts';
import { problemsOf, swap, tell, type Case } from './support/broken-content.ts';

afterAll(removeCopies);

const CHAPTER = 'chapters/01-the-last-case.md';
const SECOND = 'chapters/02-the-proof.md';

const prose = (by: string): Change[] => [swap(CHAPTER, 'He recovered, and', by)];

const NOTES = '> [!TEACH minutes=1]\n> **Ask** Why?\n>\n> **Answer** So.';
const plain = (words: string): Change => swap(SECOND, 'number: 2', `number: 2\nplain: ${words}`);

const SERIES = `series:
  - id: done
    label: Share searched
    short: searched
    unit: percent
    basis: of all districts
    kind: announced
    mark: circle
    points:
      - { date: 1978-01-31, value: 49.3, by: WHO, grade: A, sources: [fenner-1988] }
      - { date: 1978-03-31, value: 80, approximate: true, by: WHO, grade: A, sources: [fenner-1988] }
`;
const POSITIONS = `positions:
  - id: when-it-ended
    question: When did smallpox end?
    events: [assembly-declares]
    order: date
    statements:
      - { holders: [who], text: With the declaration., stated: 1980-05-08, sources: [wha33-ar] }
    established: The last natural case was in 1977.
`;
const VOYAGES = `ships:
  - { id: dhow, name: Dhow, flag: Somalia, kind: merchant, role: trade, sources: [cdc-history], grade: B }
voyages:
  - id: merca-out
    ship: dhow
    title: Merca to sea
    from: merca-port
    to: at-sea
    depart: 1977-11-02
    arrive: 1977-11-01
    route: [[44.77, 1.71], [46, 0]]
    sources: [cdc-history]
    grade: B
areas:
  - { id: at-sea, label: At sea, ring: [[45, 0], [47, 0], [47, -2]], from: 1977-11-01, to: 1977-11-30, note: About, sources: [cdc-history] }
`;
const PORT: Change = {
  file: 'places.yaml',
  append:
    '  - { id: merca-port, name: Merca port, country: Somalia, at: [44.77, 1.71], precision: port, kind: port }\n',
};

const DATA_CASES: Case[] = [
  {
    name: 'unknown key',
    changes: [swap('events.yaml', '    rank: 1', '    ranks: 1')],
    at: '    ‸ranks: 1',
    says: 'unknown key “ranks”',
    meant: 'rank',
  },
  {
    name: 'a comma within braces',
    changes: [
      {
        file: 'places.yaml',
        append: '  - { id: aden, name: Aden, a port, precision: town, kind: town }\n',
      },
    ],
    at: 'Aden, ‸a port',
    says: 'unknown key “a port”; a text with a comma within { } needs quotes',
  },
  {
    name: 'missing key',
    changes: [swap('actors.yaml', '    type: person\n', '')],
    at: '- ‸id: ali-maow-maalin',
    says: '“type” is missing',
  },
  {
    name: 'unknown thread',
    changes: [swap('events.yaml', 'thread: outbreak', 'thread: outbrake')],
    at: 'thread: ‸outbrake',
    says: 'unknown thread “outbrake”',
    meant: 'outbreak',
  },
  {
    name: 'unknown place',
    changes: [swap('events.yaml', 'places: [nairobi]', 'places: [niarobi]')],
    at: 'places: [‸niarobi]',
    says: 'unknown place “niarobi”',
    meant: 'nairobi',
  },
  {
    name: 'unknown source',
    changes: [
      swap('events.yaml', 'sources: [fenner-1988, cdc-history]', 'sources: [fenner-1988, cdc-histroy]'),
    ],
    at: 'fenner-1988, ‸cdc-histroy',
    says: 'unknown source “cdc-histroy”',
    meant: 'cdc-history',
  },
  {
    name: 'an id of another kind',
    changes: [swap('events.yaml', 'actors: [who]', 'actors: [geneva]')],
    at: 'actors: [‸geneva]',
    says: '“geneva” is a place, not an actor',
  },
  {
    name: 'bad date',
    changes: [swap('events.yaml', 'date: 1977-10-30', 'date: 30 October 1977')],
    at: 'date: ‸30 October 1977',
    says: '“30 October 1977” is not a date',
  },
  {
    name: 'a day that does not exist',
    changes: [swap('events.yaml', 'date: 1977-10-30', 'date: 1977-02-30')],
    at: 'date: ‸1977-02-30',
    says: '“1977-02-30” is not a day of the calendar',
  },
  {
    name: 'end before start',
    changes: [swap('story.yaml', 'span: 1977-01/1980-12', 'span: 1980-12/1977-01')],
    at: 'span: ‸1980-12/1977-01',
    says: 'the interval ends (1977-01) before it starts (1980-12)',
  },
  {
    name: 'an effect before its cause',
    changes: [swap('events.yaml', 'links: [search-complete]', 'links: [assembly-declares]')],
    at: 'links: [‸assembly-declares]',
    says: 'the cause “assembly-declares” (8 May 1980) comes after its effect “commission-certifies” (9 December 1979)',
  },
  {
    name: 'a point outside its country',
    changes: [swap('places.yaml', 'at: [36.82, -1.29]', 'at: [36.82, 9.29]')],
    at: 'at: ‸[36.82, 9.29]',
    says: 'km outside Kenya, in Ethiopia',
  },
  {
    name: 'latitude before longitude',
    changes: [swap('places.yaml', 'at: [6.14, 46.23]', 'at: [46.23, 6.14]')],
    at: 'at: ‸[46.23, 6.14]',
    says: 'km outside Switzerland, in Somalia; longitude comes first',
  },
  {
    name: 'unknown country',
    changes: [swap('places.yaml', 'country: Kenya', 'country: Keniya')],
    at: 'country: ‸Keniya',
    says: 'unknown country “Keniya”',
    meant: 'Kenya',
  },
  {
    name: 'duplicate id',
    changes: [
      { file: 'places.yaml', append: '  - { id: merca, name: Merca, precision: town, kind: town }\n' },
    ],
    at: '{ id: ‸merca, name',
    says: 'the place id “merca” is taken already (second-story/places.yaml:2)',
  },
  {
    name: 'an event with a place’s id',
    changes: [
      swap('events.yaml', 'id: diagnosis', 'id: nairobi'),
      swap('events.yaml', '[diagnosis]', '[nairobi]'),
      swap(CHAPTER, 'event:diagnosis', 'event:nairobi'),
      swap(CHAPTER, '[diagnosis,', '[nairobi,'),
    ],
    file: 'places.yaml',
    at: 'id: ‸nairobi',
    says: 'the id “nairobi” is an event already (second-story/events.yaml:12); events, movements, deadlines, places',
  },
  {
    name: 'grade C',
    changes: [swap('events.yaml', 'grade: A', 'grade: C')],
    at: 'grade: ‸C',
    says: 'grade C is not published: only A and B are; leave the entry or the field out',
  },
  {
    name: 'no source',
    changes: [swap('events.yaml', 'sources: [cdc-history]', 'sources: []')],
    at: 'sources: ‸[]',
    says: '“sources” is an empty list; name at least one',
  },
  {
    name: 'a title too long',
    changes: [
      swap('events.yaml', 'title: The case is recognised', `title: ${'The case is recognised '.repeat(2)}`),
    ],
    at: 'title: ‸The case is recognised',
    says: '“title” has 45 characters; at most 40 fit',
  },
  {
    name: 'a word outside the list',
    changes: [swap('places.yaml', 'kind: town', 'kind: twon')],
    at: 'kind: ‸twon',
    says: '“kind” cannot be “twon”; write city, town, building',
    meant: 'town',
  },
  {
    name: 'text where a number belongs',
    changes: [swap('quantities.yaml', 'value: 161', 'value: many')],
    at: 'value: ‸many',
    says: '“value” must be a number, not text',
  },
  {
    name: 'a bare number where text belongs',
    changes: [swap('actors.yaml', 'name: World Health Organization', 'name: 1948')],
    at: 'name: ‸1948',
    says: '“name” must be text; put it in quotes: "1948"',
  },
  {
    name: 'an id in capitals',
    changes: [
      swap('glossary.yaml', 'id: eradication', 'id: Eradication'),
      swap(SECOND, 'term:erad', 'term:Erad'),
    ],
    at: 'id: ‸Eradication',
    says: '“id” is “Eradication”, but ids are lower-case letters, digits and single hyphens',
  },
  {
    name: 'no web address',
    changes: [swap('sources.yaml', 'url: https://www.cdc.gov/', 'url: javascript:www.cdc.gov/')],
    at: 'url: ‸javascript:',
    says: '“url” is not a web address: “javascript:www.cdc.gov/smallpox/about/history.html”',
  },
  {
    name: 'YAML tab',
    changes: [swap('events.yaml', '    date: 1977-10-30', '\tdate: 1977-10-30')],
    at: '\n‸\tdate: 1977-10-30',
    says: 'a tab is used to indent; YAML wants spaces',
  },
  {
    name: 'duplicate key',
    changes: [swap('actors.yaml', '    type: person', '    type: person\n    type: cook')],
    at: '    ‸type: cook',
    says: 'the key “type” stands twice in the same entry',
  },
  {
    name: 'a colon within a value',
    changes: [swap('actors.yaml', 'name: World Health Organization', 'name: WHO: the agency')],
    at: 'name: ‸WHO: the agency',
    says: 'a colon and a space within a value read as a second key; put the value in quotes',
  },
  {
    name: 'an empty file',
    changes: [{ file: 'quantities.yaml', write: '# nothing yet\n' }],
    file: 'quantities.yaml',
    says: 'the file is empty',
  },
  {
    name: 'wrong encoding',
    changes: [{ file: 'glossary.yaml', write: Buffer.from('terms:\n  - term: Variol\u00e6\n', 'latin1') }],
    at: 'Variol‸',
    says: 'the file is not UTF-8: byte 0xe6 stands here; save it in the encoding UTF-8',
  },
  {
    name: 'UTF-16',
    changes: [{ file: 'glossary.yaml', write: Buffer.from('\ufeffterms: []\n', 'utf16le') }],
    says: 'the file is in UTF-16; save it as UTF-8',
  },
  {
    name: 'a missing file',
    changes: [{ file: 'map.yaml', remove: true }],
    says: 'this file is missing; a story needs it',
  },
  {
    name: 'a misspelt file',
    changes: [
      { file: 'quantities.yaml', rename: 'quantites.yaml' },
      swap(CHAPTER, '{quantity:contacts}', 'many'),
      swap(CHAPTER, '{quantity:contacts}', 'Many'),
      swap('story.yaml', '{quantity:contacts}', 'many'),
    ],
    file: 'quantites.yaml',
    says: 'no content file is called “quantites.yaml”',
    meant: 'quantities.yaml',
  },
  {
    name: 'a missing chapter',
    changes: [swap('story.yaml', '- 02-the-proof', '- 02-the-prof'), { file: SECOND, remove: true }],
    at: '- ‸02-the-prof',
    says: 'the file chapters/02-the-prof.md is missing',
  },
  {
    name: 'a chapter the story does not list',
    changes: [swap('story.yaml', '  - 02-the-proof\n', '')],
    file: SECOND,
    says: 'story.yaml does not list this chapter; add “02-the-proof” to its chapters',
  },
  {
    name: 'a missing map file',
    changes: [swap('map.yaml', 'land-50m.json', 'land-5m.json')],
    at: 'land: ‸package:world-atlas/land-5m.json',
    says: 'there is no file “package:world-atlas/land-5m.json”',
  },
  {
    name: 'bounds the wrong way round',
    changes: [swap('map.yaml', 'bounds: [34, -5, 52, 14]', 'bounds: [52, -5, 34, 14]')],
    at: 'bounds: ‸[52, -5, 34, 14]',
    says: 'bounds are [west, south, east, north]',
  },
  {
    name: 'a voyage that arrives before it departs',
    changes: [{ file: 'voyages.yaml', write: VOYAGES }, PORT],
    at: 'arrive: ‸1977-11-01',
    says: 'the ship arrives (1977-11-01) before it departs (1977-11-02)',
  },
  {
    name: 'an escort that is no ship of the file',
    changes: [
      { file: 'voyages.yaml', write: VOYAGES.replace('1977-11-01\n', '1977-11-05\n    escorts: [dow]\n') },
      PORT,
    ],
    at: 'escorts: [‸dow]',
    says: 'unknown ship “dow”',
    meant: 'dhow',
  },
  {
    name: 'a route that misses its port',
    changes: [
      {
        file: 'voyages.yaml',
        write: VOYAGES.replace('arrive: 1977-11-01', 'arrive: 1977-11-05').replace(
          '44.77, 1.71',
          '45.77, 1.71',
        ),
      },
      PORT,
    ],
    at: 'route: [‸[45.77, 1.71]',
    says: 'the route is 111 km from “merca-port”, where it should begin',
  },
  {
    name: 'more than all of it',
    changes: [{ file: 'series.yaml', write: SERIES.replace('49.3', '493') }],
    at: 'value: ‸493',
    says: '493 percent is more than all of it',
  },
  {
    name: 'two figures of one series for one day',
    changes: [{ file: 'series.yaml', write: SERIES.replace('1978-03-31', '1978-01-31') }],
    at: '- { date: ‸1978-01-31, value: 80',
    says: '“done” has a point for 1978-01-31 already',
  },
  {
    name: 'a series that goes on as one that is not there',
    changes: [{ file: 'series.yaml', write: SERIES.replace('    points:', '    then: dome\n    points:') }],
    at: 'then: ‸dome',
    says: 'unknown series “dome”',
    meant: 'done',
  },
  {
    name: 'an unknown holder',
    changes: [{ file: 'positions.yaml', write: POSITIONS.replace('[who]', '[ali-mao-maalin]') }],
    at: 'holders: [‸ali-mao-maalin]',
    says: 'unknown actor “ali-mao-maalin”',
    meant: 'ali-maow-maalin',
  },
  {
    name: 'a claim that nothing covers',
    changes: [
      {
        file: 'claims.yaml',
        write:
          'claims:\n  - { id: c1, n: 1, claim: A, wording: a, attributed: nobody, attribution: none, status: confirmed, sources: [cdc-history] }\n',
      },
    ],
    at: '{ id: ‸c1',
    says: 'no step and no event covers the claim “c1”',
  },
];

const CHAPTER_CASES: Case[] = [
  {
    name: 'raw HTML',
    changes: prose('He <b>recovered</b>, and'),
    at: 'He ‸<b>recovered',
    says: 'raw HTML is not allowed; write Markdown',
  },
  {
    name: 'an HTML entity',
    changes: prose('He recovered&nbsp;and'),
    at: 'recovered‸&nbsp;and',
    says: 'HTML entities are not allowed; write the character itself',
  },
  {
    name: 'an image',
    changes: prose('![He](he.png) recovered, and'),
    at: '‸![He](he.png)',
    says: 'images are not part of a story',
  },
  {
    name: 'a second kind of heading',
    changes: prose('\n### Recovery\n\nHe'),
    at: '‸### Recovery',
    says: 'the only headings are those that open a step or a section: ## Heading {#id}',
  },
  {
    name: 'an underlined heading',
    changes: prose('\nHe\n---\n\nand'),
    at: '‸He\n---',
    says: 'a line of - or = under a paragraph makes it a heading',
  },
  {
    name: 'a step without a citation',
    changes: [swap(SECOND, '[^wha33-ar][^cdc-history]', '')],
    at: '‸## Declared in Geneva',
    says: 'the step “declared” cites no source; every step cites at least one',
  },
  {
    name: 'a citation of an unknown source',
    changes: [swap(SECOND, '[^wha33-ar]', '[^wha33-arr]')],
    at: '[^‸wha33-arr]',
    says: 'unknown source “wha33-arr”',
    meant: 'wha33-ar',
  },
  {
    name: 'a misspelt citation',
    changes: [swap(SECOND, '[^cdc-history]', '[^ cdc-history]')],
    at: '‸[^ cdc-history]',
    says: 'this citation is misspelt; write [^source-id] without spaces',
  },
  {
    name: 'a bad scheme',
    changes: [swap(SECOND, 'place:geneva', 'plaice:geneva')],
    at: '(‸plaice:geneva)',
    says: 'unknown scheme “plaice:”; write event:, place:, actor:, voyage:, term:, https:',
    meant: 'place:',
  },
  {
    name: 'a script for an address',
    changes: [swap(SECOND, 'place:geneva', 'javascript:alert(1)')],
    at: '(‸javascript:',
    says: 'unknown scheme “javascript:”',
  },
  {
    name: 'no scheme',
    changes: [swap(SECOND, 'place:geneva', 'geneva')],
    at: '[Geneva](‸geneva)',
    says: '“geneva” is no address; write event:, place:',
    meant: 'place:geneva',
  },
  {
    name: 'an unknown place in a link',
    changes: [swap(SECOND, 'place:geneva', 'place:genava')],
    at: 'place:‸genava',
    says: 'unknown place “genava”',
    meant: 'geneva',
  },
  {
    name: 'a quantity in words',
    changes: prose('Nine weeks later he recovered, and'),
    at: '‸Nine weeks later',
    says: '“Nine weeks” is a quantity neither bound to the data nor marked plain: write {quantity:…|Nine weeks}',
  },
  {
    name: 'a figure, with the binding that says it',
    changes: prose('He met *161 people*, recovered, and'),
    at: '*‸161 people*',
    says: '“161 people” is a quantity neither bound to the data nor marked plain',
    meant: '{quantity:contacts|161 people}',
  },
  {
    name: 'a quantity in a list in a quote for teachers',
    changes: [swap(CHAPTER, '> **Ask**', '> - Wait for three days.\n>\n> **Ask**')],
    at: '> - Wait for ‸three days',
    says: '“three days” is a quantity',
  },
  {
    name: 'an unknown binding',
    changes: [swap(CHAPTER, '{quantity:contacts}', '{quantitiy:contacts}')],
    at: '{‸quantitiy:',
    says: 'unknown binding “quantitiy”',
    meant: 'quantity',
  },
  {
    name: 'an unknown quantity',
    changes: [swap(CHAPTER, '{quantity:contacts}', '{quantity:contact}')],
    at: '{quantity:‸contact}',
    says: 'unknown quantity “contact”',
    meant: 'contacts',
  },
  {
    name: 'a wording that says another number',
    changes: [swap(CHAPTER, '{quantity:contacts}', '{quantity:contacts|some 160 people}')],
    at: '|‸some 160',
    says: 'the wording “some 160 people” does not say 161, the value of quantity:contacts',
  },
  {
    name: 'a figure on the wrong basis',
    changes: [
      { file: 'series.yaml', write: SERIES },
      swap(CHAPTER, '{quantity:contacts}', '{series:don@1978-01-31}'),
    ],
    file: CHAPTER,
    at: '{series:‸don@',
    says: 'unknown series “don”',
    meant: 'done',
  },
  {
    name: 'a figure for a day without one',
    changes: [
      { file: 'series.yaml', write: SERIES },
      swap(CHAPTER, '{quantity:contacts}', '{series:done@1978-02-10}'),
    ],
    file: CHAPTER,
    at: '{series:done@‸1978-02-10}',
    says: 'the series “done” has no figure for 1978-02-10',
    meant: '1978-01-31',
  },
  {
    name: 'a wording with another series’ figure',
    changes: [
      { file: 'series.yaml', write: SERIES },
      swap(CHAPTER, '{quantity:contacts}', '{series:done@1978-01-31|53.6 percent}'),
    ],
    file: CHAPTER,
    at: '|‸53.6 percent}',
    says: 'the wording “53.6 percent” does not say 49.3, the value of series:done@1978-01-31',
  },
  {
    name: 'days that run backwards',
    changes: [swap(SECOND, '{days:1977-10-26..1979-12-09}', '{days:1979-12-09..1977-10-26}')],
    at: '..‸1977-10-26}',
    says: 'the stretch ends (1977-10-26) before it starts (1979-12-09)',
  },
  {
    name: 'an unclosed binding',
    changes: [swap(SECOND, '{days:1977-10-26..1979-12-09}', '{days:1977-10-26..1979-12-09')],
    at: '‸{days:',
    says: 'a brace opens or closes no binding',
  },
  {
    name: 'an unclosed fence',
    changes: [swap(CHAPTER, 'focus: [last-rash, merca]\n```', 'focus: [last-rash, merca]')],
    at: '‸```scene\nat: 1977-10-26',
    says: 'this ```scene is never closed; its last line is ```',
  },
  {
    name: 'a scene missing',
    changes: [
      swap(
        SECOND,
        '```scene\nat: 1980-05-08\nspan: 1977-01-01/1980-12-31\ncamera: world\nfocus: [assembly-declares, geneva]\n```\n',
        '',
      ),
    ],
    at: '‸## Declared',
    says: 'the step “declared” has no scene; write a ```scene block after its heading',
  },
  {
    name: 'an unknown key in a scene',
    changes: [swap(CHAPTER, 'panel: timeline', 'pannel: timeline')],
    at: '‸pannel: timeline',
    says: 'unknown key “pannel”',
    meant: 'panel',
  },
  {
    name: 'an unknown camera',
    changes: [swap(SECOND, 'camera: world\nfocus: [assembly', 'camera: wrold\nfocus: [assembly')],
    at: 'camera: ‸wrold',
    says: 'unknown camera “wrold”',
    meant: 'world',
  },
  {
    name: 'an unknown focus',
    changes: [swap(CHAPTER, 'focus: [last-rash, merca]', 'focus: [last-rahs, merca]')],
    at: 'focus: [‸last-rahs',
    says: 'unknown id “last-rahs”: no event, place, voyage or position has it',
    meant: 'last-rash',
  },
  {
    name: 'a panel of positions without any',
    changes: [swap(CHAPTER, 'panel: timeline', 'panel: positions')],
    at: 'panel: ‸positions',
    says: 'shows the positions named in the focus, and it names none',
  },
  {
    name: 'a scene’s date out of its span',
    changes: [swap(CHAPTER, 'at: 1977-11-10', 'at: 1979-11-10')],
    at: 'at: ‸1979-11-10',
    says: 'the date 1979-11-10 lies outside the scene’s span 1977-10-01/1978-04-30',
  },
  {
    name: 'a tab in a scene',
    changes: [
      swap(
        CHAPTER,
        'camera: horn\nfocus: [last-rash, merca]',
        'camera:\n\tcentre: [44, 1]\nfocus: [last-rash, merca]',
      ),
    ],
    at: '\n‸\tcentre',
    says: 'a tab is used to indent; YAML wants spaces',
  },
  {
    name: 'two steps with one id',
    changes: [swap(SECOND, '{#declared}', '{#a-cook}')],
    at: '‸## Declared in Geneva {#a-cook}',
    says: 'the step id “a-cook” is taken already (second-story/chapters/01-the-last-case.md:9)',
  },
  {
    name: 'a heading without an id',
    changes: [swap(SECOND, ' {#declared}', '')],
    at: '‸## Declared in Geneva',
    says: 'a step’s heading ends with its id: ## Heading {#step-id}',
  },
  {
    name: 'a heading too long',
    changes: [swap(SECOND, 'Declared in Geneva', 'At last declared gone, in Geneva, by all')],
    at: '## ‸At last',
    says: 'the heading has 8 words; at most six fit',
  },
  {
    name: 'a quantity in a heading',
    changes: [swap(SECOND, 'Declared in Geneva', 'After nine years')],
    at: '## After ‸nine years',
    says: '“nine years” is a quantity',
  },
  {
    name: 'a quantity in a summary',
    changes: [swap(SECOND, 'takes longer than to find it', 'takes two years')],
    at: 'takes ‸two years',
    says: '“two years” is a quantity',
  },
  {
    name: 'no front matter',
    changes: [swap(CHAPTER, '---\ntitle', 'title')],
    says: 'the chapter must begin with its front matter, between two lines ---',
  },
  {
    name: 'front matter without a summary',
    changes: [swap(SECOND, 'summary: To show that something is gone takes longer than to find it.\n', '')],
    at: '---\n‸title',
    says: '“summary” is missing',
  },
  {
    name: 'a position shown twice',
    changes: [
      { file: 'positions.yaml', write: POSITIONS },
      { file: SECOND, append: '\n> [!POSITIONS when-it-ended]\n' },
      swap(CHAPTER, '> [!TEACH minutes=3]', '> [!POSITIONS when-it-ended]\n\n> [!TEACH minutes=3]'),
    ],
    file: SECOND,
    at: '[!POSITIONS ‸when-it-ended]',
    says: 'the position “when-it-ended” is shown already, in the step “a-cook”',
  },
  {
    name: 'an unknown position',
    changes: [{ file: SECOND, append: '\n> [!POSITIONS when-it-ends]\n' }],
    at: '[!POSITIONS ‸when-it-ends]',
    says: 'unknown position “when-it-ends”',
  },
  {
    name: 'an unknown box',
    changes: [swap(CHAPTER, '[!TEACH minutes=3]', '[!TEECH minutes=3]')],
    at: '> ‸[!TEECH',
    says: 'unknown box “[!TEECH]”',
    meant: 'TEACH',
  },
  {
    name: 'prose that runs on in a quote',
    changes: [
      {
        file: CHAPTER,
        replace: '## The town is searched',
        by: '> Said he.\nAnd left.\n\n## The town is searched',
      },
    ],
    at: '‸And left.',
    says: 'this line still belongs to the quote above; begin it with > or leave an empty line before it',
  },
  {
    name: 'notes for teachers without minutes',
    changes: [swap(CHAPTER, '[!TEACH minutes=3]', '[!TEACH]')],
    at: '> ‸[!TEACH]',
    says: 'write how long it takes: [!TEACH minutes=4]',
  },
  {
    name: 'notes for teachers twice',
    changes: [{ file: CHAPTER, replace: '## The town', by: `${NOTES}\n\n## The town` }],
    at: '‸[!TEACH minutes=1]',
    says: 'the step “a-cook” has notes for teachers already',
  },
  {
    name: 'empty notes for teachers',
    changes: [{ file: CHAPTER, append: '\n> [!TEACH minutes=1]\n' }],
    at: '‸[!TEACH minutes=1]',
    says: 'the notes for teachers are empty',
  },
  {
    name: 'an unknown lead',
    changes: [swap(CHAPTER, '**Ask**', '**Aks:**')],
    at: '> **‸Aks:**',
    says: 'unknown lead “Aks:”; write **Point at**, **Ask**, **Answer**, **Evidence**',
    meant: 'Ask',
  },
  {
    name: 'a lead twice',
    changes: [swap(CHAPTER, '**A common misunderstanding**', '**Ask**')],
    at: '**‸Ask** He did',
    says: 'the lead “Ask” stands twice in these notes',
  },
  {
    name: 'an answer and evidence',
    changes: [swap(CHAPTER, '**A common misunderstanding**', '**Evidence**')],
    at: '**‸Evidence** He did',
    says: 'these notes have the lead “Answer” already; write one of the two',
  },
  {
    name: 'a lead with nothing after it',
    changes: [
      swap(CHAPTER, '**A common misunderstanding** He did not die of it.', '**A common misunderstanding**'),
    ],
    at: '> ‸**A common misunderstanding**',
    says: 'nothing follows the lead “A common misunderstanding”',
  },
  {
    name: 'notes without a lead',
    changes: [swap(CHAPTER, '**Point at** Merca', 'Point at Merca')],
    at: '> ‸Point at Merca',
    says: 'notes for teachers begin with a bold lead: **Point at**, **Ask**',
  },
  {
    name: 'notes without a question',
    changes: [swap(CHAPTER, '> **Ask** Why did a recovered man matter to the whole world?\n>\n', '')],
    at: '> ‸[!TEACH',
    says: 'the notes for teachers ask nothing; write a paragraph **Ask** …',
  },
  {
    name: 'notes without an answer',
    changes: [
      swap(
        CHAPTER,
        '**Answer** After him nobody was found who could pass the disease on.',
        'Nobody after him.',
      ),
    ],
    at: '> ‸[!TEACH',
    says: 'the notes for teachers have no answer; write a paragraph **Answer** … or **Evidence** …',
  },
  {
    name: 'a box that runs on from the notes',
    changes: [swap(CHAPTER, '> **A common misunderstanding**', '> [!POSITIONS x]\n>\n> He')],
    at: '> ‸[!POSITIONS',
    says: 'this box runs on from the one above it; leave an empty line before it',
  },
  {
    name: 'no lines for the wall',
    changes: [
      swap(SECOND, '> [!WALL]\n> In [Geneva](place:geneva) the Assembly declares smallpox gone.', ''),
    ],
    at: '‸## Declared in Geneva',
    says: 'the step “declared” has no lines for the wall; write a box > [!WALL] below its prose',
  },
  {
    name: 'an empty box for the wall',
    changes: [
      swap(
        SECOND,
        '> [!WALL]\n> In [Geneva](place:geneva) the Assembly declares smallpox gone.',
        '> [!WALL]',
      ),
    ],
    at: '{#declared}\n\n```scene\nat: 1980-05-08\nspan: 1977-01-01/1980-12-31\ncamera: world\nfocus: [assembly-declares, geneva]\n```\n\nOn 8 May 1980 the World Health Assembly, meeting in [Geneva](place:geneva), declared the\n[eradication](term:eradication) of smallpox.[^wha33-ar][^cdc-history]\n\n> ‸[!WALL]',
    says: 'the lines for the wall are missing',
  },
  {
    name: 'a misspelt box for the wall',
    changes: [swap(CHAPTER, '[!WALL]', '[!WAL]')],
    at: '> ‸[!WAL]',
    says: 'unknown box “[!WAL]”; write [!POSITIONS id], [!WALL] or [!TEACH minutes=4]',
    meant: 'WALL',
  },
  {
    name: 'words within the brackets of the wall',
    changes: [swap(CHAPTER, '[!WALL]', '[!WALL two lines]')],
    at: '[!WALL ‸two lines]',
    says: 'write [!WALL] by itself, and its lines below it',
  },
  {
    name: 'two boxes for the wall',
    changes: [{ file: SECOND, append: '\n> [!WALL]\n> And gone it is.\n' }],
    at: '‸[!WALL]\n> And gone',
    says: 'the step “declared” has lines for the wall already',
  },
  {
    name: 'three lines for the wall',
    changes: [swap(CHAPTER, '> A cook in', '> October.\n> A cook in')],
    at: '> ‸He is the *last*',
    says: 'the wall has 3 lines; at most two fit',
  },
  {
    name: 'a line too long for the wall',
    changes: [swap(CHAPTER, 'He is the *last* to', `He is the ${'very '.repeat(11)}*last* to`)],
    at: '> ‸He is the very',
    says: 'the line has 98 characters; at most 90 fit on the wall',
  },
  {
    name: 'a quantity on the wall',
    changes: [swap(SECOND, '> In [Geneva]', '> After nine years in [Geneva]')],
    at: '> After ‸nine years',
    says: '“nine years” is a quantity',
  },
  {
    name: 'a citation on the wall',
    changes: [swap(SECOND, 'smallpox gone.', 'smallpox gone.[^wha33-ar]')],
    at: 'gone.‸[^wha33-ar]',
    says: 'a line for the wall has no citations; the step cites',
  },
  {
    name: 'a link to another site on the wall',
    changes: [swap(SECOND, '> In [Geneva](place:geneva)', '> In [Geneva](https://www.geneve.ch/)')],
    at: '> In [Geneva](‸https:',
    says: 'a line for the wall has no links to other sites',
  },
  {
    name: 'a list on the wall',
    changes: [swap(SECOND, '> In [Geneva]', '> - In [Geneva]')],
    at: '> ‸- In',
    says: 'a line for the wall is words alone, and this begins a list; a backslash before its mark makes it words',
  },
  {
    name: 'a box that runs on from the wall',
    changes: [swap(CHAPTER, 'naturally.\n\n> [!TEACH', 'naturally.\n> [!TEACH')],
    at: '> ‸[!TEACH',
    says: 'this box runs on from the one above it; leave an empty line before it',
  },
  {
    name: 'plain words with a quantity',
    changes: [plain('It took two years. Then it was gone.')],
    at: 'plain: It took ‸two years',
    says: '“two years” is a quantity',
  },
  {
    name: 'plain words with a citation',
    changes: [plain('It is gone.[^wha33-ar] All say so.')],
    at: 'gone.‸[^wha33-ar]',
    says: '“plain” has no citations; the steps cite',
  },
  {
    name: 'plain words too few',
    changes: [plain('It is gone.')],
    at: 'plain: ‸It is gone.',
    says: '“plain” has one sentence; write two to four short ones',
  },
  {
    name: 'plain words in two paragraphs',
    changes: [plain('|\n  It is gone. Yes.\n\n  For good.')],
    at: '  ‸For good.',
    says: '“plain” is a single paragraph, and here begins another',
  },
  {
    name: 'plain words missing where the story is taught',
    changes: [{ file: 'classroom/guide.md', write: '## How {#how}\n\nSo.\n' }, plain('Gone. All say so.')],
    file: CHAPTER,
    at: '---\n‸title: The last case',
    says: '“plain” is missing; where there is a folder classroom/, every chapter has plain words',
  },
];

describe('a mistake in the data', () => {
  test.each(DATA_CASES)('$name', tell);
});

describe('a mistake in a chapter', () => {
  test.each(CHAPTER_CASES)('$name', tell);
});

describe('the whole', () => {
  test('what a problem looks like', () => {
    const folder = changedStory([swap('events.yaml', 'thread: outbreak', 'thread: outbrake')]);
    expect(problemsOf(folder).map(formatProblem)).toEqual([
      'second-story/events.yaml:6:13 unknown thread “outbrake”. Did you mean “outbreak”?',
    ]);
  });

  test('many mistakes are told at once, in reading order', () => {
    const folder = changedStory([
      swap('events.yaml', 'thread: outbreak', 'thread: outbrake'),
      swap('events.yaml', 'grade: A', 'grade: C'),
      swap('places.yaml', 'kind: town', 'kind: twon'),
      swap(CHAPTER, 'camera: horn\nfocus: [last-rash, merca]', 'camera: hron\nfocus: [last-rash, merca]'),
      swap(SECOND, 'place:geneva', 'plaice:geneva'),
    ]);
    expect(problemsOf(folder).map(({ file, line }) => `${file}:${line}`)).toEqual([
      'second-story/chapters/01-the-last-case.md:14',
      'second-story/chapters/02-the-proof.md:34',
      'second-story/events.yaml:6',
      'second-story/events.yaml:11',
      'second-story/places.yaml:7',
    ]);
  });

  test('no folder at all', () => {
    expect(problemsOf('/nowhere/at-all').map(formatProblem)).toEqual([
      'at-all:1:1 there is no such content folder',
    ]);
  });

  test('BOM and CRLF are no mistakes', () => {
    const files = ['story.yaml', 'events.yaml', CHAPTER, SECOND];
    const asWindows = (folder: string): Change[] =>
      files.map((file) => ({
        file,
        write: `\ufeff${readFileSync(join(folder, file), 'utf8').replaceAll('\n', '\r\n')}`,
      }));
    const plain = loadStory(changedStory());
    const windows = loadStory(changedStory(asWindows(changedStory())));
    expect(windows.story).toEqual(plain.story);
  });

  test('and do not move what is told', () => {
    const broken = changedStory([swap(CHAPTER, '{quantity:contacts}', '{quantity:contact}')]);
    const windows = changedStory([
      {
        file: CHAPTER,
        write: `\ufeff${readFileSync(join(broken, CHAPTER), 'utf8').replaceAll('\n', '\r\n')}`,
      },
    ]);
    expect(problemsOf(windows)).toEqual(problemsOf(broken));
  });
});
