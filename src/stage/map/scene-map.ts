/** From a scene and the story's map data to everything the map draws: pure, the same on the server and in tests. */
import { grow, type Box } from '#model/boxes.ts';
import {
  fit,
  NO_INSETS,
  project,
  projectBounds,
  roundDown125,
  scaleBar,
  toScreen,
  unitsPerKm,
  unproject,
  viewFor,
  visibleBounds,
  type Insets,
  type PlaneBounds,
  type PlanePoint,
  type Size,
  type View,
} from '#model/projection.ts';
import type { Instant, Scene } from '#model/scene.ts';
import { textWidth } from '#model/text-width.ts';
import { positionAt, stretch, track, voyageState, type Track } from '#model/voyage-track.ts';
import { placeLabels, type LabelRequest, type Measure, type PlacedLabel } from './labels.ts';
import type { MapCamera, MapData, MapLevel, MapPlace, MapVoyage } from './map-data.ts';
import { MAP_TEXT } from './strings.ts';

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

export interface RoutePiece {
  /** SVG path in plane units. */
  d: string;
  part: 'sailed' | 'ahead';
  river: boolean;
}

export interface DrawnRoute {
  id: string;
  focused: boolean;
  underWay: boolean;
  pieces: RoutePiece[];
}

export interface DrawnShip {
  /** Id of the voyage. */
  id: string;
  name: string;
  /** px. */
  x: number;
  y: number;
  /** Degrees clockwise from up. */
  heading: number;
}

export interface DistanceRing {
  km: number;
  /** Plane units. */
  x: number;
  y: number;
  r: number;
}

export interface DrawnArea {
  id: string;
  /** SVG path in plane units. */
  d: string;
  focused: boolean;
}

export type LabelKind = 'place' | 'attack' | 'ship' | 'area' | 'distance';

export interface SceneMap {
  view: View;
  /** Ids of the levels to show, coarse to fine; none in a schematic. */
  levels: string[];
  schematic: boolean;
  rings: DistanceRing[];
  /** What the distances of a schematic start from. */
  ringsAround?: string;
  areas: DrawnArea[];
  routes: DrawnRoute[];
  pins: Pin[];
  ships: DrawnShip[];
  labels: (PlacedLabel & { kind: LabelKind; focused: boolean })[];
  scale: { km: number; px: number };
  /** Said beside the scale bar; may be empty. */
  caption: string;
  /** A schematic has no geography of its own: a small map shows where it lies. */
  locator?: Locator;
}

export interface Locator {
  /** px of the map. */
  box: Box;
  view: View;
  levels: string[];
  /** What the map shows, px from the box's corner. */
  frame: Box;
}

export interface SceneMapOptions {
  size: Size;
  /** Sides covered by overlays: the camera keeps its bounds clear of them. */
  insets?: Insets;
  /** Overlays in corners: labels keep clear of them, the camera does not. */
  covered?: readonly Box[];
  measure?: Measure;
  /** Text sizes, px: of ordinary labels; focused ones are a little larger. */
  textSize?: number;
}

/** Between a camera's bounds and the edge, px, so that a mark on the bounds is not cut. */
const PADDING = 14;
/** Two marks closer than this are one to the eye, px. */
const TOGETHER = 8;
const SHIP_RADIUS = 9;
/** Every how many px along a line a label looks whether it would cover it. */
const LINE_STEP = 6;

/** Where on a distance ring its number stands, in order of preference: radians clockwise from north. */
const RING_ANGLES = [0, -30, 30, -60, 60, -90, 90, 120, -120].map((degrees) => (degrees * Math.PI) / 180);

/** What is the same from frame to frame while the date moves, kept per voyage. */
interface Kept {
  line: Track;
  /** The shares of the way (0–1) between which the line is drawn: outside areas that stand for no known position. */
  shown: readonly [from: number, to: number];
  /** The pieces of the whole line, all ahead or all sailed. */
  ahead?: RoutePiece[];
  sailed?: RoutePiece[];
  /** Points on the screen, for one view of one size. */
  onScreen?: { key: string; points: [number, number][] };
}
const kept = new WeakMap<MapVoyage, Kept>();

function keptOf(voyage: MapVoyage, areas: MapData['areas']): Kept {
  let known = kept.get(voyage);
  if (!known) {
    const line = track(voyage.route, voyage);
    kept.set(voyage, (known = { line, shown: outsideAreas(voyage, line, areas) }));
  }
  return known;
}

/** A line that begins or ends in an area begins or ends at the area’s edge: a point inside would be made up. */
function outsideAreas({ from, to }: MapVoyage, line: Track, areas: MapData['areas']): [number, number] {
  const inside = (id: string): ((t: number) => boolean) => {
    const ring = areas.find((area) => area.id === id)?.ring.map(project);
    return (t) => ring !== undefined && inRing(positionAt(line, t).point, ring);
  };
  const edge = (isInside: (t: number) => boolean, steps: readonly number[]): number =>
    steps.find((t) => !isInside(t)) ?? steps[0]!;
  const steps = Array.from({ length: 401 }, (_, i) => i / 400);
  return [edge(inside(from), steps), edge(inside(to), steps.toReversed())];
}

function inRing([x, y]: PlanePoint, ring: readonly PlanePoint[]): boolean {
  return ring.reduce((within, [ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!;
    return ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay) ? !within : within;
  }, false);
}

const path = (points: readonly PlanePoint[], close = false): string =>
  points.length < 2
    ? ''
    : `M${points.map(([x, y]) => `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`).join('L')}${close ? 'Z' : ''}`;

/** The camera a scene names, or nothing for a free one. */
export function namedCamera(
  { cameras }: Pick<MapData, 'cameras'>,
  scene: Pick<Scene, 'camera'>,
): MapCamera | undefined {
  return typeof scene.camera === 'string' ? cameras.find(({ id }) => id === scene.camera) : undefined;
}

/** The view a scene asks for on a map of that size. */
export function sceneView(
  data: Pick<MapData, 'cameras'>,
  scene: Scene,
  size: Size,
  insets: Insets = NO_INSETS,
): View {
  // On a tiny map padding must not eat the picture.
  const edge = Math.min(PADDING, size.width / 20, size.height / 20);
  const padding = {
    top: insets.top + edge,
    right: insets.right + edge,
    bottom: insets.bottom + edge,
    left: insets.left + edge,
  };
  return viewFor(scene.camera, data.cameras, size, padding);
}

/** The levels that a view needs: the finest that suits its scale, and coarser ones where that does not reach. */
export function visibleLevels(levels: readonly MapLevel[], view: View, size: Size): string[] {
  const [left, top, right, bottom] = visibleBounds(view, size);
  const needed: string[] = [];
  for (const { id, minScale, bounds } of [...levels].reverse()) {
    if (minScale > view.k * 10) continue;
    const [l, t, r, b] = bounds;
    if (l >= right || r <= left || t >= bottom || b <= top) continue;
    needed.unshift(id);
    if (l <= left && r >= right && t <= top && b >= bottom) break;
  }
  return needed;
}

/** Draws a scene. */
export function sceneMap(
  data: MapData,
  scene: Scene,
  { size, insets = NO_INSETS, covered = [], measure = textWidth, textSize = 13 }: SceneMapOptions,
): SceneMap {
  const view = sceneView(data, scene, size, insets);
  const camera = namedCamera(data, scene);
  const schematic = camera?.schematic ?? false;
  const focus = new Set(scene.focus);
  const screen = (point: PlanePoint): [number, number] => toScreen(view, size, point);

  const inView = (share: number, { line }: Kept): boolean => {
    const [x, y] = screen(positionAt(line, share).point);
    return x > 0 && y > 0 && x < size.width && y < size.height;
  };
  const voyages = data.voyages.map((voyage) => {
    const known = keptOf(voyage, data.areas);
    // A stub that leads out of the picture tells nothing of a voyage that is over.
    const whole = inView(known.shown[0], known) && inView(known.shown[1], known);
    return drawVoyage(voyage, known, scene.at, focus.has(voyage.id), whole);
  });
  const routes = voyages.flatMap(({ route }) => route ?? []);
  const drawn = new Set(routes.map(({ id }) => id));
  const ships = voyages.flatMap(({ ship }): DrawnShip[] => {
    if (!ship) return [];
    const [x, y] = screen(ship.point);
    return [{ id: ship.id, name: ship.name, heading: ship.heading, x, y }];
  });
  const areas = data.areas
    .filter(({ id, from, to }) => focus.has(id) || (scene.at.ms >= from.start && scene.at.ms < to.end))
    .map((area) => ({ ...area, points: area.ring.map(project) }));

  const frame: Box = {
    x0: insets.left + 4,
    y0: insets.top + 4,
    x1: size.width - insets.right - 4,
    y1: size.height - insets.bottom - 4,
  };
  const scale = scaleBar(view, Math.min(140, size.width / 4));
  const wanted = wantedPins(data, scene, camera, routes, screen).filter(
    ({ x, y }) => x > 0 && y > 0 && x < size.width && y < size.height,
  );
  const pins = apart(wanted);
  const centre = schematic ? ringCentre(data, camera) : undefined;
  const rings = centre ? distanceRings(centre, view, size) : [];

  const locator = schematic ? locatorOf(data, view, size, frame) : undefined;
  const caption = centre
    ? MAP_TEXT.schematicAround(centre.label)
    : routes.length > 0
      ? MAP_TEXT.approximateRoutesShort
      : '';

  const requests: (LabelRequest & { kind: LabelKind; focused: boolean })[] = [
    ...ships
      .filter(({ x, y }) => x > 0 && y > 0 && x < size.width && y < size.height)
      .map(({ id, name, x, y }) => ({
        id: `ship:${id}`,
        text: name,
        x,
        y,
        radius: SHIP_RADIUS,
        priority: 100,
        size: textSize,
        weight: 600,
        kind: 'ship' as const,
        focused: true,
      })),
    ...pins.map((pin) => ({
      id: pin.id,
      text: pin.text,
      x: pin.x,
      y: pin.y,
      radius: pin.radius,
      priority: pin.priority,
      size: pin.focused ? textSize + 1 : textSize,
      weight: pin.focused ? 600 : 400,
      kind: pin.shape === 'triangle' ? ('attack' as const) : ('place' as const),
      focused: pin.focused,
    })),
    ...areas.flatMap(({ id, label, points }) => {
      const [left, top, right, bottom] = extent(points);
      const [x0, y0] = screen([left, top]);
      const [x1, y1] = screen([right, bottom]);
      // A speck would be out of proportion to what it is called.
      if (x1 - x0 < 40 && !focus.has(id)) return [];
      return {
        id: `area:${id}`,
        text: label.includes(MAP_TEXT.unpublished) ? label : `${label}: ${MAP_TEXT.unpublished}`,
        x: (x0 + x1) / 2,
        y: (y0 + y1) / 2,
        radius: [(x1 - x0) / 2, (y1 - y0) / 2] as const,
        priority: 60,
        size: textSize,
        kind: 'area' as const,
        focused: focus.has(id),
      };
    }),
    ...rings.flatMap(({ km, x, y, r }) => {
      const at = RING_ANGLES.map((angle) => screen([x + r * Math.sin(angle), y - r * Math.cos(angle)])).find(
        ([px, py]) => px > frame.x0 + 24 && px < frame.x1 - 24 && py > frame.y0 + 8 && py < frame.y1 - 40,
      );
      if (!at) return [];
      return {
        id: `ring:${km}`,
        text: MAP_TEXT.km(km),
        x: at[0],
        y: at[1],
        radius: [0, 0] as const,
        priority: 5,
        size: textSize - 1,
        kind: 'distance' as const,
        focused: false,
      };
    }),
  ];
  const disc = (x: number, y: number, radius: number): Box => grow({ x0: x, y0: y, x1: x, y1: y }, radius);
  const placed = placeLabels(
    requests,
    {
      frame,
      obstacles: [
        ...covered,
        ...(locator ? [locator.box] : []),
        // The scale bar stands in the lower left corner, its number over it and the caption beside it.
        { x0: frame.x0, y0: frame.y1 - 34, x1: frame.x0 + scale.px + 16, y1: frame.y1 },
        {
          x0: frame.x0,
          y0: frame.y1 - 20,
          x1: frame.x0 + scale.px + 24 + measure(caption, 12),
          y1: frame.y1,
        },
        ...pins.map(({ id, x, y, radius }) => ({ ...disc(x, y, radius), owner: id })),
        ...ships.map(({ id, x, y }) => ({ ...disc(x, y, SHIP_RADIUS), owner: `ship:${id}` })),
      ],
      lines: data.voyages
        .filter(({ id }) => drawn.has(id))
        .flatMap((voyage) => along(keptOf(voyage, data.areas), view, size)),
    },
    measure,
  );
  const byId = new Map(requests.map((request) => [request.id, request]));
  const labelled = new Set(placed.map(({ id }) => id));

  return {
    view,
    levels: schematic ? [] : visibleLevels(data.levels, view, size),
    schematic,
    rings,
    ...(centre && { ringsAround: centre.label }),
    areas: areas.map(({ id, points }) => ({ id, d: path(points, true), focused: focus.has(id) })),
    routes,
    // A mark nobody asked for and without room for its name says nothing.
    pins: pins
      .filter(({ id, optional }) => !optional || labelled.has(id))
      .map(({ id, x, y, shape, radius, focused }) => ({ id, x, y, shape, radius, focused })),
    ships,
    labels: placed.map((label) => {
      const { kind, focused } = byId.get(label.id)!;
      return { ...label, kind, focused };
    }),
    scale,
    caption,
    ...(locator && { locator }),
  };
}

/** A voyage's line, if the scene shows it, and its ship, if its place is known. */
function drawVoyage(
  voyage: MapVoyage,
  known: Kept,
  at: Instant,
  focused: boolean,
  whole: boolean,
): { route?: DrawnRoute; ship?: { id: string; name: string; point: PlanePoint; heading: number } } {
  const state = voyageState(voyage, at);
  const underWay = state.kind === 'under-way';
  if (!focused && !underWay && !(state.kind === 'arrived' && whole)) return {};
  const sailed = underWay ? state.t : state.kind === 'arrived' ? 1 : 0;
  const route = { id: voyage.id, focused, underWay, pieces: routePieces(known, sailed) };
  // On its day of arrival a ship is still shown, in port; later its place is not known.
  const moored = state.kind === 'arrived' && voyage.depart && voyage.arrive && at.ms < voyage.arrive.end;
  const placed = (underWay || moored) && sailed >= known.shown[0] && sailed <= known.shown[1];
  if (!placed) return { route };
  return { route, ship: { id: voyage.id, name: voyage.shipName, ...positionAt(known.line, sailed) } };
}

/** A line cut where the ship is and where rivers end and begin. */
function routePieces(known: Kept, sailed: number): RoutePiece[] {
  const whole = sailed === 0 ? 'ahead' : sailed === 1 ? 'sailed' : undefined;
  if (whole && known[whole]) return known[whole];
  const { line, shown } = known;
  const { riverTo, riverFrom } = line;
  const cuts = [...new Set([...shown, riverTo, riverFrom, sailed])]
    .filter((cut) => cut >= shown[0] && cut <= shown[1])
    .sort((a, b) => a - b);
  const pieces = cuts.slice(1).flatMap((to, i): RoutePiece[] => {
    const from = cuts[i]!;
    const d = path(stretch(line, from, to));
    return d
      ? [{ d, part: to <= sailed ? 'sailed' : 'ahead', river: to <= riverTo || from >= riverFrom }]
      : [];
  });
  if (whole) known[whole] = pieces;
  return pieces;
}

interface WantedPin extends Pin {
  text: string;
  priority: number;
  optional: boolean;
}

/** The places to mark, most important first. */
function wantedPins(
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
function apart(pins: readonly WantedPin[]): WantedPin[] {
  const kept: WantedPin[] = [];
  for (const pin of pins) {
    if (!kept.some(({ x, y }) => Math.hypot(x - pin.x, y - pin.y) < TOGETHER)) kept.push(pin);
  }
  return kept;
}

/** Points along a drawn route on the screen. */
function along(known: Kept, view: View, size: Size): [number, number][] {
  const key = [view.x, view.y, view.k, size.width, size.height].join();
  if (known.onScreen?.key !== key) known.onScreen = { key, points: pointsAlong(known.line, view, size) };
  return known.onScreen.points;
}

function pointsAlong(line: Track, view: View, size: Size): [number, number][] {
  const points = line.points.map((point) => toScreen(view, size, point));
  const out = (a: number, b: number, limit: number): boolean => (a < 0 && b < 0) || (a > limit && b > limit);
  return points.flatMap(([x, y], i) => {
    const [nx, ny] = points[i + 1] ?? [x, y];
    if (out(x, nx, size.width) || out(y, ny, size.height)) return [];
    const steps = Math.max(1, Math.ceil(Math.hypot(nx - x, ny - y) / LINE_STEP));
    return Array.from({ length: steps }, (_, s): [number, number] => [
      x + ((nx - x) * s) / steps,
      y + ((ny - y) * s) / steps,
    ]);
  });
}

/** A small map in the lower right corner, of the closest camera with geography that holds the whole view. */
function locatorOf({ cameras, levels }: MapData, view: View, size: Size, frame: Box): Locator | undefined {
  const [left, top, right, bottom] = visibleBounds(view, size);
  const around = cameras
    .filter(({ schematic }) => !schematic)
    .map(({ bounds }) => projectBounds(bounds))
    .filter(([l, t, r, b]) => l < left && t < top && r > right && b > bottom)
    .sort((a, b) => (a[2] - a[0]) * (a[3] - a[1]) - (b[2] - b[0]) * (b[3] - b[1]))[0];
  const width = Math.round(Math.max(72, Math.min(150, size.width * 0.2)));
  if (!around || size.width < 2.5 * width) return undefined;
  const small: Size = { width, height: Math.round(width * 0.75) };
  const smallView = fit(around, small);
  const [x0, y0] = toScreen(smallView, small, [left, top]);
  const [x1, y1] = toScreen(smallView, small, [right, bottom]);
  return {
    box: {
      x0: frame.x1 - 6 - small.width,
      y0: frame.y1 - 6 - small.height,
      x1: frame.x1 - 6,
      y1: frame.y1 - 6,
    },
    view: smallView,
    levels: visibleLevels(levels, smallView, small),
    // At least 5 px, so that it is seen.
    frame: grow({ x0, y0, x1, y1 }, Math.max(0, (5 - (x1 - x0)) / 2)),
  };
}

/** The first place a schematic camera labels is what its distances start from. */
function ringCentre(data: MapData, camera: MapCamera | undefined): MapPlace | undefined {
  const id = camera?.labels[0];
  return data.places.find((place) => place.id === id);
}

/** Three circles of distance, at most as wide as the picture. */
function distanceRings(centre: MapPlace, view: View, size: Size): DistanceRing[] {
  const [x, y] = project(centre.at);
  const perKm = unitsPerKm(centre.at[1]);
  const step = roundDown125(Math.min(size.width, size.height) / 2 / view.k / perKm / 1.6);
  return [1, 2, 3].map((n) => ({ km: step * n, x, y, r: step * n * perKm }));
}

function extent(points: readonly PlanePoint[]): PlaneBounds {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The view as a free camera, for addresses and for zooming from where one is. */
export function viewAsCamera(view: View, size: Size): Exclude<Scene['camera'], string> {
  return { centre: unproject([view.x, view.y]), width: size.width / view.k / 10 };
}
