/** What the chart and its readout need of a story, small enough to stand inside the page. */
import { civilDate } from '#model/dates.ts';
import type { Promised } from '#model/lateness.ts';
import { completedOn } from '#model/series.ts';
import type { Deadline, Series, SeriesPoint, Story, StoryEvent } from '#model/story.ts';

export interface ChartPoint extends Pick<
  SeriesPoint,
  'date' | 'value' | 'approximate' | 'by' | 'event' | 'note'
> {
  /** Ours, by arithmetic: drawn and labelled as such. */
  derived?: true;
}

/** A charted series. The points of two series never share a line. */
export interface ChartSeries extends Pick<
  Series,
  'id' | 'label' | 'short' | 'unit' | 'basis' | 'kind' | 'mark' | 'plan'
> {
  points: ChartPoint[];
}

/** A deadline of the chart. One that `standsApart` demands something other than the charted figures count. */
export interface ChartDeadline extends Promised {
  requirement: string;
  met: Deadline['met'];
  /** Civil date on which it was done, if it was. */
  outcomeDate?: string;
  standsApart: boolean;
  /** Days late can be counted: it was done when everything was. Else all that can be said is that it was missed. */
  counts: boolean;
}

export interface ChartData {
  series: ChartSeries[];
  /** In order of their dates, those that stand apart last. */
  deadlines: ChartDeadline[];
  /** The first movement: before it every figure was 0. */
  start?: { date: string; title: string };
  /** The day everything charted had been done. */
  completed?: string;
  /** What is told of once all charted is done: removed, then destroyed. */
  then?: ChartSeries;
  /** What the time axis covers, civil dates, both included. */
  from: string;
  to: string;
}

/** Nothing when the story has no charted series of percentages: then it has no such view. */
export function chartData(story: Pick<Story, 'series' | 'events'>): ChartData | undefined {
  const series = story.series.filter(({ charted, unit }) => charted && unit === 'percent').map(chartSeries);
  if (!series.some(({ kind }) => kind === 'announced')) return undefined;
  const charted = story.series.filter(({ id }) => series.some((own) => own.id === id));
  const completed = completedOn(series);
  const required = requiredDeadlines(charted, story.events, completed);
  const first = story.events
    .filter(({ kind }) => kind === 'movement')
    .map((event) => ({ date: civil(event), title: event.title }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))[0];
  const dates = [
    ...series.flatMap(({ points }) => points.map(({ date }) => date)),
    ...required.flatMap(({ due, setOn }) => [due, setOn]),
    ...(first ? [first.date] : []),
  ].sort();
  const from = dates[0] as string;
  const last = dates.at(-1) as string;
  const apart = deadlinesApart(story.events, required, from, last);
  const deadlines = [required, apart].flatMap((list) => list.sort((a, b) => (a.due < b.due ? -1 : 1)));
  const to = [last, ...apart.map(({ due }) => due)].sort().at(-1) as string;
  const next = story.series.find(({ id }) => charted.some(({ then }) => then === id));
  return {
    series,
    deadlines,
    from,
    to,
    ...(first && { start: first }),
    ...(completed && { completed }),
    ...(next && { then: chartSeries(next) }),
  };
}

function chartSeries({ id, label, short, unit, basis, kind, mark, plan, points }: Series): ChartSeries {
  return {
    id,
    label,
    short,
    unit,
    basis,
    kind,
    mark,
    ...(plan !== undefined && { plan }),
    points: points
      .map((point) => ({
        date: point.date,
        value: point.value,
        approximate: point.approximate,
        by: point.by,
        ...((kind === 'derived' || point.derived) && { derived: true as const }),
        ...(point.event !== undefined && { event: point.event }),
        ...(point.note !== undefined && { note: point.note }),
      }))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  };
}

/** The deadlines behind the points of required series: by the point's mark, else by a deadline of the same day. */
function requiredDeadlines(
  series: readonly Series[],
  events: readonly StoryEvent[],
  completed: string | undefined,
): ChartDeadline[] {
  const found = new Map<string, ChartDeadline>();
  for (const { kind, plan, label, points } of series) {
    if (kind !== 'required') continue;
    for (const point of points) {
      const mark = events.find(({ id, deadline }) => deadline && id === point.event);
      const event = mark ?? events.find((other) => other.deadline && civil(other) === point.date);
      if (!event) continue;
      const deadline = chartDeadline(event, plan ?? label, false);
      const counts = point.value >= 100 || (completed !== undefined && deadline.outcomeDate === completed);
      found.set(event.id, { ...deadline, counts });
    }
  }
  return [...found.values()];
}

/** Chief deadlines of the same thread that no required series is about. */
function deadlinesApart(
  events: readonly StoryEvent[],
  required: readonly ChartDeadline[],
  from: string,
  last: string,
): ChartDeadline[] {
  const ids = new Set(required.map(({ id }) => id));
  const threads = new Set(events.filter(({ id }) => ids.has(id)).map(({ thread }) => thread));
  const latest = civilDate(Date.parse(`${last}T00:00Z`) + NEAR_MS);
  return events
    .filter(({ id, deadline, rank, thread }) => deadline && rank === 1 && threads.has(thread) && !ids.has(id))
    .filter((event) => civil(event) >= from && civil(event) <= latest)
    .map((event) => chartDeadline(event, '', true));
}

/** A deadline this soon after the last figure still belongs on the chart. */
const NEAR_MS = 31 * 86_400_000;

function chartDeadline(event: StoryEvent, plan: string, standsApart: boolean): ChartDeadline {
  const { setOn, requirement, met, outcomeDate } = event.deadline as Deadline;
  return {
    id: event.id,
    due: civil(event),
    setOn: civilDate(setOn.start, setOn.offset),
    title: afterColon(event.title),
    plan,
    requirement,
    met,
    ...(outcomeDate && { outcomeDate: civilDate(outcomeDate.start, outcomeDate.offset) }),
    standsApart,
    counts: false,
  };
}

/** “Deadline: removal complete” stands among deadlines: the word before the colon need not be said each time. */
function afterColon(title: string): string {
  return title.replace(/^[^:]+: (?=.)/, '');
}

function civil({ date }: StoryEvent): string {
  return civilDate(date.start, date.offset);
}
