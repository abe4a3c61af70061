import { describe, expect, it } from 'vitest';
import { overlaps, within } from '#model/boxes.ts';
import { placeLabels, type LabelRequest } from '#stage/map/labels.ts';

const frame = { x0: 0, y0: 0, x1: 400, y1: 300 };
const measure = (text: string, px: number): number => text.length * px * 0.5;
const request = (id: string, x: number, y: number, more: Partial<LabelRequest> = {}): LabelRequest => ({
  id,
  text: id,
  x,
  y,
  radius: 3,
  priority: 1,
  size: 12,
  ...more,
});

describe('map labels', () => {
  it('never overlap, cover a mark or leave the frame, however crowded', () => {
    const requests = Array.from({ length: 120 }, (_, i) =>
      request(`label ${i}`, (i * 73) % 400, (i * 131) % 300, { priority: i % 3 }),
    );
    const obstacles = requests.map(({ id, x, y }) => ({
      x0: x - 3,
      y0: y - 3,
      x1: x + 3,
      y1: y + 3,
      owner: id,
    }));
    const placed = placeLabels(requests, { frame, obstacles }, measure);
    expect(placed.length).toBeGreaterThan(10);
    placed.forEach(({ id, box }, i) => {
      expect(within(box, frame)).toBe(true);
      expect(placed.slice(i + 1).some((other) => overlaps(box, other.box))).toBe(false);
      expect(obstacles.some((mark) => mark.owner !== id && overlaps(box, mark))).toBe(false);
    });
  });

  it('stand to the right of their mark if they can', () => {
    const [label] = placeLabels([request('Rome', 100, 100)], { frame, obstacles: [] }, measure);
    expect(label!.box.x0).toBeGreaterThan(103);
    expect((label!.box.y0 + label!.box.y1) / 2).toBeCloseTo(100);
  });

  it('turn inwards at the edge', () => {
    const [label] = placeLabels([request('Damascus', 395, 100)], { frame, obstacles: [] }, measure);
    expect(label!.box.x1).toBeLessThan(395);
  });

  it('go to the important first', () => {
    const tight = { x0: 90, y0: 92, x1: 160, y1: 108 };
    const requests = [request('minor', 100, 100), request('major', 100, 100, { priority: 9 })];
    const placed = placeLabels(requests, { frame: tight, obstacles: [] }, measure);
    expect(placed.map(({ id }) => id)).toEqual(['major']);
  });

  it('keep off lines where another place is free', () => {
    const lines = Array.from({ length: 40 }, (_, i) => [103 + i * 2, 100] as const);
    const [label] = placeLabels([request('Rota', 100, 100)], { frame, obstacles: [], lines }, measure);
    expect(label!.box.x0).toBeLessThan(100);
  });

  it('of an area lie in it, or under or over it', () => {
    const [large] = placeLabels(
      [request('sea', 200, 150, { radius: [80, 40] })],
      { frame, obstacles: [] },
      measure,
    );
    expect((large!.box.x0 + large!.box.x1) / 2).toBeCloseTo(200);
    expect((large!.box.y0 + large!.box.y1) / 2).toBeCloseTo(150);
    const [small] = placeLabels(
      [request('a wide sea', 200, 150, { radius: [10, 8] })],
      { frame, obstacles: [] },
      measure,
    );
    expect(small!.box.y1 < 142 || small!.box.y0 > 158).toBe(true);
  });
});
