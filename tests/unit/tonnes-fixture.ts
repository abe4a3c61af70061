/** The tonnes of the real story: compiled, and as its files say, read without the compiler. */
import { readYaml } from '../browser/support/content.ts';
import { loadCached } from '#content/load.ts';
import { tonnesData, type TonnesData } from '#stage/tonnes/tonnes-data.ts';

export interface SiteText {
  id: string;
  name: string;
  place?: string;
  country: string;
  tonnes?: number;
  approximate?: boolean;
  kind: 'agent' | 'effluent';
  detail: string;
  method: string;
  start?: string;
  finish?: string;
  endedBy?: string;
  sources: string[];
  note?: string;
}

const file = readYaml<{ declared: { quantity: string; note: string }; sites: SiteText[] }>(
  'destruction.yaml',
);

/** What the file says of the sites. */
export const said: readonly SiteText[] = file.sites;
export const why = file.declared.note;
/** The declared total, as quantities.yaml has it. */
export const total = readYaml<{
  quantities: { id: string; value: number; note?: string; sources: string[] }[];
}>('quantities.yaml').quantities.find(({ id }) => id === file.declared.quantity)!;
export const publishers = new Map(
  readYaml<{ sources: { id: string; publisher: string }[] }>('sources.yaml').sources.map(
    ({ id, publisher }) => [id, publisher],
  ),
);

export const story = loadCached('content').story;

export function data(): TonnesData {
  const made = tonnesData(story);
  if (!made) throw new Error('the story has no sites of destruction');
  return made;
}

/** Days on which something changes, and days between. */
export const DAYS = [
  '2014-01-31',
  '2014-05-19',
  '2014-05-20',
  '2014-06-21',
  '2014-07-07',
  '2014-07-15',
  '2014-08-06',
  '2014-08-18',
  '2014-08-30',
  '2015-06-11',
  '2015-06-12',
  '2015-06-17',
  '2016-01-03',
  '2016-01-04',
  '9999-12-31',
];

/** Of the picture, px: a laptop, a large window, a tablet upright, a phone. */
export const SIZES: readonly (readonly [number, number])[] = [
  [870, 555],
  [1100, 710],
  [820, 380],
  [390, 280],
];

/** All numbers of a text, grouped thousands as one. */
export function numbersIn(text: string): number[] {
  return (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((number) => Number(number.replaceAll(',', '')));
}
