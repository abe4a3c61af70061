/** What no schema can see: times in order, points in their countries, routes from port to port, honest series. */
import { formatDate, parseDate } from '#model/dates.ts';
import type { LonLat } from '#model/scene.ts';
import { problemIn, type ContentFolder, type Entry } from '../files/folder.ts';
import type { Path } from '../files/yaml.ts';
import type { ContentProblem } from '../problem.ts';
import type { EntryOf } from '../schema/index.ts';
import { suggest } from '../suggest.ts';
import { countryAt, countryNames, isCountry, kmBetween, kmOutside } from './countries.ts';
import { mustPrecede } from './time.ts';

type MarkEntry = Entry<EntryOf<'events' | 'movements' | 'deadlines'>>;

/** Events, movements and deadlines together. */
export function marksOf({ lists }: ContentFolder): MarkEntry[] {
  return [...lists.events, ...lists.movements, ...lists.deadlines] as MarkEntry[];
}

/** Ports are known to about 2 km, and routes are drawn by hand: farther apart than this, in km, is a slip. */
const PORT_REACH = 30;

type Report = (entry: Entry<unknown>, sub: Path, message: string, hint?: { suggestion?: string }) => void;

export function checkData(content: ContentFolder, problems: ContentProblem[]): void {
  const report: Report = (entry, sub, message, hint = {}) =>
    void problems.push({ ...problemIn(entry, sub, message), ...hint });
  checkLinks(content, report);
  checkDeadlines(content, report);
  checkOrdinals(content, report);
  checkPlaces(content, report);
  checkVoyages(content, report);
  checkSeries(content, report);
  checkQuantities(content, report);
  checkSites(content, report);
  checkSpans(content, report);
  checkClaims(content, report);
}

function checkLinks(content: ContentFolder, report: Report): void {
  const marks = new Map(marksOf(content).map((mark) => [mark.value.id, mark]));
  for (const mark of marks.values()) {
    const effect = parseDate(mark.value.date);
    for (const [i, id] of mark.value.links.entries()) {
      const cause = marks.get(id);
      if (id === mark.value.id) report(mark, ['links', i], `“${id}” links to itself`);
      if (!cause || cause === mark) continue;
      const date = parseDate(cause.value.date);
      if (mustPrecede(effect, date)) {
        const [from, to] = [formatDate(date), formatDate(effect)];
        report(
          mark,
          ['links', i],
          `the cause “${id}” (${from}) comes after its effect “${mark.value.id}” (${to})`,
        );
      }
    }
  }
}

function checkDeadlines({ lists }: ContentFolder, report: Report): void {
  for (const deadline of lists.deadlines) {
    const { date, setOn } = deadline.value;
    if (mustPrecede(parseDate(date), parseDate(setOn))) {
      report(deadline, ['setOn'], `the deadline was set (${setOn}) after it fell due (${date})`);
    }
  }
}

function checkOrdinals({ lists }: ContentFolder, report: Report): void {
  const seen = new Map<number, string>();
  for (const movement of lists.movements) {
    const { ordinal, id } = movement.value;
    if (ordinal === undefined) continue;
    const twin = seen.get(ordinal);
    if (twin) report(movement, ['ordinal'], `“${twin}” has the ordinal ${ordinal} already`);
    seen.set(ordinal, id);
  }
}

function checkPlaces({ lists }: ContentFolder, report: Report): void {
  for (const place of lists.places) {
    const { at, country } = place.value;
    if (country === undefined) continue;
    if (!isCountry(country)) {
      report(place, ['country'], `unknown country “${country}”`, suggest(country, countryNames()));
    } else if (at) {
      const km = kmOutside(country, at as LonLat);
      if (km === 0) continue;
      const there = countryAt(at as LonLat);
      const swapped = Math.abs(at[0]) <= 90 && kmOutside(country, [at[1], at[0]]) === 0;
      report(
        place,
        ['at'],
        `the point [${at.join(', ')}] is ${Math.round(km)} km outside ${country}` +
          (there ? `, in ${there}` : '') +
          (swapped ? '; longitude comes first' : ''),
      );
    }
  }
}

function checkVoyages({ lists }: ContentFolder, report: Report): void {
  const places = new Map(lists.places.map(({ value }) => [value.id, value]));
  for (const voyage of lists.voyages) {
    const { from, to, depart, arrive, route, riverFrom } = voyage.value;
    if (depart && arrive && mustPrecede(parseDate(arrive), parseDate(depart))) {
      report(voyage, ['arrive'], `the ship arrives (${arrive}) before it departs (${depart})`);
    }
    if (riverFrom !== undefined && riverFrom >= route.length) {
      report(voyage, ['riverFrom'], `the route has only ${route.length} points, counted from 0`);
    }
    for (const [end, id] of [['from', from] as const, ['to', to] as const]) {
      const place = places.get(id);
      if (!place) continue;
      if (place.kind !== 'port') {
        report(voyage, [end], `“${id}” is a ${place.kind}; a voyage runs between ports`);
      }
      if (!place.at) continue;
      const index = end === 'from' ? 0 : route.length - 1;
      const km = kmBetween(place.at as LonLat, route[index] as LonLat);
      if (km > PORT_REACH) {
        report(
          voyage,
          ['route', index],
          `the route is ${Math.round(km)} km from “${id}”, where it should ${end === 'from' ? 'begin' : 'end'}`,
        );
      }
    }
  }
}

function checkSeries({ lists }: ContentFolder, report: Report): void {
  for (const series of lists.series) {
    const seen = new Set<string>();
    for (const [i, point] of series.value.points.entries()) {
      if (seen.has(point.date)) {
        report(series, ['points', i, 'date'], `“${series.value.id}” has a point for ${point.date} already`);
      }
      seen.add(point.date);
      if (series.value.unit === 'percent' && point.value > 100) {
        report(series, ['points', i, 'value'], `${point.value} percent is more than all of it`);
      }
    }
    if (series.value.kind === 'required' && series.value.plan === undefined) {
      report(series, [], `the required series “${series.value.id}” must name its “plan”`);
    }
  }
}

function checkQuantities({ lists }: ContentFolder, report: Report): void {
  for (const quantity of lists.quantities) {
    const { value, to } = quantity.value;
    if (to !== undefined && to <= value) {
      report(quantity, ['to'], `the range ends (${to}) before it starts (${value})`);
    }
  }
}

/** What stands beside tonnes must be tonnes; what ended on a stated day needs no latest day. */
function checkSites({ yaml, lists }: ContentFolder, report: Report): void {
  const file = yaml.get('destruction.yaml');
  const named = (file?.data as { declared?: { quantity?: unknown } } | null | undefined)?.declared?.quantity;
  const total = lists.quantities.find(({ value }) => value.id === named)?.value;
  if (file && total && total.unit !== 'tonnes') {
    const entry = { value: total, yaml: file, path: [] };
    report(entry, ['declared', 'quantity'], `“${total.id}” is in ${total.unit}; the sites are in tonnes`);
  }
  for (const site of lists.sites) {
    const { start, startAs, finish, finishAs, endedBy } = site.value;
    if (finish !== undefined && endedBy !== undefined) {
      report(site, ['endedBy'], `the day it ended is stated (${finish}); leave “endedBy” out`);
    }
    if (startAs !== undefined && start === undefined) report(site, ['startAs'], 'there is no “start”');
    if (finishAs !== undefined && finish === undefined) report(site, ['finishAs'], 'there is no “finish”');
  }
}

/** Stretches given by two keys: an end may not come before its start. */
function checkSpans({ story, lists }: ContentFolder, report: Report): void {
  const check = (entry: Entry<unknown>, [from, a]: [string, string?], [to, b]: [string, string?]): void => {
    if (a === undefined || b === undefined || !mustPrecede(parseDate(b), parseDate(a))) return;
    report(entry, [to], `“${to}” (${b}) comes before “${from}” (${a})`);
  };
  for (const area of lists.areas) check(area, ['from', area.value.from], ['to', area.value.to]);
  for (const site of lists.sites) check(site, ['start', site.value.start], ['finish', site.value.finish]);
  for (const site of lists.sites) check(site, ['start', site.value.start], ['endedBy', site.value.endedBy]);
  if (story && parseDate(story.value.span).precision !== 'interval') {
    report(
      story,
      ['span'],
      `the span must be an interval such as 2011-01/2026-12, not “${story.value.span}”`,
    );
  }
}

function checkClaims({ lists }: ContentFolder, report: Report): void {
  for (const claim of lists.claims) {
    if (claim.value.steps.length === 0 && claim.value.events.length === 0) {
      report(claim, ['id'], `no step and no event covers the claim “${claim.value.id}”`);
    }
  }
}
