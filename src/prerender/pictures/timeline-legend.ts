/** What hollow marks and flags on a timeline mean: those that are on it. */
import { formatCivil, civilDate } from '#model/dates.ts';
import type { Instant } from '#model/scene.ts';
import { outcome, type Outcome } from '#stage/timeline/cursor.ts';
import type { TimelinePicture } from '#stage/timeline/layout.ts';
import { shapePath, signPath } from '#stage/timeline/shapes.ts';
import { PALETTE } from '../cards/palette.ts';
import { markItem, type LegendItem } from './legend.ts';
import { element, type SvgNode } from './svg-tree.ts';

const STRINGS = {
  deadline: {
    met: 'Deadline met',
    missed: 'Deadline missed',
    withdrawn: 'Deadline withdrawn',
    unknown: 'Deadline, outcome not established',
    open: 'Deadline still to come',
  } satisfies Record<Outcome, string>,
  later: (date: string): string => `Hollow: after ${date}`,
  about: 'Dashed: about this date',
} as const;

const RADIUS = 8;

/** @param moment the civil day that divides past from future */
export function timelineLegend(
  { marks }: Pick<TimelinePicture, 'marks'>,
  moment: number,
  at: Instant | undefined,
): LegendItem[] {
  const states = new Set(marks.filter(({ flag }) => flag).map(({ mark }) => outcome(mark, moment)));
  const hollow = (dashes?: string): SvgNode =>
    element('path', {
      d: shapePath('square', 7),
      fill: PALETTE.paper,
      stroke: PALETTE.inkSoft,
      'stroke-width': 1.8,
      'stroke-dasharray': dashes,
    });
  const plain = marks.filter(({ stem }) => !stem);
  return [
    ...(['missed', 'met', 'withdrawn', 'unknown', 'open'] as const)
      .filter((state) => states.has(state))
      .map((state) => markItem(STRINGS.deadline[state], flag(state), 18)),
    ...(at && plain.some(({ mark, length }) => mark.from > moment && length === 0)
      ? [markItem(STRINGS.later(formatCivil(civilDate(at.ms, at.offset))), hollow())]
      : []),
    ...(plain.some(({ mark }) => mark.approximate) ? [markItem(STRINGS.about, hollow('3.4 2'))] : []),
  ];
}

function flag(state: Outcome): SvgNode {
  const missed = state === 'missed';
  return element(
    'g',
    { 'stroke-width': 1.8, stroke: PALETTE.ink },
    element('path', {
      d: shapePath('circle', RADIUS),
      fill: missed ? PALETTE.ink : PALETTE.paper,
      'stroke-dasharray': state === 'open' ? '3.4 2.6' : undefined,
    }),
    element('path', {
      d: signPath(state, RADIUS),
      fill: 'none',
      stroke: missed ? PALETTE.paper : PALETTE.ink,
      'stroke-width': 2.2,
      'stroke-linecap': 'round',
    }),
  );
}
