import type { PlanePoint } from '#model/projection.ts';

/** The points of a path of steps (`m10 20 1-2`), as the map writes them. */
export function pathPoints(d: string): PlanePoint[] {
  const numbers = d.match(/-?(?:\d+\.?\d*|\.\d+)/g)!.map(Number);
  let [x, y] = [0, 0];
  return Array.from({ length: numbers.length / 2 }, (_, i): PlanePoint => {
    x += numbers[2 * i]!;
    y += numbers[2 * i + 1]!;
    return [x, y];
  });
}
