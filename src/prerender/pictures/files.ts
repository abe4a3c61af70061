/**
 * The pictures of the story for print, for hosts without scripts and for download: each view, step and event as PNG
 * and as SVG.
 */
import '#site/tokens.css';
import type { Scene } from '#model/scene.ts';
import type { Story } from '#model/story.ts';
import { pieces } from '#hosts/embed/pieces.ts';
import type { StageData } from '#stage/stage-data.ts';
import type { Basemap } from '../cards/basemap.ts';
import type { CardFonts } from '../cards/fonts.ts';
import { CACHE_DIR, fontsIn, renderPng } from '../cards/render.ts';
import { eventFrame, stepFrame, storyFrame, viewFrame, viewScene } from './contents.ts';
import { readRules } from './css-rules.ts';
import { eventPicture } from './event-picture.ts';
import { layFrame, pictureSvg, type Frame, type LaidFrame } from './frame.ts';
import { stylist } from './inline-styles.ts';
import { legendRows } from './legend.ts';
import { stepPicture } from './paths.ts';
import { palettePng } from './palette-png.ts';
import {
  chartPanel,
  mapPanel,
  scenePanel,
  timelinePanel,
  type Drawing,
  type Panel,
  type PanelBox,
} from './panel.ts';
import { svgText, type SvgNode } from './svg-tree.ts';

export interface PictureFile {
  /** From the root of the site. */
  path: string;
  type: 'image/png' | 'image/svg+xml';
  body: string | Uint8Array;
}

export interface PictureOptions {
  story: Story;
  data: StageData;
  basemap: Basemap;
  /** The style sheets of the stage's components and of the tokens. */
  styles: string;
  siteUrl?: string | undefined;
  cacheDir?: string;
}

/** resvg draws on threads of its own while the next picture is laid out here. */
const AT_ONCE = 3;
/** How much larger than on the page each kind of panel is drawn: a picture is looked at from half its size. */
const SCALE = { map: 1.35, timeline: 1.45, chart: 1.3, tonnes: 1.35, beside: 1.3 } as const;
/** In the picture of the whole story: what the map takes of the width, and the space to the timeline beside it, px. */
const MAP_SHARE = 0.4;
const GAP = 28;

interface Plan {
  path: string;
  frame: Frame;
  graphic: (laid: LaidFrame) => SvgNode[];
}

export async function* staticPictures(options: PictureOptions): AsyncIterable<PictureFile> {
  const { story, cacheDir = CACHE_DIR } = options;
  const fonts = await fontsIn(cacheDir);
  const { language } = story.meta;
  const draw = async ({ path, frame, graphic }: Plan): Promise<PictureFile[]> => {
    const laid = layFrame(frame, fonts);
    const nodes = [...graphic(laid), ...laid.words];
    const svg = (forScreens: boolean): string =>
      svgText(pictureSvg(frame, nodes, { fonts, language, forScreens }));
    const free = svg(false);
    const words = free.replace(/<[^>]*>/g, '');
    const png = await renderPng(free, {
      cacheDir,
      fontFiles: fonts.files,
      systemFonts: !fonts.metrics.sans.covers(words),
      encode: { name: 'palette/1', png: palettePng },
    });
    return [
      { path: `${path}.svg`, type: 'image/svg+xml', body: svg(true) },
      { path: `${path}.png`, type: 'image/png', body: png },
    ];
  };

  const under: Promise<PictureFile[]>[] = [];
  for (const plan of plans(options, fonts)) {
    under.push(draw(plan));
    if (under.length >= AT_ONCE) yield* await under.shift()!;
  }
  for (const last of under) yield* await last;
}

/** All pictures, each laid out when its turn comes. */
function* plans({ story, data, basemap, styles, siteUrl }: PictureOptions, fonts: CardFonts): Iterable<Plan> {
  const drawing: Drawing = { data, basemap, styles: stylist(readRules(styles)) };
  const shared = storyFrame(story, siteUrl);

  for (const { view, event: id, picture: path } of pieces(story)) {
    if (view === 'event') {
      const event = story.events.find((one) => one.id === id);
      if (!event) continue;
      const frame = { ...shared, ...eventFrame(story, event) };
      yield { path, frame, graphic: (laid) => eventPicture(story, event, laid, fonts) };
      continue;
    }
    const scene = viewScene(story, view);
    if (!scene) continue;
    const frame = { ...shared, ...viewFrame(story, data, view) };
    const graphic = ({ room }: LaidFrame): SvgNode[] => {
      switch (view) {
        case 'story': {
          const map = { ...room, width: Math.round(room.width * MAP_SHARE), scale: SCALE.map };
          const strip = { ...room, x: room.x + map.width + GAP, width: room.width - map.width - GAP };
          const days = { ...strip, scale: SCALE.beside };
          return [mapPanel(drawing, scene, map).node, timelinePanel(drawing, scene, days).node];
        }
        case 'timeline':
          return withLegend({ room, fonts, scale: SCALE.timeline }, (box) =>
            timelinePanel(drawing, scene, box, { still: true }),
          );
        case 'chart':
          return [chartPanel(drawing, {}, { ...room, scale: SCALE.chart }).node];
        case 'map':
          return withLegend({ room, fonts, scale: SCALE.map }, (box) => mapPanel(drawing, scene, box));
      }
    };
    yield { path, frame, graphic };
  }

  for (const step of story.chapters.flatMap(({ steps }) => steps)) {
    yield {
      path: stepPicture(step.id),
      frame: { ...shared, ...stepFrame(story, data, step) },
      graphic: ({ room }) =>
        withLegend({ room, fonts, scale: scaleOf(step.scene) }, (box) =>
          scenePanel(drawing, step.scene, box),
        ),
    };
  }
}

const scaleOf = ({ panel }: Scene): number =>
  panel === 'timeline' || panel === 'tonnes' || panel === 'chart'
    ? SCALE[panel]
    : panel === 'guess'
      ? SCALE.chart
      : SCALE.map;

/** The panel, and below it what its marks mean: it is first drawn to know what there is to explain. */
function withLegend(
  { room, fonts, scale }: { room: LaidFrame['room']; fonts: CardFonts; scale: number },
  draw: (box: PanelBox) => Panel,
): SvgNode[] {
  const whole = draw({ ...room, scale });
  if (whole.legend.length === 0) return [whole.node];
  const place = { x: room.x, width: room.width, bottom: room.y + room.height + 6 };
  const { height } = legendRows(whole.legend, fonts, place);
  // With less room there may be fewer things to explain, never more.
  const panel = draw({ ...room, height: room.height - height, scale });
  return [panel.node, ...legendRows(panel.legend, fonts, place).nodes];
}
