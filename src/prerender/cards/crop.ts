/** Leaves out of a baked path what lies wholly outside a picture: a close-up needs little of a continent's coast. */
import type { PlaneBounds } from '#model/projection.ts';

/**
 * The subpaths that touch a box, in the path's own units. Reads what `geo/path-text.ts` writes: relative steps in
 * whole numbers, each subpath `m… l…`, closed or not.
 */
export function cropped(d: string, [left, top, right, bottom]: PlaneBounds): string {
  let [x, y] = [0, 0];
  let [keptX, keptY] = [0, 0];
  let text = '';
  for (const [subpath] of d.matchAll(/m[^m]*/g)) {
    const numbers = subpath.match(/-?\d+/g)?.map(Number) ?? [];
    const [dx = 0, dy = 0] = numbers;
    const start = [x + dx, y + dy] as const;
    let [px, py] = start;
    const box = [px, py, px, py] as [number, number, number, number];
    for (let index = 2; index + 1 < numbers.length; index += 2) {
      px += numbers[index]!;
      py += numbers[index + 1]!;
      box[0] = Math.min(box[0], px);
      box[1] = Math.min(box[1], py);
      box[2] = Math.max(box[2], px);
      box[3] = Math.max(box[3], py);
    }
    const end = subpath.endsWith('z') ? start : ([px, py] as const);
    if (box[0] <= right && box[2] >= left && box[1] <= bottom && box[3] >= top) {
      const rest = subpath.slice(subpath.indexOf('l'));
      text += `m${start[0] - keptX} ${start[1] - keptY}${rest}`;
      [keptX, keptY] = end;
    }
    [x, y] = end;
  }
  return text;
}
