/** Marks of the timeline: events.yaml, movements.yaml, deadlines.yaml. */
import { z } from 'zod';
import { date, grade, id, ids, sentence, sourceIds } from './common.ts';

const detail = z.strictObject({
  fact: sentence.describe('one further fact'),
  sources: sourceIds,
});

const mark = {
  id: id.describe('stable: links, embeds and scenes use it'),
  date: date.describe('when it happened, as precisely as the sources allow'),
  title: z.string().trim().min(1).max(40).describe('the label on the timeline, at most 40 characters'),
  what: sentence.describe('one neutral sentence, ours'),
  thread: id.describe('a thread of story.yaml'),
  rank: z
    .union([z.literal(1), z.literal(2), z.literal(3)])
    .default(3)
    .describe('1 keeps its label longest when there is little room'),
  places: ids.describe('ids of places.yaml; the first is where the mark’s local date holds'),
  actors: ids.describe('ids of actors.yaml'),
  links: ids.describe('ids of earlier marks that led to this one, never mere sequence'),
  details: z.array(detail).default([]).describe('further facts, each with its own sources'),
  disputed: ids.describe('ids of positions.yaml'),
  sources: sourceIds,
  grade,
  note: sentence.optional().describe('a caveat, shown with the mark'),
};

export const event = z.strictObject(mark);

export const movement = z.strictObject({
  ...mark,
  ordinal: z.number().int().positive().optional().describe('left out where sources disagree'),
  ordinalStatus: sentence.describe('who states the number, or that it is inferred'),
  ships: ids.describe('ids of ships in voyages.yaml that carried the load'),
  shipsNote: sentence.optional().describe('for example that the name is inferred from the flag'),
  escorts: z.array(sentence).default([]).describe('escorts as named by the sources'),
  cargo: z
    .strictObject({ text: sentence.describe('in words, with amounts as stated'), sources: sourceIds })
    .optional()
    .describe('what was on board, where a source says so'),
});

export const deadline = z.strictObject({
  ...mark,
  setBy: sentence.describe('who set it'),
  setOn: date.describe('when it was set'),
  requirement: sentence.describe('what was due'),
  met: z.enum(['yes', 'no', 'withdrawn', 'not-established']).describe('what became of it'),
  outcome: sentence.describe('the same in one sentence'),
  outcomeDate: date.optional().describe('when it was met, or known to be missed'),
});

export const events = z.strictObject({ events: z.array(event).describe('what happened') });
export const movements = z.strictObject({ movements: z.array(movement).describe('loads that left') });
export const deadlines = z.strictObject({ deadlines: z.array(deadline).describe('what was due') });
