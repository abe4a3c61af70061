/** The values of the chart one by one: what a pointer finds, what arrow keys step through, what is spoken. */
import type { Box } from '#model/boxes.ts';
import { formatCivil } from '#model/dates.ts';
import type { Ref } from '#model/scene.ts';
import { formatValue } from '#model/series.ts';
import { deadlineState } from './band.ts';
import type { ChartData, ChartDeadline, ChartPoint, ChartSeries } from './chart-data.ts';
import { dayOf } from './geometry.ts';
import { pointKey, type ChartPicture } from './layout.ts';
import { pointBox } from './marks.ts';
import type { ChartNow } from './now.ts';
import { firstClause, plain } from './readout.ts';
import { strings, type ChartStrings } from './strings.ts';

interface Item {
  key: string;
  /** What up and down go through: the ids of series, and the deadlines. */
  group: string;
  /** Civil days since 1970-01-01. */
  day: number;
  /** px. */
  x: number;
  y: number;
  /** What a pointer may rest on. */
  box: Box;
  /** The event it tells of. */
  ref?: Ref;
  /** Everything it says, in one sentence. */
  name: string;
}

export interface FigureItem extends Item {
  series: ChartSeries;
  point: ChartPoint;
}

export interface DeadlineItem extends Item {
  deadline: ChartDeadline;
  /** Met, missed, how late: on the day. */
  status: string;
}

export type ChartItem = FigureItem | DeadlineItem;

/** The group of the deadlines; ids of series are kebab-case, so none has this name. */
const DEADLINES = 'deadlines:';

/** What stands on the chart on a civil date, in the order of time: figures and what we derived, then deadlines. */
export function chartItems(
  data: ChartData,
  { frame }: ChartPicture,
  { rows, made }: Pick<ChartNow, 'rows' | 'made'>,
  on: string,
  words: ChartStrings = strings,
): ChartItem[] {
  const figures = data.series.flatMap((series) =>
    series.points
      .filter((point) =>
        series.kind === 'required' ? point.derived && made.has(series.id) : point.date <= on,
      )
      .map((point): FigureItem => {
        const day = dayOf(point.date);
        const at = { x: frame.x(day), y: frame.y(point.value) };
        return {
          key: pointKey(series, point),
          group: series.id,
          day,
          ...at,
          box: pointBox(at),
          ...(point.event !== undefined && { ref: point.event }),
          name: spokenFigure(series, point, words),
          series,
          point,
        };
      }),
  );
  const deadlines = rows.flatMap((row): DeadlineItem[] => {
    const deadline = data.deadlines.find(({ id }) => id === row.id);
    if (!deadline) return [];
    const { status } = deadlineState(deadline, data, on, words);
    const { id, title, due, plan } = deadline;
    return [
      {
        key: `${DEADLINES}${id}`,
        group: DEADLINES,
        day: dayOf(due),
        x: row.x,
        y: row.y,
        box: row.box,
        ref: id,
        name: words.deadlineSpoken(title, formatCivil(due), status, plan),
        deadline,
        status,
      },
    ];
  });
  const inTime = (a: Item, b: Item): number => a.day - b.day;
  return [...figures.sort(inTime), ...deadlines.sort(inTime)];
}

function spokenFigure(series: ChartSeries, point: ChartPoint, words: ChartStrings): string {
  const value = words.percentSpoken(formatValue(point));
  return [
    `${point.approximate ? `${words.approximatelySpoken} ` : ''}${value} ${plain(series.label)}`,
    words.ofWhat(firstClause(series.basis)),
    point.derived ? point.by : words.announced(point.by),
    formatCivil(point.date),
  ].join(', ');
}

/** The item nearest to a pointer at `x`, `y`, no further than a finger's `reach`, px. Figures go before deadlines. */
export function nearest<T extends Pick<Item, 'box' | 'group'>>(
  items: readonly T[],
  x: number,
  y: number,
  reach = 22,
): T | undefined {
  let best: T | undefined;
  let least = Infinity;
  for (const item of items) {
    const { x0, y0, x1, y1 } = item.box;
    const away = Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1));
    // Rows are wide and close together: a pointer must be on one.
    if (away <= (item.group === DEADLINES ? 2 : reach) && away < least) [best, least] = [item, away];
  }
  return best;
}

/** Where a key leads from an item, by index; nothing for other keys. */
export function stepTo(
  items: readonly Pick<Item, 'group' | 'day'>[],
  from: number,
  key: string,
): number | undefined {
  const here = items[from];
  if (!here) return undefined;
  const kind = (index: number): boolean => (items[index]?.group === DEADLINES) === (here.group === DEADLINES);
  const alike = items.map((_, index) => index).filter(kind);
  const place = alike.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return alike[Math.min(place + 1, alike.length - 1)];
    case 'ArrowLeft':
      return alike[Math.max(place - 1, 0)];
    case 'Home':
      return alike[0];
    case 'End':
      return alike.at(-1);
    case 'ArrowDown':
    case 'ArrowUp': {
      const groups = [...new Set(items.map(({ group }) => group))];
      const turn = key === 'ArrowDown' ? 1 : -1;
      const group = groups[(groups.indexOf(here.group) + turn + groups.length) % groups.length];
      let best = from;
      let least = Infinity;
      items.forEach((item, index) => {
        const away = Math.abs(item.day - here.day);
        if (item.group === group && away < least) [best, least] = [index, away];
      });
      return best;
    }
    default:
      return undefined;
  }
}
