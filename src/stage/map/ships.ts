/** Where ships are at a date. Only those that a stretch of time has are looked at, a handful at most. */
import { grow, type Box } from '#model/boxes.ts';
import { toScreen, type PlanePoint, type Size, type View } from '#model/projection.ts';
import type { Instant } from '#model/scene.ts';
import { positionAt, voyageState } from '#model/voyage-track.ts';
import { berthed, berthsOf, turn, type Berth } from './berths.ts';
import { ESCORT_RADIUS, escortOffsets } from './escorts.ts';
import type { Measure, PlacedLabel } from './labels.ts';
import type { MapArea, MapVoyage } from './map-data.ts';
import { keptOf, placeOnLine, type Kept } from './routes.ts';
import { placeNames } from './ship-names.ts';
import type { Slot } from './timetable.ts';

/** A voyage whose ship can be placed, throughout one stretch of time. */
export interface Afloat {
  voyage: MapVoyage;
  known: Kept;
  inPort: boolean;
  escorts: readonly string[];
  berths: readonly Berth[];
}

export interface Ship {
  /** Id of the voyage. */
  id: string;
  name: string;
  /** Share of the way sailed, 0–1. */
  sailed: number;
  point: PlanePoint;
  /** What is added to its point on the screen, px: its berth beside another ship. */
  dx: number;
  /** Degrees clockwise from up. */
  heading: number;
  /** px from the ship's middle. */
  escorts: readonly (readonly [x: number, y: number])[];
}

/** Half the length of a hull, px. */
export const SHIP_RADIUS = 9;

export function shipsIn(slot: Slot, areas: readonly MapArea[]): Afloat[] {
  const sailing = slot.voyages.filter(({ phase }) => phase === 'under-way' || phase === 'in-port');
  const berths = berthsOf(
    sailing.map(({ voyage: { id, from, to }, phase }) => ({ id, from, to, inPort: phase === 'in-port' })),
  );
  return sailing.map(({ voyage, phase }) => ({
    voyage,
    known: keptOf(voyage, areas as MapArea[]),
    inPort: phase === 'in-port',
    escorts: (voyage.escortsFrom?.start ?? -Infinity) <= slot.start ? (voyage.escorts ?? []) : [],
    berths: (['from', 'to'] as const).flatMap((end) => berths.get(`${voyage.id}:${end}`) ?? []),
  }));
}

/** The share of the way a ship has sailed, for voyages that are under way or in port. */
export function sailedAt({ voyage, inPort }: Pick<Afloat, 'voyage' | 'inPort'>, at: Instant): number {
  if (inPort) return 1;
  const state = voyageState(voyage, at);
  return state.kind === 'under-way' ? state.t : state.kind === 'arrived' ? 1 : 0;
}

/** The ships that can be placed; inside an area that stands for an unknown position none is. */
export function shipsAt(afloat: readonly Afloat[], at: Instant, view: View): Ship[] {
  const ships: Ship[] = [];
  for (const one of afloat) {
    const { voyage, known, berths } = one;
    const sailed = sailedAt(one, at);
    if (sailed < known.shown[0] || sailed > known.shown[1]) continue;
    const place = placeOnLine(known.line, sailed, SHIP_RADIUS / view.k);
    let { heading } = place;
    let dx = 0;
    for (const berth of berths) {
      const port = positionAt(known.line, berth.end === 'from' ? 0 : 1);
      const [x, y] = [port.point[0] - place.point[0], port.point[1] - place.point[1]];
      const share = berthed(Math.hypot(x, y) * view.k);
      dx += berth.dx * share;
      // Upright, bow whichever way is nearer to how it comes or goes.
      heading = turn(heading, port.heading > 90 && port.heading < 270 ? 180 : 0, share);
    }
    ships.push({
      id: voyage.id,
      name: voyage.shipName,
      sailed,
      point: place.point,
      dx,
      heading,
      escorts: escortOffsets(one.escorts.length, heading, sailed),
    });
  }
  return ships;
}

interface Room {
  view: View;
  size: Size;
  /** Where the map ends for the eye, px from its top. */
  bottom: number;
  frame: Box;
  taken: readonly Box[];
  textSize: number;
  measure: Measure;
}

/** Ships with their names, and the boxes of hulls. */
export function namesOf(
  afloat: readonly Afloat[],
  at: Instant,
  { view, size, bottom, frame, taken, textSize, measure }: Room,
): { ships: Ship[]; names: PlacedLabel[]; hulls: (Box & { owner: string })[] } {
  const ships = shipsAt(afloat, at, view);
  const hulls: (Box & { owner: string })[] = [];
  const named = ships.flatMap(({ id, name, point, dx, heading, escorts }) => {
    const [px, y] = toScreen(view, size, point);
    const x = px + dx;
    if (x < 0 || y < 0 || x > size.width || y > bottom) return [];
    hulls.push({ ...disc(x, y, SHIP_RADIUS), owner: id });
    for (const [ex, ey] of escorts) hulls.push({ ...disc(x + ex, y + ey, ESCORT_RADIUS), owner: '' });
    return { id: `ship:${id}`, text: name, x, y, radius: SHIP_RADIUS, heading };
  });
  return { ships, hulls, names: placeNames(named, [...taken, ...hulls], frame, textSize, measure) };
}

const disc = (x: number, y: number, radius: number): Box => grow({ x0: x, y0: y, x1: x, y1: y }, radius);
