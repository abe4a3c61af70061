/** What the stage says where the date does not run to a step but is cut to: how far, and to which day. */
import { civilDate, formatCivil } from '#model/dates.ts';
import { distance, isCut } from '#model/passage.ts';
import type { Scene } from '#model/scene.ts';
import { strings } from './strings.ts';

export interface CutCaption {
  /** “5 months earlier”. */
  ago: string;
  /** “21 August 2013”. */
  date: string;
}

/** Nothing where the date runs from the scene before, and for the first scene, before which there is none. */
export function cutCaption(before: Scene | undefined, scene: Scene): CutCaption | undefined {
  if (!before || !isCut(before.at, scene.at)) return undefined;
  const { unit, count } = distance(before.at, scene.at);
  return {
    ago: strings.cut(unit, count, scene.at.ms < before.at.ms),
    date: formatCivil(civilDate(scene.at.ms, scene.at.offset)),
  };
}
