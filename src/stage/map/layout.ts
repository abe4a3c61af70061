/**
 * What hangs on the scene and the map's size alone: the view, marks, names, areas, rings, arcs, the foot. It is laid
 * out once for each scene, at the scene's own date; what follows the date cursor is in `moment.ts`.
 */
import { grow, type Box } from '#model/boxes.ts';
import {
  NO_INSETS,
  project,
  toScreen,
  type Insets,
  type PlaneBounds,
  type PlanePoint,
  type Size,
  type View,
} from '#model/projection.ts';
import type { Ref, Scene } from '#model/scene.ts';
import { textWidth } from '#model/text-width.ts';
import { positionAt } from '#model/voyage-track.ts';
import { drawArcs, type DrawnArc } from './arcs.ts';
import { layFoot, type Foot } from './foot.ts';
import { placeLabels, type LabelRequest, type Measure, type PlacedLabel } from './labels.ts';
import type { MapArea, MapData } from './map-data.ts';
import { nameRequests } from './names.ts';
import { apart, wantedPins, type Pin } from './pins.ts';
import { along, keptOf, svgPath, type Kept } from './routes.ts';
import {
  distanceRings,
  locatorOf,
  numberOnRing,
  ringCentre,
  type DistanceRing,
  type Locator,
} from './schematic.ts';
import { namesOf, shipsIn, type Afloat } from './ships.ts';
import { slotAt, type Phase, type Slot } from './timetable.ts';
import { MAP_TEXT } from './strings.ts';
import { cameraOf, sceneView, visibleLevels } from './view.ts';

export type LabelKind = 'place' | 'attack' | 'area' | 'distance' | 'sea' | 'land' | 'ship';

export interface DrawnLabel extends PlacedLabel {
  kind: LabelKind;
  focused: boolean;
}

export interface DrawnArea {
  id: string;
  /** SVG path in plane units. */
  d: string;
  focused: boolean;
}

export interface DrawnRoute {
  id: string;
  focused: boolean;
  phase: Phase;
  known: Kept;
}

/** What the map shows throughout one stretch of time; only ships move in it. */
export interface DrawnSlot {
  routes: readonly DrawnRoute[];
  /** Ends of the routes that no mark stands on, plane units. */
  calls: readonly { id: string; point: PlanePoint }[];
  areas: readonly DrawnArea[];
  /** Areas shown, for their names. */
  areaIds: ReadonlySet<Ref>;
  afloat: readonly Afloat[];
}

export interface MapLayout {
  view: View;
  size: Size;
  /** Where it ends for the eye, px from its top: what lies over its lower edge reaches from side to side. */
  bottom: number;
  /** Ids of the levels to show, coarse to fine; none in a schematic. */
  levels: string[];
  schematic: boolean;
  rings: DistanceRing[];
  pins: Pin[];
  /** The mark that stands for a place, by the place's id. */
  standing: ReadonlyMap<string, Pin>;
  arcs: DrawnArc[];
  /** Names that stand still. */
  labels: DrawnLabel[];
  foot: Foot;
  /** A schematic has no geography of its own: a small map shows where it lies. */
  locator?: Locator;
  /** Where names may stand, and what names of ships keep clear of, px. */
  frame: Box;
  taken: readonly Box[];
  textSize: number;
  measure: Measure;
  /** What is shown in a stretch of time; worked out once for each. */
  drawn(slot: Slot): DrawnSlot;
}

export interface MapOptions {
  size: Size;
  /** Sides covered by overlays: the camera keeps its bounds clear of them. */
  insets?: Insets;
  /** Overlays in corners: labels keep clear of them, the camera does not. */
  covered?: readonly Box[];
  measure?: Measure;
  /** Text sizes, px: of ordinary labels; focused ones are a little larger. */
  textSize?: number;
  /** How much larger than laid out the map is drawn. */
  factor?: number;
}

/** Narrower or lower than this, px, a map keeps to what its scene is about. */
const SMALL = { width: 480, height: 300 };
/** An area narrower than this, px, has a name only where the scene is about it. */
const SPECK = 20;

export function layoutMap(
  data: MapData,
  scene: Scene,
  { size, insets = NO_INSETS, covered = [], measure = textWidth, textSize = 13, factor }: MapOptions,
): MapLayout {
  const view = sceneView(data, scene, size, insets);
  const camera = cameraOf(data, scene, view, size);
  const schematic = camera?.schematic ?? false;
  const bottom = size.height - insets.bottom;
  const small = size.width < SMALL.width || bottom < SMALL.height;
  const focus = new Set(scene.focus);
  const screen = (point: PlanePoint): [number, number] => toScreen(view, size, point);
  const inView = ([x, y]: readonly [number, number]): boolean =>
    x > 0 && y > 0 && x < size.width && y < bottom;
  const frame: Box = {
    x0: insets.left + 4,
    y0: insets.top + 4,
    x1: size.width - insets.right - 4,
    y1: bottom - 4,
  };

  const settled = slotAt(data, scene.at.ms);
  const routesIn = (slot: Slot): DrawnRoute[] => {
    const begun = new Map(slot.voyages.map(({ voyage, phase }) => [voyage.id, phase]));
    return data.voyages.flatMap((voyage): DrawnRoute[] => {
      const focused = focus.has(voyage.id);
      const phase = begun.get(voyage.id) ?? 'before';
      if ((phase === 'before' || phase === 'past') && !focused) return [];
      const known = keptOf(voyage, data.areas);
      // A stub that leads out of the picture tells nothing of a voyage that is over.
      const whole = known.shown.every((share) => inView(screen(positionAt(known.line, share).point)));
      if (!focused && (phase === 'arrived' || phase === 'in-port') && !whole) return [];
      return [{ id: voyage.id, focused, phase: phase === 'past' ? 'arrived' : phase, known }];
    });
  };
  const routes = routesIn(settled);
  const underWay = new Set(
    routes.flatMap(({ id, focused, phase }) => (focused || phase === 'under-way' ? [id] : [])),
  );
  const wanted = wantedPins(
    data,
    scene,
    camera,
    data.voyages.filter(({ id }) => underWay.has(id)),
    small,
    screen,
  ).filter(({ x, y }) => inView([x, y]));
  const { clear: pins, standing } = apart(wanted);
  const arcs = schematic ? [] : drawArcs(data.arcs, focus, standing, view, size);
  const centre = schematic ? ringCentre(data, camera) : undefined;
  const rings = centre ? distanceRings(centre, view, size) : [];
  const locator = schematic ? locatorOf(data, view, size, frame) : undefined;
  const lines = routes.flatMap(({ known }) => along(known, view, size));
  const foot = layFoot(
    view,
    frame,
    Math.min(140, size.width / 4),
    centre
      ? MAP_TEXT.schematicAround(centre.label)
      : lines.some(inView)
        ? [MAP_TEXT.approximateRoutesShort]
        : [],
    schematic || data.creditBeside ? '' : data.credit,
    locator ? locator.box.x0 : frame.x1,
    pins.map(({ x, y, radius }) => around(x, y, radius)),
    measure,
  );

  const shapes = new Map<MapArea, { points: PlanePoint[]; shape: DrawnArea }>();
  const shapeOf = (area: MapArea): { points: PlanePoint[]; shape: DrawnArea } => {
    let known = shapes.get(area);
    if (!known) {
      const points = area.ring.map(project);
      const shape = { id: area.id, d: svgPath(points, true), focused: focus.has(area.id) };
      shapes.set(area, (known = { points, shape }));
    }
    return known;
  };
  const areasIn = (slot: Slot): MapArea[] =>
    schematic ? [] : data.areas.filter((area) => focus.has(area.id) || slot.areas.includes(area));

  const slots = new Map<Slot, DrawnSlot>();
  const drawn = (slot: Slot): DrawnSlot => {
    let known = slots.get(slot);
    if (!known) {
      const shown = schematic ? [] : routesIn(slot);
      const areas = areasIn(slot);
      const marked = (point: PlanePoint): boolean => {
        const [x, y] = screen(point);
        return pins.some((pin) => Math.hypot(pin.x - x, pin.y - y) < pin.radius + 3);
      };
      const calls = shown.flatMap(({ id, known: { line, shown: ends } }) =>
        ends.flatMap((share, end) => {
          const { point } = positionAt(line, share);
          // The end at an area's edge is no port.
          return share === end && !marked(point) ? [{ id: `${id}:${end}`, point }] : [];
        }),
      );
      slots.set(
        slot,
        (known = {
          routes: shown,
          calls,
          areas: areas.map((area) => shapeOf(area).shape),
          areaIds: new Set(areas.map(({ id }) => id)),
          afloat: schematic ? [] : shipsIn(slot, data.areas),
        }),
      );
    }
    return known;
  };

  // Ships have the first choice of places for their names; what stands still keeps clear of them.
  const pinBoxes = pins.map(({ id, x, y, radius }) => ({ ...around(x, y, radius), owner: id }));
  const fixed: Box[] = [...covered, ...(locator ? [locator.box] : []), ...foot.boxes, ...pinBoxes];
  const ships = namesOf(drawn(settled).afloat, scene.at, {
    view,
    size,
    bottom,
    frame,
    taken: fixed,
    textSize,
    measure,
  });

  const requests: (LabelRequest & { kind: LabelKind; focused: boolean })[] = [
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
      clear: pin.optional,
    })),
    ...areasIn(settled).flatMap((area) => {
      const { id, label } = area;
      const [left, top, right, bottom] = extent(shapeOf(area).points);
      const [x0, y0] = screen([left, top]);
      const [x1, y1] = screen([right, bottom]);
      // A speck would be out of proportion to what it is called.
      if (x1 - x0 < SPECK && !focus.has(id)) return [];
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
        size: 12,
        kind: 'distance' as const,
        focused: false,
      };
    }),
    ...(schematic ? [] : nameRequests(data.names, view, size, frame, small, textSize, measure)),
  ];
  const placed = placeLabels(
    requests,
    {
      frame,
      obstacles: [...fixed, ...ships.hulls, ...ships.names.map(({ box }) => box)],
      lines: [...lines, ...arcs.flatMap(({ points }) => points)],
    },
    measure,
  );
  const byId = new Map(requests.map((request) => [request.id, request]));
  const labelled = new Set(placed.map(({ id }) => id));
  const labels = placed.map((label): DrawnLabel => {
    const { kind, focused } = byId.get(label.id)!;
    return { ...label, kind, focused };
  });

  return {
    view,
    size,
    bottom,
    levels: schematic ? [] : visibleLevels(data.levels, view, size, factor),
    schematic,
    rings,
    // A mark nobody asked for and without room for its name says nothing.
    pins: pins
      .filter(({ id, optional }) => !optional || labelled.has(id))
      .map(({ id, x, y, point, shape, radius, focused }) => ({ id, x, y, point, shape, radius, focused })),
    standing,
    arcs,
    labels,
    foot,
    ...(locator && { locator }),
    frame,
    taken: [...fixed, ...labels.map(({ box }) => box)],
    textSize,
    measure,
    drawn,
  };
}

const around = (x: number, y: number, radius: number): Box => grow({ x0: x, y0: y, x1: x, y1: y }, radius);

function extent(points: readonly PlanePoint[]): PlaneBounds {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
