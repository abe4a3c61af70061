/** The line above a step's heading: when and where its scene is. */
import { civilDate, formatCivil } from '#model/dates.ts';
import type { Step, Story } from '#model/story.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** “Friday 31 January 2014 · Munich”; the place is that of the first mark in focus which has one. */
export function kicker(step: Step, story: Story): { date: string; text: string; place?: string } {
  const { ms, offset } = step.scene.at;
  const date = civilDate(ms, offset);
  const weekday = WEEKDAYS[new Date(`${date}T00:00Z`).getUTCDay()] as string;
  const places = new Map(story.places.map((place) => [place.id, place]));
  const events = new Map(story.events.map((event) => [event.id, event]));
  const first = step.scene.focus
    .map((ref) => places.get(ref) ?? places.get(events.get(ref)?.places[0] ?? ''))
    .find((place) => place !== undefined);
  return { date, text: `${weekday} ${formatCivil(date)}`, ...(first ? { place: first.label } : {}) };
}
