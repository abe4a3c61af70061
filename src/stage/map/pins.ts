/** The marks of places: which a scene shows, where and how. */
import { project, type PlanePoint } from '#model/projection.ts';
import type { Scene } from '#model/scene.ts';
import type { MapCamera, MapData, MapPlace, MapVoyage } from './map-data.ts';

/** Two marks closer than this are one to the eye, px. */
const TOGETHER = 8;

export type PinShape = 'triangle' | 'dot' | 'ring' | 'port' | 'square';

export interface Pin {
  id: string;
  /** px from the map's top left corner, in the scene's own view; and where that is on the plane. */
  x: number;
  y: number;
  point: PlanePoint;
  shape: PinShape;
  radius: number;
  focused: boolean;
}

/** A mark with its name and its rank among the others. */
export interface WantedPin extends Pin {
  text: string;
  priority: number;
  /** Dropped where its name finds no room. */
  optional: boolean;
}

type ToScreen = (point: PlanePoint) => [number, number];

export function pinOf(place: MapPlace, focused: boolean, screen: ToScreen): Pin {
  const point = project(place.at);
  const [x, y] = screen(point);
  const shape = shapeOf(place);
  const radius = (shape === 'triangle' ? 5 : shape === 'port' ? 3.5 : 3) + (focused ? 1.5 : 0);
  return { id: place.id, x, y, point, shape, radius, focused };
}

/**
 * The places to mark, most important first.
 * @param sailed voyages whose ports are marked
 * @param sparing only so many marks that nothing in focus asks for
 */
export function wantedPins(
  data: MapData,
  scene: Scene,
  camera: MapCamera | undefined,
  sailed: readonly MapVoyage[],
  sparing: boolean,
  screen: ToScreen,
): WantedPin[] {
  const places = new Map(data.places.map((place) => [place.id, place]));
  const pins = new Map<string, WantedPin>();
  const add = (id: string, priority: number, focused: boolean, optional: boolean): void => {
    const place = places.get(id);
    if (!place || pins.has(id)) return;
    pins.set(id, { ...pinOf(place, focused, screen), text: place.label, priority, optional });
  };
  scene.focus.forEach((id, i) => add(id, 80 - i / 100, true, false));
  scene.focus.forEach((id, i) => data.events[id]?.forEach((place) => add(place, 70 - i / 100, true, false)));
  for (const { from, to } of sailed) {
    add(from, 40, false, false);
    add(to, 40, false, false);
  }
  const room = sparing ? Math.max(0, FEW - pins.size) : Infinity;
  camera?.labels
    .filter((id) => !pins.has(id))
    .slice(0, room)
    .forEach((id, i) => add(id, 30 - i / 100, false, true));
  return [...pins.values()].sort((a, b) => b.priority - a.priority);
}

/** On a small map the camera's own names only make up this number. */
const FEW = 3;

function shapeOf({ kind, approximate }: MapPlace): PinShape {
  if (kind === 'attack-site') return 'triangle';
  if (kind === 'destruction-site') return 'square';
  if (kind === 'port') return 'port';
  return approximate ? 'ring' : 'dot';
}

/** Without the marks that would lie on a more important one; and, by place, the mark that stands for it. */
export function apart(pins: readonly WantedPin[]): { clear: WantedPin[]; standing: Map<string, WantedPin> } {
  const clear: WantedPin[] = [];
  const standing = new Map<string, WantedPin>();
  for (const pin of pins) {
    const there = clear.find(({ x, y }) => Math.hypot(x - pin.x, y - pin.y) < TOGETHER);
    if (!there) clear.push(pin);
    standing.set(pin.id, there ?? pin);
  }
  return { clear, standing };
}
