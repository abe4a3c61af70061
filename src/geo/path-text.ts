/** Lines of the plane to the shortest SVG path text: relative whole-number steps on a grid. */
import type { Position } from 'geojson';

/** Keeps the pen between calls, so that every subpath starts relative to the last. */
export class PathText {
  #text = '';
  #x = 0;
  #y = 0;
  /** @param grid size of one step, plane units */
  constructor(private readonly grid: number) {}

  /** Adds a line; a closed one (area) leaves out its last point. Lines shorter than a step vanish. */
  add(points: readonly Position[], closed: boolean): void {
    const steps: [number, number][] = [];
    for (const [px, py] of points as [number, number][]) {
      const x = Math.round(px / this.grid);
      const y = Math.round(py / this.grid);
      const last = steps[steps.length - 1];
      if (!last || last[0] !== x || last[1] !== y) steps.push([x, y]);
    }
    const first = steps[0];
    if (!first) return;
    if (closed) {
      const last = steps[steps.length - 1] as [number, number];
      if (steps.length > 1 && last[0] === first[0] && last[1] === first[1]) steps.pop();
    }
    if (steps.length < (closed ? 3 : 2)) return;
    this.#text += `m${pair(first[0] - this.#x, first[1] - this.#y)}`;
    let [x, y] = first;
    let separator = 'l';
    for (const [nx, ny] of steps.slice(1)) {
      const step = pair(nx - x, ny - y);
      this.#text += separator === ' ' && step.startsWith('-') ? step : separator + step;
      separator = ' ';
      [x, y] = [nx, ny];
    }
    if (closed) {
      this.#text += 'z';
      [x, y] = first;
    }
    this.#x = x;
    this.#y = y;
  }

  toString(): string {
    return this.#text;
  }
}

const pair = (x: number, y: number): string => (y < 0 ? `${x}${y}` : `${x} ${y}`);
