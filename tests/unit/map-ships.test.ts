/** Ships by date, on the real voyages: they move evenly, along their lines, at sea, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { inRings } from '#geo/plane.ts';
import { DAY_MS, parseDate } from '#model/dates.ts';
import { distanceKm, unproject, type PlanePoint } from '#model/projection.ts';
import { NO_FILTER, type Scene } from '#model/scene.ts';
import { voyageState } from '#model/voyage-track.ts';
import { escortOffsets } from '#stage/map/escorts.ts';
import { layoutMap } from '#stage/map/layout.ts';
import { momentOf } from '#stage/map/moment.ts';
import { keptOf } from '#stage/map/routes.ts';
import { sceneMap } from '#stage/map/scene-map.ts';
import { SHIP_RADIUS, shipsAt, shipsIn, type Ship } from '#stage/map/ships.ts';
import { placeNames } from '#stage/map/ship-names.ts';
import { voyageName } from '#stage/map/strings.ts';
import { slotAt } from '#stage/map/timetable.ts';
import { sailedDash, sailedOf, wakeStrokes } from '#stage/map/wake.ts';
import { coasts, data, optionsFor, SIZES } from './map-story.ts';

const HOUR = DAY_MS / 24;
const view = { x: 0, y: -400, k: 2 };
const at = (ms: number): { ms: number; offset: number } => ({ ms, offset: 0 });
const shipsOn = (ms: number): Ship[] => shipsAt(shipsIn(slotAt(data, ms), data.areas), at(ms), view);
const scene = (day: string, camera: Scene['camera'], focus: string[] = []): Scene => ({
  at: at(parseDate(day).start),
  span: [0, 1],
  camera,
  focus,
  filter: NO_FILTER,
  panel: 'map',
});
const dated = data.voyages.filter(({ depart, arrive }) => depart && arrive);
const first = Math.min(...dated.map(({ depart }) => depart!.start));
const last = Math.max(...dated.map(({ arrive }) => arrive!.end));
const wide = optionsFor(SIZES[3]!);

describe.each(dated.map((voyage) => [voyage.id, voyage] as const))('%s', (id, voyage) => {
  const { line, shown } = keptOf(voyage, data.areas);

  it('moves through all its hours at the leg’s speed, without a jump', () => {
    const { start } = voyage.depart!;
    const hours = (voyage.arrive!.start - start) / HOUR;
    const speed = line.length / hours;
    let before: PlanePoint | undefined;
    let seen = 0;
    for (let hour = 0; hour <= hours; hour++) {
      const ship = shipsOn(start + hour * HOUR).find((one) => one.id === id);
      if (ship) {
        seen++;
        if (before) {
          const way = Math.hypot(ship.point[0] - before[0], ship.point[1] - before[1]);
          expect(way).toBeLessThanOrEqual(speed * 1.0001);
        }
      }
      before = ship?.point;
    }
    // Every leg is seen, all of it that is outside an area.
    expect(seen).toBeGreaterThanOrEqual(Math.floor(hours * (shown[1] - shown[0])) - 1);
  });

  it('is not placed before it leaves, nor after its day of arrival', () => {
    expect(shipsOn(voyage.depart!.start - 1).map((ship) => ship.id)).not.toContain(id);
    expect(shipsOn(voyage.arrive!.end).map((ship) => ship.id)).not.toContain(id);
  });

  it('is at sea on every day between its ports, at every drawn level', () => {
    const ends = shown.map((share) => unproject(shipPoint(share)));
    for (let { start } = voyage.depart!; start <= voyage.arrive!.start; start += DAY_MS / 4) {
      const ship = shipsOn(start).find((one) => one.id === id);
      if (!ship) continue;
      const here = unproject(ship.point);
      // The widest port radius of map.yaml.
      if (ends.some((end) => distanceKm(end, here) < 26)) continue;
      for (const { coast } of coasts) expect(inRings(ship.point as [number, number], coast)).toBe(false);
    }
  });

  function shipPoint(share: number): PlanePoint {
    const length = share * line.length;
    const i = Math.max(
      0,
      line.lengths.findIndex((sum) => sum >= length),
    );
    return line.points[i]!;
  }
});

describe('between legs', () => {
  it('a ship is nowhere, at every hour of the story', () => {
    const ids = new Set<string>();
    for (let ms = first - DAY_MS; ms < last + DAY_MS; ms += HOUR) {
      const ships = shipsOn(ms);
      for (const { id } of ships) {
        ids.add(id);
        const voyage = data.voyages.find((one) => one.id === id)!;
        expect(ms).toBeGreaterThanOrEqual(voyage.depart!.start);
        expect(ms).toBeLessThan(voyage.arrive!.end);
      }
      const hulls = ships.map(({ id }) => data.voyages.find((one) => one.id === id)!.ship);
      expect(new Set(hulls).size).toBe(hulls.length);
    }
    expect([...ids].sort()).toEqual(dated.map(({ id }) => id).sort());
  });

  it('the line of a leg whose departure was not published is shown without a ship from the arrival before', () => {
    const undated = data.voyages.filter(({ depart, arrive }) => !depart && arrive);
    expect(undated.length).toBeGreaterThan(0);
    for (const { id, arrive } of undated) {
      const phase = slotAt(data, arrive!.start - HOUR).voyages.find(({ voyage }) => voyage.id === id)?.phase;
      expect(phase).toBe('unpublished');
    }
  });
});

describe('a stretch of time', () => {
  it('is the same object throughout, and begins or ends where something does', () => {
    const { voyages, areas } = data;
    const slots = new Set<unknown>();
    let before = slotAt(data, first - DAY_MS);
    for (let ms = first - DAY_MS; ms < last + DAY_MS; ms += HOUR) {
      const slot = slotAt(data, ms);
      slots.add(slot);
      expect(ms).toBeGreaterThanOrEqual(slot.start);
      expect(ms).toBeLessThan(slot.end);
      for (const { voyage, phase } of slot.voyages) {
        const { kind } = voyageState(voyage, at(ms));
        if (kind === 'under-way') expect(phase).toBe('under-way');
      }
      expect(slot.areas).toEqual(areas.filter(({ from, to }) => ms >= from.start && ms < to.end));
      if (slot !== before) expect(slot.start).toBe(before.end);
      before = slot;
    }
    expect(slots.size).toBeLessThan(6 * (voyages.length + areas.length));
  });

  it('hands the same lists to every frame in it', () => {
    const layout = layoutMap(data, scene('2014-06-27', 'mediterranean'), wide);
    const one = momentOf(data, layout, at(Date.parse('2014-06-27T03:00Z')));
    const two = momentOf(data, layout, at(Date.parse('2014-06-27T09:00Z')));
    expect(two.routes).toBe(one.routes);
    expect(two.calls).toBe(one.calls);
    expect(two.areas).toBe(one.areas);
    expect(two.sailed).not.toEqual(one.sailed);
  });
});

describe('two ships in one port', () => {
  it('lie side by side on 2 July 2014', () => {
    for (const size of SIZES) {
      const { ships, labels } = sceneMap(data, scene('2014-07-02', 'mediterranean'), optionsFor(size));
      expect(ships.map(({ name }) => name).sort()).toEqual(['Ark Futura', 'Cape Ray']);
      const [a, b] = ships as [(typeof ships)[0], (typeof ships)[0]];
      // Upright hulls are 7 px wide.
      expect(Math.abs(a.x - b.x)).toBeGreaterThan(10);
      for (const { heading } of ships) expect(Math.min(heading % 180, 180 - (heading % 180))).toBeLessThan(1);
      expect(labels.filter(({ kind }) => kind === 'ship')).toHaveLength(2);
    }
  });

  it('part without a jump', () => {
    let before: { x: number; heading: number } | undefined;
    for (let hour = 0; hour <= 24; hour += 0.5) {
      const day = at(Date.parse('2014-07-02T00:00Z') + hour * HOUR);
      const map = sceneMap(data, scene('2014-07-02', 'mediterranean'), wide, day);
      const ship = map.ships.find(({ name }) => name === 'Cape Ray')!;
      if (before && hour < 24) {
        expect(Math.abs(ship.x - before.x)).toBeLessThan(3);
        const turned = Math.abs(ship.heading - before.heading);
        expect(Math.min(turned, 360 - turned)).toBeLessThan(30);
      }
      before = ship;
    }
  });
});

describe('escorts', () => {
  it('are drawn only where a source names them, and from the day it names', () => {
    const load = data.voyages.find(({ id }) => id === 'ark-futura-limassol-latakia')!;
    const on = (day: string): Ship => shipsOn(Date.parse(day)).find(({ id }) => id === load.id)!;
    expect(on('2014-01-05T00:00Z').escorts).toEqual([]);
    expect(on('2014-01-07T12:00Z').escorts).toHaveLength(3);
    const italy = shipsOn(Date.parse('2014-06-27')).find(({ name }) => name === 'Ark Futura')!;
    expect(italy.escorts).toHaveLength(1);
    expect(voyageName(load)).toBe(
      'Ark Futura: Limassol to Latakia, 3–7 January 2014; escorted from 7 January 2014 by Esbern Snare, Pyotr Velikiy and Yancheng (positions schematic)',
    );
  });

  it('keep their distance from the ship and from each other, whatever the heading', () => {
    for (let heading = 0; heading < 360; heading += 15) {
      for (const sailed of [0, 0.3, 1]) {
        const places = [[0, 0] as const, ...escortOffsets(6, heading, sailed)];
        places.forEach(([x, y], i) =>
          places.slice(i + 1).forEach(([px, py]) => expect(Math.hypot(x - px, y - py)).toBeGreaterThan(11)),
        );
      }
    }
  });

  it('lead the ship out of port and follow her in', () => {
    const [out] = escortOffsets(1, 270, 0);
    expect(out![0]).toBeLessThan(-10);
    const [into] = escortOffsets(1, 270, 1);
    expect(into![0]).toBeGreaterThan(10);
  });
});

describe('names of ships', () => {
  const frame = { x0: 0, y0: 0, x1: 400, y1: 300 };
  const measure = (text: string, px: number): number => text.length * px * 0.5;
  const ship = { id: 'a', text: 'Taiko', x: 200, y: 150, radius: SHIP_RADIUS, heading: 90 };

  it('keep off the line: above or below a ship that sails east or west', () => {
    const [name] = placeNames([ship], [], frame, 13, measure);
    expect(name!.box.y1 < 150 - SHIP_RADIUS || name!.box.y0 > 150 + SHIP_RADIUS).toBe(true);
    const [north] = placeNames([{ ...ship, heading: 0 }], [], frame, 13, measure);
    expect(north!.box.x0).toBeGreaterThan(200 + SHIP_RADIUS);
  });

  it('give way to what stands there, and are left out where nothing is free', () => {
    const above = { x0: 0, y0: 0, x1: 400, y1: 149 };
    const [name] = placeNames([ship], [above], frame, 13, measure);
    expect(name!.box.y0).toBeGreaterThan(150);
    expect(placeNames([ship], [frame], frame, 13, measure)).toEqual([]);
  });
});

describe('the sailed part of a line', () => {
  const sea = { from: 0, to: 0.8, river: false };
  const river = { from: 0.8, to: 1, river: true };

  it('ends where the ship is', () => {
    expect(sailedOf(sea, 0.4)).toBeCloseTo(0.5);
    expect(sailedDash(sea, 0.4, 1000)).toBe('0.5 2');
    expect(sailedOf(river, 0.4)).toBe(0);
    expect(sailedOf(river, 0.9)).toBeCloseTo(0.5);
  });

  it('of a river keeps the river’s dashes', () => {
    // 200 px long, half of it sailed: 100 px at 5 px a dash and its gap.
    const dashes = sailedDash(river, 0.9, 1000).split(' ').map(Number);
    expect(dashes.length % 2).toBe(0);
    expect(dashes.slice(0, -2).reduce((sum, dash) => sum + dash, 0)).toBeCloseTo(0.5);
    expect(dashes[0]).toBeCloseTo(0.01);
  });

  it('fades backwards: each stroke of the wake is shorter than the one below and ends at the ship', () => {
    const strokes = wakeStrokes(sea, 0.4, 1000).map(({ dash, offset }) => ({
      start: -offset,
      length: Number(dash.split(' ')[0]),
    }));
    strokes.forEach(({ start, length }, i) => {
      expect(start + length).toBeCloseTo(0.5);
      if (i > 0) expect(length).toBeLessThan(strokes[i - 1]!.length);
    });
    expect(wakeStrokes(sea, 0, 1000).every(({ dash }) => dash.startsWith('0 '))).toBe(true);
  });
});
