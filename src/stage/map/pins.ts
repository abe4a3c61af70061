/** The marks of places: which a scene shows, where and how. */
import { project, type PlanePoint } from '#model/projection.ts';
import type { Scene } from '#model/scene.ts';
import type { MapCamera, MapData, MapPlace } from './map-data.ts';
import type { DrawnRoute } from './routes.ts';

/** Two marks closer than this are one to the eye, px. */
const TOGETHER = 8;

export type PinShape = 'triangle' | 'dot' | 'ring' | 'square';

export interface Pin {
  id: string;
  /** px from the map's top left corner. */
  x: number;
  y: number;
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

/** The places to mark, most important first. */
export function wantedPins(
  data: MapData,
  scene: Scene,
  camera: MapCamera | undefined,
  routes: readonly DrawnRoute[],
  screen: (point: PlanePoint) => [number, number],
): WantedPin[] {
  const places = new Map(data.places.map((place) => [place.id, place]));
  const pins = new Map<string, WantedPin>();
  const add = (id: string, priority: number, focused: boolean, optional: boolean): void => {
    const place = places.get(id);
    if (!place || pins.has(id)) return;
    const [x, y] = screen(project(place.at));
    const shape = shapeOf(place);
    const radius = (shape === 'triangle' ? 5 : 3) + (focused ? 1.5 : 0);
    pins.set(id, { id, x, y, shape, radius, focused, text: place.label, priority, optional });
  };
  scene.focus.forEach((id, i) => add(id, 80 - i / 100, true, false));
  scene.focus.forEach((id, i) => data.events[id]?.forEach((place) => add(place, 70 - i / 100, true, false)));
  const shown = new Map(routes.map((route) => [route.id, route]));
  for (const { id, from, to } of data.voyages) {
    const route = shown.get(id);
    if (!route?.focused && !route?.underWay) continue;
    add(from, 40, false, false);
    add(to, 40, false, false);
  }
  camera?.labels.forEach((id, i) => add(id, 30 - i / 100, false, true));
  return [...pins.values()].sort((a, b) => b.priority - a.priority);
}

function shapeOf({ kind, approximate }: MapPlace): PinShape {
  if (kind === 'attack-site') return 'triangle';
  if (kind === 'destruction-site') return 'square';
  return approximate ? 'ring' : 'dot';
}

/** Without the marks that would lie on a more important one. */
export function apart(pins: readonly WantedPin[]): WantedPin[] {
  const clear: WantedPin[] = [];
  for (const pin of pins) {
    if (!clear.some(({ x, y }) => Math.hypot(x - pin.x, y - pin.y) < TOGETHER)) clear.push(pin);
  }
  return clear;
}
