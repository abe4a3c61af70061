/** How late, at any date: days past or before each deadline of each plan. */
import { daysBetween } from './dates.ts';

/** A dated promise. */
export interface Promised {
  /** The id of the deadline's mark, where it has one. */
  id: string;
  /** Civil date on which it was due, `YYYY-MM-DD`. */
  due: string;
  /** Civil date on which it was set: before it, nobody could be late. */
  setOn: string;
  /** What was due, as a short label. */
  title: string;
  /** The plan it belongs to: the original one or a revision. */
  plan: string;
}

export interface Lateness {
  promised: Promised;
  /** Its place among the deadlines of its plan, from 1. */
  ordinal: number;
  /** Days past the deadline; negative: days still to go. Stops growing on the day everything was done. */
  days: number;
}

export interface Standing {
  /** Everything was done by this date. */
  complete: boolean;
  /** Plans in the order they were made, each with its deadlines in the order they fell due. */
  plans: { plan: string; deadlines: Lateness[] }[];
}

/**
 * Where things stand on a civil date against every plan that had been made by then.
 * @param completed the civil date on which what was promised had all been done, if it ever was
 */
export function standing(promises: readonly Promised[], on: string, completed?: string): Standing {
  const complete = completed !== undefined && on >= completed;
  const until = complete ? completed : on;
  const made = promises.filter(({ setOn }) => setOn <= on);
  const names = [...made].sort(by('setOn')).map(({ plan }) => plan);
  return {
    complete,
    plans: [...new Set(names)].map((plan) => ({
      plan,
      deadlines: made
        .filter((promised) => promised.plan === plan)
        .sort(by('due'))
        .map((promised, index) => ({
          promised,
          ordinal: index + 1,
          days: daysBetween(promised.due, until),
        })),
    })),
  };
}

/**
 * The most telling lines of a standing, at most two: while work goes on, how late on the plan's first deadline
 * still in force and what comes next; once a plan has been revised, each plan by its last deadline.
 */
export function telling({ plans }: Standing): Lateness[] {
  const [only] = plans;
  if (!only) return [];
  if (plans.length > 1) return plans.slice(-2).map(({ deadlines }) => deadlines.at(-1) as Lateness);
  const next = only.deadlines.find(({ days }) => days < 0);
  const missed = only.deadlines.filter(({ days }) => days >= 0);
  if (!next) return missed.slice(-2);
  return missed.length > 0 ? [missed[0] as Lateness, next] : only.deadlines.slice(0, 2);
}

function by<K extends 'setOn' | 'due'>(key: K) {
  return (a: Promised, b: Promised): number => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0);
}
