/** The guess of the real story, and the four ways to make one. */
import { fileURLToPath } from 'node:url';
import { loadStory } from '#content/load.ts';
import { chartData, type ChartData } from '#stage/chart/chart-data.ts';
import { guessData, type GuessData } from '#stage/guess/guess-data.ts';
import { createGuess, type GuessSession } from '#stage/guess/guess.svelte.ts';
import { daysOf } from '#stage/guess/guess.ts';
import { keyDeed } from '#stage/guess/keys.ts';
import { layoutGuess, type GuessSize } from '#stage/guess/layout.ts';
import { toSample } from '#stage/guess/layout.ts';

let chart: ChartData | undefined;

/** Of the real content, compiled once. */
export function realChart(): ChartData {
  chart ??= chartData(loadStory(fileURLToPath(new URL('../../content', import.meta.url))).story) as ChartData;
  return chart;
}

export function realGuess(): GuessData {
  return guessData(realChart()) as GuessData;
}

/** Civil days of a date. */
export function day(date: string): number {
  return daysOf([date])[0] as number;
}

/** Values by date, in percent. */
export type Wanted = Record<string, number>;

/** A stroke through the wanted points, `samples` positions a leg, in px of a plot of some size. */
export function byPointer(data: GuessData, wanted: Wanted, samples: number, size: GuessSize): GuessSession {
  const session = createGuess(data);
  const { frame, days } = layoutGuess(data, size);
  // A pointer has whole px only.
  const points = Object.entries(wanted).map(([date, value]) => ({
    x: Math.round(frame.x(day(date))),
    y: Math.round(frame.y(value)),
  }));
  const at = (x: number, y: number) => toSample(frame, days, x, y);
  points.forEach(({ x, y }, index) => {
    const from = points[index - 1];
    if (!from) return session.press(at(x, y));
    for (let piece = 1; piece <= samples; piece += 1) {
      const share = piece / samples;
      session.move(at(from.x + share * (x - from.x), from.y + share * (y - from.y)));
    }
  });
  session.release();
  return session;
}

/** The same by keys: every date in turn, up in steps from where it stands. */
export function byKeys(data: GuessData, wanted: Wanted): GuessSession {
  const session = createGuess(data);
  let index = 1;
  const press = (key: string): void => {
    const deed = keyDeed(key, index, data.knots.length);
    if (deed?.do === 'go') index = deed.to;
    else if (deed?.do === 'step') session.step(index, deed.by);
    else if (deed?.do === 'set') session.set(index, deed.value);
  };
  for (const [date, value] of Object.entries(wanted)) {
    while (data.knots[index] !== date) press('ArrowRight');
    press('Home');
    for (let at = 0; at < value; at += 5) press('ArrowUp');
  }
  return session;
}

export function byNumbers(data: GuessData, wanted: Wanted): GuessSession {
  const session = createGuess(data);
  session.fill(data.knots.slice(1).map((date) => ({ text: wanted[date]?.toString() ?? '' })));
  return session;
}
