/** The guesses of the class, in step between the lesson's windows. */
import { untrack } from 'svelte';
import type { ClassGuessSession } from '#stage/guess/class/class-guess.svelte.ts';
import { readClassGuess } from '#stage/guess/class/read-state.ts';
import { guess } from './changes.ts';
import type { Lesson } from './lesson.svelte.ts';

/**
 * What is drawn here goes to the others; what comes from them is drawn here, and not sent back.
 * @param knots how many the guess has
 */
export function shareGuess(lesson: Lesson, session: ClassGuessSession, knots: number): void {
  let known = JSON.stringify(session.state);
  $effect.root(() => {
    $effect(() => {
      const theirs = lesson.session.guess;
      if (theirs === undefined || JSON.stringify(theirs) === known) return;
      const state = readClassGuess(theirs, knots);
      if (!state) return;
      untrack(() => session.restore(state));
      known = JSON.stringify(untrack(() => session.state));
    });
    $effect(() => {
      const ours = JSON.stringify(session.state);
      if (ours === known) return;
      known = ours;
      untrack(() => lesson.act(guess(JSON.parse(ours))));
    });
  });
}
