/** classroom/quiz.yaml: every question has one right answer, and it is among those offered. */
import { parseDate } from '#model/dates.ts';
import type { LonLat } from '#model/scene.ts';
import { problemIn, type ContentFolder } from '../files/folder.ts';
import type { Path } from '../files/yaml.ts';
import type { ContentProblem } from '../problem.ts';
import type { EntryOf } from '../schema/index.ts';
import { suggest } from '../suggest.ts';
import { marksOf } from './data.ts';
import type { Kind, Known } from './known.ts';
import { overlap } from './time.ts';

type Item = EntryOf<'quiz'>;
type ItemOf<K extends Item['kind']> = Extract<Item, { kind: K }>;
type Report = (sub: Path, message: string, hint?: { suggestion?: string }) => void;

/** Points nearer to each other than this cannot be told apart; a share of the view's width. */
const NEAREST = 0.04;

export function checkQuiz(content: ContentFolder, known: Known, problems: ContentProblem[]): void {
  for (const entry of content.lists.quiz) {
    const report: Report = (sub, message, hint = {}) =>
      void problems.push({ ...problemIn(entry, sub, message), ...hint });
    const item = entry.value;
    switch (item.kind) {
      case 'choice':
        checkOptions(item, report);
        break;
      case 'order':
        checkOrder(item, content, report);
        break;
      case 'place':
        checkIds(item, 'place', known, report);
        checkOptions(item, report);
        checkPoints(item, content, report);
        break;
      case 'who':
        checkIds(item, 'actor', known, report);
        checkOptions(item, report);
        checkQuote(item, content, report);
    }
  }
}

function checkTwins(key: string, list: readonly string[], report: Report): void {
  for (const [i, each] of list.entries()) {
    if (list.indexOf(each) < i) report([key, i], `“${each}” stands in “${key}” twice`);
  }
}

function checkOptions({ options, right }: Exclude<Item, { kind: 'order' }>, report: Report): void {
  checkTwins('options', options, report);
  if (!options.includes(right)) {
    report(['right'], `“${right}” is none of the options, letter for letter`, suggest(right, options));
  }
}

/** The options; the right one is one of them, and needs no look of its own. */
function checkIds({ options }: ItemOf<'place' | 'who'>, kind: Kind, known: Known, report: Report): void {
  for (const [i, id] of options.entries()) {
    const fault = known.fault([kind], id);
    if (fault) report(['options', i], fault.message, fault);
  }
}

function checkOrder({ events }: ItemOf<'order'>, content: ContentFolder, report: Report): void {
  checkTwins('events', events, report);
  const marks = new Map(marksOf(content).map(({ value }) => [value.id, parseDate(value.date)]));
  const dated = [...new Set(events)].flatMap((id) => {
    const date = marks.get(id);
    return date ? [{ id, date }] : [];
  });
  let clear = dated.length === events.length;
  for (const [i, { id, date }] of dated.entries()) {
    const other = dated.slice(0, i).find((earlier) => overlap(earlier.date, date));
    if (!other) continue;
    clear = false;
    report(
      ['events', events.indexOf(id)],
      `the dates of “${other.id}” (${other.date.edtf}) and “${id}” (${date.edtf}) overlap: nobody can say which was first`,
    );
  }
  if (clear && dated.every(({ date }, i) => i === 0 || (dated[i - 1]?.date.start ?? 0) < date.start)) {
    report(['events'], 'the events are offered in their right order already; shuffle them');
  }
}

/** Where a point lies on a map in Mercator's projection, in degrees of longitude. */
function onMap([lon, lat]: LonLat): [x: number, y: number] {
  const rad = Math.PI / 180;
  return [lon, Math.log(Math.tan(Math.PI / 4 + (lat * rad) / 2)) / rad];
}

function checkPoints(item: ItemOf<'place'>, content: ContentFolder, report: Report): void {
  const camera = content.map?.value.cameras.find(({ id }) => id === item.camera);
  const places = new Map(content.lists.places.map(({ value }) => [value.id, value]));
  const seen: { id: string; at: [number, number] }[] = [];
  for (const [i, id] of item.options.entries()) {
    const place = places.get(id);
    if (!place || item.options.indexOf(id) < i) continue;
    if (!place.at) {
      report(['options', i], `the place “${id}” has no point on the map`);
      continue;
    }
    if (!camera) continue;
    const [west, south, east, north] = camera.bounds;
    const [lon, lat] = place.at;
    if (lon < west || lon > east || lat < south || lat > north) {
      report(['options', i], `the place “${id}” lies outside the camera “${camera.id}”`);
      continue;
    }
    const at = onMap(place.at as LonLat);
    const near = seen.find((other) => {
      const apart = Math.hypot(other.at[0] - at[0], other.at[1] - at[1]);
      return apart < NEAREST * (east - west);
    });
    if (near)
      report(['options', i], `“${id}” lies too near “${near.id}” to be told apart from it on this map`);
    seen.push({ id, at });
  }
}

function checkQuote({ quote, quoted }: ItemOf<'who'>, content: ContentFolder, report: Report): void {
  const quotes = content.lists.sources.find(({ value }) => value.id === quoted)?.value.quotes;
  if (!quotes || quotes.some((whole) => isPart(quote, whole))) return;
  const message = `these words stand in none of the quotes of “${quoted}”, letter for letter`;
  report(['quote'], message, suggest(quote, quotes));
}

/** Whether `part` stands in `whole` and cuts no word. */
function isPart(part: string, whole: string): boolean {
  const letter = /[\p{L}\p{N}]/u;
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const before = whole.slice(0, at).at(-1) ?? '';
    const after = whole.charAt(at + part.length);
    if (!letter.test(before) && !letter.test(after)) return true;
  }
  return false;
}
