import type { Panel } from '#model/scene.ts';

/** What the stage calls its views; the words of each view are in its own folder. */
export const strings = {
  legend: 'Legend',
  view: 'View',
  chart: 'Chart: what the plan required by date, and what was announced as removed',
  timeline: 'Timeline of the period around the step being read',
  tonnes: 'Where every tonne went',
  panels: {
    map: 'Map',
    timeline: 'Timeline',
    chart: 'Chart',
    positions: 'Who says what',
    guess: 'Your guess',
    tonnes: 'Tonnes',
  } satisfies Record<Panel, string>,
  wholeStage: 'Use the whole stage',
  failed: 'This view could not be drawn.',
  retry: 'Try again',
} as const;
