/** The stage on a wall: text of at least 18 px at every step, nothing over anything and nothing cut. */
import { describe, expect, it } from 'vitest';
import { overlaps, within, type Box } from '#model/boxes.ts';
import { placeCursor } from '#stage/timeline/cursor.ts';
import { layoutPicture } from '#stage/timeline/layout.ts';
import { strings } from '#stage/timeline/strings.ts';
import { TICK_INSET } from '#stage/timeline/ticks.ts';
import { timelineData } from '#stage/timeline/timeline-data.ts';
import { sceneMap } from '#stage/map/scene-map.ts';
import { data, optionsFor, steps, story } from './map-story.ts';

/** The stage lays out for text of 12 px and draws larger by this. */
const FACTOR = 18 / 12;
const LEAST = 18;

/** Map and strip of stages that fill a window, px as drawn, with 24 px to the rem: 264 px of strip, 228 on a low one. */
const STAGES = [
  ['1024 × 768', { width: 1024, height: 540 }, 228],
  ['1280 × 720', { width: 1280, height: 492 }, 228],
  ['1920 × 1080', { width: 1920, height: 799 }, 281],
  ['beside notes', { width: 900, height: 560 }, 228],
] as const;

const small = (px: number): number => px / FACTOR;
const faultsOf = (id: string, boxes: readonly { what: string; box: Box }[], room: Box): string[] =>
  boxes.flatMap(({ what, box }, i) => [
    ...(within(box, room) ? [] : [`${id}: ${what} is cut`]),
    ...boxes.slice(i + 1).flatMap((o) => (overlaps(box, o.box) ? [`${id}: ${what} over ${o.what}`] : [])),
  ]);

describe.each(STAGES)('a stage of %s', (_, map, strip) => {
  const size = { width: small(map.width), height: small(map.height) };

  it('on the map', () => {
    const options = optionsFor(size);
    const faults = steps.flatMap(({ id, scene }) => {
      const { labels, foot, locator } = sceneMap(data, scene, { ...options, factor: FACTOR });
      for (const label of labels)
        expect(label.size * FACTOR, `${id}: ${label.text}`).toBeGreaterThanOrEqual(LEAST);
      const boxes = [
        ...labels.map(({ text, box }) => ({ what: text, box })),
        ...foot.boxes.map((box, i) => ({ what: `foot ${i}`, box })),
        ...(locator ? [{ what: 'small map', box: locator.box }] : []),
      ];
      return faultsOf(id, boxes, { x0: 0, y0: 0, x1: size.width, y1: size.height });
    });
    expect(faults).toEqual([]);
  });

  it('on the timeline', () => {
    const timeline = timelineData(story);
    const room = { width: size.width, height: small(strip), compact: size.width < 560 };
    const faults = steps.flatMap(({ id, scene }) => {
      const { labels, frame, ticks } = layoutPicture(timeline, scene.span, scene.focus, room);
      const cursor = placeCursor(scene.at, frame, strings);
      expect(Math.max(12, frame.px - 1) * FACTOR).toBeGreaterThanOrEqual(LEAST);
      const boxes = [
        ...labels.map(({ lines, box }) => ({ what: lines.join(' '), box })),
        ...ticks
          .filter(({ label }) => label)
          .map(({ label, x, width }) => ({
            what: label,
            box: {
              x0: x + TICK_INSET,
              y0: room.height - 20,
              x1: x + TICK_INSET + width,
              y1: room.height - 4,
            },
          })),
      ];
      expect(within(cursor.chip, { x0: 0, y0: 0, x1: room.width, y1: room.height }), id).toBe(true);
      return faultsOf(id, boxes, { x0: 0, y0: -1, x1: room.width, y1: room.height });
    });
    expect(faults).toEqual([]);
  });
});
