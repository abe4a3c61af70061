/** classroom/lesson.yaml and classroom/quiz.yaml. */
import { z } from 'zod';
import { id, sentence, sourceIds } from './common.ts';

const minutes = z.number().int().positive();
const seconds = z.number().int().positive();

const step = z.strictObject({
  step: id.describe('a step of the story; in reading order, each once'),
  minutes: minutes.describe('whole minutes'),
});
const pause = z.strictObject({
  pause: id.describe('a step with notes for teachers: its question; right before or after that step'),
  minutes: minutes.describe('whole minutes'),
  think: seconds.describe('seconds for each alone'),
  pair: seconds.describe('seconds in pairs'),
  share: seconds.describe('seconds together; the three fit into the minutes'),
});
const poll = z.strictObject({
  poll: id.describe('a poll of this file'),
  minutes: minutes.describe('whole minutes'),
});
const analysis = z.strictObject({
  analysis: id.describe('an analysis of this file'),
  minutes: minutes.describe('whole minutes'),
});

export const path = z.strictObject({
  id,
  title: sentence.describe('what teachers choose it by; plain words'),
  summary: sentence.describe('one sentence: for which lesson it is; plain words'),
  minutes: minutes.describe('whole minutes: those of the slides together'),
  slides: z
    .array(z.union([step, pause, poll, analysis]))
    .min(1)
    .describe('in order, each a step, a pause, a poll or an analysis'),
});

export const onePoll = z.strictObject({
  id,
  question: sentence.describe('plain words'),
  options: z
    .array(sentence)
    .min(2)
    .max(4)
    .describe('two to four, plain words, at most 60 characters each as printed'),
  note: sentence.describe('for the teacher: what to make of the count; one line of Markdown, may cite'),
  sources: z.array(id).default([]).describe('ids of sources.yaml, besides those the note cites'),
});

export const oneAnalysis = z.strictObject({
  id,
  title: sentence.describe('short; plain words'),
  source: id.describe('of sources.yaml: what is looked into'),
  excerpt: sentence.describe('exactly one of that source’s quotes'),
  step: id.describe('the step it belongs to'),
  who: sentence.describe('for the teacher: who made it; one line of Markdown, may cite, like the next three'),
  when: sentence.describe('when'),
  forWhom: sentence.describe('for whom'),
  missing: sentence.describe('what it does not say'),
});

const item = {
  id,
  step: id.describe('the step that tells it'),
  question: sentence.describe('one line of Markdown, without citations'),
  why: sentence.describe('shown with the verdict; one line of Markdown, without citations'),
  sources: sourceIds,
};

export const choice = z.strictObject({
  kind: z.literal('choice').describe('one right answer of three or four'),
  ...item,
  options: z.array(sentence).min(3).max(4).describe('three or four, each a line of Markdown'),
  right: sentence.describe('one of the options, letter for letter'),
});

export const order = z.strictObject({
  kind: z.literal('order').describe('put events in order of time'),
  ...item,
  events: z
    .array(id)
    .min(3)
    .max(5)
    .describe(
      'three to five marks, in the order they are offered, which is not the right one; no dates overlap',
    ),
});

export const place = z.strictObject({
  kind: z.literal('place').describe('find a place on the map'),
  ...item,
  camera: id.describe('of map.yaml: the view'),
  options: z
    .array(id)
    .min(3)
    .max(5)
    .describe(
      'three to five places with a point, all within the camera’s bounds and not too near each other',
    ),
  right: id.describe('one of the options'),
});

export const who = z.strictObject({
  kind: z.literal('who').describe('who said it?'),
  ...item,
  quote: sentence.describe('verbatim: one of the quotes of `quoted`, or a part of one'),
  quoted: id.describe('of sources.yaml: where the quote stands'),
  options: z.array(id).min(3).max(4).describe('three or four actors'),
  right: id.describe('one of the options'),
});

export const quizItem = z.discriminatedUnion('kind', [choice, order, place, who]);

export const lesson = z.strictObject({
  paths: z.array(path).default([]).describe('ways through the story that fit a lesson'),
  polls: z.array(onePoll).default([]).describe('shows of hands'),
  analyses: z.array(oneAnalysis).default([]).describe('sources to look into'),
});
export const quiz = z.strictObject({ quiz: z.array(quizItem).min(1).describe('the questions, in order') });
