/** What the quiz says while it is answered: the only words of the page that its script carries. */
export const quizWords = {
  moved: (title: string, place: number, total: number): string => `${title}: now ${place} of ${total}`,
  first: (title: string): string => `${title} is already first`,
  last: (title: string): string => `${title} is already last`,
  check: 'Check',
  again: 'Try again',
  restarted: 'All answers are cleared.',
  right: 'Right.',
  wrong: 'Not right.',
  someRight: (right: number, total: number): string =>
    `${right} of ${total} ${right === 1 ? 'stands' : 'stand'} in the right place.`,
  chooseFirst: 'Choose an answer first.',
  hereRight: 'right place',
  hereWrong: (place: number): string => `belongs ${ordinal(place)}`,
  count: (answered: number, right: number, total: number): string =>
    `${answered} of ${total} answered, ${right} right`,
} as const;

export type QuizWords = typeof quizWords;

const ORDINALS = 'first second third fourth fifth sixth seventh eighth'.split(' ');

/** “third” for 3. */
function ordinal(place: number): string {
  return ORDINALS[place - 1] ?? `${place}th`;
}
