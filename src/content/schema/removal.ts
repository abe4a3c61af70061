/** voyages.yaml, series.yaml, quantities.yaml, destruction.yaml. */
import { z } from 'zod';
import { civil, date, grade, id, point, sentence, sourceIds } from './common.ts';

export const ship = z.strictObject({
  id,
  name: sentence.describe('without prefix'),
  flag: sentence.describe('the country whose flag it flew'),
  kind: z.enum(['merchant', 'naval', 'government']).describe('decides its mark'),
  role: sentence.describe('what it did in the story'),
  sources: sourceIds,
  grade,
  note: sentence.optional().describe('a caveat'),
});

export const voyage = z.strictObject({
  id: id.describe('shares one namespace with marks and places'),
  ship: id.describe('a ship of this file'),
  title: sentence.describe('what the leg is called on the map and in lists'),
  from: id.describe('a place of kind port'),
  to: id.describe('a place of kind port, or an area of this file'),
  depart: date.optional().describe('left out where the day was not published'),
  arrive: date.optional().describe('left out where the day was not published'),
  route: z.array(point).min(2).describe('approximate waypoints from port to port'),
  riverFrom: z.number().int().nonnegative().optional().describe('index in route where a river begins'),
  escorts: z
    .array(id)
    .optional()
    .describe('ships of this file that a source says sailed with her; drawn round her, positions schematic'),
  escortsFrom: date
    .optional()
    .describe('the first day they are said to have been with her, if not all along'),
  sources: sourceIds,
  grade,
  note: sentence.optional().describe('a caveat'),
});

export const area = z.strictObject({
  id,
  label: sentence.describe('printed in it'),
  ring: z.array(point).min(3).describe('its corners, in order'),
  from: date.describe('drawn from this date'),
  to: date.describe('until this one'),
  note: sentence.describe('why there is no exact position'),
  sources: sourceIds,
});

const seriesPoint = z.strictObject({
  date: civil.describe('the day the figure is as of'),
  value: z.number().nonnegative().describe('the figure, in the series’ unit'),
  approximate: z.boolean().default(false).describe('true: printed with “about”'),
  derived: z.boolean().default(false).describe('true: our arithmetic, from what others stated'),
  by: sentence.describe('who announced it'),
  grade,
  sources: sourceIds,
  event: id.optional().describe('the mark it belongs to'),
  note: sentence.optional().describe('a caveat, shown with the figure'),
});

export const oneSeries = z.strictObject({
  id,
  label: sentence.describe('its name in full'),
  short: sentence.describe('a direct label on the chart'),
  unit: z.enum(['percent', 'tonnes']).describe('what the values are in'),
  basis: sentence.describe('in plain words: a share of what'),
  kind: z
    .enum(['announced', 'derived', 'required'])
    .describe('announced by someone, derived by us, or required by a plan'),
  plan: sentence.optional().describe('the plan a required series belongs to'),
  mark: z
    .enum(['circle', 'square', 'cross', 'none'])
    .describe('the shape of its points; one basis, one shape'),
  charted: z.boolean().default(false).describe('true: in the main chart'),
  then: id
    .optional()
    .describe('the series that tells how it went on once this one is whole: removed, then destroyed'),
  points: z.array(seriesPoint).min(1).describe('one for each day with a figure'),
});

export const quantity = z.strictObject({
  id,
  value: z.number().describe('the number; of a range the lower end'),
  to: z.number().optional().describe('upper end of a range'),
  unit: sentence.describe('tonnes, people, containers, dollars …'),
  text: sentence.describe('how it prints by itself: “about 1,300 tonnes”'),
  approximate: z.boolean().default(false).describe('true: the source says “about”'),
  date: date.optional().describe('the day it holds for'),
  basis: sentence.describe('what was counted, by whom'),
  derived: z.boolean().default(false).describe('true: our arithmetic'),
  grade,
  sources: sourceIds,
  note: sentence.optional().describe('a caveat, shown with the number'),
});

export const site = z.strictObject({
  id,
  name: sentence.describe('the plant or ship'),
  label: sentence.optional().describe('its name where room is scarce; by default the place’s label'),
  place: id.optional().describe('of places.yaml, or an area of voyages.yaml'),
  country: sentence.describe('where it is, or whose ship'),
  tonnes: z.number().positive().optional().describe('left out where no source states it'),
  approximate: z.boolean().default(false).describe('true: the source says “about”'),
  kind: z.enum(['agent', 'effluent']).describe('effluent is not agent and is never added to it'),
  detail: sentence.describe('what was destroyed'),
  method: sentence.describe('how'),
  start: date.optional().describe('when it began'),
  startAs: sentence.optional().describe('what that day was, if not the beginning of the work: “landed”'),
  finish: date.optional().describe('when it was done'),
  finishAs: sentence.optional().describe('what that day was, if not the end of the work: “announced”'),
  endedBy: date
    .optional()
    .describe('without a finish: by when it had ended at the latest; the note says how that is known'),
  grade,
  sources: sourceIds,
  note: sentence.optional().describe('a caveat'),
});

export const voyages = z.strictObject({
  ships: z.array(ship).describe('the vessels'),
  voyages: z.array(voyage).describe('one for each sourced leg; between legs the position was not published'),
  areas: z.array(area).default([]).describe('where only an area is known'),
});
export const series = z.strictObject({ series: z.array(oneSeries).describe('one for each way of counting') });
export const quantities = z.strictObject({
  quantities: z.array(quantity).describe('numbers the prose may bind'),
});
export const declared = z.strictObject({
  quantity: id.describe('of quantities.yaml, in tonnes'),
  note: sentence.describe('why the sites are not added up to it'),
});
export const destruction = z.strictObject({
  declared: declared.optional().describe('the total that stands beside the sites'),
  sites: z.array(site).describe('where it was made harmless'),
});
