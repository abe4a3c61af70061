/** The main picture of a scene or a view, drawn by the components of the stage for a box of a given size. */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { civilDate } from '#model/dates.ts';
import { unproject, visibleBounds, type Size } from '#model/projection.ts';
import type { Scene } from '#model/scene.ts';
import ChartPicture from '#stage/chart/ChartPicture.svelte';
import { layoutChart } from '#stage/chart/layout.ts';
import { chartCursor, chartNow, chipBox, dateChip } from '#stage/chart/now.ts';
import type { MapData } from '#stage/map/map-data.ts';
import { sceneMap } from '#stage/map/scene-map.ts';
import StaticMap from '#stage/map/StaticMap.svelte';
import type { StageData } from '#stage/stage-data.ts';
import { layoutPicture, layoutTimeline } from '#stage/timeline/layout.ts';
import { strings as timelineStrings } from '#stage/timeline/strings.ts';
import TimelinePicture from '#stage/timeline/TimelinePicture.svelte';
import { civilDay } from '#stage/timeline/timeline-data.ts';
import { layoutTonnes } from '#stage/tonnes/layout.ts';
import { END, tonnesNow } from '#stage/tonnes/now.ts';
import TonnesPicture from '#stage/tonnes/TonnesPicture.svelte';
import { namedCamera, sceneView } from '#stage/map/view.ts';
import { panelOf } from '#stage/views.ts';
import { PICTURE } from '#hosts/embed/snippet.ts';
import { levelSvg, type Basemap } from '../cards/basemap.ts';
import { PALETTE } from '../cards/palette.ts';
import type { Styles } from './inline-styles.ts';
import type { LegendItem } from './legend.ts';
import { mapLegend } from './map-legend.ts';
import { element, parseSvg, type SvgNode } from './svg-tree.ts';
import { timelineLegend } from './timeline-legend.ts';

/** What panels are drawn from and with. */
export interface Drawing {
  data: StageData;
  basemap: Basemap;
  /** Writes the components’ style sheets into their markup. */
  styles: Styles;
}

/** A box in the picture, px, and how much larger than on the page everything in it is drawn. */
export interface PanelBox {
  x: number;
  y: number;
  width: number;
  height: number;
  scale: number;
}

export interface Panel {
  node: SvgNode;
  /** What its marks mean, where they do not say so themselves. */
  legend: LegendItem[];
}

/** The panel a scene asks for; where a reader is asked to answer first, what does not give the answer away. */
export function scenePanel(drawing: Drawing, scene: Scene, box: PanelBox): Panel {
  switch (panelOf(drawing.data, scene)) {
    case 'timeline':
      return timelinePanel(drawing, scene, box);
    case 'chart':
      return chartPanel(drawing, { at: scene.at }, box);
    case 'guess':
      return chartPanel(drawing, { at: scene.at, empty: true }, box);
    case 'tonnes':
      return tonnesPanel(drawing, civilDate(scene.at.ms, scene.at.offset), box);
    default:
      return mapPanel(drawing, scene, box);
  }
}

/** Legible at a glance, as `StaticMap` sets it, px. */
const MAP_TEXT = 15;

export function mapPanel({ data, basemap, styles }: Drawing, scene: Scene, box: PanelBox): Panel {
  const size = inner(box);
  const onMap = covered(data.map, scene, size);
  const map = sceneMap(onMap, scene, { size, textSize: MAP_TEXT });
  const around = visibleBounds(map.view, size);
  const levels = new Map(
    map.levels.map((id) => [`#basemap-${id}`, levelSvg(basemap.markup, id, map.view.k, around)]),
  );
  const withGround = (node: SvgNode): SvgNode => {
    const level = node.name === 'use' && levels.get(node.attributes['href'] ?? '');
    if (level) return element('g', {}, ...parseSvg(level));
    const children = node.children.flatMap((child) =>
      typeof child === 'string'
        ? child
        : child.name === 'title' || child.name === 'desc'
          ? []
          : withGround(child),
    );
    return { ...node, children };
  };
  const node = withGround(styles(drawn(StaticMap, { data: onMap, scene, ...size })));
  // Of the base map's lines only disputed ones are dashed.
  const disputed = [...levels.values()].some((level) => level.includes('stroke-dasharray'));
  return { node: placed(node, box, true), legend: mapLegend(map, onMap, disputed) };
}

/** Between a camera's bounds and the edge, px: a little more than the map leaves itself. */
const EDGE = 15;

/**
 * The map with the scene's camera closer and aside, if need be, so that nothing beyond the base map is in the
 * picture: its boxes are wider than any stage.
 */
function covered(map: MapData, scene: Scene, size: Size): MapData {
  const camera = namedCamera(map, scene);
  const ground = map.levels[0]?.bounds;
  if (!camera || camera.schematic || !ground) return map;
  const [left, top, right, bottom] = ground;
  const view = sceneView(map, scene, size);
  const k = Math.max(view.k, size.width / (right - left), size.height / (bottom - top));
  const halves = [size.width / 2 / k, size.height / 2 / k] as const;
  const within = (value: number, from: number, to: number): number => Math.min(Math.max(value, from), to);
  const x = within(view.x, left + halves[0], right - halves[0]);
  const y = within(view.y, top + halves[1], bottom - halves[1]);
  if (k === view.k && x === view.x && y === view.y) return map;
  const [w, h] = [halves[0] - EDGE / k, halves[1] - EDGE / k];
  const [west, north] = unproject([x - w, y - h]);
  const [east, south] = unproject([x + w, y + h]);
  const closer = { ...camera, bounds: [west, south, east, north] as const };
  return { ...map, cameras: map.cameras.map((one) => (one === camera ? closer : one)) };
}

/** With the scene's date as the cursor; `still`: without one, as it was in the end. */
export function timelinePanel(
  { data, styles }: Drawing,
  scene: Pick<Scene, 'at' | 'span' | 'focus'>,
  box: PanelBox,
  { still = false }: { still?: boolean } = {},
): Panel {
  const size = { ...inner(box), compact: false };
  const shared = { data: data.timeline, fluid: true, label: ' ' };
  if (still) {
    const picture = layoutPicture(data.timeline, scene.span, scene.focus, size);
    const svg = drawn(TimelinePicture, { ...shared, picture, moment: Infinity });
    return { node: placed(styles(svg), box), legend: timelineLegend(picture, Infinity, undefined) };
  }
  const moment = civilDay(scene.at.ms, scene.at.offset);
  const { cursor, ...picture } = layoutTimeline(data.timeline, scene, size, timelineStrings, moment);
  const svg = drawn(TimelinePicture, { ...shared, picture, cursor, moment });
  return { node: placed(styles(svg), box), legend: timelineLegend(picture, moment, scene.at) };
}

/** As it stood on a date; without a date, as it was in the end; `empty`: before anything was announced. */
export function chartPanel(
  { data, styles }: Drawing,
  { at, empty = false }: { at?: Scene['at']; empty?: boolean },
  box: PanelBox,
): Panel {
  const chart = data.chart;
  if (!chart) return { node: element('g', {}), legend: [] };
  const picture = layoutChart(chart, { ...inner(box), compact: false });
  const on = at ? civilDate(at.ms, at.offset) : END;
  const found = chartNow(chart, picture, on);
  const now = empty ? { ...found, known: new Set<string>(), held: [], pace: undefined } : found;
  const chip = dateChip(picture.frame, on);
  const cursor = at && {
    cursor: chartCursor(picture.frame, at),
    chip,
    chipped: chipBox(chip, picture.frame, on),
  };
  const props = { picture, now, fluid: true, label: ' ', ...cursor };
  return { node: placed(styles(drawn(ChartPicture, props)), box), legend: [] };
}

/** On a civil date (`YYYY-MM-DD`). */
function tonnesPanel({ data, styles }: Drawing, on: string, box: PanelBox): Panel {
  const tonnes = data.tonnes;
  if (!tonnes) return { node: element('g', {}), legend: [] };
  const picture = layoutTonnes(tonnes, { ...inner(box), compact: false });
  const svg = drawn(TonnesPicture, { picture, now: tonnesNow(tonnes, on), fluid: true });
  return { node: placed(styles(svg), box), legend: [] };
}

const inner = ({ width, height, scale }: PanelBox): { width: number; height: number } => ({
  width: Math.round(width / scale),
  height: Math.round(height / scale),
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each component has props of its own
function drawn(component: Component<any>, props: Record<string, unknown>): SvgNode {
  const [svg] = parseSvg(render(component, { props }).body);
  if (svg?.name !== 'svg') throw new Error('a picture’s component drew no SVG');
  return svg;
}

/** A component's SVG as a group in its box; `cut`: nothing beyond the box is shown, of what was drawn before either. */
function placed(svg: SvgNode, { x, y, width, height, scale }: PanelBox, cut = false): SvgNode {
  const { viewBox: _, width: __, height: ___, ...attributes } = svg.attributes;
  const children = svg.children.filter((child) => typeof child === 'string' || child.name !== 'desc');
  const group = element(
    'g',
    { ...attributes, transform: `translate(${x} ${y}) scale(${scale})` },
    ...children,
  );
  if (!cut) return group;
  // Paper with a hole instead of a clip: the base map has clips of its own, and resvg fails at a clip inside a clip.
  const hole = `M0 0H${PICTURE.width}V${PICTURE.height}H0ZM${x} ${y}V${y + height}H${x + width}V${y}Z`;
  return element('g', {}, group, element('path', { d: hole, fill: PALETTE.paper }));
}
