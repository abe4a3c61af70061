/** A map without a single name on it, with lettered points: which of them is it? */
import { overlaps, within, type Box } from '#model/boxes.ts';
import {
  project,
  scaleBar,
  toScreen,
  viewFor,
  type Insets,
  type Size,
  type View,
} from '#model/projection.ts';
import type { LonLat } from '#model/scene.ts';
import type { Story } from '#model/story.ts';
import type { MapLevel } from '#stage/map/map-data.ts';
import { visibleLevels } from '#stage/map/view.ts';
import { strings } from './strings.ts';
import { letter } from './lesson.ts';

export interface LetteredPoint {
  /** Id of the place; never printed. */
  place: string;
  letter: string;
  /** Share of the map's width and height, 0 to 1. */
  x: number;
  y: number;
  /** From the point to the middle of its letter, CSS px at any size of the map. */
  dx: number;
  dy: number;
  /** Where it is, in words that do not name it: “in the north-west of the map, 35.5° N, 35.8° E”. */
  where: string;
}

export interface QuizMapView {
  size: Size;
  view: View;
  /** Levels of the base map to draw, coarse to fine. */
  levels: string[];
  scale: { km: number; /** Share of the map's width. */ share: number };
  points: LetteredPoint[];
}

/** Nominal size, px; only the shape matters. */
const SIZE: Size = { width: 720, height: 480 };
/** Between the camera's bounds and the edge, px: room for a mark and some of its letter. */
const PADDING: Insets = { top: 24, right: 24, bottom: 24, left: 24 };
/** As small as the map ever gets, px: there the letters must not lie on each other. */
const SMALLEST: Size = { width: 270, height: 180 };
/** Side of a letter's square, px: a target for a finger. */
export const BADGE = 28;
/** How far from its point a letter stands, px, nearest first. */
const REACHES = [24, 36, 50, 66];
const DIRECTIONS = 16;

/**
 * @param camera a named camera of the story
 * @param options ids of places with coordinates
 */
export function quizMap(
  story: Pick<Story, 'cameras' | 'places'>,
  levels: readonly MapLevel[],
  camera: string,
  options: readonly string[],
): QuizMapView {
  const { cameras } = story;
  const view = viewFor(camera, cameras, SIZE, PADDING);
  const places = options.flatMap((id) => {
    const at = story.places.find((place) => place.id === id)?.at;
    return at ? [{ id, at, screen: toScreen(view, SIZE, project(at)) }] : [];
  });
  // From west to east: an order that has nothing to do with the answer.
  places.sort((a, b) => a.screen[0] - b.screen[0] || a.screen[1] - b.screen[1]);
  const shares = places.map(({ screen: [x, y] }) => [x / SIZE.width, y / SIZE.height] as const);
  const schematic = cameras.find(({ id }) => id === camera)?.schematic ?? false;
  const { km, px } = scaleBar(view, SIZE.width / 4);
  const bar: Box = {
    x0: 0,
    y0: SMALLEST.height - 34,
    x1: 12 + (px / SIZE.width) * SMALLEST.width,
    y1: SMALLEST.height,
  };
  const badges = placeBadges(shares, SMALLEST, [bar]);
  return {
    size: SIZE,
    view,
    levels: schematic ? [] : visibleLevels(levels, view, SIZE),
    scale: { km, share: px / SIZE.width },
    points: places.map(({ id, at }, index) => {
      const [x, y] = shares[index]!;
      const [dx, dy] = badges[index]!;
      return { place: id, letter: letter(index), x, y, dx, dy, where: whereWords(x, y, at) };
    }),
  };
}

/**
 * Where each letter stands beside its point, px from it: on no other letter and no other point, inside the map.
 * @param points shares of width and height
 * @param taken what else lies on the map, px
 */
export function placeBadges(
  points: readonly (readonly [x: number, y: number])[],
  size: Size,
  taken: readonly Box[] = [],
): [number, number][] {
  const frame: Box = { x0: 2, y0: 2, x1: size.width - 2, y1: size.height - 2 };
  const square = (x: number, y: number, side: number): Box => ({
    x0: x - side / 2,
    y0: y - side / 2,
    x1: x + side / 2,
    y1: y + side / 2,
  });
  const at = points.map(([x, y]) => [x * size.width, y * size.height] as const);
  const middle = [
    at.reduce((sum, [x]) => sum + x, 0) / at.length,
    at.reduce((sum, [, y]) => sum + y, 0) / at.length,
  ] as const;
  const placed: Box[] = [];
  return at.map(([x, y], index) => {
    let best: [number, number] = [0, -REACHES[0]!];
    let least = Infinity;
    // Away from the other points, if there is room.
    const away = Math.atan2(y - middle[1], x - middle[0]);
    REACHES.forEach((reach, far) => {
      for (let turn = 0; turn < DIRECTIONS; turn += 1) {
        const angle = away + (turn * 2 * Math.PI) / DIRECTIONS;
        const [dx, dy] = [Math.cos(angle) * reach, Math.sin(angle) * reach];
        const box = square(x + dx, y + dy, BADGE);
        const hits =
          [...placed, ...taken].filter((other) => overlaps(box, other)).length +
          at.filter((other, i) => i !== index && overlaps(box, square(other[0], other[1], 10))).length;
        const cost = hits * 100 + (within(box, frame) ? 0 : 50) + far * 3 + (1 - Math.cos(angle - away));
        if (cost < least) [least, best] = [cost, [Math.round(dx), Math.round(dy)]];
      }
    });
    placed.push(square(x + best[0], y + best[1], BADGE));
    return best;
  });
}

/** The part of the map, and the coordinates to a tenth of a degree: what those learn who do not see the map. */
function whereWords(x: number, y: number, [lon, lat]: LonLat): string {
  const third = (share: number): 0 | 1 | 2 => (share < 1 / 3 ? 0 : share < 2 / 3 ? 1 : 2);
  const degrees = (value: number, positive: string, negative: string): string =>
    `${Math.abs(value).toFixed(1)}°\u00a0${value < 0 ? negative : positive}`;
  return strings.where(
    strings.parts[third(y) * 3 + third(x)] as string,
    degrees(lat, strings.north, strings.south),
    degrees(lon, strings.east, strings.west),
  );
}

/**
 * The markup of some levels of the base map, for copies by `<use href="#basemap-…">`.
 * @param markup of all levels, from `virtual:basemap`
 */
export function baseLevels(markup: string, ids: Iterable<string>): string {
  return [...new Set(ids)]
    .map((id) => {
      const start = markup.indexOf(`<g id="basemap-${id}">`);
      if (start < 0) return '';
      const end = markup.indexOf('</svg></g>', start);
      return markup.slice(start, end + '</svg></g>'.length);
    })
    .join('');
}
