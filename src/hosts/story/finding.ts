/** What the chart shows, in a sentence: its caption on paper and its name for screen readers. */
import { daysBetween, formatCivil } from '#model/dates.ts';
import type { ChartData } from '#stage/chart/chart-data.ts';

/** Names the first full deadline and how late it was met, where the data says so. */
export function finding({ deadlines, completed, series }: ChartData): string {
  const due = deadlines.find(({ counts, standsApart }) => counts && !standsApart);
  if (!due || !completed) return series.map(({ label }) => label).join('; ');
  const late = daysBetween(due.due, completed);
  return `${due.requirement.replace(/\.$/, '')}: due on ${formatCivil(due.due)}, done on ${formatCivil(completed)}, ${late} days late.`;
}
