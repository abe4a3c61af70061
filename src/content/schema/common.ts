/** The spellings that several content files share. Descriptions feed the editor's manual. */
import { z } from 'zod';
import { parseDate } from '#model/dates.ts';

export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'ids are lower-case letters, digits and single hyphens')
  .describe('an id: lower-case letters, digits and hyphens, unique within its kind');

/** A bare year reads as a number in YAML; it is text to us. */
const text = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string());

export const date = text
  .superRefine((text, context) => {
    try {
      parseDate(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
    }
  })
  .describe(
    'a date: 2014-01-31, 2014-01, 2014-04-10~ (about), 2014-01-24/2014-01-31, 2013-08-21T02:30+03:00',
  );

export const civil = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'write the day as 2014-01-31')
  .refine((text) => !Number.isNaN(Date.parse(`${text}T00:00Z`)), 'not a day of the calendar')
  .describe('a day: 2014-01-31');

export const webAddress = z.url({ protocol: /^https?$/ });

export const grade = z
  .enum(['A', 'B'])
  .describe(
    'A: official or primary text seen; B: reputable secondary source seen. Nothing lower is published',
  );

export const sourceIds = z.array(id).min(1, 'name at least one source').describe('ids of sources.yaml');
export const ids = z.array(id).default([]);
export const lon = z.number().min(-180).max(180);
export const lat = z.number().min(-90).max(90);
export const point = z.tuple([lon, lat]).describe('[longitude, latitude] in WGS84 degrees, longitude first');
export const sentence = z.string().trim().min(1);
