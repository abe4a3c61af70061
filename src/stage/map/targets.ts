/** What of the map can be rested on and opened, by pointer and by keyboard: places, ships, lines without a ship. */
import { toScreen, type PlanePoint } from '#model/projection.ts';
import { positionAt } from '#model/voyage-track.ts';
import type { MapData } from './map-data.ts';
import type { DrawnRoute, MapLayout } from './layout.ts';
import { placeName, voyageName } from './strings.ts';

export interface Target {
  /** Id of a place or a voyage. */
  id: string;
  kind: 'place' | 'voyage';
  /** What screen readers say. */
  name: string;
  /** Where it is; a voyage whose ship is shown goes where its ship goes. */
  point: PlanePoint;
}

const byId = new WeakMap<object, Map<string, { id: string }>>();

function find<T extends { id: string }>(list: readonly T[], id: string): T | undefined {
  let index = byId.get(list);
  if (!index) byId.set(list, (index = new Map(list.map((one) => [one.id, one]))));
  return index.get(id) as T | undefined;
}

/** The same list for as long as no route begins or ends. */
export function targetsOf(
  data: Pick<MapData, 'places' | 'voyages'>,
  layout: MapLayout,
  routes: readonly DrawnRoute[],
): Target[] {
  return [
    ...layout.pins.flatMap(({ id, point }): Target[] => {
      const place = find(data.places, id);
      return place ? [{ id, kind: 'place', name: placeName(place), point }] : [];
    }),
    ...routes.flatMap((route): Target[] => {
      const voyage = find(data.voyages, route.id);
      const point = middleInView(layout, route);
      return voyage && point ? [{ id: route.id, kind: 'voyage', name: voyageName(voyage), point }] : [];
    }),
  ];
}

/** The point of a line nearest to its middle that is in the picture. */
function middleInView(
  { view, size, bottom }: MapLayout,
  { known: { line, shown } }: DrawnRoute,
): PlanePoint | undefined {
  const EDGE = 12;
  for (let step = 0; step <= 10; step++) {
    for (const side of [1, -1]) {
      const share = shown[0] + (shown[1] - shown[0]) * (0.5 + (side * step) / 20);
      const { point } = positionAt(line, share);
      const [x, y] = toScreen(view, size, point);
      if (x > EDGE && y > EDGE && x < size.width - EDGE && y < bottom - EDGE) return point;
    }
  }
  return undefined;
}
