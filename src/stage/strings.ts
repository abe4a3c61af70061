/** What the stage calls its views, for screen readers; the words of each view are in its own folder. */
export const strings = {
  legend: 'Legend',
  chart: 'Chart: what the plan required by date, and what was announced as removed',
  timeline: 'Timeline of the period around the step being read',
} as const;
