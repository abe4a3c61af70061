/** Which step tells of a mark: the first whose prose names it, else the first whose scene shows it. */
import type { Story } from '#model/story.ts';

/** Step ids by mark id; a mark that no step tells of is absent. */
export function eventSteps(story: Story): Map<string, string> {
  const steps = story.chapters.flatMap((chapter) => chapter.steps);
  const told = new Map<string, string>();
  const note = (event: string, step: string): void => {
    if (!told.has(event)) told.set(event, step);
  };
  for (const step of steps) {
    for (const match of step.html.matchAll(/data-event="([^"]+)"/g)) note(match[1] as string, step.id);
  }
  for (const step of steps) step.scene.focus.forEach((ref) => note(ref, step.id));
  return told;
}
