/** A scene called up from a card: one thing on the map, until the reader goes on or back. */
import type { MapData } from '#stage/map/map-data.ts';
import { projectBounds } from '#model/projection.ts';
import type { LonLat, Ref, Scene } from '#model/scene.ts';
import { DAY_MS } from '#model/dates.ts';
import type { StageData } from '#stage/stage-data.ts';

/** Room between what is shown and a camera's edge, as a share of the camera's width. */
const MARGIN = 0.04;

/** The points of the map that a thing is at; none for what has no place there. */
function pointsOf(map: MapData, ref: Ref): LonLat[] {
  const at = new Map(map.places.map((place) => [place.id, place.at]));
  const voyage = map.voyages.find(({ id }) => id === ref);
  if (voyage) return [...voyage.route];
  const area = map.areas.find(({ id }) => id === ref);
  if (area) return [...area.ring];
  return (map.events[ref] ?? [ref]).flatMap((place) => {
    const point = at.get(place);
    return point ? [point] : [];
  });
}

/** Whether a thing can be shown on the map at all. */
export function canPeek(data: StageData, ref: Ref): boolean {
  return pointsOf(data.map, ref).length > 0;
}

/**
 * A scene with a thing called up on its map: the closest camera that holds all of it. The schematic camera is for
 * places of attack only.
 */
export function callOnMap(map: MapData, ref: Ref, from: Scene): Scene {
  const points = pointsOf(map, ref);
  const attacked = new Set(
    map.places.filter(({ kind }) => kind === 'attack-site').map(({ at }) => at.join()),
  );
  const attack = points.some((point) => attacked.has(point.join()));
  const area = ({ bounds }: MapData['cameras'][number]): number => {
    const [left, top, right, bottom] = projectBounds(bounds);
    return (right - left) * (bottom - top);
  };
  const camera = map.cameras
    .filter(({ schematic, bounds: [west, south, east, north] }) => {
      const margin = (east - west) * MARGIN;
      return (
        (!schematic || attack) &&
        points.every(
          ([lon, lat]) =>
            lon > west + margin &&
            lon < east - margin &&
            lat > south + margin / 2 &&
            lat < north - margin / 2,
        )
      );
    })
    .sort((a, b) => area(a) - area(b))[0];
  return { ...from, camera: camera?.id ?? from.camera, focus: [ref], panel: 'map' };
}

/** The scene that shows a thing at its own date, if it has one; everything else as where it was called up from. */
export function peekScene(data: StageData, ref: Ref, from: Scene): Scene {
  const when = dateOf(data, ref);
  const at = when === undefined ? from.at : { ms: when, offset: 0 };
  return {
    ...callOnMap(data.map, ref, from),
    at,
    span: [Math.min(from.span[0], at.ms - 3 * DAY_MS), Math.max(from.span[1], at.ms + 3 * DAY_MS)],
  };
}

/** Civil date of an event as UTC ms; of a voyage, half way; nothing for a place. */
function dateOf({ timeline, map }: StageData, ref: Ref): number | undefined {
  const mark = timeline.marks.find(({ id }) => id === ref);
  if (mark) return mark.from * DAY_MS;
  const voyage = map.voyages.find(({ id }) => id === ref);
  if (!voyage) return undefined;
  const { depart, arrive } = voyage;
  if (depart && arrive) return (depart.start + arrive.start) / 2;
  return (depart ?? arrive)?.start;
}
