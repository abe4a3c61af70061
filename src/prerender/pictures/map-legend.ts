/** What the marks and lines on a map mean: those that are on it. */
import { toScreen } from '#model/projection.ts';
import type { DrawnRoute } from '#stage/map/layout.ts';
import type { MapData } from '#stage/map/map-data.ts';
import type { SceneMap } from '#stage/map/scene-map.ts';
import { MAP_TEXT } from '#stage/map/strings.ts';
import { PALETTE, THREAD_COLOURS } from '../cards/palette.ts';
import { markItem, type LegendItem } from './legend.ts';
import { element } from './svg-tree.ts';

const SHIP = 'M0-10C2.6-7 3.6-4 3.6-.5V7.4Q3.6 8.6 2.4 8.6H-2.4Q-3.6 8.6-3.6 7.4V-.5C-3.6-4-2.6-7 0-10Z';
const ESCORT = 'M0-5.5C1.6-3.8 2.2-2 2.2 0V5H-2.2V0C-2.2-2-1.6-3.8 0-5.5Z';

const STRINGS = { disputed: 'Line disputed or not agreed' } as const;

/**
 * The items for what is on the map, in the order of the page's own legend.
 * @param disputed whether a disputed line is in the picture
 */
export function mapLegend(map: SceneMap, data: MapData, disputed: boolean): LegendItem[] {
  const { marks } = MAP_TEXT;
  const on = new Set(map.pins.map(({ shape }) => shape));
  const { routes, areas, sailed } = map.moment;
  const inView = ([x, y]: readonly [number, number]): boolean =>
    x > 0 && y > 0 && x < map.size.width && y < map.size.height;
  const sailedOf = ({ id, phase }: DrawnRoute): number => sailed.get(id) ?? (phase === 'arrived' ? 1 : 0);
  /** Whether some of what lies between two shares of the way is in the picture. */
  const crosses = ({ known: { line, shown } }: DrawnRoute, from: number, to: number): boolean =>
    line.points.some((point, index) => {
      const share = line.lengths[index]! / line.length;
      const drawn = share > Math.max(from, shown[0]) && share < Math.min(to, shown[1]);
      return drawn && inView(toScreen(map.view, map.size, point));
    });
  const allApproximate = (kind: string): boolean =>
    data.places.every((place) => place.kind !== kind || place.approximate);
  const said = (kind: string, what: string): string =>
    allApproximate(kind) ? marks.allApproximate(what) : what;
  const stroke = (attributes: Record<string, string | number>): Pick<LegendItem, 'width' | 'symbol'> => ({
    width: 36,
    symbol: element('path', {
      d: 'M0 0H36',
      fill: 'none',
      stroke: PALETTE.route,
      'stroke-width': 2,
      ...attributes,
    }),
  });
  const hollow = element('circle', { r: 4.8, fill: PALETTE.paper, stroke: PALETTE.ink, 'stroke-width': 2.4 });
  const list: (LegendItem | false)[] = [
    on.has('triangle') &&
      markItem(marks.attack, element('path', { d: 'M0-7L6.6 5.2H-6.6Z', fill: THREAD_COLOURS.red })),
    on.has('ring') && markItem(marks.approximate, hollow),
    on.has('port') &&
      markItem(
        said('port', marks.port),
        element('g', {}, hollow, element('circle', { r: 1.8, fill: PALETTE.ink })),
      ),
    on.has('square') &&
      markItem(
        said('destruction-site', marks.destruction),
        element('path', { d: 'M-5-5H5V5H-5Z', fill: PALETTE.ink }),
      ),
    map.ships.some(({ x, y }) => inView([x, y])) &&
      markItem(marks.ship, element('path', { d: SHIP, fill: PALETTE.ink })),
    map.ships.some(({ escorts }) => escorts.length > 0) &&
      markItem(
        marks.escorts,
        element('path', { d: ESCORT, fill: PALETTE.paper, stroke: PALETTE.route, 'stroke-width': 1.4 }),
      ),
    routes.some((route) => crosses(route, 0, sailedOf(route))) && {
      ...stroke({ stroke: PALETTE.ink, 'stroke-width': 2.6 }),
      text: marks.sailed,
    },
    routes.some((route) => crosses(route, sailedOf(route), 1)) && {
      ...stroke({ 'stroke-dasharray': '7 5.5' }),
      text: marks.ahead,
    },
    map.arcs.some(({ grown }) => grown > 0) && {
      width: 36,
      symbol: element('path', {
        d: 'M0 6Q17-8 34 4M27.5 3L34 4L32-2.2',
        fill: 'none',
        stroke: THREAD_COLOURS[map.arcs[0]!.colour],
        'stroke-width': 2,
        'stroke-linecap': 'round',
      }),
      text: marks.arc,
    },
    areas.length > 0 && {
      width: 36,
      symbol: element('ellipse', {
        cx: 18,
        rx: 17,
        ry: 8,
        fill: THREAD_COLOURS.green,
        'fill-opacity': 0.12,
        stroke: THREAD_COLOURS.green,
        'stroke-width': 1.8,
        'stroke-dasharray': '.1 5',
        'stroke-linecap': 'round',
      }),
      text: marks.area,
    },
    disputed && {
      ...stroke({ stroke: PALETTE.inkSoft, 'stroke-width': 1.8, 'stroke-dasharray': '6 5' }),
      text: STRINGS.disputed,
    },
  ];
  return list.filter((item) => item !== false);
}
