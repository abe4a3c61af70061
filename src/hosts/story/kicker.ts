/** The line above a step's heading: the day its scene is set to, and where something happened on that day. */
import { civilDate, formatCivil, type StoryDate } from '#model/dates.ts';
import type { Step, Story } from '#model/story.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Whether a mark's date is this civil day; vaguer dates (months, “about”) are not. */
function isOn({ start, end, offset, precision, approximate }: StoryDate, day: string): boolean {
  if (approximate || precision === 'month' || precision === 'year') return false;
  return civilDate(start, offset) <= day && day <= civilDate(end - 1, offset);
}

/**
 * “Friday 31 January 2014 · Munich”. The place is that of the first mark in focus which fell on that day and has
 * one place only: a step that looks back from a later day, or at several places, names none.
 */
export function kicker(step: Step, story: Story): { date: string; text: string; place?: string } {
  const { ms, offset } = step.scene.at;
  const date = civilDate(ms, offset);
  const weekday = WEEKDAYS[new Date(`${date}T00:00Z`).getUTCDay()] as string;
  const events = new Map(story.events.map((event) => [event.id, event]));
  const there = step.scene.focus
    .map((ref) => events.get(ref))
    .find((event) => event && event.places.length === 1 && isOn(event.date, date));
  const place = story.places.find(({ id }) => id === there?.places[0]);
  return { date, text: `${weekday} ${formatCivil(date)}`, ...(place ? { place: place.label } : {}) };
}
