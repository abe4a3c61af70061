/** From a scene and the story's map data to everything the map draws: pure, the same on the server and in tests. */
import { grow, type Box } from '#model/boxes.ts';
import {
  NO_INSETS,
  project,
  scaleBar,
  toScreen,
  type Insets,
  type PlaneBounds,
  type PlanePoint,
  type Size,
  type View,
} from '#model/projection.ts';
import type { Scene } from '#model/scene.ts';
import { textWidth } from '#model/text-width.ts';
import { positionAt } from '#model/voyage-track.ts';
import { placeLabels, type LabelRequest, type Measure, type PlacedLabel } from './labels.ts';
import type { MapData } from './map-data.ts';
import { apart, wantedPins, type Pin } from './pins.ts';
import { along, drawVoyage, keptOf, svgPath, type DrawnRoute, type Kept } from './routes.ts';
import {
  distanceRings,
  locatorOf,
  numberOnRing,
  ringCentre,
  type DistanceRing,
  type Locator,
} from './schematic.ts';
import { MAP_TEXT } from './strings.ts';
import { namedCamera, sceneView, visibleLevels } from './view.ts';

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

const SHIP_RADIUS = 9;
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
      const at = numberOnRing({ x, y, r }, screen, frame);
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
    areas: areas.map(({ id, points }) => ({ id, d: svgPath(points, true), focused: focus.has(id) })),
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

function extent(points: readonly PlanePoint[]): PlaneBounds {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
