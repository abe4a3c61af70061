/** The part of the map that a step is about, as a picture. */
import {
  fit,
  project,
  projectBounds,
  scaleBar,
  toScreen,
  unitsPerKm,
  viewFor,
  visibleBounds,
  type LonLatBounds,
  type PlaneBounds,
  type View,
} from '#model/projection.ts';
import { grouped } from '#model/numbers.ts';
import type { LonLat, Scene } from '#model/scene.ts';
import type { Place, Story, Thread, Voyage } from '#model/story.ts';
import { stretch, track } from '#model/voyage-track.ts';
import { placeLabels, type LabelRequest, type PlacedLabel } from '#stage/map/labels.ts';
import { shapePath } from '#stage/timeline/shapes.ts';
import { escapeHtml } from '../head/html.ts';
import { basemapAt, type Basemap } from './basemap.ts';
import { MOTIF } from './card.ts';
import type { CardFonts } from './fonts.ts';
import { PALETTE, THREAD_COLOURS } from './palette.ts';

export interface MapPicture {
  story: Story;
  scene: Scene;
  basemap: Basemap;
  fonts: CardFonts;
  /** Draws every voyage in full, whatever the date: for the card of the whole story. */
  whole?: boolean;
}

/** Free room around what the card is about, px. */
const PADDING = { top: 96, right: 92, bottom: 96, left: 92 };
/** A card may come closer than its scene's camera, but not so close that the surroundings are lost. */
const CLOSER = 2;
/** Radius of a mark with its halo, px. */
const MARK = 15;
/** Marks nearer to each other than this, px, are one mark. */
const MERGED = 16;
/** Height of the strip at the foot with the scale, px. */
const FOOT = 56;
const STRINGS = { routes: 'Routes are approximate', schematic: 'Schematic', km: 'km' } as const;

/** A place on the picture, with the thread of the event that put it there. */
interface Pin {
  place: Place & { at: LonLat };
  thread?: Thread | undefined;
}

type ToCard = (point: LonLat) => [x: number, y: number];

/** SVG of the size of {@link MOTIF}. */
export function mapPicture({ story, scene, basemap, fonts, whole = false }: MapPicture): string {
  const camera = story.cameras.find(({ id }) => id === scene.camera);
  const schematic = camera?.schematic ?? false;
  const pins = focusedPins(story, scene);
  const inFocus = story.voyages.filter(({ id }) => whole || scene.focus.includes(id));
  const sailed = story.voyages.filter(
    (voyage) => !inFocus.includes(voyage) && voyage.depart && voyage.depart.start <= scene.at.ms,
  );
  const wide = viewFor(scene.camera, story.cameras, MOTIF);
  const close = schematic || whole ? wide : closeUp(wide, camera?.bounds, pins, inFocus);
  const view = keepOn(close, basemap.levels[0]?.bounds);
  const at: ToCard = (point) => toScreen(view, MOTIF, project(point));
  // At the scale of a schematic camera there is no sea.
  const focusLines = schematic ? [] : inFocus.flatMap((voyage) => screenLines(voyage, view));
  const otherLines = schematic ? [] : sailed.flatMap((voyage) => screenLines(voyage, view));

  // A mark cut by the edge says nothing.
  const marked = distinct(
    pins.filter(({ place }) => onCard(at(place.at), MARK)),
    at,
  );
  const markedIds = new Set(marked.map(({ place }) => place.id));
  const context = contextPins(story, camera?.labels ?? [], new Set(pins.map(({ place }) => place.id)));
  const labels = label(
    marked,
    context,
    at,
    fonts,
    focusLines.flatMap(({ points }) => points),
  );
  const labelled = new Set(labels.map(({ id }) => id));
  return [
    `<rect width="${MOTIF.width}" height="${MOTIF.height}" fill="${schematic ? PALETTE.land : PALETTE.sea}"/>`,
    schematic && camera ? rings(view, camera.bounds) : basemapAt(basemap, view, MOTIF),
    ...otherLines.map((one) => line(one, PALETTE.route, 2)),
    ...focusLines.map(
      (one) => line({ ...one, river: false }, PALETTE.paper, 7) + line(one, PALETTE.ink, 3.5),
    ),
    ...context
      .filter(({ place }) => labelled.has(place.id))
      .map(({ place }) => dot(at(place.at), 4.5, PALETTE.inkSoft)),
    ...marked.map((pin) => mark(pin, at)),
    ...labels.map((placed) => labelText(placed, markedIds.has(placed.id), fonts)),
    foot(
      view,
      schematic,
      [...focusLines, ...otherLines].some(({ points }) => points.some((point) => onCard(point))),
      fonts,
    ),
  ].join('');
}

/** What the card of the whole story shows: every voyage, in the view that most of its steps share. */
export function siteScene(story: Story): Scene | undefined {
  const scenes = story.chapters.flatMap(({ steps }) => steps.map(({ scene }) => scene));
  const uses = (id: string): number => scenes.filter(({ camera }) => camera === id).length;
  const [camera] = story.cameras
    .filter(({ schematic }) => !schematic)
    .toSorted((a, b) => uses(b.id) - uses(a.id));
  const first = scenes[0];
  return first && camera && { ...first, camera: camera.id, focus: [] };
}

/** Places in focus and places of marks in focus, in the order the scene names them. */
function focusedPins(story: Story, scene: Scene): Pin[] {
  const places = new Map(story.places.map((place) => [place.id, place]));
  const threads = new Map(story.threads.map((thread) => [thread.id, thread]));
  const pins: Pin[] = [];
  for (const id of scene.focus) {
    const event = story.events.find((candidate) => candidate.id === id);
    for (const placeId of event ? event.places : [id]) {
      const place = places.get(placeId);
      if (!place?.at || !place.mapped || pins.some((pin) => pin.place.id === placeId)) continue;
      pins.push({ place: { ...place, at: place.at }, thread: event && threads.get(event.thread) });
    }
  }
  return pins;
}

function contextPins(story: Story, ids: string[], taken: Set<string>): Pin[] {
  return ids.flatMap((id) => {
    const place = story.places.find((candidate) => candidate.id === id);
    return place?.at && !taken.has(id) ? [{ place: { ...place, at: place.at } }] : [];
  });
}

/** Two marks on one spot are one: the first in focus is what the step is about. */
function distinct(pins: Pin[], at: ToCard): Pin[] {
  const apart = ({ place: a }: Pin, { place: b }: Pin): boolean => {
    const [ax, ay] = at(a.at);
    const [bx, by] = at(b.at);
    return Math.hypot(ax - bx, ay - by) >= MERGED;
  };
  return pins.filter((pin, index) => pins.slice(0, index).every((other) => apart(pin, other)));
}

/**
 * As close as the marks and voyages in focus allow; the scene's own view where there are none. What lies outside
 * its camera does not count: the stage does not show it either.
 */
function closeUp(wide: View, camera: LonLatBounds | undefined, pins: Pin[], voyages: Voyage[]): View {
  const [west, south, east, north] = camera ?? [-180, -90, 180, 90];
  const inCamera = ([lon, lat]: LonLat): boolean =>
    lon >= west && lon <= east && lat >= south && lat <= north;
  const named = [...pins.map(({ place }) => place.at), ...voyages.flatMap(({ route }) => route)];
  const points = named.filter(inCamera).map(project);
  if (points.length === 0) return wide;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const bounds: PlaneBounds = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const close = fit(bounds, MOTIF, PADDING);
  return { ...close, k: Math.min(close.k, wide.k * CLOSER) };
}

/** Closer and aside, if need be, so that nothing beyond the drawn map is in the picture. */
function keepOn(view: View, bounds: PlaneBounds | undefined): View {
  if (!bounds) return view;
  const [left, top, right, bottom] = bounds;
  const k = Math.max(view.k, MOTIF.width / (right - left), MOTIF.height / (bottom - top));
  const within = (value: number, from: number, to: number): number => Math.min(Math.max(value, from), to);
  const [halfWidth, halfHeight] = [MOTIF.width / 2 / k, MOTIF.height / 2 / k];
  return {
    x: within(view.x, left + halfWidth, right - halfWidth),
    y: within(view.y, top + halfHeight, bottom - halfHeight),
    k,
  };
}

function label(
  marked: Pin[],
  context: Pin[],
  at: ToCard,
  fonts: CardFonts,
  lines: [number, number][],
): PlacedLabel[] {
  const request = ({ place }: Pin, main: boolean, index: number): LabelRequest & { radius: number } => {
    const [x, y] = at(place.at);
    const look = main ? { radius: MARK, size: 26, weight: 600 } : { radius: 6, size: 20, weight: 400 };
    return { id: place.id, text: place.label, x, y, priority: (main ? 100 : 0) - index, ...look };
  };
  const requests = [
    ...marked.map((pin, index) => request(pin, true, index)),
    ...context.map((pin, index) => request(pin, false, index)),
  ].filter(({ x, y }) => onCard([x, y]));
  const obstacles = requests.map(({ id, x, y, radius }) => ({
    owner: id,
    x0: x - radius,
    y0: y - radius,
    x1: x + radius,
    y1: y + radius,
  }));
  const frame = { x0: 16, y0: 24, x1: MOTIF.width - 16, y1: MOTIF.height - FOOT };
  const measure = (text: string, size: number, weight = 400): number =>
    fonts.metrics[faceOf(weight)].width(text) * size + 2;
  return placeLabels(requests, { frame, obstacles, lines }, measure);
}

interface ScreenLine {
  points: [x: number, y: number][];
  /** Along a river: dashed. */
  river: boolean;
}

/** A voyage's line in px: at sea, and apart from that what follows a river at either end. */
function screenLines(voyage: Voyage, view: View): ScreenLine[] {
  const whole = track(voyage.route, voyage);
  const parts: [from: number, to: number, river: boolean][] = [
    [0, whole.riverTo, true],
    [whole.riverTo, whole.riverFrom, false],
    [whole.riverFrom, 1, true],
  ];
  return parts
    .filter(([from, to]) => to > from)
    .map(([from, to, river]) => ({
      points: stretch(whole, from, to).map((point) => toScreen(view, MOTIF, point)),
      river,
    }));
}

function line({ points, river }: ScreenLine, colour: string, width: number): string {
  const d = `M${points.map(([x, y]) => `${n(x)},${n(y)}`).join('L')}`;
  const dash = river ? ` stroke-dasharray="${width * 1.5} ${width * 2}"` : '';
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"${dash}/>`;
}

function mark({ place, thread }: Pin, at: ToCard): string {
  const [x, y] = at(place.at);
  if (!thread) return dot([x, y], 7, PALETTE.ink);
  return `<path transform="translate(${n(x)},${n(y)})" d="${shapePath(thread.mark, 13)}" fill="${THREAD_COLOURS[thread.colour]}" stroke="${PALETTE.paper}" stroke-width="4" paint-order="stroke"/>`;
}

function dot([x, y]: [number, number], radius: number, fill: string): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${radius}" fill="${fill}" stroke="${PALETTE.paper}" stroke-width="3" paint-order="stroke"/>`;
}

function faceOf(weight: number): 'sans' | 'sans-bold' {
  return weight > 400 ? 'sans-bold' : 'sans';
}

function labelText({ text, size, weight, box }: PlacedLabel, main: boolean, fonts: CardFonts): string {
  const y = (box.y0 + box.y1) / 2 + size * 0.34;
  return haloed(text, box.x0, y, size, { fonts, weight, fill: main ? PALETTE.ink : PALETTE.inkSoft });
}

/** Text that stays legible on the map. */
function haloed(
  text: string,
  x: number,
  y: number,
  size: number,
  look: { fonts: CardFonts; weight?: number; fill?: string; anchor?: 'start' | 'end' },
): string {
  const { fonts, weight = 400, fill = PALETTE.inkSoft, anchor = 'start' } = look;
  const { family } = fonts.metrics[faceOf(weight)];
  return `<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor}" font-family="${family}" font-weight="${weight}" font-size="${size}" fill="${fill}" stroke="${PALETTE.paper}" stroke-width="5" stroke-linejoin="round" paint-order="stroke">${escapeHtml(text)}</text>`;
}

/** Where no base geometry exists at the scale: circles of 5, 10, 15 … km round the middle. */
function rings(view: View, bounds: LonLatBounds): string {
  const [west, south, east, north] = bounds;
  const [left, top, right, bottom] = projectBounds(bounds);
  const [x, y] = toScreen(view, MOTIF, [(left + right) / 2, (top + bottom) / 2]);
  const kilometre = unitsPerKm((south + north) / 2) * view.k;
  const reach = Math.hypot(MOTIF.width, MOTIF.height) / 2 / kilometre;
  const step = east - west > 1 ? 25 : 5;
  return Array.from({ length: Math.floor(reach / step) }, (_, index) => (index + 1) * step * kilometre)
    .map(
      (radius) =>
        `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="none" stroke="${PALETTE.border}" stroke-width="1.5"/>`,
    )
    .join('');
}

/** At the foot: the scale where one holds for the whole picture, and what must be said of what is drawn. */
function foot(view: View, schematic: boolean, routes: boolean, fonts: CardFonts): string {
  const y = MOTIF.height - 24;
  const remark = schematic ? STRINGS.schematic : routes ? STRINGS.routes : '';
  const said = remark && haloed(remark, MOTIF.width - 24, y, 17, { fonts, anchor: 'end' });
  const [, top, , bottom] = visibleBounds(view, MOTIF);
  // Mercator stretches north: across more than 25 degrees no single bar is true.
  if (bottom - top > 250) return said;
  const { km, px } = scaleBar(view, 130);
  const bar = (colour: string, width: number): string =>
    `<path d="M24,${y - 12}v6h${n(px)}v-6" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
  const text = haloed(`${grouped(km)} ${STRINGS.km}`, 24 + px + 10, y, 17, { fonts });
  return said + bar(PALETTE.paper, 5) + bar(PALETTE.inkSoft, 1.5) + text;
}

/** Inside the picture, with `margin` px to spare. */
function onCard([x, y]: readonly [number, number], margin = 0): boolean {
  return x > margin && y > margin && x < MOTIF.width - margin && y < MOTIF.height - margin;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
