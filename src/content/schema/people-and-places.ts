/** places.yaml, actors.yaml, positions.yaml, glossary.yaml. */
import { z } from 'zod';
import { date, id, ids, point, sentence, sourceIds } from './common.ts';

export const place = z.strictObject({
  id,
  name: sentence.describe('its name in the story'),
  label: sentence.optional().describe('what the map prints, if shorter than the name'),
  country: sentence.optional().describe('the country the point must lie in, as Natural Earth spells it'),
  at: point.optional().describe('left out where no coordinate was sourced: then the place is never plotted'),
  precision: sentence.describe('what the point stands for: city, building, port about 2 km …'),
  approximate: z.boolean().default(false).describe('true: the map says “approximate”'),
  mapped: z.boolean().default(true).describe('false: kept for reference, not drawn'),
  kind: z
    .enum(['city', 'town', 'building', 'port', 'attack-site', 'destruction-site', 'unlocated'])
    .describe('decides its mark; voyages run between ports'),
  sources: z.array(id).default([]).describe('ids of sources.yaml for the coordinate'),
  note: sentence.optional().describe('a caveat, shown with the place'),
});

export const actor = z.strictObject({
  id,
  name: sentence.describe('as the story prints it'),
  type: z.string().describe('person, government, organisation …'),
  description: sentence.describe('one neutral line'),
  sources: sourceIds,
});

export const statement = z.strictObject({
  holders: z.array(z.string()).min(1).describe('ids of actors.yaml, or the holder in words'),
  text: sentence.describe('what they say, in our words'),
  stated: date.describe('when they said it'),
  sources: sourceIds,
});

export const position = z.strictObject({
  id,
  question: sentence.describe('what is disputed, as a question'),
  events: ids.describe('ids of the marks it concerns'),
  order: z.enum(['date', 'alphabetical']).describe('how the sides are ordered; readers are told'),
  statements: z.array(statement).min(1).describe('each side’s answer'),
  established: sentence.describe('what the sources allow to be said without attribution'),
  note: sentence.optional().describe('advice for editors; not printed'),
});

export const term = z.strictObject({
  id,
  term: sentence.describe('the word itself'),
  plain: sentence.describe('plain words, one or two sentences'),
  sources: z.array(id).default([]).describe('ids of sources.yaml'),
});

export const places = z.strictObject({ places: z.array(place).describe('where it happened') });
export const actors = z.strictObject({ actors: z.array(actor).describe('who acts') });
export const positions = z.strictObject({ positions: z.array(position).describe('what is disputed') });
export const glossary = z.strictObject({ terms: z.array(term).describe('words explained') });
