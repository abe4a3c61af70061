import { describe, expect, it } from 'vitest';
import { overlaps, within } from '#model/boxes.ts';
import { parseDate } from '#model/dates.ts';
import { NO_FILTER, type LonLat, type Scene } from '#model/scene.ts';
import type { MapData } from '#stage/map/map-data.ts';
import { sceneMap, type SceneMap } from '#stage/map/scene-map.ts';
import { pathPoints } from './map-paths.ts';
import { visibleLevels } from '#stage/map/view.ts';
import { projectBounds, unproject } from '#model/projection.ts';

const place = (id: string, at: [number, number], more: Partial<MapData['places'][number]> = {}) => ({
  id,
  label: id,
  at,
  kind: 'city' as const,
  approximate: false,
  ...more,
});
const data: MapData = {
  places: [
    place('damascus', [36.291, 33.51]),
    place('zamalka', [36.353, 33.525], { kind: 'attack-site' }),
    place('latakia-port', [35.77, 35.515], { kind: 'port', approximate: true }),
    place('gioia-tauro', [15.9, 38.45], { kind: 'port', approximate: true }),
    place('geneva', [6.146, 46.202]),
    place('un-geneva', [6.141, 46.226], { kind: 'building' }),
    place('munich', [11.573, 48.141]),
  ],
  voyages: [
    {
      id: 'leg',
      ship: 'ark-futura',
      shipName: 'Ark Futura',
      title: 'Ark Futura: Latakia to Gioia Tauro',
      from: 'latakia-port',
      to: 'gioia-tauro',
      depart: parseDate('2014-06-23'),
      arrive: parseDate('2014-07-02'),
      route: [
        [35.76, 35.52],
        [32.8, 34.3],
        [23, 34.8],
        [17.2, 37.2],
        [15.895, 38.45],
      ],
    },
    {
      id: 'dateless',
      ship: 'taiko',
      shipName: 'Taiko',
      title: 'Taiko: away',
      from: 'gioia-tauro',
      to: 'latakia-port',
      route: [
        [15.895, 38.45],
        [17, 36],
        [20, 35],
      ],
    },
  ],
  areas: [
    {
      id: 'at-sea',
      label: 'Destruction at sea',
      ring: [
        [17, 34],
        [21, 34],
        [21, 36],
        [17, 36],
      ],
      from: parseDate('2014-07-02'),
      to: parseDate('2014-08-18'),
    },
  ],
  events: {
    talks: ['munich'],
    plan: ['geneva'],
  },
  cameras: [
    {
      id: 'mediterranean',
      label: 'Map of the Mediterranean',
      bounds: [-8, 31.5, 38, 49],
      schematic: false,
      labels: ['damascus'],
    },
    { id: 'syria', label: 'Map of Syria', bounds: [35.2, 32.2, 42.5, 37.4], schematic: false, labels: [] },
    {
      id: 'ghouta',
      label: 'Schematic',
      bounds: [36.165, 33.415, 36.435, 33.605],
      schematic: true,
      labels: ['damascus'],
    },
  ],
  levels: [
    { id: 'l0', minScale: 0, bounds: projectBounds([-130, -15, 80, 76]) },
    { id: 'l1', minScale: 11, bounds: projectBounds([-18, 20, 54, 65]) },
    { id: 'l2', minScale: 36, bounds: projectBounds([29.5, 30.5, 44, 38.2]) },
  ],
  arcs: [],
  disputed: [],
  names: [],
  credit: 'Natural Earth',
  note: '',
};
const scene = (day: string, camera: Scene['camera'], focus: string[] = []): Scene => ({
  at: { ms: Date.parse(`${day}T00:00Z`), offset: 0 },
  span: [0, 1],
  camera,
  focus,
  filter: NO_FILTER,
  panel: 'map',
});
const wide = { size: { width: 1150, height: 640 } };
const phone = { size: { width: 390, height: 300 } };

const phases = ({ moment }: SceneMap): [string, string][] =>
  moment.routes.map(({ id, phase }) => [id, phase]);

describe('ships and routes', () => {
  it('are not there before the voyage, unless asked for', () => {
    expect(phases(sceneMap(data, scene('2014-06-01', 'mediterranean'), wide))).toEqual([]);
    const map = sceneMap(data, scene('2014-06-01', 'mediterranean', ['leg']), wide);
    expect(phases(map)).toEqual([['leg', 'before']]);
    expect(map.ships).toEqual([]);
    expect(map.foot.caption).toMatch(/approximate/);
  });

  it('show the ship by date, with its name and how far it has come', () => {
    const map = sceneMap(data, scene('2014-06-27', 'mediterranean'), wide);
    expect(phases(map)).toEqual([['leg', 'under-way']]);
    expect(map.moment.sailed.get('leg')).toBeCloseTo(4 / 9);
    expect(map.ships).toHaveLength(1);
    expect(map.ships[0]!.heading).toBeGreaterThan(180); // westwards
    expect(map.labels.map(({ text }) => text)).toContain('Ark Futura');
  });

  it('show the ship in port on its day of arrival, and not later', () => {
    expect(sceneMap(data, scene('2014-07-02', 'mediterranean'), wide).ships).toHaveLength(1);
    const later = sceneMap(data, scene('2014-07-03', 'mediterranean'), wide);
    expect(later.ships).toEqual([]);
    expect(phases(later)).toEqual([['leg', 'arrived']]);
  });

  it('without published days is a line without a ship', () => {
    const map = sceneMap(data, scene('2014-06-01', 'mediterranean', ['dateless']), wide);
    expect(phases(map).map(([id]) => id)).toEqual(['dateless']);
    expect(map.ships).toEqual([]);
  });

  it('that are over are drawn only where both ends are in view', () => {
    expect(phases(sceneMap(data, scene('2014-07-20', 'mediterranean'), wide))).toHaveLength(1);
    expect(phases(sceneMap(data, scene('2014-07-20', 'syria'), wide))).toEqual([]);
  });

  it('are forgotten after some months, unless asked for', () => {
    expect(phases(sceneMap(data, scene('2015-07-20', 'mediterranean'), wide))).toEqual([]);
    const map = sceneMap(data, scene('2015-07-20', 'mediterranean', ['leg']), wide);
    expect(phases(map)).toEqual([['leg', 'arrived']]);
  });

  it('end at the edge of an area, and no ship is placed inside it', () => {
    const leg = data.voyages[0]!;
    const into = {
      ...data,
      voyages: [{ ...leg, to: 'at-sea', route: [...leg.route.slice(0, 3), [19, 35]] as LonLat[] }],
    };
    const before = sceneMap(into, scene('2014-06-27', 'mediterranean'), wide);
    expect(before.ships).toHaveLength(1);
    const end = pathPoints(before.moment.routes[0]!.known.pieces.at(-1)!.d).at(-1)!;
    expect(unproject(end)[0]).toBeCloseTo(21, 2);
    expect(sceneMap(into, scene('2014-07-02', 'mediterranean'), wide).ships).toEqual([]);
  });

  it('stand as an area where no position was published', () => {
    expect(sceneMap(data, scene('2014-06-01', 'mediterranean'), wide).moment.areas).toEqual([]);
    const { moment, labels } = sceneMap(data, scene('2014-07-20', 'mediterranean'), wide);
    expect(moment.areas).toHaveLength(1);
    expect(labels.map(({ text }) => text)).toContain('Destruction at sea: position not published');
  });

  it('an area that is not there yet has no name either', () => {
    const settled = scene('2014-07-20', 'mediterranean');
    const { labels } = sceneMap(data, settled, wide, scene('2014-06-01', 'mediterranean').at);
    expect(labels.map(({ kind }) => kind)).not.toContain('area');
  });
});

describe('marks', () => {
  it('are those in focus, those of events in focus, the ports of voyages and the camera’s own', () => {
    const { pins } = sceneMap(data, scene('2014-01-31', 'mediterranean', ['talks', 'leg']), wide);
    expect(pins.map(({ id }) => id).sort()).toEqual(['damascus', 'gioia-tauro', 'latakia-port', 'munich']);
    expect(pins.find(({ id }) => id === 'munich')!.focused).toBe(true);
  });

  it('of one spot are one', () => {
    const { pins } = sceneMap(data, scene('2014-01-31', 'mediterranean', ['un-geneva', 'geneva']), wide);
    expect(pins.filter(({ id }) => id.includes('geneva')).map(({ id }) => id)).toEqual(['un-geneva']);
  });

  it('show attack sites as triangles and ports by a shape of their own', () => {
    const { pins } = sceneMap(data, scene('2013-08-21', 'syria', ['zamalka', 'latakia-port']), wide);
    expect(Object.fromEntries(pins.map(({ id, shape }) => [id, shape]))).toEqual({
      zamalka: 'triangle',
      'latakia-port': 'port',
    });
  });
});

describe.each([
  ['wide', wide],
  ['phone', phone],
])('labels on a %s map', (_, options) => {
  it.each(['mediterranean', 'syria', 'ghouta'])('of %s never collide or leave it', (camera) => {
    const covered = [{ x0: 8, y0: 8, x1: 150, y1: 60 }];
    const map = sceneMap(data, scene('2014-06-27', camera, ['zamalka', 'talks', 'leg']), {
      ...options,
      covered,
    });
    const frame = { x0: 0, y0: 0, x1: options.size.width, y1: options.size.height };
    map.labels.forEach(({ box }, i) => {
      expect(within(box, frame)).toBe(true);
      for (const other of [...map.labels.slice(i + 1).map((label) => label.box), ...covered]) {
        expect(overlaps(box, other)).toBe(false);
      }
    });
  });
});

describe('the credit', () => {
  const foot = (of: MapData): string => sceneMap(of, scene('2014-06-01', 'mediterranean'), wide).foot.credit;

  it('stands in the corner, unless the page names it beside the map', () => {
    expect(foot(data)).toBe(data.credit);
    expect(foot({ ...data, creditBeside: true })).toBe('');
  });
});

describe('a schematic', () => {
  const map = sceneMap(data, scene('2013-08-21', 'ghouta', ['zamalka']), wide);

  it('shows distances from its first place instead of a base map', () => {
    expect(map.levels).toEqual([]);
    expect(map.rings.map(({ km }) => km)).toEqual([5, 10, 15]);
    expect(map.foot.caption).toMatch(/^Schematic.*distances from damascus$/);
    expect(map.labels.map(({ text }) => text)).toContain('5 km');
  });

  it('says where it lies by a small map', () => {
    expect(map.locator!.levels).toEqual(['l1']);
    const { frame, box } = map.locator!;
    expect(frame.x0).toBeGreaterThan(0);
    expect(frame.x1).toBeLessThan(box.x1 - box.x0);
  });
});

describe('levels of detail', () => {
  it('are stacked only where the finer does not reach', () => {
    const { size } = wide;
    const at = (x: number, y: number, k: number) => visibleLevels(data.levels, { x, y, k }, size);
    expect(at(0, -400, 0.8)).toEqual(['l0']);
    expect(at(150, -420, 2.5)).toEqual(['l1']);
    expect(at(0, -400, 1.5)).toEqual(['l0', 'l1']);
    expect(at(370, -365, 10)).toEqual(['l2']);
    expect(at(300, -390, 8)).toEqual(['l1', 'l2']);
  });
});
