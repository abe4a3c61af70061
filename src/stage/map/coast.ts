/**
 * A coast in one piece is stroked whole, from the Baltic to the Red Sea, for every tile of the picture that is
 * painted: three strokes take more time than all the rest of the map. In pieces the browser passes over those that
 * lie elsewhere. The page carries the coast once; it is cut here, when the date or the camera has moved for the first time.
 */

import { whenIdle } from '../idle.ts';

/** Points of a piece at most. */
const LONGEST = 48;
/** To cut a level takes so long on a slow machine, ms. */
const SPARE = 8;
/**
 * So many cells of pieces along a level's longer side. With fewer of them more is painted in vain, with more there is
 * more to lay out for each view: 7 flew best of 4, 7, 12 and 24.
 */
const CELLS = 7;

const SVG = 'http://www.w3.org/2000/svg';
type Point = readonly [x: number, y: number];

/**
 * The outlines of a path as open lines, those that lie near one another in one path.
 * @param d relative moves, lines and closings in whole numbers, as src/geo/path-text.ts writes them
 * @param cell what is near: a width in the path's units
 */
export function piecesOf(d: string, cell: number): string[] {
  const cells = new Map<string, string>();
  const add = (line: readonly Point[]): void => {
    const [x, y] = line[line.length >> 1] as Point;
    const key = `${Math.floor(x / cell)} ${Math.floor(y / cell)}`;
    cells.set(key, `${cells.get(key) ?? ''}M${line.map((point) => point.join(' ')).join('L')}`);
  };
  let [x, y] = [0, 0];
  for (const [outline] of d.matchAll(/m[^m]*/g)) {
    const steps = (outline.match(/-?\d+/g) ?? []).map(Number);
    const line: Point[] = [];
    for (let i = 0; i < steps.length; i += 2) line.push([(x += steps[i] ?? 0), (y += steps[i + 1] ?? 0)]);
    if (outline.endsWith('z')) {
      const first = line[0] as Point;
      line.push(first);
      [x, y] = first;
    }
    for (let from = 0; from < line.length - 1; from += LONGEST) add(line.slice(from, from + LONGEST + 1));
  }
  return [...cells.values()];
}

/**
 * Puts the pieces of a live map's coasts in the place of their strokes, those of one level at a time: all at once they
 * would keep a slow phone from drawing a frame. Copies of the map stay as they are.
 */
export function cutCoasts(picture: Element): void {
  const coasts = [...picture.querySelectorAll<SVGPathElement>('defs path')];
  const next = (): void => {
    const coast = coasts.pop();
    if (!coast) return;
    cut(coast);
    whenIdle(next, SPARE);
  };
  whenIdle(next, SPARE);
}

function cut(coast: SVGPathElement): void {
  const svg = coast.ownerSVGElement;
  if (!svg) return;
  const { width, height } = svg.viewBox.baseVal;
  const pieces = piecesOf(coast.getAttribute('d') ?? '', Math.max(width, height) / CELLS);
  for (const use of svg.querySelectorAll(`use[href="#${coast.id}"]`)) {
    const group = document.createElementNS(SVG, 'g');
    group.setAttribute('class', `pieces ${use.getAttribute('class')}`);
    for (const d of pieces) {
      const path = document.createElementNS(SVG, 'path');
      path.setAttribute('d', d);
      path.setAttribute('vector-effect', 'non-scaling-stroke');
      group.append(path);
    }
    use.after(group);
  }
  // What is left of it is filled only: no stroke of the whole is worked out for each view.
  coast.removeAttribute('vector-effect');
  svg.classList.add('cut');
}
