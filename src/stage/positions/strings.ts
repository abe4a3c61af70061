/** The words of the view of positions. */
export const POSITIONS_TEXT = {
  date: 'In order of date',
  alphabetical: 'In alphabetical order',
  established: 'Established',
  note: 'Note',
} as const;
