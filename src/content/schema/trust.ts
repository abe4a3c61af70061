/** sources.yaml, discrepancies.yaml, claims.yaml, corrections.yaml. */
import { z } from 'zod';
import { date, grade, id, ids, sentence, sourceIds, webAddress } from './common.ts';

export const source = z.strictObject({
  id,
  publisher: sentence.describe('who published it'),
  title: sentence.describe('the page’s own heading, or a description of ours (then descriptive: true)'),
  descriptive: z.boolean().default(false).describe('true: the title is a description of ours'),
  author: sentence.optional().describe('where named'),
  date: date.optional().describe('publication; left out where not shown'),
  url: webAddress.optional().describe('canonical address; left out where only a copy was seen'),
  copy: webAddress
    .optional()
    .describe('the reproduction that was read; for editors, never linked for readers'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .describe('ISO 639 code'),
  kind: z
    .enum(['official', 'primary', 'press', 'ngo', 'expert', 'reference'])
    .describe('what sort of source'),
  grade,
  quotes: z
    .array(sentence.refine((text) => text.split(/\s+/).length <= 32, 'a quote has at most 30 words'))
    .default([])
    .describe('verbatim, at most 30 words each; owned by their publishers'),
  note: sentence.optional().describe('a caveat, shown with the source'),
});

export const discrepancy = z.strictObject({
  id,
  topic: sentence.describe('what the sources differ on'),
  values: z
    .array(
      z.strictObject({
        value: sentence.describe('what they say'),
        sources: z.array(id).describe('which of them'),
      }),
    )
    .min(1)
    .describe('each version'),
  use: sentence.describe('the wording the story uses'),
});

export const claim = z.strictObject({
  id,
  n: z.number().int().positive().describe('its number in the report'),
  claim: sentence.describe('the claim in our words'),
  wording: sentence.describe('verbatim, at most 30 words'),
  attributed: sentence.describe('to whom the report attributes it'),
  attribution: sentence.describe('how the story attributes it'),
  status: z.enum(['confirmed', 'confirmed-with-caveat', 'disputed']).describe('what checking it found'),
  events: ids.describe('marks that cover it'),
  steps: ids.describe('steps that tell it'),
  sources: sourceIds,
  note: sentence.optional().describe('the caveat'),
});

export const correction = z.strictObject({
  date: date.describe('when it was corrected'),
  where: sentence.describe('the step or the page'),
  was: sentence.describe('what it said'),
  now: sentence.describe('what it says'),
  why: sentence.describe('the reason, with who noticed'),
});

export const sources = z.strictObject({ sources: z.array(source).describe('everything cited') });
export const discrepancies = z.strictObject({
  discrepancies: z.array(discrepancy).describe('where sources differ'),
});
export const claims = z.strictObject({
  claims: z.array(claim).describe('each claim of the report, and what became of it'),
});
export const corrections = z.strictObject({
  corrections: z.array(correction).describe('latest first; may be empty'),
});
