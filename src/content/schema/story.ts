/** story.yaml, map.yaml, and what stands in a chapter file: its front matter and its scenes. */
import { z } from 'zod';
import { PANELS } from '#model/scene.ts';
import { date, id, ids, lat, lon, point, sentence, webAddress } from './common.ts';

const thread = z.strictObject({
  id,
  label: sentence.describe('the lane’s name'),
  colour: z.enum(['red', 'blue', 'green', 'ochre', 'grey']).describe('a colour of the palette'),
  mark: z
    .enum(['triangle', 'circle', 'square', 'diamond', 'bar'])
    .describe('the shape that doubles the colour; one lane, one shape'),
  muted: z.boolean().default(false).describe('true: drawn quietly, context rather than the story’s own line'),
});

export const story = z.strictObject({
  title: sentence.describe('the story’s name'),
  dek: sentence.describe('the line under the title'),
  description: sentence.describe('for search engines and cards, at most 160 characters'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
    .describe('BCP 47 tag'),
  direction: z.enum(['ltr', 'rtl']).default('ltr').describe('which way the language is written'),
  contentNote: sentence.optional().describe('shown before the first step'),
  authors: sentence.describe('who answers for it'),
  updated: date,
  span: date.describe('what the whole timeline covers: an interval'),
  licence: z
    .strictObject({
      text: sentence.describe('of text and data: CC BY 4.0'),
      textUrl: webAddress.describe('its address'),
      code: sentence.describe('of the code: MIT'),
    })
    .describe('under which terms others may use it'),
  threads: z.array(thread).min(1).describe('the lanes of the timeline, top to bottom'),
  chapters: z
    .array(z.string().regex(/^[a-z0-9-]+$/))
    .min(1)
    .describe('files of chapters/, without .md, in reading order'),
  report: z
    .strictObject({
      source: id.describe('the report that the claims of claims.yaml are of'),
      about: sentence.describe('Markdown: what is to be said of its form, for the sources page'),
    })
    .optional()
    .describe('the report the story grew from'),
  method: sentence.optional().describe('Markdown: how the numbers were counted, for the sources page'),
});

const camera = z.strictObject({
  id,
  label: sentence.describe('said to readers: “Map of Europe and the Mediterranean”'),
  bounds: z
    .tuple([lon, lat, lon, lat])
    .refine(([w, s, e, n]) => w < e && s < n, 'bounds are [west, south, east, north]')
    .describe('[west, south, east, north]: all of it is visible on every screen'),
  schematic: z
    .boolean()
    .default(false)
    .describe('true: no geometry exists at this scale; distance rings are drawn'),
  labels: ids.describe('places labelled although no scene names them, most important first'),
});

const level = z.strictObject({
  id,
  land: sentence.describe(
    'a TopoJSON file: package:world-atlas/land-50m.json, or a path in the content folder',
  ),
  borders: sentence.optional().describe('a TopoJSON file of countries, for borders'),
  water: z.array(sentence).default([]).describe('TopoJSON or GeoJSON files of lakes and rivers'),
  bounds: z.tuple([lon, lat, lon, lat]).describe('clipped to [west, south, east, north]'),
  weight: z
    .number()
    .nonnegative()
    .describe('simplification: smallest triangle kept, in square map units (0.1°)'),
  minScale: z.number().nonnegative().describe('drawn from this many px per degree on'),
  portRadius: z.number().positive().describe('km around ports in which routes may touch land at this detail'),
});

const disputed = z.strictObject({
  id,
  label: sentence.describe('named in the legend'),
  source: sentence.describe('whose data or whose claim the line is'),
  line: z.array(point).optional().describe('a dashed line'),
  ring: z.array(point).optional().describe('a tinted area'),
  tint: sentence.optional().describe('the country whose tint the area gets'),
  from: id.describe('the level of detail from which it is drawn'),
});

const mapName = z.strictObject({
  text: sentence.describe('what is printed'),
  at: point.describe('the middle of the name'),
  width: z
    .number()
    .positive()
    .describe('how wide what it names is there, in degrees: it is printed only where it fits into that'),
  kind: z.enum(['sea', 'land']).describe('decides how it looks'),
});

export const map = z.strictObject({
  credit: sentence.describe('whose geography it is, printed under the map'),
  note: sentence.describe('what the map does not say, printed with the credit'),
  highlight: sentence.optional().describe('the country drawn in its own tint, as the borders file spells it'),
  cameras: z.array(camera).min(1).describe('the views that scenes name'),
  levels: z.array(level).min(1).describe('coarse to fine'),
  disputed: z.array(disputed).default([]).describe('lines and areas that are not agreed on'),
  names: z.array(mapName).default([]).describe('seas and countries named quietly, most important first'),
});

/** A camera in a scene: a name of map.yaml, or `[lon, lat] width`. */
const freeCamera = z.strictObject({
  centre: point,
  width: z.number().positive().max(360).describe('of the view, in degrees'),
});

export const scene = z.strictObject({
  at: date.describe('the date cursor'),
  span: date.describe('what the timeline shows: an interval'),
  camera: z.union([id, freeCamera]).describe('a camera of map.yaml, or {centre: [lon, lat], width: degrees}'),
  focus: ids.describe('marks, places and voyages that light up; positions for the panel of that name'),
  panel: z
    .enum(PANELS as [string, ...string[]])
    .default('map')
    .describe('what the stage gives most room to'),
});

export const frontMatter = z.strictObject({
  title: sentence.describe('the chapter’s title; numbers in it are bound'),
  number: z.number().int().positive().optional().describe('left out for a prologue'),
  dates: sentence.describe('in words: 21 August 2013'),
  summary: sentence.describe('one sentence'),
  plain: sentence
    .optional()
    .describe('the chapter in two to four short, plain sentences; needed where there is a folder classroom/'),
  still: scene.describe('the picture on paper and without JavaScript'),
});
