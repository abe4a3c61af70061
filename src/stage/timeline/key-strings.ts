/** The words of the timeline's key, apart from those that every reader loads. */
import type { Outcome } from './cursor.ts';

export const KEY_TEXT = {
  key: 'Signs of the timeline',
  deadline: {
    open: 'Deadline ahead',
    met: 'Deadline met',
    missed: 'Deadline missed',
    withdrawn: 'Deadline withdrawn',
    unknown: 'Deadline, outcome not established',
  } satisfies Record<Outcome, string>,
  later: 'Later than the date shown',
  about: 'Date approximate',
  several: 'Several events',
};
