/** What the map says itself. */
import { formatDate, parseDate, type StoryDate } from '#model/dates.ts';
import { grouped } from '#model/numbers.ts';
import type { MapPlace, MapVoyage } from './map-data.ts';

export const MAP_TEXT = {
  map: 'Map',
  approximateRoutes: 'Routes are approximate: placed by hand, not the ships’ recorded tracks.',
  approximateRoutesShort: 'Routes approximate',
  /** Longest first: the longest that has room is printed. */
  schematicAround: (centre: string): string[] => [
    `Schematic, north up: distances from ${centre}`,
    `Schematic: km from ${centre}`,
    'Schematic',
  ],
  unpublished: 'position not published',
  km: (km: number): string => `${grouped(km)} km`,
  legend: 'Map legend',
  disputedLines: 'Disputed or not agreed:',
  targets: 'Places on the map',
  marks: {
    attack: 'Place of an attack',
    place: 'Place',
    approximate: 'Place, position approximate',
    port: 'Port',
    destruction: 'Destruction site',
    allApproximate: (what: string): string => `${what}, position approximate`,
    ship: 'Ship, placed by date',
    escorts: 'Escorts (positions schematic)',
    sailed: 'Route sailed',
    ahead: 'Route ahead, or days not published',
    river: 'On a river',
    area: 'Area: position not published',
    arc: 'Led to (diplomacy)',
  },
} as const;

/** “Latakia, Syria”. */
export function placeName({ label, country }: Pick<MapPlace, 'label' | 'country'>): string {
  return country === undefined || label === country ? label : `${label}, ${country}`;
}

/** “Ark Futura: Limassol to Latakia, 3–7 January 2014; escorted from 7 January 2014 by Yancheng”. */
export function voyageName({
  title,
  depart,
  arrive,
  escorts = [],
  escortsFrom,
}: Pick<MapVoyage, 'title' | 'depart' | 'arrive' | 'escorts' | 'escortsFrom'>): string {
  const from = escortsFrom ? ` from ${formatDate(escortsFrom)}` : '';
  return [
    `${title}, ${voyageDays(depart, arrive)}`,
    ...(escorts.length ? [`escorted${from} by ${listed(escorts)} (positions schematic)`] : []),
  ].join('; ');
}

function voyageDays(depart?: StoryDate, arrive?: StoryDate): string {
  const single = [depart, arrive].every((date) => date?.precision === 'day' && !date.approximate);
  if (depart && arrive && single) return formatDate(parseDate(`${depart.edtf}/${arrive.edtf}`));
  const left = depart ? `left ${formatDate(depart)}` : 'day of departure not published';
  const arrived = arrive ? `arrived ${formatDate(arrive)}` : 'day of arrival not published';
  return `${left}, ${arrived}`;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
