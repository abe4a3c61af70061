import { describe, expect, it } from 'vitest';
import { PathText } from '#geo/path-text.ts';
import { piecesOf } from '#stage/map/coast.ts';

type Point = [x: number, y: number];

/** A repeatable row of numbers from 0 to 1. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

/** Closed outlines of whole numbers, none of which stays where it is from one point to the next. */
function outlines(next: () => number): Point[][] {
  const whole = (most: number): number => Math.round((next() - 0.5) * most);
  return Array.from({ length: 12 }, () => {
    let [x, y] = [whole(4000), whole(4000)];
    return Array.from({ length: 3 + Math.round(next() * 300) }, (_, i): Point => {
      x += (1 + Math.abs(whole(30))) * (i % 2 ? 1 : -1);
      y += whole(40);
      return [x, y];
    });
  });
}

const segment = (a: readonly number[], b: readonly number[]): string => `${a.join()} ${b.join()}`;

/** What is drawn from point to point, in words. */
const segmentsOf = (lines: readonly (readonly Point[])[]): string[] =>
  lines.flatMap((line) => line.slice(1).map((point, i) => segment(line[i]!, point))).sort();

const linesOf = (piece: string): Point[][] =>
  piece
    .split('M')
    .slice(1)
    .map((line) => line.split('L').map((point) => point.split(' ').map(Number) as Point));

describe('a coast in pieces', () => {
  it.each([1, 2, 3])('is the same lines, each once (%i)', (seed) => {
    const rings = outlines(random(seed));
    const text = new PathText(1);
    for (const ring of rings) text.add(ring, true);
    const pieces = piecesOf(text.toString(), 150);
    expect(pieces.length).toBeGreaterThan(20);
    expect(segmentsOf(pieces.flatMap(linesOf))).toEqual(segmentsOf(rings.map((ring) => [...ring, ring[0]!])));
  });

  it('keeps what is far apart in different pieces', () => {
    const text = new PathText(1);
    const island = ([x, y]: Point): Point[] => [
      [x, y],
      [x + 5, y],
      [x, y + 5],
    ];
    for (const at of [
      [0, 0],
      [20, 0],
      [900, 900],
    ] as Point[])
      text.add(island(at), true);
    expect(piecesOf(text.toString(), 100).map((piece) => linesOf(piece).length)).toEqual([2, 1]);
  });
});
