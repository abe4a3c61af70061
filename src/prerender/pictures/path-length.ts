/** How long a path is, of the commands that our layouts write: M, L, H, V, Q, C and Z, absolute or relative. */

type Point = [x: number, y: number];

const NUMBERS = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, Z: 0 } as const;
/** Straight pieces that a curve is measured by. */
const PIECES = 32;

/** In the path's own units. */
export function pathLength(d: string): number {
  let length = 0;
  let at: Point = [0, 0];
  let start: Point = at;
  const go = (to: Point): void => {
    length += Math.hypot(to[0] - at[0], to[1] - at[1]);
    at = to;
  };
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi)].map(Number);
    const command = letter.toUpperCase() as keyof typeof NUMBERS;
    if (!(command in NUMBERS)) throw new Error(`the length of “${letter}” in a path is not known here`);
    if (command === 'Z') go(start);
    const take = NUMBERS[command];
    for (let index = 0; take > 0 && index + take <= numbers.length; index += take) {
      const [ox, oy]: Point = letter === command ? [0, 0] : at;
      const values = numbers.slice(index, index + take);
      const points = pairs(
        command === 'H' ? [values[0]!, at[1] - oy] : command === 'V' ? [at[0] - ox, values[0]!] : values,
      ).map(([x, y]): Point => [x + ox, y + oy]);
      if (command === 'M' && index === 0) start = at = points[0]!;
      else if (points.length === 1) go(points[0]!);
      else {
        const all = [at, ...points];
        for (let piece = 1; piece <= PIECES; piece++) go(onCurve(all, piece / PIECES));
      }
    }
  }
  return length;
}

const pairs = (values: readonly number[]): Point[] =>
  values.flatMap((x, index) => (index % 2 === 0 ? [[x, values[index + 1]!] as Point] : []));

/** De Casteljau's point on the curve of these control points. */
function onCurve(points: readonly Point[], t: number): Point {
  if (points.length === 1) return points[0]!;
  return onCurve(
    points.slice(1).map(([x, y], i): Point => {
      const [px, py] = points[i]!;
      return [px + (x - px) * t, py + (y - py) * t];
    }),
    t,
  );
}
