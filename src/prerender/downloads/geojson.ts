/** Places, sea routes and areas as GeoJSON (RFC 7946). */
import type { Area, Place, Story, Voyage } from '#model/story.ts';
import type { LonLat } from '#model/scene.ts';
import { plainDate } from './dates.ts';
import { jsonHeader } from './licence.ts';
import type { Column, Download } from './types.ts';

const ROUTE_NOTE =
  'Approximate: waypoints placed by hand between the two ports. Not the ship’s recorded track.';

export function storyGeojson(story: Story): Download {
  const body = {
    type: 'FeatureCollection',
    // RFC 7946 §6.1 allows members of our own here, and readers ignore them.
    ...jsonHeader(story),
    note: 'WGS84, longitude first. Places without a sourced coordinate are left out.',
    features: [
      ...story.places.flatMap(placeFeature),
      ...story.voyages.map((voyage) => voyageFeature(voyage, story)),
      ...story.areas.map(areaFeature),
    ],
  };
  return {
    path: 'data/story.geojson',
    type: 'application/geo+json',
    title: 'Places and sea routes',
    describes:
      'Points for places whose coordinate is sourced, lines for legs at sea, polygons where only an area was ' +
      'published. Routes are approximate.',
    columns: PROPERTIES,
    body: `${JSON.stringify(body, null, 1)}\n`,
  };
}

const PROPERTIES: Column[] = [
  { name: 'layer', description: 'place, voyage or area' },
  { name: 'name', description: 'What it is called' },
  { name: 'approximate', description: 'true: say so when you draw it. All routes and areas are approximate' },
  { name: 'precision', description: 'What a point stands for, or how a line or area was drawn' },
  {
    name: 'mapped',
    description: 'For places: false where the story keeps the point for reference and does not draw it',
  },
  {
    name: 'depart, arrive',
    description: 'For voyages: the days as ISO 8601-2 spells them, absent where not published',
  },
  { name: 'ship, from, to', description: 'For voyages: the ship’s name and the ids of the two ends' },
  { name: 'sources', description: 'Ids of sources.bib and sources.csl.json' },
];

function placeFeature(place: Place): object[] {
  if (!place.at) return [];
  const { id, name, country, kind, precision, approximate, mapped, note, sources } = place;
  return [
    {
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: place.at },
      properties: { layer: 'place', name, country, kind, precision, approximate, mapped, note, sources },
    },
  ];
}

function voyageFeature(voyage: Voyage, story: Story): object {
  const { id, title, from, to, depart, arrive, route, riverFrom, note, sources, grade } = voyage;
  return {
    type: 'Feature',
    id,
    geometry: { type: 'LineString', coordinates: route },
    properties: {
      layer: 'voyage',
      name: title,
      ship: story.ships.find((ship) => ship.id === voyage.ship)?.name ?? voyage.ship,
      from,
      to,
      depart: depart?.edtf,
      arrive: arrive?.edtf,
      approximate: true,
      precision: ROUTE_NOTE,
      riverFrom,
      note,
      sources,
      grade,
    },
  };
}

function areaFeature(area: Area): object {
  const { id, label, from, to, note, sources } = area;
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Polygon', coordinates: [closedRing(area.ring)] },
    properties: {
      layer: 'area',
      name: label,
      firstDay: plainDate(from).first,
      lastDay: plainDate(to).last,
      approximate: true,
      precision: note,
      sources,
    },
  };
}

/** RFC 7946 wants an outer ring closed and counter-clockwise. */
function closedRing(ring: LonLat[]): LonLat[] {
  const [first] = ring as [LonLat, ...LonLat[]];
  const last = ring.at(-1) as LonLat;
  const closed = first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
  const twiceArea = closed
    .slice(1)
    .reduce(
      (sum, [x, y], index) => sum + (closed[index] as LonLat)[0] * y - x * (closed[index] as LonLat)[1],
      0,
    );
  return twiceArea < 0 ? closed.toReversed() : closed;
}
